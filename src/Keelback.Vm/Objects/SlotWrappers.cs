using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// The invokers that make a special method of a slot, one for each kind of wrapper in slots.yaml: they check the
/// arguments, call the slot's function, and turn its result into a value. Operators are here; see the other parts.
/// </summary>
internal static unsafe partial class SlotWrappers
{
    public static PyValue Unary(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 0);
        return ((delegate*<PyThread, PyValue, PyValue>)slot)(thread, self);
    }

    public static PyValue Next(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 0);
        var result = ((delegate*<PyThread, PyValue, PyValue>)slot)(thread, self);
        return result.IsMissing && !thread.HasError ? thread.Raise(Raise.StopIteration()) : result;
    }

    public static PyValue Binary(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        return ((delegate*<PyThread, PyValue, PyValue, PyValue>)slot)(thread, self, arguments[0]);
    }

    public static PyValue BinaryReflected(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        return ((delegate*<PyThread, PyValue, PyValue, PyValue>)slot)(thread, arguments[0], self);
    }

    public static PyValue Power(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        ExpectOneOrTwo(wrapper, arguments, keywordNames);
        var modulus = arguments.Length == 2 ? arguments[1] : PyValue.None;
        return ((delegate*<PyThread, PyValue, PyValue, PyValue, PyValue>)slot)(thread, self, arguments[0], modulus);
    }

    public static PyValue PowerReflected(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        ExpectOneOrTwo(wrapper, arguments, keywordNames);
        var modulus = arguments.Length == 2 ? arguments[1] : PyValue.None;
        return ((delegate*<PyThread, PyValue, PyValue, PyValue, PyValue>)slot)(thread, arguments[0], self, modulus);
    }

    public static PyValue BinaryOfTernary(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        return ((delegate*<PyThread, PyValue, PyValue, PyValue, PyValue>)slot)(thread, self, arguments[0], PyValue.None);
    }

    public static PyValue Inquiry(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 0);
        return PyValue.FromBool(((delegate*<PyThread, PyValue, bool>)slot)(thread, self));
    }

    public static PyValue Hash(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 0);
        return PyValue.FromInt(((delegate*<PyThread, PyValue, long>)slot)(thread, self));
    }

    public static PyValue Compare(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        return ((delegate*<PyThread, PyValue, PyValue, ComparisonOperator, PyValue>)slot)(
            thread, self, arguments[0], (ComparisonOperator)wrapper.Operator);
    }

    private static void Expect(SlotWrapper wrapper, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames, int count)
    {
        if (keywordNames is { Count: > 0 })
            throw TakesNoKeywords(wrapper);
        if (arguments.Length != count)
            throw Raise.TypeError($"expected {count} argument{(count == 1 ? "" : "s")}, got {arguments.Length}");
    }

    private static void ExpectOneOrTwo(SlotWrapper wrapper, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            throw TakesNoKeywords(wrapper);
        if (arguments.Length is not (1 or 2))
            throw Raise.TypeError($"expected 1 or 2 arguments, got {arguments.Length}");
    }

    // CPython unpacks the arguments of these by name, and so says the name.
    private static void ExpectNamed(
        SlotWrapper wrapper, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames, int minimum, int maximum)
    {
        if (keywordNames is { Count: > 0 })
            throw TakesNoKeywords(wrapper);
        if (arguments.Length >= minimum && arguments.Length <= maximum)
            return;
        var limit = arguments.Length < minimum ? minimum : maximum;
        var bound = minimum == maximum ? "" : arguments.Length < minimum ? "at least " : "at most ";
        throw Raise.TypeError(
            $"{wrapper.Name.Value} expected {bound}{limit} argument{(limit == 1 ? "" : "s")}, got {arguments.Length}");
    }

    private static PyException TakesNoKeywords(SlotWrapper wrapper) =>
        Raise.TypeError($"wrapper {wrapper.Name.Value}() takes no keyword arguments");
}
