using System.Collections.Concurrent;
using System.Text;

namespace Keelback.Vm;

/// <summary>
/// A str. While every character fits one UTF-16 unit (lone surrogates included) it is a .NET string, else an array of
/// code points, so indexing is O(1) in both. The form follows from the characters, so equal texts have the same form.
/// </summary>
public partial class PyStr : PyObject
{
    // Interned names are process-wide, immutable and immortal, as built-in types are.
    private static readonly ConcurrentDictionary<string, PyStr> s_interned = new(StringComparer.Ordinal);

    private static readonly PyStr[] s_latin1 = [.. Enumerable.Range(0, 256).Select(c => Intern(((char)c).ToString()))];

    private readonly int[]? _codePoints;
    private readonly int _length;
    private GrowingText? _growing;
    private string? _text;
    private long _hash;

    internal PyStr(string text)
        : base(TypeObject)
    {
        _text = text;
        _length = text.Length;
    }

    internal PyStr(int[] codePoints)
        : base(TypeObject)
    {
        _codePoints = codePoints;
        _length = codePoints.Length;
    }

    private PyStr(GrowingText growing, int length)
        : base(TypeObject)
    {
        _growing = growing;
        _length = length;
    }

    private protected PyStr(PyType type, PyStr value)
        : base(type)
    {
        _codePoints = value._codePoints;
        _text = _codePoints is null ? value.Value : value._text;
        _length = value._length;
        _hash = value._hash;
    }

    /// <summary>Compares texts, for dictionaries keyed by names.</summary>
    internal static IEqualityComparer<PyStr> TextComparer { get; } = new Comparer();

    /// <summary>The empty str.</summary>
    internal static PyStr Empty { get; } = Intern("");

    /// <summary>The text as UTF-16.</summary>
    public string Value => _text ?? MakeText();

    /// <summary>The number of code points.</summary>
    public int Length => _length;

    /// <summary>Whether every equal interned str is this same object.</summary>
    internal bool IsInterned { get; private set; }

    /// <summary>The code points, where a character needs more than one UTF-16 unit; else null.</summary>
    internal int[]? WideCodePoints => _codePoints;

    /// <summary>The code point at an index.</summary>
    internal int this[int index] => _codePoints is { } wide ? wide[index] : Chars[index];

    /// <summary>The characters of a str that needs no code points; of another they are none.</summary>
    internal ReadOnlySpan<char> Chars
    {
        get
        {
            if (_codePoints is not null)
                return default;
            return _text is { } text ? text : _growing!.Buffer.AsSpan(0, _length);
        }
    }

    /// <summary>Whether a character needs more than one UTF-16 unit.</summary>
    internal bool IsWide => _codePoints is not null;

    /// <summary>The value of <c>hash()</c>; never -1.</summary>
    internal long Hash
    {
        get
        {
            if (_hash == 0)
            {
                long hash = Value.GetHashCode(StringComparison.Ordinal);
                _hash = hash is 0 or -1 ? -2 : hash;
            }

            return _hash;
        }
    }

    /// <summary>A str of UTF-16 text; pairs of surrogates become one character.</summary>
    public static PyStr From(string text)
    {
        if (text.Length <= 1)
            return text.Length == 0 ? Empty : FromCodePoint(text[0]);
        return text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? new PyStr(text) : FromSurrogates(text);
    }

    /// <summary>A str of code points, lone surrogates among them, of which no two merge.</summary>
    internal static PyStr FromCodePoints(ReadOnlySpan<int> codePoints)
    {
        foreach (var codePoint in codePoints)
        {
            if (codePoint > 0xFFFF)
                return new PyStr(codePoints.ToArray());
        }

        if (codePoints.Length <= 1)
            return codePoints.Length == 0 ? Empty : FromCodePoint(codePoints[0]);
        return new PyStr(string.Create(codePoints.Length, codePoints, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = (char)source[i];
        }));
    }

    /// <summary>A str of UTF-16 units that are known to hold no character beyond them: surrogates stay alone.</summary>
    internal static PyStr FromUnits(string text) =>
        text.Length <= 1 ? (text.Length == 0 ? Empty : FromCodePoint(text[0])) : new PyStr(text);

    /// <summary>A str of one character.</summary>
    internal static PyStr FromCodePoint(int codePoint)
    {
        if (codePoint < 256)
            return s_latin1[codePoint];
        return codePoint <= 0xFFFF ? new PyStr(((char)codePoint).ToString()) : new PyStr([codePoint]);
    }

    /// <summary>The interned str of a text.</summary>
    internal static PyStr Intern(string text)
    {
        if (s_interned.TryGetValue(text, out var found))
            return found;
        var made = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? new PyStr(text) : FromSurrogates(text);
        made.IsInterned = true;
        return s_interned.GetOrAdd(text, made);
    }

    /// <summary>The interned str equal to one; a str whose UTF-16 form is ambiguous stays as it is.</summary>
    internal static PyStr Intern(PyStr text)
    {
        if (text.IsInterned)
            return text;
        var interned = Intern(text.Value);
        return interned.TextEquals(text) ? interned : text;
    }

    /// <summary>Whether two texts are equal, whatever subclasses say.</summary>
    internal bool TextEquals(PyStr other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (_codePoints is { } wide)
            return other._codePoints is { } otherWide && wide.AsSpan().SequenceEqual(otherWide);
        return other._codePoints is null && Chars.SequenceEqual(other.Chars);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    // A growing text is copied out once its whole is asked for; until then appending to it costs only what is appended.
    private string MakeText()
    {
        var text = _codePoints is { } wide ? ToUtf16(wide) : new string(Chars);
        _text = text;
        _growing = null;
        return text;
    }

    private static PyStr FromSurrogates(string text)
    {
        var codePoints = new List<int>(text.Length);
        var isWide = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                codePoints.Add(char.ConvertToUtf32(text[i], text[++i]));
                isWide = true;
            }
            else
            {
                codePoints.Add(text[i]);
            }
        }

        return isWide ? new PyStr([.. codePoints]) : new PyStr(text);
    }

    private static string ToUtf16(int[] codePoints)
    {
        var text = new StringBuilder(codePoints.Length + 8);
        foreach (var codePoint in codePoints)
        {
            if (codePoint > 0xFFFF)
                text.Append(char.ConvertFromUtf32(codePoint));
            else
                text.Append((char)codePoint);
        }

        return text.ToString();
    }

    private sealed class Comparer : IEqualityComparer<PyStr>
    {
        public bool Equals(PyStr? x, PyStr? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.TextEquals(y));

        public int GetHashCode(PyStr obj) => (int)obj.Hash;
    }
}

/// <summary>An instance of a Python subclass of str.</summary>
internal sealed class PyStrSubclass(PyType type, PyStr value) : PyStr(type, value)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
