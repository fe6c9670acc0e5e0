using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>What the mode of open() says.</summary>
internal readonly record struct OpenMode(char Kind, bool Updates, bool IsBinary)
{
    /// <summary>Whether the file is written to.</summary>
    public bool Writes => Kind != 'r';

    /// <summary>The mode for the raw file.</summary>
    public string RawMode => Kind + (Updates ? "+" : "");

    /// <summary>Reads the text of a mode.</summary>
    public static OpenMode Parse(string mode)
    {
        var kind = '\0';
        var (updates, isBinary, isText, count) = (false, false, false, 0);
        for (var i = 0; i < mode.Length; i++)
        {
            var c = mode[i];
            if (!"rwxab+t".Contains(c) || mode.IndexOf(c, i + 1) >= 0)
                throw Raise.ValueError($"invalid mode: '{mode}'");
            if ("rwxa".Contains(c))
            {
                kind = c;
                count++;
            }

            updates |= c == '+';
            isBinary |= c == 'b';
            isText |= c == 't';
        }

        if (isText && isBinary)
            throw Raise.ValueError("can't have text and binary mode at once");
        if (count != 1)
            throw Raise.ValueError(count > 1
                ? "must have exactly one of create/read/write/append mode"
                : "Must have exactly one of create/read/write/append mode and at most one plus");
        return new OpenMode(kind, updates, isBinary);
    }

    /// <summary>Refuses what only text streams have.</summary>
    public void CheckBinary(PyValue encoding, PyValue errors, PyValue newline)
    {
        if (!IsBinary)
            return;
        if (!encoding.IsNone)
            throw Raise.ValueError("binary mode doesn't take an encoding argument");
        if (!errors.IsNone)
            throw Raise.ValueError("binary mode doesn't take an errors argument");
        if (!newline.IsNone)
            throw Raise.ValueError("binary mode doesn't take a newline argument");
    }
}
