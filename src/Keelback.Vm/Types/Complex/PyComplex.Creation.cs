using System.Numerics;

namespace Keelback.Vm;

/// <summary>Making complex numbers of texts, of numbers, and of two parts.</summary>
internal partial class PyComplex
{
    private static readonly PyStr s_complex = PyStr.Intern("__complex__");

    /// <summary>A number of what is complex, or has __complex__, __float__ or __index__; a TypeError for all else.</summary>
    public static Complex FromNumber(PyThread thread, PyValue value) =>
        TryFromComplex(thread, value, out var number) ? number : new Complex(Operators.ToDouble(thread, value), 0);

    private static partial PyValue FromNumber(PyThread thread, PyType cls, PyValue number)
    {
        if (ReferenceEquals(cls, TypeObject) && ReferenceEquals(number.Type, TypeObject))
            return number;
        var value = new PyComplex(FromNumber(thread, number));
        return ReferenceEquals(cls, TypeObject) ? value : thread.Call(cls, value);
    }

    private static partial PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (arguments.Length == 1 && keywordNames is null)
        {
            if (ReferenceEquals(cls, TypeObject) && ReferenceEquals(arguments[0].Type, TypeObject))
                return arguments[0];
            return Make(cls, FromValue(thread, arguments[0]));
        }

        if (arguments.Length > 2)
            throw Raise.TypeError($"complex() takes at most 2 arguments ({arguments.Length} given)");
        var positional = arguments.Length - (keywordNames?.Count ?? 0);
        var real = positional > 0 ? arguments[0] : default;
        var imaginary = positional > 1 ? arguments[1] : default;
        for (var i = positional; i < arguments.Length; i++)
        {
            var name = ((PyStr)keywordNames![i - positional].Ref!).Value;
            ref var place = ref imaginary;
            if (name == "real")
                place = ref real;
            else if (name != "imag")
                throw Raise.TypeError($"complex() got an unexpected keyword argument '{name}'");
            if (!place.IsMissing)
                throw Raise.TypeError($"argument for complex() given by name ('{name}') and position ({(name == "real" ? 1 : 2)})");
            place = arguments[i];
        }

        return Make(cls, FromParts(thread, real, imaginary));
    }

    private static PyComplex Make(PyType cls, Complex value) =>
        ReferenceEquals(cls, TypeObject) ? new PyComplex(value) : new PyComplexSubclass(cls, value);

    private static Complex FromValue(PyThread thread, PyValue value)
    {
        if (value.Ref is PyStr text)
            return ComplexText.Parse(NumberText.Normalize(text)) ?? throw Raise.ValueError("complex() arg is a malformed string");
        if (TryFromComplex(thread, value, out var number))
            return number;
        return IsReal(value)
            ? new Complex(Operators.ToDouble(thread, value), 0)
            : throw Raise.TypeError($"complex() argument must be a string or a number, not {value.Type.Name}");
    }

    // A part may be complex itself, though that is deprecated: the imaginary part of the one then counts for the other.
    private static Complex FromParts(PyThread thread, PyValue real, PyValue imaginary)
    {
        var first = Complex.Zero;
        if (!real.IsMissing && !TryFromComplex(thread, real, out first))
            first = new Complex(RealPart(thread, real, "real"), 0);
        if (imaginary.IsMissing)
            return first;
        if (imaginary.Ref is not PyComplex second)
            return new Complex(first.Real, RealPart(thread, imaginary, "imag") + first.Imaginary);
        return new Complex(first.Real - second.Value.Imaginary, second.Value.Real + first.Imaginary);
    }

    private static double RealPart(PyThread thread, PyValue value, string name) => IsReal(value)
        ? Operators.ToDouble(thread, value)
        : throw Raise.TypeError($"complex() argument '{name}' must be a real number, not {value.Type.Name}");

    private static unsafe bool IsReal(PyValue value) => value.Type.Slots.NbFloat != null || value.Type.Slots.NbIndex != null;

    private static bool TryFromComplex(PyThread thread, PyValue value, out Complex number)
    {
        number = default;
        if (value.Ref is PyComplex complex)
        {
            number = complex.Value;
            return true;
        }

        if (value.Ref is Tag || !thread.TryCallSpecial(value, s_complex, [], out var result))
            return false;
        number = (result.Ref as PyComplex ?? throw Raise.TypeError($"__complex__ returned non-complex (type {result.Type.Name})")).Value;
        return true;
    }
}
