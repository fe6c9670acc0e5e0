using System.Runtime.CompilerServices;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Items and slices of containers.</summary>
internal static unsafe partial class Ops
{
    internal static partial PyValue BinarySlice(PyThread thread, PyValue container, PyValue start, PyValue stop) =>
        Operators.TryGetItem(thread, container, new PySlice(start, stop, PyValue.None));

    internal static partial bool StoreSlice(
        PyThread thread, PyValue value, PyValue container, PyValue start, PyValue stop)
    {
        Operators.SetItem(thread, container, new PySlice(start, stop, PyValue.None), value);
        return true;
    }

    internal static partial bool StoreSubscr(PyThread thread, PyValue value, PyValue container, PyValue key)
    {
        Operators.SetItem(thread, container, key, value);
        return true;
    }

    internal static partial bool DeleteSubscr(PyThread thread, PyValue container, PyValue key)
    {
        Operators.DeleteItem(thread, container, key);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanBinaryOpSubscrListInt(
        PyThread thread, PyValue left, PyValue right, int oparg, InlineCache cache) =>
        (ulong)right.Bits < (ulong)Unsafe.As<PyList>(left.Ref!).Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue BinaryOpSubscrListInt(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache) =>
        Unsafe.As<PyList>(left.Ref!).Items[right.Bits];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanBinaryOpSubscrTupleInt(
        PyThread thread, PyValue left, PyValue right, int oparg, InlineCache cache) =>
        (ulong)right.Bits < (ulong)Unsafe.As<PyTuple>(left.Ref!).Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue BinaryOpSubscrTupleInt(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache) =>
        Unsafe.As<PyTuple>(left.Ref!).Items[right.Bits];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanBinaryOpSubscrStrInt(
        PyThread thread, PyValue left, PyValue right, int oparg, InlineCache cache) =>
        (ulong)right.Bits < (ulong)Unsafe.As<PyStr>(left.Ref!).Length;

    internal static partial PyValue BinaryOpSubscrStrInt(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache) =>
        PyStr.FromCodePoint(Unsafe.As<PyStr>(left.Ref!)[(int)right.Bits]);

    internal static partial PyValue BinaryOpSubscrListSlice(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache) =>
        Operators.TryGetItem(thread, left, right);

    internal static partial PyValue BinaryOpSubscrDict(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache) =>
        Unsafe.As<PyDict>(left.Ref!).TryGetValue(thread, right, out var value)
            ? value
            : thread.Raise(Raise.KeyError(right));

    internal static partial bool CanBinaryOpSubscrGetitem(
        PyThread thread, PyValue left, PyValue right, int oparg, InlineCache cache) =>
        left.Type.Version == cache.Version && ((PyFunction)cache.Target!).Version == cache.SecondVersion;

    internal static partial PyValue BinaryOpSubscrGetitem(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache) =>
        EnterFunction(thread, Unsafe.As<PyFunction>(cache.Target!), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanStoreSubscrListInt(
        PyThread thread, PyValue value, PyValue container, PyValue key, InlineCache cache) =>
        (ulong)key.Bits < (ulong)Unsafe.As<PyList>(container.Ref!).Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial void StoreSubscrListInt(PyThread thread, PyValue value, PyValue container, PyValue key) =>
        EvalLoop.Store(ref Unsafe.As<PyList>(container.Ref!).Items[key.Bits], value);

    internal static partial bool StoreSubscrDict(PyThread thread, PyValue value, PyValue container, PyValue key)
    {
        Unsafe.As<PyDict>(container.Ref!).Set(thread, key, value);
        return true;
    }
}

/// <summary>Specialisation of subscripts.</summary>
internal static unsafe partial class Specialization
{
    internal static partial void StoreSubscr(
        PyThread thread, ref Instruction instruction, InlineCache cache, PyValue value, PyValue container, PyValue key)
    {
        if (container.Ref!.GetType() == typeof(PyDict))
            Apply(ref instruction, Opcode.StoreSubscrDict);
        else if (container.Ref.GetType() == typeof(PyList) && key.IsSmallInt)
            Apply(ref instruction, Opcode.StoreSubscrListInt);
        else
            Fail(ref instruction, cache);
    }

    private static Opcode? ForSubscript(PyThread thread, InlineCache cache, PyValue container, PyValue key)
    {
        var type = container.Ref!.GetType();
        if (type == typeof(PyDict))
            return Opcode.BinaryOpSubscrDict;
        if (type == typeof(PyList))
            return key.IsSmallInt ? Opcode.BinaryOpSubscrListInt : key.Ref is PySlice ? Opcode.BinaryOpSubscrListSlice : null;
        if (type == typeof(PyTuple) && key.IsSmallInt)
            return Opcode.BinaryOpSubscrTupleInt;
        if (type == typeof(PyStr) && key.IsSmallInt)
            return Opcode.BinaryOpSubscrStrInt;
        if (!container.Type.IsHeapType || container.Type.Lookup(Names.GetItem).Ref is not PyFunction method
            || !method.Code.Executable.HasSimpleParameters || method.Code.Executable.ArgumentCount != 2)
            return null;
        cache.Version = container.Type.Version;
        cache.Target = method;
        cache.SecondVersion = method.AssignVersion();
        return Opcode.BinaryOpSubscrGetitem;
    }
}
