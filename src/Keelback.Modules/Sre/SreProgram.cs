namespace Keelback.Modules.Sre;

/// <summary>The code of a pattern, as Lib/re/_compiler.py made it, with its character sets worked out for small characters.</summary>
internal sealed class SreProgram
{
    private readonly SmallSet?[] _sets;

    public SreProgram(int[] code, int groups)
    {
        Code = code;
        MarkCount = groups * 2;
        _sets = new SmallSet?[code.Length];
        if (code.Length < 5 || code[0] != (int)SreOp.Info)
            return;
        Body = code[1] + 1;
        var flags = code[2];
        MinimumWidth = (uint)code[3] > int.MaxValue ? int.MaxValue : code[3];
        if ((flags & 1) != 0)
            Prefix = code[7..(7 + code[5])];
        IsLiteral = (flags & 2) != 0;
        StartSet = (flags & 4) != 0 ? 5 : 0;
    }

    /// <summary>The code.</summary>
    public int[] Code { get; }

    /// <summary>The number of group boundaries.</summary>
    public int MarkCount { get; }

    /// <summary>Where the code begins, behind what is told about it.</summary>
    public int Body { get; }

    /// <summary>The length of the shortest match.</summary>
    public int MinimumWidth { get; }

    /// <summary>The characters with which each match begins.</summary>
    public int[] Prefix { get; } = [];

    /// <summary>Whether the prefix is all there is.</summary>
    public bool IsLiteral { get; }

    /// <summary>The place of the set of characters with which each match begins; 0 for none.</summary>
    public int StartSet { get; }

    /// <summary>Whether a character is in the set at a place of the code.</summary>
    public bool IsInSet(int place, int c)
    {
        if (c >= 256)
            return Evaluate(place, c);
        var set = _sets[place] ??= MakeSmallSet(place);
        return (set.Bits[c >> 6] >> (c & 63) & 1) != 0;
    }

    /// <summary>The bits of the characters below 256 in the set at a place of the code.</summary>
    public ulong[] SmallBits(int place) => (_sets[place] ??= MakeSmallSet(place)).Bits;

    private SmallSet MakeSmallSet(int place)
    {
        var bits = new ulong[4];
        for (var c = 0; c < 256; c++)
        {
            if (Evaluate(place, c))
                bits[c >> 6] |= 1UL << (c & 63);
        }

        return new SmallSet(bits);
    }

    private bool Evaluate(int place, int c)
    {
        var isMember = true;
        while (true)
        {
            switch ((SreOp)Code[place++])
            {
                case SreOp.Failure:
                    return !isMember;
                case SreOp.Literal:
                    if (c == Code[place++])
                        return isMember;
                    break;
                case SreOp.Category:
                    if (SreCharacters.IsOfCategory(Code[place++], c))
                        return isMember;
                    break;
                case SreOp.Charset:
                    if (c < 256 && (Code[place + (c >> 5)] >> (c & 31) & 1) != 0)
                        return isMember;
                    place += 8;
                    break;
                case SreOp.Range:
                    if (Code[place] <= c && c <= Code[place + 1])
                        return isMember;
                    place += 2;
                    break;
                case SreOp.RangeUnicodeIgnore:
                    if (IsBetween(place, c) || IsBetween(place, SreCharacters.UnicodeUpper(c)))
                        return isMember;
                    place += 2;
                    break;
                case SreOp.Negate:
                    isMember = !isMember;
                    break;
                case SreOp.BigCharset:
                    var count = Code[place++];
                    if (IsInBigSet(place, c))
                        return isMember;
                    place += 64 + (count * 8);
                    break;
                default:
                    return false;
            }
        }
    }

    private bool IsBetween(int place, int c) => Code[place] <= c && c <= Code[place + 1];

    // 256 bytes in 64 words tell the block of each high byte; the blocks follow.
    private bool IsInBigSet(int place, int c)
    {
        if (c > 0xFFFF)
            return false;
        var high = c >> 8;
        var block = Code[place + (high >> 2)] >> (8 * (high & 3)) & 0xFF;
        return (Code[place + 64 + (block * 8) + ((c & 0xFF) >> 5)] >> (c & 31) & 1) != 0;
    }

    private sealed record SmallSet(ulong[] Bits);
}
