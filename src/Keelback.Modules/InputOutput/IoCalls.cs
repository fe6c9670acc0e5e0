using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>Calls of streams' methods by name, for streams that may be Python's own.</summary>
internal static class IoCalls
{
    public static readonly PyStr Close = PyStr.Intern("close");
    public static readonly PyStr Closed = PyStr.Intern("closed");
    public static readonly PyStr Flush = PyStr.Intern("flush");
    public static readonly PyStr Read = PyStr.Intern("read");
    public static readonly PyStr Read1 = PyStr.Intern("read1");
    public static readonly PyStr ReadAll = PyStr.Intern("readall");
    public static readonly PyStr ReadInto = PyStr.Intern("readinto");
    public static readonly PyStr ReadLine = PyStr.Intern("readline");
    public static readonly PyStr Peek = PyStr.Intern("peek");
    public static readonly PyStr Write = PyStr.Intern("write");
    public static readonly PyStr Seek = PyStr.Intern("seek");
    public static readonly PyStr Tell = PyStr.Intern("tell");
    public static readonly PyStr Truncate = PyStr.Intern("truncate");
    public static readonly PyStr FileNumber = PyStr.Intern("fileno");
    public static readonly PyStr IsTerminal = PyStr.Intern("isatty");
    public static readonly PyStr Readable = PyStr.Intern("readable");
    public static readonly PyStr Writable = PyStr.Intern("writable");
    public static readonly PyStr Seekable = PyStr.Intern("seekable");
    public static readonly PyStr Name = PyStr.Intern("name");
    public static readonly PyStr Mode = PyStr.Intern("mode");

    /// <summary>Whether a stream is closed.</summary>
    public static bool IsClosed(PyThread thread, PyValue stream) =>
        Operators.IsTrue(thread, Operators.GetAttribute(thread, stream, Closed));

    /// <summary>Whether a question to a stream, such as seekable(), is answered by yes.</summary>
    public static bool Is(PyThread thread, PyValue stream, PyStr question) =>
        Operators.IsTrue(thread, thread.CallAttribute(stream, question));

    /// <summary>Closes a stream where another error is on its way.</summary>
    public static void CloseQuietly(PyThread thread, PyValue stream)
    {
        try
        {
            thread.CallAttribute(stream, Close);
        }
        catch (PyException)
        {
            // The first error is the one to be told.
        }
    }

    /// <summary>A size given to read(): -1 for None and for negative ones.</summary>
    public static long Size(PyThread thread, PyValue size)
    {
        if (size.IsMissing || size.IsNone)
            return -1;
        if (!Operators.IsIndex(size))
            throw Raise.TypeError($"argument should be integer or None, not '{size.Type.Name}'");
        return Math.Max(Conversions.ToIndex(thread, size), -1);
    }
}
