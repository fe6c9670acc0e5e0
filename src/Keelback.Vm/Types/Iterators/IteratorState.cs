namespace Keelback.Vm;

/// <summary>How iterators over built-in containers show their state to pickle.</summary>
internal static class IteratorState
{
    public const string Iter = "iter";
    public const string Reversed = "reversed";

    /// <summary>A function of builtins, the container for it, and where the iterator stands.</summary>
    public static PyValue Reduce(PyThread thread, string function, PyValue container, long index) => PyTuple.From(
        thread.Interpreter.GetBuiltin(thread, function), PyTuple.From(container), PyValue.FromInt(index));

    /// <summary>The state at the end: iter of an empty container.</summary>
    public static PyValue ReduceExhausted(PyThread thread, PyValue empty) => ReduceWhole(thread, empty);

    /// <summary>The state of an iterator that stands at the front of a container.</summary>
    public static PyValue ReduceWhole(PyThread thread, PyValue container) =>
        PyTuple.From(thread.Interpreter.GetBuiltin(thread, Iter), PyTuple.From(container));

    /// <summary>What makes the iterator anew: <c>iter</c> of the sequence, and the place in it; of an empty one at the end.</summary>
    public static PyValue Reduce(PyThread thread, PyValue sequence, int next, PyValue empty)
    {
        var iter = thread.Interpreter.GetBuiltin(thread, "iter");
        return sequence.IsMissing
            ? PyTuple.From(iter, PyTuple.From(empty))
            : PyTuple.From(iter, PyTuple.From(sequence), PyValue.FromInt(next));
    }

    /// <summary>The place that a state names, within the sequence.</summary>
    public static int PlaceOf(PyThread thread, PyValue state, int length) =>
        (int)Math.Clamp(Operators.ToIndex(thread, state, Raise.OverflowError), 0, length);
}
