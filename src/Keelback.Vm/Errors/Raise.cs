namespace Keelback.Vm;

/// <summary>The factories that know more of an exception than its arguments.</summary>
internal static partial class Raise
{
    /// <summary>AttributeError that says which attribute of which object is missing.</summary>
    public static PyException AttributeError(string message, PyValue obj, PyStr name)
    {
        var exception = AttributeError(message);
        var error = (PyAttributeError)exception.Value;
        error.Name = name;
        error.Obj = obj;
        return exception;
    }

    /// <summary>NameError that says which name is missing.</summary>
    public static PyException NameError(string message, PyStr name)
    {
        var exception = NameError(message);
        ((PyNameError)exception.Value).Name = name;
        return exception;
    }

    /// <summary>ImportError that says which module, and from where, could not be imported.</summary>
    public static PyException ImportError(string message, PyValue name, PyValue path) =>
        AboutModule(ImportError(message), name, path);

    /// <summary>ModuleNotFoundError that says which module is missing.</summary>
    public static PyException ModuleNotFoundError(string message, PyValue name) =>
        AboutModule(ModuleNotFoundError(message), name, default);

    /// <summary>OSError, or the class that the number makes, as the system reports it.</summary>
    public static PyException OSError(int number, string message, PyValue fileName = default, PyValue secondFileName = default)
    {
        var type = ExceptionTypes.ForErrno(number) ?? ExceptionTypes.OSError;
        ReadOnlySpan<PyValue> arguments = [PyValue.FromInt(number), PyStr.From(message)];
        if (!fileName.IsMissing && !secondFileName.IsMissing)
            arguments = [arguments[0], arguments[1], fileName, PyValue.None, secondFileName];
        else if (!fileName.IsMissing)
            arguments = [arguments[0], arguments[1], fileName];
        return Make(new PyOSError(type), arguments);
    }

    /// <summary>UnicodeDecodeError for a range of bytes.</summary>
    public static PyException UnicodeDecodeError(string encoding, PyValue bytes, long start, long end, string reason) =>
        UnicodeDecodeError([PyStr.From(encoding), bytes, PyValue.FromInt(start), PyValue.FromInt(end), PyStr.From(reason)]);

    /// <summary>UnicodeEncodeError for a range of characters.</summary>
    public static PyException UnicodeEncodeError(string encoding, PyStr text, long start, long end, string reason) =>
        UnicodeEncodeError([PyStr.From(encoding), text, PyValue.FromInt(start), PyValue.FromInt(end), PyStr.From(reason)]);

    private static PyException AboutModule(PyException exception, PyValue name, PyValue path)
    {
        var error = (PyImportError)exception.Value;
        error.Name = name;
        error.Path = path;
        return exception;
    }

    private static PyException Make(PyBaseException exception, string message) => Make(exception, [PyStr.From(message)]);

    private static PyException Make(PyBaseException exception, ReadOnlySpan<PyValue> arguments)
    {
        exception.Initialize(null, arguments, null);
        return new PyException(exception);
    }
}
