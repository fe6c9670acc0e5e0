using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Keelback.Vm;

/// <summary>
/// Calls: the general forms. A call of a Python function makes the callee's frame the thread's present one and gives
/// back a missing value; the loop sees it and goes on there.
/// </summary>
internal static unsafe partial class Ops
{
    internal static partial PyValue Call(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, InlineCache cache)
    {
        ref var first = ref MemoryMarshal.GetReference(args);
        var count = args.Length;
        if (!selfOrNull.IsMissing)
        {
            first = ref Unsafe.Add(ref first, -1);
            count++;
        }
        else if (callable.Ref is PyMethod method)
        {
            // The empty slot below the arguments takes the self of a bound method.
            callable = method.Function;
            first = ref Unsafe.Add(ref first, -1);
            first = method.Self;
            count++;
        }

        if (callable.Ref is PyFunction function)
            return Enter(thread, FrameBinding.BindInPlace(thread, function, ref first, count));
        if (callable.Ref is PyType type && type.Slots.TpCall == CoreTypes.Type.Slots.TpCall)
        {
            if (FindConstructor(type) is { } initializer)
                return EnterConstructor(thread, type, initializer, MemoryMarshal.CreateReadOnlySpan(ref first, count), null);
        }

        return CallNative(thread, callable, MemoryMarshal.CreateReadOnlySpan(ref first, count), null);
    }

    internal static partial PyValue CallKw(
        PyThread thread, PyValue callable, PyValue selfOrNull, Span<PyValue> args, PyValue names, InlineCache cache)
    {
        ref var first = ref MemoryMarshal.GetReference(args);
        var count = args.Length;
        if (!selfOrNull.IsMissing)
        {
            first = ref Unsafe.Add(ref first, -1);
            count++;
        }
        else if (callable.Ref is PyMethod method)
        {
            callable = method.Function;
            first = ref Unsafe.Add(ref first, -1);
            first = method.Self;
            count++;
        }

        var arguments = MemoryMarshal.CreateReadOnlySpan(ref first, count);
        var keywordNames = Unsafe.As<PyTuple>(names.Ref!);
        if (callable.Ref is PyFunction function)
            return Enter(thread, FrameBinding.Bind(thread, function, arguments, keywordNames));
        if (callable.Ref is PyType type && type.Slots.TpCall == CoreTypes.Type.Slots.TpCall
            && FindConstructor(type) is { } initializer)
        {
            return EnterConstructor(thread, type, initializer, arguments, keywordNames);
        }

        return CallNative(thread, callable, arguments, keywordNames);
    }

    internal static partial PyValue CallFunctionEx(
        PyThread thread, PyValue callable, PyValue @null, PyValue args, PyValue keywordsOrNull)
    {
        if (args.Ref is not PyTuple positional)
        {
            if (!Operators.IsIterable(args))
            {
                return thread.Raise(Raise.TypeError(
                    $"{CallableName(callable)} argument after * must be an iterable, not {args.Type.Name}"));
            }

            positional = Operators.ToTuple(thread, args);
        }

        ReadOnlySpan<PyValue> arguments = positional.Items;
        PyTuple? names = null;
        if (!keywordsOrNull.IsMissing)
        {
            if (keywordsOrNull.Ref is not PyDict keywords)
            {
                if (!PyDict.IsMapping(thread, keywordsOrNull))
                {
                    return thread.Raise(Raise.TypeError(
                        $"{CallableName(callable)} argument after ** must be a mapping, not {keywordsOrNull.Type.Name}"));
                }

                keywords = new PyDict();
                keywords.Merge(thread, keywordsOrNull);
            }

            if (keywords.Count > 0 && !SplitKeywords(thread, callable, keywords, ref arguments, out names))
                return default;
        }

        if (callable.Ref is PyMethod method)
        {
            callable = method.Function;
            arguments = (PyValue[])[method.Self, .. arguments];
        }

        if (callable.Ref is PyFunction function)
            return Enter(thread, FrameBinding.Bind(thread, function, arguments, names));
        return CallNative(thread, callable, arguments, names);
    }

    internal static partial PyValue CallIntrinsic1(PyThread thread, PyValue value, int oparg) =>
        Intrinsics.Apply(thread, (Bytecode.UnaryIntrinsic)oparg, value);

    internal static partial PyValue CallIntrinsic2(PyThread thread, PyValue first, PyValue second, int oparg) =>
        Intrinsics.Apply(thread, (Bytecode.BinaryIntrinsic)oparg, first, second);

    internal static partial PyValue MakeFunction(PyThread thread, PyValue code)
    {
        var frame = thread.Frame!;
        return new PyFunction(Unsafe.As<PyCode>(code.Ref!), frame.Globals, frame.Builtins);
    }

    internal static partial void SetFunctionAttribute(PyThread thread, PyValue value, PyValue function, int oparg)
    {
        var target = Unsafe.As<PyFunction>(function.Ref!);
        switch ((Bytecode.FunctionAttribute)oparg)
        {
            case Bytecode.FunctionAttribute.Defaults:
                target.Defaults = (PyTuple)value.Ref!;
                break;
            case Bytecode.FunctionAttribute.Kwdefaults:
                target.KeywordDefaults = (PyDict)value.Ref!;
                break;
            case Bytecode.FunctionAttribute.Annotations:
                target.Annotations = value;
                break;
            case Bytecode.FunctionAttribute.Closure:
                target.Closure = (PyTuple)value.Ref!;
                break;
            case Bytecode.FunctionAttribute.Annotate:
                target.Annotate = value;
                break;
        }
    }

    internal static partial bool ExitInitCheck(PyThread thread, PyValue result) =>
        result.IsNone || !thread.Raise(InitMustReturnNone(result)).IsMissing;

    /// <summary>What a constructor's frame gives its caller: the instance, unless __init__ returned something.</summary>
    internal static PyValue FinishConstructor(PyThread thread, Frame frame, PyValue result) =>
        result.IsNone ? frame.Instance : thread.Raise(InitMustReturnNone(result));

    /// <summary>Makes a callee's frame the present one; a missing value in any case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PyValue Enter(PyThread thread, Frame? frame)
    {
        if (frame is not null)
            thread.Frame = frame;
        return default;
    }

    private static PyValue EnterFunction(PyThread thread, PyFunction function, params ReadOnlySpan<PyValue> arguments) =>
        Enter(thread, FrameBinding.Bind(thread, function, arguments, null));

    private static PyValue CallNative(
        PyThread thread, PyValue callable, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var slot = callable.Type.Slots.TpCall;
        if (slot == null)
            return thread.Raise(Raise.TypeError($"'{callable.Type.Name}' object is not callable"));
        return slot(thread, callable, arguments, keywordNames);
    }

    // A class whose instances object.__new__ makes and a Python function initialises needs no native code in between.
    internal static PyFunction? FindConstructor(PyType type)
    {
        if (!type.IsHeapType || type.Slots.TpNew != CoreTypes.Object.Slots.TpNew
            || (type.Flags & TypeFlags.Abstract) != 0 || !ReferenceEquals(type.SolidBase, CoreTypes.Object))
            return null;
        return type.Lookup(Vm.Names.Init).Ref as PyFunction;
    }

    private static PyValue EnterConstructor(
        PyThread thread, PyType type, PyFunction initializer, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var instance = new PyInstance(type);
        var code = initializer.Code.Executable;
        if (keywordNames is null && code.HasSimpleParameters && code.ArgumentCount == arguments.Length + 1)
            return EnterExactConstructor(thread, instance, initializer, code, arguments);
        var frame = FrameBinding.Bind(thread, initializer, [instance, .. arguments], keywordNames);
        if (frame is not null)
        {
            frame.Flags |= FrameFlags.Constructor;
            frame.Instance = instance;
        }

        return Enter(thread, frame);
    }

    private static PyValue EnterExactConstructor(
        PyThread thread, PyInstance instance, PyFunction initializer, ExecutableCode code, ReadOnlySpan<PyValue> arguments)
    {
        if (!thread.EnterFrame())
            return default;
        var @base = thread.ReserveStack(code.FrameSize, out var stack);
        stack[@base] = instance;
        arguments.CopyTo(stack.AsSpan(@base + 1));
        stack.AsSpan(@base + code.ArgumentCount, code.LocalCount - code.ArgumentCount).Clear();
        var frame = thread.PushFrame(initializer, code, stack, @base);
        frame.Flags = FrameFlags.Constructor;
        frame.Instance = instance;
        thread.Frame = frame;
        return default;
    }

    private static bool SplitKeywords(
        PyThread thread, PyValue callable, PyDict keywords, ref ReadOnlySpan<PyValue> arguments, out PyTuple? names)
    {
        var all = new PyValue[arguments.Length + keywords.Count];
        arguments.CopyTo(all);
        var keys = new PyValue[keywords.Count];
        var count = 0;
        names = null;
        for (var i = 0; i < keywords.EntryEnd; i++)
        {
            ref var entry = ref keywords.EntryAt(i);
            if (entry.Key.IsMissing)
                continue;
            if (entry.Key.Ref is not PyStr)
            {
                thread.Raise(Raise.TypeError("keywords must be strings"));
                return false;
            }

            keys[count] = entry.Key;
            all[arguments.Length + count++] = entry.Value;
        }

        arguments = all;
        names = PyTuple.Own(keys);
        return true;
    }

    private static PyException InitMustReturnNone(PyValue result) =>
        Raise.TypeError($"__init__() should return None, not '{result.Type.Name}'");
}
