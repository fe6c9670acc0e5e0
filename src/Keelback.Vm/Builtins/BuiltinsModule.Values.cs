using System.Numerics;

namespace Keelback.Vm;

/// <summary>Numbers, characters, texts and truth.</summary>
internal static unsafe partial class BuiltinsModule
{
    [PyFunction("abs(number, /)", Doc = "Return the absolute value of the argument.")]
    private static PyValue Abs(PyThread thread, PyValue number) => Operators.TryAbsolute(thread, number);

    [PyFunction("all(iterable, /)", Doc = "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.")]
    private static bool All(PyThread thread, PyValue iterable)
    {
        foreach (var item in Operators.Iterate(thread, iterable))
        {
            if (!Operators.IsTrue(thread, item))
                return false;
        }

        return true;
    }

    [PyFunction("any(iterable, /)", Doc = "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.")]
    private static bool Any(PyThread thread, PyValue iterable)
    {
        foreach (var item in Operators.Iterate(thread, iterable))
        {
            if (Operators.IsTrue(thread, item))
                return true;
        }

        return false;
    }

    [PyFunction("ascii(obj, /)", Doc = "Return a representation of an object in ASCII alone; other characters are escaped.")]
    private static PyStr Ascii(PyThread thread, PyValue obj) => Operators.Ascii(thread, obj);

    [PyFunction("bin(number, /)", Doc = "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'")]
    private static PyStr Bin(PyThread thread, PyValue number) => InBase(thread, number, "#b");

    [PyFunction("oct(number, /)", Doc = "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'")]
    private static PyStr Oct(PyThread thread, PyValue number) => InBase(thread, number, "#o");

    [PyFunction("hex(number, /)", Doc = "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'")]
    private static PyStr Hex(PyThread thread, PyValue number) => InBase(thread, number, "#x");

    [PyFunction("chr(i, /)", Doc = "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.")]
    private static PyStr Chr(PyThread thread, PyValue i)
    {
        var number = Operators.ToBigInteger(thread, i);
        return number >= 0 && number <= 0x10FFFF
            ? PyStr.FromCodePoint((int)number)
            : throw Raise.ValueError("chr() arg not in range(0x110000)");
    }

    [PyFunction("ord(character, /)", Doc = "Return the ordinal value of a character.\n\nIf the argument is a one-byte string, return the value of that byte.")]
    private static long Ord(PyThread thread, PyValue character)
    {
        long length;
        switch (character.Ref)
        {
            case PyStr text:
                if (text.Length == 1)
                    return text[0];
                length = text.Length;
                break;
            case PyBytes bytes:
                if (bytes.AsSpan().Length == 1)
                    return bytes.AsSpan()[0];
                length = bytes.AsSpan().Length;
                break;
            case PyByteArray bytes:
                if (bytes.AsSpan().Length == 1)
                    return bytes.AsSpan()[0];
                length = bytes.AsSpan().Length;
                break;
            default:
                throw Raise.TypeError($"ord() expected string of length 1, but {character.Type.Name} found");
        }

        throw Raise.TypeError($"ord() expected a character, but string of length {length} found");
    }

    [PyFunction("callable(obj, /)", Doc = "Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.")]
    private static bool Callable(PyValue obj) => Operators.IsCallable(obj);

    [PyFunction("divmod(x, y, /)", Doc = "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.")]
    private static PyValue Divmod(PyThread thread, PyValue x, PyValue y) => Operators.TryDivmod(thread, x, y);

    [PyFunction("format(value, format_spec='', /)", Doc = "Return type(value).__format__(value, format_spec).\n\nThe empty format spec stands for str(value).")]
    private static PyStr Format(PyThread thread, PyValue value, PyStr formatSpec) => Operators.Format(thread, value, formatSpec);

    [PyFunction("hash(obj, /)", Doc = "Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true.")]
    private static long Hash(PyThread thread, PyValue obj) => Operators.Hash(thread, obj);

    [PyFunction("id(obj, /)", Doc = "Return the identity of an object: a number unique among the objects that live.")]
    private static PyValue Id(PyThread thread, PyValue obj) => ObjectIdentity.Of(thread, obj);

    [PyFunction("len(obj, /)", Doc = "Return the number of items in a container.")]
    private static long Len(PyThread thread, PyValue obj) => Operators.Length(thread, obj);

    [PyFunction("pow(base, exp, mod=None)", Doc = "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.\n\nSome types, such as ints, are able to use a more efficient algorithm when\ninvoked using the three argument form.")]
    private static PyValue Pow(PyThread thread, PyValue @base, PyValue exp, PyValue mod) =>
        Operators.TryPower(thread, @base, exp, mod);

    [PyFunction("repr(obj, /)", Doc = "Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval(repr(obj)) == obj.")]
    private static PyStr Repr(PyThread thread, PyValue obj) => Operators.Repr(thread, obj);

    [PyFunction("round(number, ndigits=None)", Doc = "Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.  Otherwise\nthe return value has the same type as the number.  ndigits may be negative.")]
    private static PyValue Round(PyThread thread, PyValue number, PyValue ndigits)
    {
        var arguments = ndigits.IsNone ? ReadOnlySpan<PyValue>.Empty : [ndigits];
        return thread.TryCallSpecial(number, s_round, arguments, out var result)
            ? result
            : throw Raise.TypeError($"type {number.Type.Name} doesn't define __round__ method");
    }

    [PyFunction("sum(iterable, /, start=0)", Doc = "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types.")]
    private static PyValue Sum(PyThread thread, PyValue iterable, PyValue start) => Summation.Sum(thread, iterable, start);

    private static readonly PyStr s_round = PyStr.Intern("__round__");

    private static PyStr InBase(PyThread thread, PyValue number, string specification)
    {
        var value = Operators.Index(thread, number);
        return Operators.Format(thread, PyValue.FromInt(Operators.ToBigInteger(thread, value)), PyStr.Intern(specification));
    }
}
