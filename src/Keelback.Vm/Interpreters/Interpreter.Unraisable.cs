namespace Keelback.Vm;

/// <summary>Exceptions that nobody can be given: out of finalizers and callbacks.</summary>
public sealed partial class Interpreter
{
    private static readonly PyStr s_unraisableHook = PyStr.Intern("unraisablehook");

    /// <summary>Hands an exception to sys.unraisablehook, with the object that it came from.</summary>
    internal void ReportUnraisable(PyThread thread, PyBaseException exception, PyValue source, string? message = null)
    {
        var hook = Imports.GetSysAttribute(s_unraisableHook);
        if (hook.IsMissing || hook.IsNone)
            return;
        var details = new PySimpleNamespace();
        ref var attributes = ref details.Attributes;
        var dict = attributes.ToDict();
        dict[PyStr.Intern("exc_type")] = exception.Type;
        dict[PyStr.Intern("exc_value")] = exception;
        dict[PyStr.Intern("exc_traceback")] = exception.Traceback.OrNone();
        dict[PyStr.Intern("err_msg")] = message is null ? PyValue.None : PyStr.From(message);
        dict[PyStr.Intern("object")] = source.OrNone();

        // What the hook itself fails with has nowhere to go.
        if (thread.Invoke(hook, [details], null).IsMissing)
            thread.ClearPending();
    }
}
