using System.Globalization;
using System.Text;

namespace Keelback.Bytecode;

/// <summary>Quoted text of assembly: printable ASCII as it is, the rest as \uXXXX, one for each UTF-16 unit.</summary>
internal static class TextEscapes
{
    public static string Write(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~')
                quoted.Append(c);
            else
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return quoted.Append('"').ToString();
    }

    public static string Read(string quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 0; i < quoted.Length; i++)
        {
            if (quoted[i] != '\\')
            {
                text.Append(quoted[i]);
                continue;
            }

            i++;
            var isUnit = i + 4 < quoted.Length && quoted[i] == 'u'
                && ushort.TryParse(quoted.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            if (!isUnit)
            {
                text.Append(i < quoted.Length ? quoted[i] : '\\');
                continue;
            }

            text.Append((char)ushort.Parse(quoted.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            i += 4;
        }

        return text.ToString();
    }
}
