using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>How a text stream treats ends of lines: the argument newline of open().</summary>
internal sealed class TextLines
{
    private readonly PyStr? _end;

    private TextLines(string? newline)
    {
        TranslatesReading = newline is null;
        IsUniversal = string.IsNullOrEmpty(newline);
        WritesAs = newline is "\r" or "\r\n" ? newline : null;
        _end = IsUniversal ? null : PyStr.Intern(newline!);
    }

    /// <summary>Whether \r and \r\n are read as \n.</summary>
    public bool TranslatesReading { get; }

    /// <summary>Whether \r, \n and \r\n all end lines.</summary>
    public bool IsUniversal { get; }

    /// <summary>What is written for \n; null for \n itself.</summary>
    public string? WritesAs { get; }

    /// <summary>Reads the argument.</summary>
    public static TextLines Parse(PyThread thread, PyValue newline)
    {
        if (newline.IsNone || newline.IsMissing)
            return new TextLines(null);
        if (newline.Ref is not PyStr text)
            throw Raise.TypeError($"newline must be str or None, not {newline.Type.Name}");
        return text.Value is "" or "\n" or "\r" or "\r\n"
            ? new TextLines(text.Value)
            : throw Raise.ValueError($"illegal newline value: {Operators.Repr(thread, newline).Value}");
    }

    /// <summary>The index behind the first end of line at or after start; -1 where there is none.</summary>
    public int FindEnd(PyStr text, int start)
    {
        if (TranslatesReading)
        {
            var at = text.IndexOf(PyStr.FromCodePoint('\n'), start, text.Length);
            return at < 0 ? -1 : (int)at + 1;
        }

        if (_end is not null)
        {
            var at = text.IndexOf(_end, start, text.Length);
            return at < 0 ? -1 : (int)at + _end.Length;
        }

        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\n')
                return i + 1;
            if (text[i] == '\r')
                return i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
        }

        return -1;
    }
}
