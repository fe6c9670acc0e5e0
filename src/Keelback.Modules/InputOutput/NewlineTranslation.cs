using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>Ends of lines in text that comes in pieces: a \r at the end of a piece waits for the next.</summary>
internal sealed class NewlineTranslation
{
    public const int CarriageReturn = 1;
    public const int LineFeed = 2;
    public const int Both = 4;

    private static readonly PyStr s_return = PyStr.Intern("\r");

    /// <summary>Whether \r and \r\n become \n.</summary>
    public bool Translates { get; init; }

    /// <summary>Whether a \r waits.</summary>
    public bool HasPending { get; set; }

    /// <summary>The ends seen so far.</summary>
    public int Seen { get; set; }

    /// <summary>What Python shows of the ends seen so far.</summary>
    public PyValue SeenValue
    {
        get
        {
            var seen = new List<PyValue>();
            if ((Seen & CarriageReturn) != 0)
                seen.Add(PyStr.Intern("\r"));
            if ((Seen & LineFeed) != 0)
                seen.Add(PyStr.Intern("\n"));
            if ((Seen & Both) != 0)
                seen.Add(PyStr.Intern("\r\n"));
            return seen.Count switch
            {
                0 => PyValue.None,
                1 => seen[0],
                _ => PyTuple.Own([.. seen]),
            };
        }
    }

    /// <summary>A piece of text with its ends of lines translated.</summary>
    public PyStr Translate(PyStr text, bool isFinal)
    {
        if (HasPending && (isFinal || text.Length > 0))
        {
            text = PyStr.Concat(s_return, text);
            HasPending = false;
        }

        if (!isFinal && text.Length > 0 && text[text.Length - 1] == '\r')
        {
            text = text.Substring(0, text.Length - 1);
            HasPending = true;
        }

        if (text.IndexOf(s_return, 0, text.Length) < 0)
        {
            if ((Seen & LineFeed) == 0 && text.IndexOf(PyStr.Intern("\n"), 0, text.Length) >= 0)
                Seen |= LineFeed;
            return text;
        }

        var result = new PyStrBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                var isBoth = i + 1 < text.Length && text[i + 1] == '\n';
                Seen |= isBoth ? Both : CarriageReturn;
                if (Translates)
                {
                    result.Append('\n');
                }
                else
                {
                    result.Append('\r');
                    if (isBoth)
                        result.Append('\n');
                }

                if (isBoth)
                    i++;
                continue;
            }

            if (c == '\n')
                Seen |= LineFeed;
            result.Append(c);
        }

        return result.ToPyStr();
    }
}
