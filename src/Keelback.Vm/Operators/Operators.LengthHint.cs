namespace Keelback.Vm;

/// <summary>Guesses of lengths.</summary>
internal static unsafe partial class Operators
{
    /// <summary>The length of a value, or what its __length_hint__ guesses, or else the default.</summary>
    /// <seealso href="https://peps.python.org/pep-0424/"/>
    public static long LengthHint(PyThread thread, PyValue value, long @default)
    {
        var slots = value.Type.Slots;
        if (slots.SqLength != null || slots.MpLength != null)
        {
            try
            {
                return Length(thread, value);
            }
            catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.TypeError))
            {
                // The type promised a length and has none after all: the hint may still have one.
            }
        }

        PyValue hint;
        try
        {
            if (!thread.TryCallSpecial(value, Names.LengthHint, [], out hint))
                return @default;
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.TypeError))
        {
            return @default;
        }

        if (hint.Ref is PyNotImplemented)
            return @default;
        if (!hint.IsSmallInt && !hint.IsBool && hint.Ref is not PyInt)
            throw Raise.TypeError($"__length_hint__ must be an integer, not {hint.Type.Name}");
        var length = ToIndex(thread, hint, Raise.OverflowError);
        return length >= 0 ? length : throw Raise.ValueError("__length_hint__() should return >= 0");
    }
}
