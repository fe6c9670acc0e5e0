using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The functions that only compiled code can name.</summary>
internal static class Intrinsics
{
    private static readonly PyStr s_displayHook = PyStr.Intern("displayhook");

    /// <summary>A function of one argument; a missing value with an exception pending where it fails.</summary>
    public static PyValue Apply(PyThread thread, UnaryIntrinsic intrinsic, PyValue value) => intrinsic switch
    {
        UnaryIntrinsic.Print => Print(thread, value),
        UnaryIntrinsic.ImportStar => thread.Interpreter.Imports.ImportStar(thread, thread.Frame!, value),
        UnaryIntrinsic.StopiterationError => StopIterationError(thread, value),
        UnaryIntrinsic.AsyncGenWrap => new PyAsyncGeneratorValue(value),
        UnaryIntrinsic.UnaryPositive => Operators.TryPositive(thread, value),
        UnaryIntrinsic.ListToTuple => PyTuple.Own(((PyList)value.Ref!).AsSpan().ToArray()),
        UnaryIntrinsic.Typevar => TypeParameters.CreateTypeVar(thread, value, default, default),
        UnaryIntrinsic.Paramspec => TypeParameters.CreateParamSpec(thread, value),
        UnaryIntrinsic.Typevartuple => TypeParameters.CreateTypeVarTuple(thread, value),
        UnaryIntrinsic.SubscriptGeneric => TypeParameters.SubscriptGeneric(thread, value),
        UnaryIntrinsic.Typealias => TypeParameters.CreateTypeAlias(thread, (PyTuple)value.Ref!),
        _ => thread.Raise(Raise.SystemError($"unknown intrinsic {(int)intrinsic}")),
    };

    /// <summary>A function of two arguments; a missing value with an exception pending where it fails.</summary>
    public static PyValue Apply(PyThread thread, BinaryIntrinsic intrinsic, PyValue first, PyValue second) => intrinsic switch
    {
        BinaryIntrinsic.PrepReraiseStar => ExceptionGroups.PrepareReraise(thread, first, (PyList)second.Ref!),
        BinaryIntrinsic.TypevarWithBound => TypeParameters.CreateTypeVar(thread, first, second, default),
        BinaryIntrinsic.TypevarWithConstraints => TypeParameters.CreateTypeVar(thread, first, default, second),
        BinaryIntrinsic.SetFunctionTypeParams => SetTypeParams(first, second),
        BinaryIntrinsic.SetTypeparamDefault => TypeParameters.SetDefault(thread, first, second),
        _ => thread.Raise(Raise.SystemError($"unknown intrinsic {(int)intrinsic}")),
    };

    private static PyValue Print(PyThread thread, PyValue value)
    {
        var hook = thread.Interpreter.Imports.GetSysAttribute(s_displayHook);
        return hook.IsMissing
            ? thread.Raise(Raise.RuntimeError("lost sys.displayhook"))
            : thread.Invoke(hook, [value], null);
    }

    // A generator that lets a StopIteration out raises RuntimeError instead (PEP 479).
    private static PyValue StopIterationError(PyThread thread, PyValue value)
    {
        var exception = (PyBaseException)value.Ref!;
        var flags = thread.Frame!.Code.Flags;
        string? message = null;
        if (exception.Type.IsSubtypeOf(ExceptionTypes.StopIteration))
        {
            message = (flags & CodeFlags.AsyncGenerator) != 0 ? "async generator raised StopIteration"
                : (flags & CodeFlags.Coroutine) != 0 ? "coroutine raised StopIteration"
                : "generator raised StopIteration";
        }
        else if ((flags & CodeFlags.AsyncGenerator) != 0 && exception.Type.IsSubtypeOf(ExceptionTypes.StopAsyncIteration))
        {
            message = "async generator raised StopAsyncIteration";
        }

        if (message is null)
            return value;
        var error = Raise.RuntimeError(message).Value;
        error.SetCause(exception);
        error.SetContext(exception);
        return error;
    }

    private static PyValue SetTypeParams(PyValue function, PyValue parameters)
    {
        ((PyFunction)function.Ref!).TypeParams = (PyTuple)parameters.Ref!;
        return function;
    }
}
