namespace Keelback.Vm;

/// <summary>print, input, open and breakpoint: they act through sys and io.</summary>
internal static unsafe partial class BuiltinsModule
{
    private static readonly PyStr s_stdout = PyStr.Intern("stdout");
    private static readonly PyStr s_stdin = PyStr.Intern("stdin");
    private static readonly PyStr s_stderr = PyStr.Intern("stderr");
    private static readonly PyStr s_write = PyStr.Intern("write");
    private static readonly PyStr s_flush = PyStr.Intern("flush");
    private static readonly PyStr s_readLine = PyStr.Intern("readline");
    private static readonly PyStr s_io = PyStr.Intern("_io");
    private static readonly PyStr s_open = PyStr.Intern("open");
    private static readonly PyStr s_breakpointHook = PyStr.Intern("breakpointhook");
    private static readonly PyStr s_space = PyStr.Intern(" ");
    private static readonly PyStr s_newLine = PyStr.Intern("\n");

    [PyFunction("print(*args, sep=' ', end='\\n', file=None, flush=False)", Doc = "Write the values, as str() gives them, to a stream: sys.stdout unless file says otherwise.\n\nsep stands between two values, end behind the last; flush asks the stream to pass everything on.")]
    private static void Print(PyThread thread, ReadOnlySpan<PyValue> args, PyValue sep, PyValue end, PyValue file, PyValue flush)
    {
        if (file.IsNone)
        {
            file = thread.Interpreter.Imports.GetSysAttribute(s_stdout);
            if (file.IsNone)
                return;
            if (file.IsMissing)
                throw Raise.RuntimeError("lost sys.stdout");
        }

        var separator = Separator(sep, "sep", s_space);
        var ending = Separator(end, "end", s_newLine);
        var write = Operators.GetAttribute(thread, file, s_write);
        for (var i = 0; i < args.Length; i++)
        {
            if (i > 0)
                thread.Call(write, separator);
            thread.Call(write, Operators.Str(thread, args[i]));
        }

        thread.Call(write, ending);
        if (Operators.IsTrue(thread, flush))
            thread.CallAttribute(file, s_flush);
    }

    [PyFunction("input(prompt='', /)", Doc = "Read a line from standard input and return it without its end.\n\nThe prompt, where there is one, is written first; at the end of the input EOFError is raised.")]
    private static PyValue Input(PyThread thread, PyValue prompt)
    {
        var imports = thread.Interpreter.Imports;
        var (input, output, error) = (
            imports.GetSysAttribute(s_stdin), imports.GetSysAttribute(s_stdout), imports.GetSysAttribute(s_stderr));
        if (input.IsMissing || input.IsNone)
            throw Raise.RuntimeError("input(): lost sys.stdin");
        if (output.IsMissing || output.IsNone)
            throw Raise.RuntimeError("input(): lost sys.stdout");
        if (error.IsMissing || error.IsNone)
            throw Raise.RuntimeError("input(): lost sys.stderr");
        thread.CallAttribute(error, s_flush);
        var text = Operators.Str(thread, prompt);
        if (text.Length > 0)
            thread.CallAttribute(output, s_write, text);
        thread.CallAttribute(output, s_flush);
        var line = thread.CallAttribute(input, s_readLine);
        if (line.Ref is not PyStr read)
            throw Raise.TypeError("object.readline() returned non-string");
        if (read.Length == 0)
            throw Raise.EOFError("EOF when reading a line");
        return read.Value.EndsWith('\n') ? PyStr.From(read.Value[..^1]) : read;
    }

    [PyFunction("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", Doc = "Open a file and return a stream: of text, or of bytes where mode has a 'b'.")]
    private static PyValue Open(
        PyThread thread,
        PyValue file,
        PyValue mode,
        PyValue buffering,
        PyValue encoding,
        PyValue errors,
        PyValue newline,
        PyValue closefd,
        PyValue opener)
    {
        var io = thread.Interpreter.Imports.GetOrLoad(thread, s_io);
        return thread.CallAttribute(io, s_open, file, mode, buffering, encoding, errors, newline, closefd, opener);
    }

    [PyFunction("breakpoint(*args, **kws)", Doc = "Call sys.breakpointhook() with the same arguments, which by default enters the debugger.")]
    private static PyValue Breakpoint(PyThread thread, ReadOnlySpan<PyValue> args, PyDict? kws)
    {
        var hook = thread.Interpreter.Imports.GetSysAttribute(s_breakpointHook);
        if (hook.IsMissing)
            throw Raise.RuntimeError("lost sys.breakpointhook");
        var names = Operators.ToList(thread, kws ?? new PyDict()).AsSpan().ToArray();
        PyValue[] arguments = [.. args, .. names.Select(name => kws![(PyStr)name.Ref!])];
        return thread.Invoke(hook, arguments, names.Length > 0 ? PyTuple.Own(names) : null);
    }

    private static PyValue Separator(PyValue value, string name, PyStr @default) => value.Ref switch
    {
        PyNone => @default,
        PyStr => value,
        _ => throw Raise.TypeError($"{name} must be None or a string, not {value.Type.Name}"),
    };
}
