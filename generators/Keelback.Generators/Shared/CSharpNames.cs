using System.Linq;
using System.Text;

namespace Keelback.Generators.Shared;

/// <summary>Derives C# names from Python's spelling, by rule.</summary>
internal static class CSharpNames
{
    /// <summary>LOAD_FAST and nb_add become LoadFast and NbAdd.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        foreach (var part in name.Split('_').Where(part => part.Length > 0))
        {
            text.Append(char.ToUpperInvariant(part[0]));
            var rest = part.Substring(1);
            text.Append(rest.All(c => char.IsUpper(c) || char.IsDigit(c)) ? rest.ToLowerInvariant() : rest);
        }

        return text.ToString();
    }

    /// <summary>start_value becomes startValue; a C# keyword gets an @.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        var camel = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(camel) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
            ? "@" + camel
            : camel;
    }

    /// <summary>A C# string literal of the text.</summary>
    public static string Literal(string text) =>
        Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Text fit for an XML documentation comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
