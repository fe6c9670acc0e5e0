using System.Numerics;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// A slice: three values of any kind, None for what is absent. How they apply to a sequence of a length is in
/// PySlice.Bounds.cs.
/// </summary>
internal sealed partial class PySlice : PyObject
{
    public PySlice(PyValue start, PyValue stop, PyValue step)
        : base(TypeObject)
    {
        Start = start;
        Stop = stop;
        Step = step;
    }

    /// <summary>The first bound, or None.</summary>
    [PyField]
    public partial PyValue Start { get; private set; }

    /// <summary>The bound before which it ends, or None.</summary>
    [PyField]
    public partial PyValue Stop { get; private set; }

    /// <summary>The step, or None.</summary>
    [PyField]
    public partial PyValue Step { get; private set; }

    private PyTuple AsTuple => PyTuple.From(Start, Stop, Step);

    private static partial PyValue New(PyThread thread, PyType cls, PyValue start, PyValue stop, PyValue step) =>
        stop.IsMissing ? new PySlice(PyValue.None, start, PyValue.None) : new PySlice(start, stop, step);

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var slice = (PySlice)self.Ref!;
        var start = Operators.Repr(thread, slice.Start).Value;
        var stop = Operators.Repr(thread, slice.Stop).Value;
        return PyStr.From($"slice({start}, {stop}, {Operators.Repr(thread, slice.Step).Value})");
    }

    private static partial long Hash(PyThread thread, PyValue self) => Operators.Hash(thread, ((PySlice)self.Ref!).AsTuple);

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PySlice first || right.Ref is not PySlice second)
            return PyNotImplemented.Instance;
        return Operators.Compare(thread, op, first.AsTuple, second.AsTuple);
    }

    private static partial PyValue GetStart(PyThread thread, PySlice self) => self.Start;

    private static partial PyValue GetStop(PyThread thread, PySlice self) => self.Stop;

    private static partial PyValue GetStep(PyThread thread, PySlice self) => self.Step;

    private static partial PyValue GetIndices(PyThread thread, PySlice self, PyValue @object)
    {
        var length = Conversions.ToBigInteger(thread, @object);
        if (length.Sign < 0)
            throw Raise.ValueError("length should not be negative");
        var (start, stop, step) = self.Apply(thread, length);
        return PyTuple.From(PyValue.FromInt(start), PyValue.FromInt(stop), PyValue.FromInt(step));
    }

    private static partial PyValue Reduce(PyThread thread, PySlice self) => PyTuple.From(TypeObject, self.AsTuple);
}
