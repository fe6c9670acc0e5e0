using Keelback.Vm;

namespace Keelback.Modules.Collections;

/// <summary>The methods of deques.</summary>
internal sealed partial class PyDeque
{
    [PyMethod("append($self, item, /)", Doc = "Add an element to the right side of the deque.")]
    private static void Append(PyThread thread, PyDeque self, PyValue item) => self.Append(item);

    [PyMethod("appendleft($self, item, /)", Doc = "Add an element to the left side of the deque.")]
    private static void AppendLeft(PyThread thread, PyDeque self, PyValue item) => self.AppendLeft(item);

    [PyMethod("pop($self, /)", Doc = "Remove and return the rightmost element.")]
    private static PyValue Pop(PyThread thread, PyDeque self) =>
        self.Count == 0 ? throw Raise.IndexError("pop from an empty deque") : self.Pop();

    [PyMethod("popleft($self, /)", Doc = "Remove and return the leftmost element.")]
    private static PyValue PopLeft(PyThread thread, PyDeque self) =>
        self.Count == 0 ? throw Raise.IndexError("pop from an empty deque") : self.PopLeft();

    [PyMethod("extend($self, iterable, /)", Doc = "Extend the right side of the deque with elements from the iterable.")]
    private static void Extend(PyThread thread, PyDeque self, PyValue iterable) => self.Extend(thread, iterable, atLeft: false);

    [PyMethod("extendleft($self, iterable, /)", Doc = "Extend the left side of the deque with elements from the iterable.")]
    private static void ExtendLeft(PyThread thread, PyDeque self, PyValue iterable) => self.Extend(thread, iterable, atLeft: true);

    [PyMethod("clear($self, /)", Doc = "Remove all elements from the deque.")]
    private static void Clear(PyThread thread, PyDeque self) => self.Empty();

    [PyMethod("copy($self, /)", Doc = "Return a shallow copy of a deque.")]
    [PyMethod("__copy__($self, /)", Doc = "Return a shallow copy of a deque.")]
    private static PyValue Copy(PyThread thread, PyDeque self)
    {
        if (!ReferenceEquals(self.Type, TypeObject))
        {
            return self._maximum < 0
                ? thread.Call(self.Type, self)
                : thread.Call(self.Type, self, PyValue.FromInt(self._maximum));
        }

        var copy = new PyDeque(TypeObject) { _maximum = self._maximum };
        copy.Extend(thread, self, atLeft: false);
        return copy;
    }

    [PyMethod("count($self, value, /)", Doc = "Return number of occurrences of value.")]
    private static long CountOf(PyThread thread, PyDeque self, PyValue value)
    {
        var count = 0L;
        var changes = self.Changes;
        for (var i = 0; i < self.Count; i++)
        {
            if (Operators.Equals(thread, self[i], value))
                count++;
            self.CheckUnchanged(changes, Raise.RuntimeError);
        }

        return count;
    }

    [PyMethod("index($self, value, start=0, stop=sys.maxsize, /)", Doc = "Return first index of value.\n\nRaises ValueError if the value is not present.")]
    private static long Index(PyThread thread, PyDeque self, PyValue value, long start, long stop)
    {
        start = Math.Max(start < 0 ? start + self.Count : start, 0);
        stop = Math.Min(Math.Max(stop < 0 ? stop + self.Count : stop, 0), self.Count);
        var changes = self.Changes;
        for (var i = start; i < stop; i++)
        {
            if (Operators.Equals(thread, self[(int)i], value))
                return i;
            self.CheckUnchanged(changes, Raise.RuntimeError);
        }

        throw Raise.ValueError("deque.index(x): x not in deque");
    }

    [PyMethod("insert($self, index, value, /)", Doc = "Insert value before index.")]
    private static void Insert(PyThread thread, PyDeque self, long index, PyValue value)
    {
        if (self.Count == self._maximum)
            throw Raise.IndexError("deque already at its maximum size");
        var place = (int)Math.Clamp(index < 0 ? index + self.Count : index, 0, self.Count);
        if (place < self.Count / 2)
        {
            self.AppendLeft(value);
            for (var i = 0; i < place; i++)
                self[i] = self[i + 1];
        }
        else
        {
            self.Append(value);
            for (var i = self.Count - 1; i > place; i--)
                self[i] = self[i - 1];
        }

        self[place] = value;
    }

    [PyMethod("remove($self, value, /)", Doc = "Remove first occurrence of value.")]
    private static void Remove(PyThread thread, PyDeque self, PyValue value)
    {
        var changes = self.Changes;
        for (var i = 0; i < self.Count; i++)
        {
            var isEqual = Operators.Equals(thread, self[i], value);
            self.CheckUnchanged(changes, Raise.IndexError);
            if (!isEqual)
                continue;
            self.RemoveAt(i);
            return;
        }

        throw Raise.ValueError("deque.remove(x): x not in deque");
    }

    [PyMethod("reverse($self, /)", Doc = "Reverse *IN PLACE*.")]
    private static void Reverse(PyThread thread, PyDeque self)
    {
        for (var (i, j) = (0, self.Count - 1); i < j; i++, j--)
            (self[i], self[j]) = (self[j], self[i]);
    }

    [PyMethod("rotate($self, n=1, /)", Doc = "Rotate the deque n steps to the right.  If n is negative, rotates left.")]
    private static void Rotate(PyThread thread, PyDeque self, long n)
    {
        if (self.Count <= 1)
            return;
        var steps = (int)(n % self.Count);
        if (steps > self.Count / 2)
            steps -= self.Count;
        else if (steps < -self.Count / 2)
            steps += self.Count;
        var (maximum, changes) = (self._maximum, self.Changes);
        self._maximum = -1;
        for (; steps > 0; steps--)
            self.AppendLeft(self.Pop());
        for (; steps < 0; steps++)
            self.Append(self.PopLeft());
        (self._maximum, self.Changes) = (maximum, changes);
    }

    [PyMethod("__reversed__($self, /)", Doc = "Return a reverse iterator over the deque.")]
    private static PyValue Reversed(PyThread thread, PyDeque self) => new PyDequeReverseIterator(self, 0);

    [PyMethod("__reduce__($self, /)", Doc = "Return state information for pickling.")]
    private static PyValue Reduce(PyThread thread, PyDeque self) => PyTuple.From(
        self.Type,
        self._maximum < 0 ? PyTuple.Empty : PyTuple.From(PyTuple.Empty, PyValue.FromInt(self._maximum)),
        self.Attributes.IsEmpty ? PyValue.None : self.Attributes.ToDict(),
        new PyDequeIterator(self, 0));

    [PyMethod("__class_getitem__($type, object, /)", ClassMethod = true, Doc = "See PEP 585")]
    private static PyValue ClassGetItem(PyThread thread, PyType type, PyValue @object) => new PyGenericAlias(type, @object);

    [PyMethod("__sizeof__($self, /)", Doc = "Return the size of the deque in memory, in bytes.")]
    private static long SizeOf(PyThread thread, PyDeque self) => 64 + (16L * self.Ring.Length);

    [PyGetter("maxlen", Doc = "maximum size of a deque or None if unbounded")]
    private static PyValue GetMaximum(PyThread thread, PyDeque self) =>
        self._maximum < 0 ? PyValue.None : PyValue.FromInt(self._maximum);

    private void CheckUnchanged(uint changes, Func<string, PyException> error)
    {
        if (changes != Changes)
            throw error("deque mutated during iteration");
    }
}
