using Keelback.Vm;

namespace Keelback.Modules.Sre;

/// <summary>How a pattern is to be applied.</summary>
internal enum SreMode
{
    /// <summary>At the beginning.</summary>
    Match,

    /// <summary>To the whole.</summary>
    FullMatch,

    /// <summary>At the first place where it matches.</summary>
    Search,
}

/// <summary>A match: its place, and the places of its groups (-1 for none).</summary>
internal sealed record SreFinding(int Start, int End, int[] Marks, int LastIndex);

/// <summary>A text or bytes-like object that patterns are applied to.</summary>
internal sealed class SreSubject
{
    private readonly PyStr? _text;
    private readonly byte[]? _bytes;

    private SreSubject(PyValue source, PyStr? text, byte[]? bytes)
    {
        Source = source;
        _text = text;
        _bytes = bytes;
        Length = text?.Length ?? bytes!.Length;
    }

    /// <summary>The object itself.</summary>
    public PyValue Source { get; }

    /// <summary>The number of characters or bytes.</summary>
    public int Length { get; }

    /// <summary>Whether it is no str.</summary>
    public bool IsBytes => _bytes is not null;

    /// <summary>What a value has to be matched; a TypeError where it is neither text nor bytes-like.</summary>
    public static SreSubject Of(PyThread thread, PyValue value)
    {
        if (value.Ref is PyStr text)
            return new SreSubject(value, text, null);
        return Operators.HasBuffer(value)
            ? new SreSubject(value, null, Operators.ToByteArray(thread, value))
            : throw Raise.TypeError($"expected string or bytes-like object, got '{value.Type.Name}'");
    }

    /// <summary>Applies a pattern between two places.</summary>
    public SreFinding? Find(PyThread thread, SreProgram program, int start, int end, SreMode mode, bool mustAdvance = false)
    {
        try
        {
            if (_bytes is not null)
                return Find<byte>(thread, program, _bytes, start, end, mode, mustAdvance);
            return _text!.WideCodePoints is { } wide
                ? Find<int>(thread, program, wide, start, end, mode, mustAdvance)
                : Find<char>(thread, program, _text.Value, start, end, mode, mustAdvance);
        }
        catch (IndexOutOfRangeException)
        {
            throw Raise.RuntimeError("invalid SRE code");
        }
    }

    /// <summary>The part between two places, of type str or bytes.</summary>
    public PyValue Slice(int start, int end)
    {
        if (_text is not null)
            return start == 0 && end == Length ? _text.AsExact() : _text.Substring(start, end - start);
        if (start == 0 && end == Length && ReferenceEquals(Source.Type, PyBytes.TypeObject))
            return Source;
        return new PyBytes(_bytes!.AsSpan(start, end - start).ToArray());
    }

    /// <summary>Puts pieces, all of the kind of this subject, together.</summary>
    public PyValue Join(PyThread thread, List<PyValue> pieces)
    {
        if (pieces.Count == 1)
            return pieces[0];
        if (_text is not null)
            return PyStr.Concat(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pieces));
        using var joined = new MemoryStream();
        foreach (var piece in pieces)
            joined.Write(Operators.ToByteArray(thread, piece));
        return new PyBytes(joined.ToArray());
    }

    private static SreFinding? Find<T>(
        PyThread thread, SreProgram program, ReadOnlySpan<T> text, int start, int end, SreMode mode, bool mustAdvance)
        where T : unmanaged
    {
        if (start > end)
            return null;
        var matcher = new SreMatcher<T>(thread, program, text[..end], end, mode == SreMode.FullMatch);
        if (mustAdvance)
            matcher.MustAdvanceFrom(start);
        var isFound = mode == SreMode.Search ? matcher.Search(start) : matcher.MatchAt(start);
        return isFound ? new SreFinding(matcher.Start, matcher.End, matcher.Marks, matcher.LastIndex) : null;
    }
}
