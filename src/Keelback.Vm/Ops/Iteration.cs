using System.Runtime.CompilerServices;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Iteration, generators and awaiting.</summary>
internal static unsafe partial class Ops
{
    internal static partial PyValue GetIter(PyThread thread, PyValue iterable) => Operators.TryGetIterator(thread, iterable);

    internal static partial PyValue ForIter(PyThread thread, PyValue iterator) => Operators.TryNext(thread, iterator);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue ForIterList(PyThread thread, PyValue iterator) =>
        Unsafe.As<PyListIterator>(iterator.Ref!).Next();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue ForIterTuple(PyThread thread, PyValue iterator) =>
        Unsafe.As<PyTupleIterator>(iterator.Ref!).Next();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue ForIterRange(PyThread thread, PyValue iterator) =>
        Unsafe.As<PyRangeIterator>(iterator.Ref!).Next();

    internal static partial bool CanForIterGen(PyThread thread, PyValue iterator, int oparg, InlineCache cache) =>
        Unsafe.As<PyGenerator>(iterator.Ref!) is
            { Kind: GeneratorKind.Generator, State: GeneratorState.Created or GeneratorState.Suspended };

    internal static partial PyValue ForIterGen(PyThread thread, PyValue iterator) =>
        Enter(thread, Unsafe.As<PyGenerator>(iterator.Ref!).Resume(thread, PyValue.None));

    internal static partial PyValue GetLen(PyThread thread, PyValue @object) =>
        PyValue.FromInt(Operators.Length(thread, @object));

    internal static partial PyValue ReturnGenerator(PyThread thread)
    {
        var frame = thread.Frame!;
        var own = new Frame
        {
            Code = frame.Code,
            Function = frame.Function,
            Globals = frame.Globals,
            Builtins = frame.Builtins,
            Locals = frame.Locals,
            Stack = new PyValue[frame.Code.FrameSize],
            StackPointer = frame.Code.LocalCount,
            InstructionPointer = frame.InstructionPointer,
            ReturnTarget = -1,
        };
        frame.LocalPlaces.CopyTo(own.Stack);
        var generator = PyGenerator.Create(own);
        own.Generator = generator;
        return generator;
    }

    internal static partial bool CanSendGen(
        PyThread thread, PyValue receiver, PyValue value, int oparg, InlineCache cache) =>
        Unsafe.As<PyGenerator>(receiver.Ref!) is
            { Kind: not GeneratorKind.AsyncGenerator, State: GeneratorState.Suspended or GeneratorState.Created } generator
        && (generator.State == GeneratorState.Suspended || value.IsNone);

    internal static partial PyValue SendGen(PyThread thread, PyValue receiver, PyValue value, out bool returned)
    {
        returned = false;
        return Enter(thread, Unsafe.As<PyGenerator>(receiver.Ref!).Resume(thread, value));
    }

    internal static partial PyValue Send(PyThread thread, PyValue receiver, PyValue value, out bool returned)
    {
        var status = Operators.Send(thread, receiver, value, out var result);
        returned = status == SendStatus.Return;
        return status == SendStatus.Error ? default : result;
    }

    internal static partial PyValue GetYieldFromIter(PyThread thread, PyValue iterable)
    {
        if (iterable.Ref is PyGenerator { Kind: GeneratorKind.Generator })
            return iterable;
        if (iterable.Ref is PyGenerator { Kind: GeneratorKind.Coroutine })
        {
            const CodeFlags Allowed = CodeFlags.Coroutine | CodeFlags.IterableCoroutine;
            if ((thread.Frame!.Code.Flags & Allowed) != 0)
                return iterable;
            return thread.Raise(Raise.TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator"));
        }

        return Operators.TryGetIterator(thread, iterable);
    }

    internal static partial PyValue GetAwaitable(PyThread thread, PyValue awaitable, int oparg) =>
        Awaiting.GetIterator(thread, awaitable, oparg);

    internal static partial PyValue GetAiter(PyThread thread, PyValue iterable) => Awaiting.GetAsyncIterator(thread, iterable);

    internal static partial PyValue GetAnext(PyThread thread, PyValue iterator) => Awaiting.GetNextAwaitable(thread, iterator);

    internal static partial bool EndAsyncFor(PyThread thread, PyValue awaitable, PyValue exception)
    {
        if (exception.Type.IsSubtypeOf(ExceptionTypes.StopAsyncIteration))
            return true;
        thread.RestorePending((PyBaseException)exception.Ref!);
        return false;
    }

    internal static partial PyValue CleanupThrow(
        PyThread thread, PyValue iterator, PyValue sent, PyValue exception, out PyValue value)
    {
        if (exception.Ref is PyStopIteration stop)
        {
            value = stop.Value;
            return PyValue.None;
        }

        value = default;
        thread.RestorePending((PyBaseException)exception.Ref!);
        return default;
    }
}

/// <summary>Specialisation of iteration.</summary>
internal static unsafe partial class Specialization
{
    internal static partial void ForIter(PyThread thread, ref Instruction instruction, InlineCache cache, PyValue iterator)
    {
        Opcode? form = iterator.Ref switch
        {
            PyListIterator => Opcode.ForIterList,
            PyTupleIterator => Opcode.ForIterTuple,
            PyRangeIterator => Opcode.ForIterRange,
            PyGenerator { Kind: GeneratorKind.Generator } => Opcode.ForIterGen,
            _ => null,
        };
        if (form is { } chosen)
            Apply(ref instruction, chosen);
        else
            Fail(ref instruction, cache);
    }

    internal static partial void Send(
        PyThread thread, ref Instruction instruction, InlineCache cache, PyValue receiver, PyValue value)
    {
        if (receiver.Ref is PyGenerator { Kind: not GeneratorKind.AsyncGenerator })
            Apply(ref instruction, Opcode.SendGen);
        else
            Fail(ref instruction, cache);
    }

    internal static partial void JumpBackward(PyThread thread, ref Instruction instruction, InlineCache cache) =>
        Apply(ref instruction, Opcode.JumpBackwardNoJit);
}
