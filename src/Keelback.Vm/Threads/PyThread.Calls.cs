using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// Calls from C# code into Python. What is called Call... throws PyException; what is called Invoke gives a missing
/// value instead and leaves the exception pending.
/// </summary>
public sealed unsafe partial class PyThread
{
    /// <summary>Calls an object with positional arguments.</summary>
    internal PyValue Call(PyValue callable, params ReadOnlySpan<PyValue> arguments) =>
        Checked(Invoke(callable, arguments, null));

    /// <summary>Calls an object; the last arguments have the names.</summary>
    internal PyValue Call(PyValue callable, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        Checked(Invoke(callable, arguments, keywordNames));

    /// <summary>Calls a method found on the type of an object, as special methods are.</summary>
    internal PyValue CallMethod(PyValue self, PyStr name, params ReadOnlySpan<PyValue> arguments)
    {
        if (TryCallSpecial(self, name, arguments, out var result))
            return result;
        throw Vm.Raise.AttributeError($"'{self.Type.Name}' object has no attribute '{name.Value}'");
    }

    /// <summary>Calls an attribute of an object, whatever it is.</summary>
    internal PyValue CallAttribute(PyValue self, PyStr name, params ReadOnlySpan<PyValue> arguments) =>
        Call(Operators.GetAttribute(this, self, name), arguments);

    /// <summary>Calls a special method where the type has it; false where not.</summary>
    internal bool TryCallSpecial(PyValue self, PyStr name, ReadOnlySpan<PyValue> arguments, out PyValue result)
    {
        result = default;
        var method = self.Type.Lookup(name);
        if (method.IsMissing)
            return false;
        result = Checked(InvokeSpecial(self, method, arguments));
        return true;
    }

    /// <summary>Calls what a lookup on the type found, bound to self.</summary>
    internal PyValue InvokeSpecial(PyValue self, PyValue method, ReadOnlySpan<PyValue> arguments)
    {
        if ((method.Type.Flags & TypeFlags.MethodDescriptor) != 0)
        {
            if (arguments.Length < 4)
            {
                FourValues buffer = default;
                Span<PyValue> values = buffer;
                values[0] = self;
                arguments.CopyTo(values[1..]);
                return Invoke(method, values[..(arguments.Length + 1)], null);
            }

            return Invoke(method, [self, .. arguments], null);
        }

        if (method.Type.Slots.TpDescrGet != null)
        {
            method = method.Type.Slots.TpDescrGet(this, method, self, self.Type);
            if (method.IsMissing)
                return default;
        }

        return Invoke(method, arguments, null);
    }

    /// <summary>Calls an object; a missing result means that an exception is pending.</summary>
    internal PyValue Invoke(PyValue callable, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var slot = callable.Type.Slots.TpCall;
        if (slot == null)
            return Raise(Vm.Raise.TypeError($"'{callable.Type.Name}' object is not callable"));
        if (!EnterNative())
            return default;
        try
        {
            return slot(this, callable, arguments, keywordNames);
        }
        catch (PyException exception)
        {
            SetPending(exception.Value);
            return default;
        }
        finally
        {
            Depth--;
        }
    }

    /// <summary>Calls a Python function from C#: runs the eval loop until it returns.</summary>
    internal PyValue InvokeFunction(PyFunction function, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var frame = FrameBinding.Bind(this, function, arguments, keywordNames);
        if (frame is null)
            return default;
        return RunFrame(frame);
    }

    /// <summary>Runs a frame that native code has made, to its end.</summary>
    internal PyValue RunFrame(Frame frame)
    {
        frame.Flags |= FrameFlags.Entry;
        return EvalLoop.Run(this, frame);
    }

    /// <summary>Runs code in a namespace: a module, exec or eval.</summary>
    internal PyValue RunCode(PyCode code, PyDict globals, PyValue locals, PyTuple? closure = null)
    {
        var function = new PyFunction(code, globals, Interpreter.BuiltinsFor(this, globals)) { Closure = closure };
        var executable = code.Executable;
        var @base = ReserveStack(executable.FrameSize, out var stack);
        if (!EnterFrame())
            return default;
        var frame = PushFrame(function, executable, stack, @base);
        frame.LocalPlaces.Clear();
        frame.Locals = locals;
        return RunFrame(frame);
    }

    /// <summary>Counts one more Python frame: false, with a RecursionError pending, past the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool EnterFrame() => ++Depth <= Interpreter.RecursionLimit || TooDeep("maximum recursion depth exceeded");

    /// <summary>Counts one more native call: false, with a RecursionError pending, where the .NET stack gets short.</summary>
    internal bool EnterNative()
    {
        if (++Depth > Interpreter.RecursionLimit)
            return TooDeep("maximum recursion depth exceeded");
        return RuntimeHelpers.TryEnsureSufficientExecutionStack() || TooDeep("maximum recursion depth exceeded");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TooDeep(string message)
    {
        // A few frames more are allowed while the error itself is made and handled.
        Depth--;
        SetPending(Vm.Raise.RecursionError(message).Value);
        return false;
    }

    [InlineArray(4)]
    private struct FourValues
    {
        private PyValue _first;
    }
}
