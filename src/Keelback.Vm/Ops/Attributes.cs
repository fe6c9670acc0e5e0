using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>Attributes: the general forms. The specialised ones are in Attributes.Specialized.cs.</summary>
internal static unsafe partial class Ops
{
    internal static partial PyValue LoadAttr(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        ref var instruction = ref CurrentInstruction(thread);
        if ((instruction.Argument & 1) != 0 && owner.Type.Slots.TpGetattro == ObjectType.GenericGetAttribute)
            return LoadMethod(thread, owner, name, out selfOrNull);
        var slot = owner.Type.Slots.TpGetattro;
        return slot(thread, owner, name);
    }

    internal static partial bool StoreAttr(PyThread thread, PyValue value, PyValue owner, PyStr name, InlineCache cache)
    {
        Operators.SetAttribute(thread, owner, name, value);
        return true;
    }

    internal static partial bool DeleteAttr(PyThread thread, PyValue owner, PyStr name)
    {
        Operators.DeleteAttribute(thread, owner, name);
        return true;
    }

    internal static partial PyValue LoadSuperAttr(
        PyThread thread, PyValue super, PyValue @class, PyValue self, PyStr name, int oparg, out PyValue selfOrNull)
    {
        selfOrNull = default;
        if (ReferenceEquals(super.Ref, PySuper.TypeObject) && @class.Ref is PyType type)
            return PySuper.LoadAttribute(thread, type, self, name, (oparg & 1) != 0, out selfOrNull);
        var made = (oparg & 2) != 0 ? thread.Invoke(super, [@class, self], null) : thread.Invoke(super, [], null);
        if (made.IsMissing)
            return default;
        return made.Type.Slots.TpGetattro(thread, made, name);
    }

    internal static partial PyValue LoadSpecial(PyThread thread, PyValue owner, int oparg, out PyValue selfOrNull)
    {
        var name = (Bytecode.SpecialMethod)oparg switch
        {
            Bytecode.SpecialMethod.Enter => Vm.Names.Enter,
            Bytecode.SpecialMethod.Exit => Vm.Names.Exit,
            Bytecode.SpecialMethod.Aenter => Vm.Names.AEnter,
            _ => Vm.Names.AExit,
        };
        selfOrNull = default;
        var method = owner.Type.Lookup(name);
        if (method.IsMissing)
            return thread.Raise(NoContextManager(owner, name));
        if ((method.Type.Flags & TypeFlags.MethodDescriptor) != 0)
        {
            selfOrNull = owner;
            return method;
        }

        var get = method.Type.Slots.TpDescrGet;
        return get == null ? method : get(thread, method, owner, owner.Type);
    }

    // A method and its self as two values, so that the call need not make a bound method; or any other attribute alone.
    private static PyValue LoadMethod(PyThread thread, PyValue owner, PyStr name, out PyValue selfOrNull)
    {
        selfOrNull = default;
        var found = owner.Type.Lookup(name);
        if (!found.IsMissing && (found.Type.Flags & TypeFlags.MethodDescriptor) != 0)
        {
            if (owner.Ref!.HasAttributes && owner.Ref.Attributes.TryGet(name, out var own))
                return own;
            selfOrNull = owner;
            return found;
        }

        return ObjectType.GetAttribute(thread, owner, name);
    }

    private static ref Instruction CurrentInstruction(PyThread thread)
    {
        var frame = thread.Frame!;
        return ref frame.Code.Instructions[frame.InstructionPointer - 1];
    }

    private static PyException NoContextManager(PyValue owner, PyStr name)
    {
        var type = owner.Type;
        var isAsync = ReferenceEquals(name, Vm.Names.AEnter) || ReferenceEquals(name, Vm.Names.AExit);
        var kind = isAsync ? "asynchronous context manager" : "context manager";
        var missing = ReferenceEquals(name, Vm.Names.Exit) || ReferenceEquals(name, Vm.Names.AExit)
            ? $"missed {name.Value} method"
            : null;
        var text = $"'{type.Name}' object does not support the {kind} protocol";
        if (missing is not null)
            text += $" ({missing})";
        var (enter, exit) = isAsync ? (Vm.Names.Enter, Vm.Names.Exit) : (Vm.Names.AEnter, Vm.Names.AExit);
        if (!type.Lookup(enter).IsMissing && !type.Lookup(exit).IsMissing)
        {
            text += isAsync
                ? $" but it supports the context manager protocol. Did you mean to use 'with'?"
                : $" but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
        }

        return Raise.TypeError(text);
    }
}
