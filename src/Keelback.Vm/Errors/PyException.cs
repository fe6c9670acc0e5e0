namespace Keelback.Vm;

/// <summary>Carries a Python exception through C# code, and to the host what no Python code has caught.</summary>
public sealed class PyException : Exception
{
    internal PyException(PyBaseException value)
    {
        Value = value;
    }

    /// <summary>The Python exception.</summary>
    public PyBaseException Value { get; }

    /// <summary>The exception's type and, where it has one, its message. Never runs Python code.</summary>
    public override string Message => Value.ToString();
}
