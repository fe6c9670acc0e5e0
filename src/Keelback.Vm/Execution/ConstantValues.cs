using System.Numerics;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>Turns the constants of a code object into values.</summary>
internal static class ConstantValues
{
    /// <summary>The value of a constant; strings that look like names are interned, as in CPython.</summary>
    public static PyValue ToValue(Constant constant) => constant switch
    {
        Constant.None => PyValue.None,
        Constant.Ellipsis => PyEllipsis.Instance,
        Constant.Bool boolean => PyValue.FromBool(boolean.Value),
        Constant.Int integer => PyValue.FromInt(integer.Value),
        Constant.Float number => PyValue.FromFloat(number.Value),
        Constant.Complex number => new PyComplex(new Complex(number.Real, number.Imaginary)),
        Constant.Str { CodePoints.IsEmpty: false } text => PyStr.FromCodePoints(text.CodePoints.AsSpan()),
        Constant.Str text => IsNameLike(text.Value) ? PyStr.Intern(text.Value) : PyStr.From(text.Value),
        Constant.Bytes bytes => new PyBytes([.. bytes.Value]),
        Constant.Tuple tuple => PyTuple.Own(ToValues(tuple.Items.AsSpan())),
        Constant.FrozenSet set => PyFrozenSet.FromConstants(ToValues(set.Items.AsSpan())),
        Constant.Slice slice => new PySlice(ToValue(slice.Start), ToValue(slice.Stop), ToValue(slice.Step)),
        CodeObject code => new PyCode(code),
        _ => throw new System.Diagnostics.UnreachableException(constant.GetType().Name),
    };

    /// <summary>The constant that a value is; a TypeError for what code cannot hold.</summary>
    public static Constant ToConstant(PyThread thread, PyValue value) => value.Ref switch
    {
        PyNone => Constant.None.Value,
        PyEllipsis => Constant.Ellipsis.Value,
        Tag when value.IsBool => new Constant.Bool(value.IsTrue),
        Tag when value.IsSmallInt => new Constant.Int(value.Bits),
        Tag => new Constant.Float(value.DoubleBits),
        PyInt => new Constant.Int(Operators.ToBigInteger(thread, value)),
        PyComplex number => new Constant.Complex(number.Value.Real, number.Value.Imaginary),
        PyStr { WideCodePoints: { } wide } text => new Constant.Str(text.Value) { CodePoints = [.. wide] },
        PyStr text => new Constant.Str(text.Value),
        PyBytes bytes => new Constant.Bytes([.. bytes.AsSpan()]),
        PyTuple tuple => new Constant.Tuple([.. tuple.Items.Select(item => ToConstant(thread, item))]),
        PyFrozenSet set => new Constant.FrozenSet([.. Operators.ToList(thread, set).AsSpan().ToArray().Select(item => ToConstant(thread, item))]),
        PySlice slice => new Constant.Slice(
            ToConstant(thread, slice.Start), ToConstant(thread, slice.Stop), ToConstant(thread, slice.Step)),
        PyCode code => code.Portable,
        _ => throw Raise.TypeError($"a code object cannot hold a constant of type '{value.Type.Name}'"),
    };

    private static PyValue[] ToValues(ReadOnlySpan<Constant> constants)
    {
        var values = new PyValue[constants.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = ToValue(constants[i]);
        return values;
    }

    private static bool IsNameLike(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }

        return true;
    }
}
