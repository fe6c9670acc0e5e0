using Keelback.Vm;

namespace Keelback.Modules.Itertools;

/// <summary>product: nested loops over several iterables.</summary>
[PyType("itertools.product", Doc = "Give the cartesian product of the iterables, as nested loops would.")]
internal sealed partial class PyProduct : ExtensibleObject
{
    private readonly int[] _indices;
    private bool _hasStarted;
    private bool _hasStopped;

    private PyProduct(PyType type, PyTuple[] pools)
        : base(type)
    {
        Pools = pools;
        Current = new PyValue[pools.Length];
        _indices = new int[pools.Length];
    }

    [PyField]
    private partial PyTuple[] Pools { get; set; }

    [PyField]
    private partial PyValue[] Current { get; set; }

    [PyNew("product(*iterables, repeat=1)")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> iterables, long repeat)
    {
        if (repeat < 0)
            throw Raise.ValueError("repeat argument cannot be negative");
        if (repeat > 0 && iterables.Length > int.MaxValue / 8 / repeat)
            throw Raise.OverflowError("repeat argument too large");
        var given = iterables.Length;
        var pools = new PyTuple[repeat == 0 ? 0 : given * (int)repeat];
        for (var i = 0; i < given && pools.Length > 0; i++)
            pools[i] = Operators.ToTuple(thread, iterables[i]);
        for (var i = given; i < pools.Length; i++)
            pools[i] = pools[i - given];
        return new PyProduct(cls, pools);
    }

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyProduct self)
    {
        if (self._hasStopped)
            return default;
        if (!self._hasStarted)
            self.Start();
        else
            self.Advance();
        return self._hasStopped ? default : PyTuple.Own((PyValue[])self.Current.Clone());
    }

    private void Start()
    {
        _hasStarted = true;
        for (var i = 0; i < Pools.Length; i++)
        {
            if (Pools[i].Count == 0)
            {
                _hasStopped = true;
                return;
            }

            Current[i] = Pools[i][0];
        }
    }

    private void Advance()
    {
        for (var i = Pools.Length - 1; i >= 0; i--)
        {
            var pool = Pools[i].Items;
            if (++_indices[i] < pool.Length)
            {
                Current[i] = pool[_indices[i]];
                return;
            }

            _indices[i] = 0;
            Current[i] = pool[0];
        }

        _hasStopped = true;
    }
}

/// <summary>permutations: the ordered choices of items.</summary>
[PyType("itertools.permutations", Doc = "Give the permutations of r items of an iterable.")]
internal sealed partial class PyPermutations : ExtensibleObject
{
    private readonly int[] _indices;
    private readonly int[] _cycles;
    private bool _hasStarted;
    private bool _hasStopped;

    private PyPermutations(PyType type, PyValue[] pool, int length)
        : base(type)
    {
        Pool = pool;
        _hasStopped = length > pool.Length;
        _indices = [.. Enumerable.Range(0, pool.Length)];
        _cycles = new int[_hasStopped ? 0 : length];
        for (var i = 0; i < _cycles.Length; i++)
            _cycles[i] = pool.Length - i;
    }

    [PyField]
    private partial PyValue[] Pool { get; set; }

    [PyNew("permutations(iterable, r=None)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue iterable, PyValue r)
    {
        var pool = Operators.ToTuple(thread, iterable).Items;
        if (r.IsNone)
            return new PyPermutations(cls, pool, pool.Length);
        if (r.Ref is not PyInt && !r.IsSmallInt && !r.IsBool)
            throw Raise.TypeError("Expected int as r");
        return new PyPermutations(cls, pool, Combinatorics.Length(Operators.ToIndex(thread, r, Raise.OverflowError)));
    }

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyPermutations self)
    {
        if (self._hasStopped)
            return default;
        if (self._hasStarted)
            self.Advance();
        self._hasStarted = true;
        return self._hasStopped ? default : Combinatorics.Choose(self.Pool, self._indices.AsSpan(0, self._cycles.Length));
    }

    private void Advance()
    {
        var count = _indices.Length;
        for (var i = _cycles.Length - 1; i >= 0; i--)
        {
            if (--_cycles[i] > 0)
            {
                var other = count - _cycles[i];
                (_indices[i], _indices[other]) = (_indices[other], _indices[i]);
                return;
            }

            var first = _indices[i];
            Array.Copy(_indices, i + 1, _indices, i, count - i - 1);
            _indices[count - 1] = first;
            _cycles[i] = count - i;
        }

        _hasStopped = true;
    }
}

/// <summary>combinations: the choices of items without order.</summary>
[PyType("itertools.combinations", Doc = "Give the choices of r items of an iterable, each item at most once.")]
internal sealed partial class PyCombinations : ExtensibleObject
{
    private readonly int[] _indices;
    private bool _hasStarted;
    private bool _hasStopped;

    private PyCombinations(PyType type, PyValue[] pool, int length)
        : base(type)
    {
        Pool = pool;
        _hasStopped = length > pool.Length;
        _indices = _hasStopped ? [] : [.. Enumerable.Range(0, length)];
    }

    [PyField]
    private partial PyValue[] Pool { get; set; }

    [PyNew("combinations(iterable, r)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue iterable, long r) =>
        new PyCombinations(cls, Operators.ToTuple(thread, iterable).Items, Combinatorics.Length(r));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyCombinations self)
    {
        if (self._hasStopped)
            return default;
        if (self._hasStarted)
            self.Advance();
        self._hasStarted = true;
        return self._hasStopped ? default : Combinatorics.Choose(self.Pool, self._indices);
    }

    private void Advance()
    {
        var length = _indices.Length;
        var i = length - 1;
        while (i >= 0 && _indices[i] == i + Pool.Length - length)
            i--;
        if (i < 0)
        {
            _hasStopped = true;
            return;
        }

        _indices[i]++;
        for (var j = i + 1; j < length; j++)
            _indices[j] = _indices[j - 1] + 1;
    }
}

/// <summary>combinations_with_replacement: the choices without order in which an item may come again.</summary>
[PyType("itertools.combinations_with_replacement", Doc = "Give the choices of r items of an iterable, each item as often as may be.")]
internal sealed partial class PyCombinationsWithReplacement : ExtensibleObject
{
    private readonly int[] _indices;
    private bool _hasStarted;
    private bool _hasStopped;

    private PyCombinationsWithReplacement(PyType type, PyValue[] pool, int length)
        : base(type)
    {
        Pool = pool;
        _hasStopped = pool.Length == 0 && length > 0;
        _indices = _hasStopped ? [] : new int[length];
    }

    [PyField]
    private partial PyValue[] Pool { get; set; }

    [PyNew("combinations_with_replacement(iterable, r)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue iterable, long r) =>
        new PyCombinationsWithReplacement(cls, Operators.ToTuple(thread, iterable).Items, Combinatorics.Length(r));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyCombinationsWithReplacement self)
    {
        if (self._hasStopped)
            return default;
        if (self._hasStarted)
            self.Advance();
        self._hasStarted = true;
        return self._hasStopped ? default : Combinatorics.Choose(self.Pool, self._indices);
    }

    private void Advance()
    {
        var i = _indices.Length - 1;
        while (i >= 0 && _indices[i] == Pool.Length - 1)
            i--;
        if (i < 0)
            _hasStopped = true;
        else
            _indices.AsSpan(i).Fill(_indices[i] + 1);
    }
}

/// <summary>What the iterators over choices have in common.</summary>
internal static class Combinatorics
{
    /// <summary>The number of items to choose, which must not be negative.</summary>
    public static int Length(long r) =>
        r < 0 ? throw Raise.ValueError("r must be non-negative") : r > Array.MaxLength ? throw Raise.MemoryError() : (int)r;

    /// <summary>The items at some indices.</summary>
    public static PyTuple Choose(PyValue[] pool, ReadOnlySpan<int> indices)
    {
        var items = new PyValue[indices.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = pool[indices[i]];
        return PyTuple.Own(items);
    }
}
