using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Keelback.Vm;

/// <summary>Calls of what the inline cache knows.</summary>
internal static unsafe partial class Ops
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanCallPyExactArgs(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        Unsafe.As<PyFunction>(callable.Ref!).Version == cache.Version && cache.Index == oparg + (selfOrNull.IsMissing ? 0 : 1);

    internal static partial PyValue CallPyExactArgs(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache)
    {
        ref var first = ref MemoryMarshal.GetReference(args);
        if (!selfOrNull.IsMissing)
            first = ref Unsafe.Add(ref first, -1);
        return Enter(thread, FrameBinding.BindInPlace(thread, Unsafe.As<PyFunction>(callable.Ref!), ref first, cache.Index));
    }

    internal static partial bool CanCallBoundMethodExactArgs(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        Unsafe.As<PyMethod>(callable.Ref!).Function.Ref is PyFunction function && function.Version == cache.Version;

    internal static partial PyValue CallBoundMethodExactArgs(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache)
    {
        var method = Unsafe.As<PyMethod>(callable.Ref!);
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(args), -1);
        first = method.Self;
        return Enter(
            thread,
            FrameBinding.BindInPlace(thread, Unsafe.As<PyFunction>(method.Function.Ref!), ref first, args.Length + 1));
    }

    internal static partial bool CanCallPyGeneral(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        Unsafe.As<PyFunction>(callable.Ref!).Version == cache.Version;

    internal static partial PyValue CallPyGeneral(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache) =>
        Call(thread, callable, selfOrNull, args, cache);

    internal static partial bool CanCallBoundMethodGeneral(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        Unsafe.As<PyMethod>(callable.Ref!).Function.Ref is PyFunction function && function.Version == cache.Version;

    internal static partial PyValue CallBoundMethodGeneral(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache) =>
        Call(thread, callable, selfOrNull, args, cache);

    internal static partial bool CanCallNonPyGeneral(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        callable.Ref is not (PyFunction or PyMethod or PyType);

    internal static partial PyValue CallNonPyGeneral(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache) =>
        CallNative(thread, callable, WithSelf(selfOrNull, args), null);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanCallAllocAndEnterInit(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        Unsafe.As<PyType>(callable.Ref!).Version == cache.Version
        && Unsafe.As<PyFunction>(cache.Target!).Version == cache.SecondVersion;

    internal static partial PyValue CallAllocAndEnterInit(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache)
    {
        var initializer = Unsafe.As<PyFunction>(cache.Target!);
        return EnterExactConstructor(
            thread, new PyInstance(Unsafe.As<PyType>(callable.Ref!)), initializer, initializer.Code.Executable, args);
    }

    internal static partial bool CanCallBuiltinClass(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        Unsafe.As<PyType>(callable.Ref!).Version == cache.Version;

    internal static partial PyValue CallBuiltinClass(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache) =>
        CallNative(thread, callable, WithSelf(selfOrNull, args), null);

    internal static partial bool CanCallType1(
        PyThread thread, PyValue callable, PyValue @null, PyValue argument, int oparg, InlineCache cache) =>
        ReferenceEquals(callable.Ref, CoreTypes.Type);

    internal static partial PyValue CallType1(
        PyThread thread, PyValue callable, PyValue @null, PyValue argument, int oparg, InlineCache cache) => argument.Type;

    internal static partial bool CanCallStr1(
        PyThread thread, PyValue callable, PyValue @null, PyValue argument, int oparg, InlineCache cache) =>
        ReferenceEquals(callable.Ref, PyStr.TypeObject);

    internal static partial PyValue CallStr1(
        PyThread thread, PyValue callable, PyValue @null, PyValue argument, int oparg, InlineCache cache) =>
        Operators.Str(thread, argument);

    internal static partial bool CanCallTuple1(
        PyThread thread, PyValue callable, PyValue @null, PyValue argument, int oparg, InlineCache cache) =>
        ReferenceEquals(callable.Ref, PyTuple.TypeObject);

    internal static partial PyValue CallTuple1(
        PyThread thread, PyValue callable, PyValue @null, PyValue argument, int oparg, InlineCache cache) =>
        Operators.ToTuple(thread, argument);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanCallLen(
        PyThread thread, PyValue callable, PyValue @null, PyValue argument, int oparg, InlineCache cache) =>
        ReferenceEquals(callable.Ref, cache.Target);

    internal static partial PyValue CallLen(
        PyThread thread, PyValue callable, PyValue @null, PyValue argument, int oparg, InlineCache cache) =>
        PyValue.FromInt(argument.Ref is PyList list ? list.Count : Operators.Length(thread, argument));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanCallIsinstance(
        PyThread thread, PyValue callable, PyValue @null, PyValue instance, PyValue @class, int oparg, InlineCache cache) =>
        ReferenceEquals(callable.Ref, cache.Target);

    internal static partial PyValue CallIsinstance(
        PyThread thread, PyValue callable, PyValue @null, PyValue instance, PyValue @class, int oparg, InlineCache cache) =>
        PyValue.FromBool(ReferenceEquals(instance.Type, @class.Ref) || Operators.IsInstance(thread, instance, @class));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanCallListAppend(
        PyThread thread, PyValue callable, PyValue self, PyValue argument, int oparg, InlineCache cache) =>
        ReferenceEquals(callable.Ref, cache.Target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CallListAppend(
        PyThread thread, PyValue callable, PyValue self, PyValue argument, int oparg, InlineCache cache)
    {
        Unsafe.As<PyList>(self.Ref!).Add(argument);
        return true;
    }

    internal static partial bool CanCallBuiltinO(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        ReferenceEquals(Unsafe.As<PyBuiltinFunction>(callable.Ref!).Function, cache.Target);

    internal static partial PyValue CallBuiltinO(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache)
    {
        var builtin = Unsafe.As<PyBuiltinFunction>(callable.Ref!);
        return builtin.Function.InvokeOne(thread, builtin.Self, selfOrNull.IsMissing ? args[0] : selfOrNull);
    }

    internal static partial bool CanCallBuiltinFast(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        ReferenceEquals(Unsafe.As<PyBuiltinFunction>(callable.Ref!).Function, cache.Target);

    internal static partial PyValue CallBuiltinFast(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache) =>
        CallBuiltin(thread, callable, selfOrNull, args);

    internal static partial bool CanCallBuiltinFastWithKeywords(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        ReferenceEquals(Unsafe.As<PyBuiltinFunction>(callable.Ref!).Function, cache.Target);

    internal static partial PyValue CallBuiltinFastWithKeywords(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache) =>
        CallBuiltin(thread, callable, selfOrNull, args);

    internal static partial bool CanCallMethodDescriptorO(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        ReferenceEquals(callable.Ref, cache.Target) && !selfOrNull.IsMissing && IsInstanceOfOwner(callable, selfOrNull);

    internal static partial PyValue CallMethodDescriptorO(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache) =>
        Unsafe.As<PyMethodDescriptor>(callable.Ref!).Function.InvokeOne(thread, selfOrNull, args[0]);

    internal static partial bool CanCallMethodDescriptorNoargs(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        ReferenceEquals(callable.Ref, cache.Target) && !selfOrNull.IsMissing && IsInstanceOfOwner(callable, selfOrNull);

    internal static partial PyValue CallMethodDescriptorNoargs(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache) =>
        Unsafe.As<PyMethodDescriptor>(callable.Ref!).Function.InvokeNoArguments(thread, selfOrNull);

    internal static partial bool CanCallMethodDescriptorFast(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        ReferenceEquals(callable.Ref, cache.Target) && !selfOrNull.IsMissing && IsInstanceOfOwner(callable, selfOrNull);

    internal static partial PyValue CallMethodDescriptorFast(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache) =>
        Unsafe.As<PyMethodDescriptor>(callable.Ref!).Function.Call(thread, selfOrNull, args, null);

    internal static partial bool CanCallMethodDescriptorFastWithKeywords(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, int oparg, InlineCache cache) =>
        ReferenceEquals(callable.Ref, cache.Target) && !selfOrNull.IsMissing && IsInstanceOfOwner(callable, selfOrNull);

    internal static partial PyValue CallMethodDescriptorFastWithKeywords(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache) =>
        Unsafe.As<PyMethodDescriptor>(callable.Ref!).Function.Call(thread, selfOrNull, args, null);

    internal static partial bool CanCallKwPy(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, PyValue names, int oparg, InlineCache cache) =>
        Unsafe.As<PyFunction>(callable.Ref!).Version == cache.Version;

    internal static partial PyValue CallKwPy(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, PyValue names, InlineCache cache) =>
        Enter(thread, FrameBinding.Bind(
            thread, Unsafe.As<PyFunction>(callable.Ref!), WithSelf(selfOrNull, args), Unsafe.As<PyTuple>(names.Ref!)));

    internal static partial bool CanCallKwBoundMethod(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, PyValue names, int oparg, InlineCache cache) =>
        Unsafe.As<PyMethod>(callable.Ref!).Function.Ref is PyFunction function && function.Version == cache.Version;

    internal static partial PyValue CallKwBoundMethod(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, PyValue names, InlineCache cache) =>
        CallKw(thread, callable, selfOrNull, args, names, cache);

    internal static partial bool CanCallKwNonPy(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, PyValue names, int oparg, InlineCache cache) =>
        callable.Ref is not (PyFunction or PyMethod or PyType);

    internal static partial PyValue CallKwNonPy(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, PyValue names, InlineCache cache) =>
        CallNative(thread, callable, WithSelf(selfOrNull, args), Unsafe.As<PyTuple>(names.Ref!));

    private static bool IsInstanceOfOwner(PyValue descriptor, PyValue self)
    {
        var owner = Unsafe.As<PyMethodDescriptor>(descriptor.Ref!).Owner;
        return ReferenceEquals(self.Type, owner) || self.Type.IsSubtypeOf(owner);
    }

    private static PyValue CallBuiltin(PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args)
    {
        var builtin = Unsafe.As<PyBuiltinFunction>(callable.Ref!);
        return builtin.Function.Call(thread, builtin.Self, WithSelf(selfOrNull, args), null);
    }

    // The self of a call lies just below its arguments.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<PyValue> WithSelf(PyValue selfOrNull, Span<PyValue> args) => selfOrNull.IsMissing
        ? args
        : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetReference(args), -1), args.Length + 1);
}
