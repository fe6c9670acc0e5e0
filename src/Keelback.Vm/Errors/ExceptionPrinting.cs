using System.Text;

namespace Keelback.Vm;

/// <summary>
/// Prints exceptions to sys.stderr. The library's own traceback module does the work; where it cannot be imported, or
/// fails itself, a plain form stands in.
/// </summary>
internal static class ExceptionPrinting
{
    private static readonly PyStr s_traceback = PyStr.Intern("traceback");
    private static readonly PyStr s_print = PyStr.Intern("_print_exception_bltin");
    private static readonly PyStr s_stderr = PyStr.Intern("stderr");
    private static readonly PyStr s_write = PyStr.Intern("write");
    private static readonly PyStr s_flush = PyStr.Intern("flush");

    /// <summary>Prints an exception with its traceback and those that it came from.</summary>
    public static void Print(PyThread thread, PyBaseException exception)
    {
        try
        {
            var module = thread.Interpreter.Imports.GetOrLoad(thread, s_traceback);
            thread.CallAttribute(module, s_print, exception);
        }
        catch (PyException)
        {
            Write(thread, Plain(thread, exception, []));
        }
    }

    /// <summary>Writes a text to sys.stderr, or to the host's stream where there is none.</summary>
    public static void Write(PyThread thread, string text)
    {
        var stream = thread.Interpreter.Imports.GetSysAttribute(s_stderr);
        if (!stream.IsMissing && !stream.IsNone)
        {
            try
            {
                thread.CallAttribute(stream, s_write, PyStr.From(text));
                thread.CallAttribute(stream, s_flush);
                return;
            }
            catch (PyException)
            {
                // A broken sys.stderr must not hide what went wrong.
            }
        }

        if (thread.Interpreter.Host.Streams is { } streams)
        {
            streams.Error.Write(Encoding.UTF8.GetBytes(text));
            streams.Error.Flush();
        }
    }

    private static string Plain(PyThread thread, PyBaseException exception, HashSet<PyBaseException> seen)
    {
        var text = new StringBuilder();
        seen.Add(exception);
        if (exception.Cause is { } cause && seen.Add(cause))
        {
            text.Append(Plain(thread, cause, seen));
            text.Append("\nThe above exception was the direct cause of the following exception:\n\n");
        }
        else if (exception is { Context: { } context, SuppressContext: false } && seen.Add(context))
        {
            text.Append(Plain(thread, context, seen));
            text.Append("\nDuring handling of the above exception, another exception occurred:\n\n");
        }

        if (exception.Traceback is not null)
            text.Append("Traceback (most recent call last):\n");
        for (var step = exception.Traceback; step is not null; step = step.Next)
        {
            var code = step.Frame.Code.Portable;
            text.Append($"  File \"{code.FileName}\", line {step.LineNumber}, in {code.Name}\n");
        }

        var message = MessageOf(thread, exception);
        return text.Append(exception.Type.FullName).Append(message.Length > 0 ? ": " + message : "").Append('\n').ToString();
    }

    private static string MessageOf(PyThread thread, PyBaseException exception)
    {
        try
        {
            return Operators.Str(thread, exception).Value;
        }
        catch (PyException)
        {
            return "<exception str() failed>";
        }
    }
}
