using System.Diagnostics.CodeAnalysis;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The set algebra. Results are of the kind that the left set is.</summary>
internal abstract partial class PyAnySet
{
    private const long EmptySize = 200;
    private const long EntrySize = 16;

    /// <summary>The bytes in memory, told as CPython would for a table of this size.</summary>
    internal long ByteSize => _index.Length <= MinIndexSize ? EmptySize : EmptySize + (EntrySize * _index.Length);

    /// <summary>Removes the items of an iterable.</summary>
    internal void Subtract(PyThread thread, PyValue iterable)
    {
        if (ReferenceEquals(this, iterable.Ref))
        {
            Clear();
            return;
        }

        if (iterable.Ref is PyAnySet other)
        {
            for (var i = 0; i < other._end; i++)
            {
                var entry = other._entries[i];
                if (!entry.Key.IsMissing && Find(thread, entry.Key, entry.Hash) is >= 0 and var place)
                    RemoveEntry(place);
            }

            return;
        }

        foreach (var item in Operators.Iterate(thread, iterable))
        {
            if (Find(thread, item, HashOf(thread, item)) is >= 0 and var place)
                RemoveEntry(place);
        }
    }

    /// <summary>Removes the items that the other has too, and adds those that only it has.</summary>
    internal void SymmetricUpdate(PyThread thread, PyValue iterable)
    {
        if (ReferenceEquals(this, iterable.Ref))
        {
            Clear();
            return;
        }

        var other = ToSet(thread, iterable);
        for (var i = 0; i < other._end; i++)
        {
            var entry = other._entries[i];
            if (entry.Key.IsMissing)
                continue;
            var place = Find(thread, entry.Key, entry.Hash);
            if (place >= 0)
                RemoveEntry(place);
            else
                Insert(entry.Key, entry.Hash);
        }
    }

    /// <summary>The hash of a frozenset: the same for every order of the items.</summary>
    internal long HashOfItems()
    {
        unchecked
        {
            var hash = 1927868237UL * ((ulong)Count + 1);
            for (var i = 0; i < _end; i++)
            {
                if (_entries[i].Key.IsMissing)
                    continue;
                var item = (ulong)_entries[i].Hash;
                hash ^= (item ^ (item << 16) ^ 89869747UL) * 3644798167UL;
            }

            hash ^= (hash >> 11) ^ (hash >> 25);
            hash = (hash * 69069UL) + 907133923UL;
            return hash == ulong.MaxValue ? 590923713L : (long)hash;
        }
    }

    internal static bool AreSets(
        PyValue left, PyValue right, [NotNullWhen(true)] out PyAnySet? first, [NotNullWhen(true)] out PyAnySet? second)
    {
        first = left.Ref as PyAnySet;
        second = right.Ref as PyAnySet;
        return first is not null && second is not null;
    }

    internal static PyAnySet ToSet(PyThread thread, PyValue iterable)
    {
        if (iterable.Ref is PyAnySet set)
            return set;
        var made = new PySet();
        made.Update(thread, iterable);
        return made;
    }

    internal static PyValue CompareSets(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (!AreSets(left, right, out var first, out var second))
            return PyNotImplemented.Instance;
        var (a, b) = (first.Count, second.Count);
        return PyValue.FromBool(op switch
        {
            ComparisonOperator.Eq => a == b && first.IsWithin(thread, second),
            ComparisonOperator.Ne => !(a == b && first.IsWithin(thread, second)),
            ComparisonOperator.Lt => a < b && first.IsWithin(thread, second),
            ComparisonOperator.Le => first.IsWithin(thread, second),
            ComparisonOperator.Gt => a > b && second.IsWithin(thread, first),
            _ => second.IsWithin(thread, first),
        });
    }

    internal PyAnySet Clone()
    {
        var copy = NewOfKind();
        for (var i = 0; i < _end; i++)
        {
            if (!_entries[i].Key.IsMissing)
                copy.Insert(_entries[i].Key, _entries[i].Hash);
        }

        return copy;
    }

    internal PyAnySet Joined(PyThread thread, ReadOnlySpan<PyValue> others)
    {
        var result = Clone();
        foreach (var other in others)
            result.Update(thread, other);
        return result;
    }

    internal PyAnySet Without(PyThread thread, PyValue other)
    {
        if (other.Ref is not PyAnySet set)
        {
            var rest = Clone();
            rest.Subtract(thread, other);
            return rest;
        }

        var result = NewOfKind();
        for (var i = 0; i < _end; i++)
        {
            var entry = _entries[i];
            if (!entry.Key.IsMissing && set.Find(thread, entry.Key, entry.Hash) < 0)
                result.Add(thread, entry.Key, entry.Hash);
        }

        return result;
    }

    internal PyAnySet WithoutAll(PyThread thread, ReadOnlySpan<PyValue> others)
    {
        if (others.Length == 0)
            return Clone();
        var result = Without(thread, others[0]);
        foreach (var other in others[1..])
            result.Subtract(thread, other);
        return result;
    }

    internal PyAnySet Common(PyThread thread, PyValue other)
    {
        var result = NewOfKind();
        if (other.Ref is PyAnySet set)
        {
            // The smaller one is run through; where they are of one size, the other.
            var (walked, asked) = set.Count <= Count ? (set, this) : (this, set);
            for (var i = 0; i < walked._end; i++)
            {
                var entry = walked._entries[i];
                if (!entry.Key.IsMissing && asked.Find(thread, entry.Key, entry.Hash) >= 0)
                    result.Add(thread, entry.Key, entry.Hash);
            }

            return result;
        }

        foreach (var item in Operators.Iterate(thread, other))
        {
            var hash = HashOf(thread, item);
            if (Find(thread, item, hash) >= 0)
                result.Add(thread, item, hash);
        }

        return result;
    }

    internal PyAnySet CommonOfAll(PyThread thread, ReadOnlySpan<PyValue> others)
    {
        if (others.Length == 0)
            return Clone();
        var result = this;
        foreach (var other in others)
            result = result.Common(thread, other);
        return result;
    }

    internal PyAnySet Exclusive(PyThread thread, PyValue other)
    {
        var result = Clone();
        if (ReferenceEquals(this, other.Ref))
            result.Clear();
        else
            result.SymmetricUpdate(thread, other);
        return result;
    }

    internal bool IsWithin(PyThread thread, PyAnySet other)
    {
        if (Count > other.Count)
            return false;
        for (var i = 0; i < _end; i++)
        {
            var entry = _entries[i];
            if (!entry.Key.IsMissing && other.Find(thread, entry.Key, entry.Hash) < 0)
                return false;
        }

        return true;
    }

    internal bool HasAllOf(PyThread thread, PyValue iterable)
    {
        if (iterable.Ref is PyAnySet other)
            return other.IsWithin(thread, this);
        foreach (var item in Operators.Iterate(thread, iterable))
        {
            if (Find(thread, item, HashOf(thread, item)) < 0)
                return false;
        }

        return true;
    }

    internal bool HasNoneOf(PyThread thread, PyValue iterable)
    {
        if (ReferenceEquals(this, iterable.Ref))
            return Count == 0;
        foreach (var item in Operators.Iterate(thread, iterable))
        {
            if (Find(thread, item, HashOf(thread, item)) >= 0)
                return false;
        }

        return true;
    }

    internal PyValue ToRepr(PyThread thread)
    {
        var name = Type.Name;
        if (Count == 0)
            return PyStr.From($"{name}()");
        if (!thread.ReprInProgress.Add(this))
            return PyStr.From($"{name}(...)");
        try
        {
            var text = new System.Text.StringBuilder("{");
            foreach (var item in Operators.ToList(thread, this).AsSpan())
            {
                if (text.Length > 1)
                    text.Append(", ");
                text.Append(Operators.Repr(thread, item).Value);
            }

            text.Append('}');
            return PyStr.From(ReferenceEquals(Type, PySet.TypeObject) ? text.ToString() : $"{name}({text})");
        }
        finally
        {
            thread.ReprInProgress.Remove(this);
        }
    }

    internal PyValue ToState(PyThread thread)
    {
        var items = new PyList();
        for (var i = 0; i < _end; i++)
        {
            if (!_entries[i].Key.IsMissing)
                items.Add(_entries[i].Key);
        }

        var state = Operators.GetAttribute(thread, this, s_getState);
        return PyTuple.From(Type, PyTuple.From(items), thread.Call(state));
    }

    private static readonly PyStr s_getState = PyStr.Intern("__getstate__");
}
