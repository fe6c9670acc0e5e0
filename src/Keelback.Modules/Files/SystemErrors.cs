using System.Runtime.InteropServices;
using Keelback.Vm;

namespace Keelback.Modules.Files;

/// <summary>OSError for what the system reports.</summary>
internal static class SystemErrors
{
    private const int InputOutput = 5;

    /// <summary>The system's text for an error's number.</summary>
    public static string Text(int number) => System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(number);

    /// <summary>OSError, or the class that the number makes.</summary>
    public static PyException Make(int number, PyValue path = default, PyValue second = default) =>
        Raise.OSError(number, Text(number), path, second);

    /// <summary>OSError for an exception of .NET.</summary>
    public static PyException Make(IOException exception) =>
        Make(exception.HResult is > 0 and < 200 ? exception.HResult : InputOutput);

    /// <summary>A call's result; OSError where it is negative.</summary>
    public static long Check(long result, PyValue path = default, PyValue second = default) =>
        result >= 0 ? result : throw Make((int)-result, path, second);
}
