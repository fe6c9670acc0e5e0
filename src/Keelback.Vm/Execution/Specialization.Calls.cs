using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Specialisation of calls.</summary>
internal static unsafe partial class Specialization
{
    internal static partial void Call(
        PyThread thread,
        ref Instruction instruction,
        InlineCache cache,
        PyValue callable,
        PyValue selfOrNull,
        Span<PyValue> args,
        int oparg)
    {
        var count = oparg + (selfOrNull.IsMissing ? 0 : 1);
        var form = callable.Ref switch
        {
            PyFunction function => ForFunction(cache, function, count),
            PyMethod { Function.Ref: PyFunction function } when selfOrNull.IsMissing => ForMethod(cache, function, count + 1),
            PyType type when selfOrNull.IsMissing => ForType(cache, type, oparg),
            PyMethodDescriptor descriptor when !selfOrNull.IsMissing => ForDescriptor(thread, cache, descriptor, selfOrNull, oparg, ref instruction),
            PyBuiltinFunction builtin => ForBuiltin(thread, cache, builtin, selfOrNull, oparg, count),
            PyMethod or PyType => null,
            _ => Opcode.CallNonPyGeneral,
        };
        if (form is { } chosen)
            Apply(ref instruction, chosen);
        else
            Fail(ref instruction, cache);
    }

    internal static partial void CallKw(
        PyThread thread,
        ref Instruction instruction,
        InlineCache cache,
        PyValue callable,
        PyValue selfOrNull,
        Span<PyValue> args,
        PyValue names,
        int oparg)
    {
        switch (callable.Ref)
        {
            case PyFunction function:
                cache.Version = function.AssignVersion();
                Apply(ref instruction, Opcode.CallKwPy);
                break;
            case PyMethod { Function.Ref: PyFunction function } when selfOrNull.IsMissing:
                cache.Version = function.AssignVersion();
                Apply(ref instruction, Opcode.CallKwBoundMethod);
                break;
            case PyMethod or PyType:
                Fail(ref instruction, cache);
                break;
            default:
                Apply(ref instruction, Opcode.CallKwNonPy);
                break;
        }
    }

    private static Opcode? ForFunction(InlineCache cache, PyFunction function, int count)
    {
        cache.Version = function.AssignVersion();
        cache.Index = count;
        var code = function.Code.Executable;
        return code.HasSimpleParameters && code.ArgumentCount == count ? Opcode.CallPyExactArgs : Opcode.CallPyGeneral;
    }

    private static Opcode? ForMethod(InlineCache cache, PyFunction function, int count)
    {
        cache.Version = function.AssignVersion();
        var code = function.Code.Executable;
        return code.HasSimpleParameters && code.ArgumentCount == count
            ? Opcode.CallBoundMethodExactArgs
            : Opcode.CallBoundMethodGeneral;
    }

    private static Opcode? ForType(InlineCache cache, PyType type, int count)
    {
        if (count == 1 && ReferenceEquals(type, CoreTypes.Type))
            return Opcode.CallType1;
        if (count == 1 && ReferenceEquals(type, PyStr.TypeObject))
            return Opcode.CallStr1;
        if (count == 1 && ReferenceEquals(type, PyTuple.TypeObject))
            return Opcode.CallTuple1;
        cache.Version = type.Version;
        if (!type.IsHeapType)
            return Opcode.CallBuiltinClass;
        if (type.Slots.TpCall != CoreTypes.Type.Slots.TpCall || Ops.FindConstructor(type) is not { } initializer)
            return null;
        var code = initializer.Code.Executable;
        if (!code.HasSimpleParameters || code.ArgumentCount != count + 1)
            return null;
        cache.Target = initializer;
        cache.SecondVersion = initializer.AssignVersion();
        return Opcode.CallAllocAndEnterInit;
    }

    private static Opcode? ForDescriptor(
        PyThread thread,
        InlineCache cache,
        PyMethodDescriptor descriptor,
        PyValue self,
        int oparg,
        ref Instruction instruction)
    {
        if (!self.Type.IsSubtypeOf(descriptor.Owner))
            return null;
        cache.Target = descriptor;
        if (ReferenceEquals(descriptor, thread.Interpreter.ListAppend) && oparg == 1
            && self.Ref!.GetType() == typeof(PyList)
            && System.Runtime.CompilerServices.Unsafe.Add(ref instruction, 1).Opcode == Opcode.PopTop)
            return Opcode.CallListAppend;
        if (oparg == 0 && descriptor.Function.InvokeNoArguments != null)
            return Opcode.CallMethodDescriptorNoargs;
        if (oparg == 1 && descriptor.Function.InvokeOne != null)
            return Opcode.CallMethodDescriptorO;
        return Opcode.CallMethodDescriptorFast;
    }

    private static Opcode? ForBuiltin(
        PyThread thread, InlineCache cache, PyBuiltinFunction builtin, PyValue selfOrNull, int oparg, int count)
    {
        cache.Target = builtin;
        if (selfOrNull.IsMissing && oparg == 1 && ReferenceEquals(builtin, thread.Interpreter.LenFunction))
            return Opcode.CallLen;
        if (selfOrNull.IsMissing && oparg == 2 && ReferenceEquals(builtin, thread.Interpreter.IsInstanceFunction))
            return Opcode.CallIsinstance;
        cache.Target = builtin.Function;
        return count == 1 && builtin.Function.InvokeOne != null ? Opcode.CallBuiltinO : Opcode.CallBuiltinFast;
    }
}
