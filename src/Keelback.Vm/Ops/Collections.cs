using System.Runtime.CompilerServices;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Building collections, adding to them, and taking sequences apart.</summary>
internal static unsafe partial class Ops
{
    internal static partial PyValue BuildTuple(PyThread thread, Span<PyValue> items) => PyTuple.From(items);

    internal static partial PyValue BuildList(PyThread thread, Span<PyValue> items) =>
        items.Length == 0 ? new PyList() : new PyList(items.ToArray());

    internal static partial PyValue BuildSet(PyThread thread, Span<PyValue> items)
    {
        var set = new PySet();
        foreach (var item in items)
            set.Add(thread, item);
        return set;
    }

    internal static partial PyValue BuildMap(PyThread thread, Span<PyValue> items)
    {
        var dict = new PyDict();
        for (var i = 0; i < items.Length; i += 2)
            dict.Set(thread, items[i], items[i + 1]);
        return dict;
    }

    internal static partial PyValue BuildSlice(PyThread thread, Span<PyValue> parts) =>
        new PySlice(parts[0], parts[1], parts.Length > 2 ? parts[2] : PyValue.None);

    internal static partial PyValue BuildString(PyThread thread, Span<PyValue> pieces) => PyStr.Concat(pieces);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool ListAppend(PyThread thread, PyValue list, PyValue item)
    {
        Unsafe.As<PyList>(list.Ref!).Add(item);
        return true;
    }

    internal static partial bool ListExtend(PyThread thread, PyValue list, PyValue iterable)
    {
        if (iterable.Type.Slots.TpIter == null && iterable.Type.Slots.SqItem == null)
        {
            return !thread.Raise(Raise.TypeError(
                $"Value after * must be an iterable, not {iterable.Type.Name}")).IsMissing;
        }

        Unsafe.As<PyList>(list.Ref!).Extend(thread, iterable);
        return true;
    }

    internal static partial bool SetAdd(PyThread thread, PyValue set, PyValue item)
    {
        Unsafe.As<PySet>(set.Ref!).Add(thread, item);
        return true;
    }

    internal static partial bool SetUpdate(PyThread thread, PyValue set, PyValue iterable)
    {
        Unsafe.As<PySet>(set.Ref!).Update(thread, iterable);
        return true;
    }

    internal static partial bool MapAdd(PyThread thread, PyValue dict, PyValue key, PyValue value)
    {
        Unsafe.As<PyDict>(dict.Ref!).Set(thread, key, value);
        return true;
    }

    internal static partial bool DictUpdate(PyThread thread, PyValue dict, PyValue mapping)
    {
        if (!PyDict.IsMapping(thread, mapping))
            return !thread.Raise(Raise.TypeError($"'{mapping.Type.Name}' object is not a mapping")).IsMissing;
        Unsafe.As<PyDict>(dict.Ref!).Merge(thread, mapping);
        return true;
    }

    internal static partial bool DictMerge(PyThread thread, PyValue callable, PyValue dict, PyValue mapping)
    {
        if (!PyDict.IsMapping(thread, mapping))
        {
            return !thread.Raise(Raise.TypeError(
                $"{CallableName(callable)} argument after ** must be a mapping, not {mapping.Type.Name}")).IsMissing;
        }

        var target = Unsafe.As<PyDict>(dict.Ref!);
        var added = new PyDict();
        added.Merge(thread, mapping);
        for (var i = 0; i < added.EntryEnd; i++)
        {
            var (key, value) = (added.EntryAt(i).Key, added.EntryAt(i).Value);
            if (key.IsMissing)
                continue;
            if (key.Ref is not PyStr)
                return !thread.Raise(Raise.TypeError("keywords must be strings")).IsMissing;
            if (target.TryGetValue(thread, key, out _))
            {
                return !thread.Raise(Raise.TypeError(
                    $"{CallableName(callable)} got multiple values for keyword argument '{((PyStr)key.Ref).Value}'")).IsMissing;
            }

            target.Set(thread, key, value);
        }

        return true;
    }

    internal static partial bool UnpackSequence(PyThread thread, PyValue sequence, Span<PyValue> items)
    {
        if (sequence.Type.Slots.TpIter == null && sequence.Type.Slots.SqItem == null)
        {
            return !thread.Raise(Raise.TypeError(
                $"cannot unpack non-iterable {sequence.Type.Name} object")).IsMissing;
        }

        var taken = Unpacking.Take(thread, sequence, items.Length, isExact: true);
        for (var i = 0; i < items.Length; i++)
            items[i] = taken[items.Length - 1 - i];
        return true;
    }

    internal static partial PyValue UnpackEx(PyThread thread, PyValue sequence, Span<PyValue> after, Span<PyValue> before)
    {
        if (sequence.Type.Slots.TpIter == null && sequence.Type.Slots.SqItem == null)
        {
            return thread.Raise(Raise.TypeError(
                $"cannot unpack non-iterable {sequence.Type.Name} object"));
        }

        var rest = Unpacking.TakeWithRest(thread, sequence, before.Length, after.Length, out var first, out var last);
        for (var i = 0; i < before.Length; i++)
            before[i] = first[before.Length - 1 - i];
        for (var i = 0; i < after.Length; i++)
            after[i] = last[after.Length - 1 - i];
        return rest;
    }

    internal static partial bool CanUnpackSequenceTwoTuple(
        PyThread thread, PyValue sequence, int oparg, InlineCache cache) => Unsafe.As<PyTuple>(sequence.Ref!).Count == 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial void UnpackSequenceTwoTuple(PyThread thread, PyValue sequence, Span<PyValue> items)
    {
        var values = Unsafe.As<PyTuple>(sequence.Ref!).Items;
        items[0] = values[1];
        items[1] = values[0];
    }

    internal static partial bool CanUnpackSequenceTuple(
        PyThread thread, PyValue sequence, int oparg, InlineCache cache) => Unsafe.As<PyTuple>(sequence.Ref!).Count == oparg;

    internal static partial void UnpackSequenceTuple(PyThread thread, PyValue sequence, Span<PyValue> items)
    {
        Unsafe.As<PyTuple>(sequence.Ref!).Items.CopyTo(items);
        items.Reverse();
    }

    internal static partial bool CanUnpackSequenceList(
        PyThread thread, PyValue sequence, int oparg, InlineCache cache) => Unsafe.As<PyList>(sequence.Ref!).Count == oparg;

    internal static partial void UnpackSequenceList(PyThread thread, PyValue sequence, Span<PyValue> items)
    {
        Unsafe.As<PyList>(sequence.Ref!).AsSpan().CopyTo(items);
        items.Reverse();
    }

    private static string CallableName(PyValue callable)
    {
        var name = callable.Ref switch
        {
            PyFunction function => function.QualifiedName.Value,
            PyMethod { Function.Ref: PyFunction function } => function.QualifiedName.Value,
            PyType type => type.Name,
            _ => callable.Type.Name + " object",
        };
        return callable.Ref is PyFunction { Module.Ref: PyStr module } ? $"{module.Value}.{name}()" : $"{name}()";
    }
}

/// <summary>Specialisation of unpacking.</summary>
internal static unsafe partial class Specialization
{
    internal static partial void UnpackSequence(
        PyThread thread, ref Instruction instruction, InlineCache cache, PyValue sequence, int oparg)
    {
        if (sequence.Ref!.GetType() == typeof(PyTuple) && ((PyTuple)sequence.Ref).Count == oparg)
            Apply(ref instruction, oparg == 2 ? Opcode.UnpackSequenceTwoTuple : Opcode.UnpackSequenceTuple);
        else if (sequence.Ref.GetType() == typeof(PyList) && ((PyList)sequence.Ref).Count == oparg)
            Apply(ref instruction, Opcode.UnpackSequenceList);
        else
            Fail(ref instruction, cache);
    }
}
