using System.Security.Cryptography;
using System.Text;
using Keelback.Vm;

namespace Keelback.Modules.Operator;

/// <summary>The _operator module: operators as functions. Those on numbers stand in OperatorModule.Arithmetic.cs.</summary>
[PyModule("_operator", Doc = "Operator interface.\n\nFunctions that correspond to the operators of Python.")]
internal static partial class OperatorModule
{
    private static readonly PyStr s_lengthHint = PyStr.Intern("__length_hint__");

    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("itemgetter", PyItemGetter.TypeObject);
        module.Add("attrgetter", PyAttributeGetter.TypeObject);
        module.Add("methodcaller", PyMethodCaller.TypeObject);
    }

    [PyFunction("truth(a, /)", Doc = "Return True if a is true, False otherwise.")]
    private static bool Truth(PyThread thread, PyValue a) => Operators.IsTrue(thread, a);

    [PyFunction("not_(a, /)", Doc = "Same as not a.")]
    private static bool Not(PyThread thread, PyValue a) => !Operators.IsTrue(thread, a);

    [PyFunction("is_(a, b, /)", Doc = "Same as a is b.")]
    private static bool Is(PyValue a, PyValue b) => a.Is(b);

    [PyFunction("is_not(a, b, /)", Doc = "Same as a is not b.")]
    private static bool IsNot(PyValue a, PyValue b) => !a.Is(b);

    [PyFunction("is_none(a, /)", Doc = "Same as a is None.")]
    private static bool IsNone(PyValue a) => a.IsNone;

    [PyFunction("is_not_none(a, /)", Doc = "Same as a is not None.")]
    private static bool IsNotNone(PyValue a) => !a.IsNone;

    [PyFunction("neg(a, /)", Doc = "Same as -a.")]
    private static PyValue Negative(PyThread thread, PyValue a) => Operators.TryNegative(thread, a);

    [PyFunction("pos(a, /)", Doc = "Same as +a.")]
    private static PyValue Positive(PyThread thread, PyValue a) => Operators.TryPositive(thread, a);

    [PyFunction("abs(a, /)", Doc = "Same as abs(a).")]
    private static PyValue Absolute(PyThread thread, PyValue a) => Operators.TryAbsolute(thread, a);

    [PyFunction("inv(a, /)", Doc = "Same as ~a.")]
    private static PyValue Inv(PyThread thread, PyValue a) => Operators.TryInvert(thread, a);

    [PyFunction("invert(a, /)", Doc = "Same as ~a.")]
    private static PyValue Invert(PyThread thread, PyValue a) => Operators.TryInvert(thread, a);

    [PyFunction("index(a, /)", Doc = "Same as a.__index__()")]
    private static PyValue Index(PyThread thread, PyValue a) => Operators.TryIndex(thread, a);

    [PyFunction("concat(a, b, /)", Doc = "Same as a + b, for a and b sequences.")]
    private static unsafe PyValue Concatenate(PyThread thread, PyValue a, PyValue b)
    {
        var slots = a.Type.Slots;
        if (slots.SqConcat != null)
            return slots.SqConcat(thread, a, b);
        return slots.MpSubscript != null || slots.SqItem != null
            ? Operators.TryAdd(thread, a, b)
            : throw Raise.TypeError($"'{a.Type.Name}' object can't be concatenated");
    }

    [PyFunction("iconcat(a, b, /)", Doc = "Same as a += b, for a and b sequences.")]
    private static unsafe PyValue ConcatenateInPlace(PyThread thread, PyValue a, PyValue b)
    {
        var slots = a.Type.Slots;
        if (slots.SqInplaceConcat != null)
            return slots.SqInplaceConcat(thread, a, b);
        if (slots.SqConcat != null)
            return slots.SqConcat(thread, a, b);
        return slots.MpSubscript != null || slots.SqItem != null
            ? Operators.TryInPlaceAdd(thread, a, b)
            : throw Raise.TypeError($"'{a.Type.Name}' object can't be concatenated");
    }

    [PyFunction("contains(a, b, /)", Doc = "Same as b in a (note reversed operands).")]
    private static bool Contains(PyThread thread, PyValue a, PyValue b) => Operators.Contains(thread, a, b);

    [PyFunction("indexOf(a, b, /)", Doc = "Return the first index of b in a.")]
    private static long IndexOf(PyThread thread, PyValue a, PyValue b)
    {
        var index = 0L;
        foreach (var item in Operators.Iterate(thread, a))
        {
            if (Operators.Equals(thread, item, b))
                return index;
            index++;
        }

        throw Raise.ValueError("sequence.index(x): x not in sequence");
    }

    [PyFunction("countOf(a, b, /)", Doc = "Return the number of items in a which are, or which equal, b.")]
    private static long CountOf(PyThread thread, PyValue a, PyValue b)
    {
        var count = 0L;
        foreach (var item in Operators.Iterate(thread, a))
            count += Operators.Equals(thread, item, b) ? 1 : 0;
        return count;
    }

    [PyFunction("getitem(a, b, /)", Doc = "Same as a[b].")]
    private static PyValue GetItem(PyThread thread, PyValue a, PyValue b) => Operators.TryGetItem(thread, a, b);

    [PyFunction("setitem(a, b, c, /)", Doc = "Same as a[b] = c.")]
    private static void SetItem(PyThread thread, PyValue a, PyValue b, PyValue c) => Operators.SetItem(thread, a, b, c);

    [PyFunction("delitem(a, b, /)", Doc = "Same as del a[b].")]
    private static void DeleteItem(PyThread thread, PyValue a, PyValue b) => Operators.DeleteItem(thread, a, b);

    [PyFunction("call(obj, /, *args, **kwargs)", Doc = "Same as obj(*args, **kwargs).")]
    private static PyValue Call(PyThread thread, PyValue obj, ReadOnlySpan<PyValue> args, PyDict? kwargs)
    {
        if (kwargs is null || kwargs.Count == 0)
            return thread.Invoke(obj, args, null);
        var (values, names) = KeywordArguments.Append(args, kwargs);
        return thread.Invoke(obj, values, names);
    }

    [PyFunction("length_hint(obj, default=0, /)", Doc = "Return an estimate of the number of items in obj: its length, its __length_hint__(), or the default.")]
    private static unsafe long LengthHint(PyThread thread, PyValue obj, PyValue @default)
    {
        if (!@default.IsSmallInt && !@default.IsBool && @default.Ref is not PyInt)
            throw Raise.TypeError($"'{@default.Type.Name}' object cannot be interpreted as an integer");
        var fallback = Operators.ToIndex(thread, @default, Raise.OverflowError);
        if (obj.Type.Slots.SqLength != null || obj.Type.Slots.MpLength != null)
            return Operators.Length(thread, obj);
        PyValue hint;
        try
        {
            if (!thread.TryCallSpecial(obj, s_lengthHint, [], out hint))
                return fallback;
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.TypeError))
        {
            return fallback;
        }

        if (Operators.IsNotImplemented(hint))
            return fallback;
        if (!hint.IsSmallInt && !hint.IsBool && hint.Ref is not PyInt)
            throw Raise.TypeError($"__length_hint__ must be an integer, not {hint.Type.Name}");
        var length = Operators.ToIndex(thread, hint, Raise.OverflowError);
        return length < 0 ? throw Raise.ValueError("__length_hint__() should return >= 0") : length;
    }

    [PyFunction("_compare_digest(a, b, /)", Doc = "Return 'a == b' in a time that does not tell where they differ.")]
    private static bool CompareDigest(PyThread thread, PyValue a, PyValue b)
    {
        if (a.Ref is PyStr left && b.Ref is PyStr right)
        {
            if (!Ascii.IsValid(left.Value) || !Ascii.IsValid(right.Value))
                throw Raise.TypeError("comparing strings with non-ASCII characters is not supported");
            return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left.Value), Encoding.ASCII.GetBytes(right.Value));
        }

        if (!Operators.HasBuffer(a) || !Operators.HasBuffer(b))
        {
            throw Raise.TypeError(
                $"unsupported operand types(s) or combination of types: '{a.Type.Name}' and '{b.Type.Name}'");
        }

        return CryptographicOperations.FixedTimeEquals(Operators.ToByteArray(thread, a), Operators.ToByteArray(thread, b));
    }
}
