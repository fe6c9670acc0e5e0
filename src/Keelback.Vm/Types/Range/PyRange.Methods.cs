namespace Keelback.Vm;

/// <summary>The attributes and methods of range.</summary>
internal sealed partial class PyRange
{
    private static partial PyValue GetStart(PyThread thread, PyRange self) => PyValue.FromInt(self._start);

    private static partial PyValue GetStop(PyThread thread, PyRange self) => PyValue.FromInt(self._stop);

    private static partial PyValue GetStep(PyThread thread, PyRange self) => PyValue.FromInt(self._step);

    private static partial PyValue Reversed(PyThread thread, PyRange self)
    {
        var last = self.NumberAt(self.Count - 1);
        var reversed = new PyRange(last, last - (self._step * self.Count), -self._step);
        return reversed.GetIterator();
    }

    private static partial PyValue Reduce(PyThread thread, PyRange self) => PyTuple.From(
        TypeObject,
        PyTuple.From(PyValue.FromInt(self._start), PyValue.FromInt(self._stop), PyValue.FromInt(self._step)));

    private static partial PyValue CountOf(PyThread thread, PyRange self, PyValue @object)
    {
        if (TryGetNumber(@object, out var number))
            return PyValue.FromInt(self.TryFind(number.Value, out _) ? 1 : 0);
        var count = 0L;
        foreach (var candidate in Operators.Iterate(thread, self))
        {
            if (Operators.Equals(thread, candidate, @object))
                count++;
        }

        return PyValue.FromInt(count);
    }

    private static partial PyValue IndexOf(PyThread thread, PyRange self, PyValue @object)
    {
        if (TryGetNumber(@object, out var number))
        {
            return self.TryFind(number.Value, out var place)
                ? PyValue.FromInt(place)
                : throw Raise.ValueError("range.index(x): x not in range");
        }

        var index = 0L;
        foreach (var candidate in Operators.Iterate(thread, self))
        {
            if (Operators.Equals(thread, candidate, @object))
                return PyValue.FromInt(index);
            index++;
        }

        throw Raise.ValueError("sequence.index(x): x not in sequence");
    }
}
