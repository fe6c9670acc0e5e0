using System.Numerics;
using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>The iterator over a range whose numbers fit 64 bits. The eval loop knows it and calls <see cref="TryNext"/> itself.</summary>
internal sealed partial class PyRangeIterator(long start, long step, long count) : PyObject(TypeObject)
{
    private long _next = start;
    private long _remaining = count;

    /// <summary>Gives the next number; false at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNext(out long number)
    {
        number = _next;
        if (_remaining <= 0)
            return false;
        _remaining--;
        _next = unchecked(number + step);
        return true;
    }

    /// <summary>The next number; missing at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PyValue Next() => TryNext(out var number) ? PyValue.FromInt(number) : default;

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue Next(PyThread thread, PyValue self) => ((PyRangeIterator)self.Ref!).Next();

    private static partial long LengthHint(PyThread thread, PyRangeIterator self) => self._remaining;

    private static partial PyValue Reduce(PyThread thread, PyRangeIterator self)
    {
        var stop = self._next + ((BigInteger)self._remaining * self.Step);
        return RangeIteration.Reduce(thread, new PyRange(self._next, stop, self.Step));
    }

    private static partial void SetState(PyThread thread, PyRangeIterator self, BigInteger @object)
    {
        var skipped = (long)BigInteger.Min(BigInteger.Max(@object, 0), self._remaining);
        self._next = unchecked(self._next + (skipped * self.Step));
        self._remaining -= skipped;
    }

    private long Step => step;
}

/// <summary>The iterator over a range with numbers beyond 64 bits.</summary>
internal sealed partial class PyLongRangeIterator(BigInteger start, BigInteger step, BigInteger count) : PyObject(TypeObject)
{
    private readonly BigInteger _step = step;
    private BigInteger _next = start;
    private BigInteger _remaining = count;

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue Next(PyThread thread, PyValue self)
    {
        var iterator = (PyLongRangeIterator)self.Ref!;
        if (iterator._remaining.IsZero)
            return default;
        var number = iterator._next;
        iterator._next += iterator._step;
        iterator._remaining--;
        return PyValue.FromInt(number);
    }

    private static partial BigInteger LengthHint(PyThread thread, PyLongRangeIterator self) => self._remaining;

    private static partial PyValue Reduce(PyThread thread, PyLongRangeIterator self) =>
        RangeIteration.Reduce(thread, new PyRange(self._next, self._next + (self._remaining * self._step), self._step));

    private static partial void SetState(PyThread thread, PyLongRangeIterator self, BigInteger @object)
    {
        var skipped = BigInteger.Min(BigInteger.Max(@object, 0), self._remaining);
        self._next += skipped * self._step;
        self._remaining -= skipped;
    }
}

/// <summary>What both iterators over ranges do alike.</summary>
internal static class RangeIteration
{
    /// <summary>The reduction of an iterator: <c>iter</c> of what is left of its range.</summary>
    public static PyValue Reduce(PyThread thread, PyRange rest)
    {
        var iter = thread.Interpreter.GetBuiltin(thread, "iter");
        return PyTuple.From(iter, PyTuple.From(rest), PyValue.None);
    }
}
