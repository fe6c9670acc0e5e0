namespace Keelback.Vm;

/// <summary>Attributes.</summary>
internal static unsafe partial class Operators
{
    /// <summary>An attribute; no value where an error is pending.</summary>
    public static PyValue TryGetAttribute(PyThread thread, PyValue value, PyStr name) =>
        value.Type.Slots.TpGetattro(thread, value, name);

    /// <summary>An attribute.</summary>
    public static PyValue GetAttribute(PyThread thread, PyValue value, PyStr name) =>
        thread.Checked(TryGetAttribute(thread, value, name));

    /// <summary>Finds an attribute: false where an AttributeError says that there is none.</summary>
    public static bool TryGetAttribute(PyThread thread, PyValue value, PyStr name, out PyValue attribute)
    {
        attribute = FindAttribute(thread, value, name);
        return !attribute.IsMissing;
    }

    /// <summary>An attribute, or no value, with no error, where there is none. Other errors than AttributeError are thrown.</summary>
    public static PyValue FindAttribute(PyThread thread, PyValue value, PyStr name)
    {
        var slot = value.Type.Slots.TpGetattro;
        if ((nint)slot == s_genericGetAttribute)
            return ObjectType.FindAttribute(thread, value, name) is { IsMissing: false } found ? found : WithoutAttributeError(thread);
        PyValue result;
        try
        {
            result = slot(thread, value, name);
        }
        catch (PyException exception)
        {
            thread.SetPending(exception.Value);
            result = default;
        }

        return result.IsMissing ? WithoutAttributeError(thread) : result;
    }

    /// <summary>Gives an attribute a value.</summary>
    public static void SetAttribute(PyThread thread, PyValue target, PyStr name, PyValue value) =>
        StoreAttribute(thread, target, name, value);

    /// <summary>Removes an attribute.</summary>
    public static void DeleteAttribute(PyThread thread, PyValue target, PyStr name) =>
        StoreAttribute(thread, target, name, default);

    /// <summary>The name of an attribute, which must be a str.</summary>
    public static PyStr AttributeName(PyValue name) =>
        name.Ref as PyStr ?? throw Raise.TypeError($"attribute name must be string, not '{name.Type.Name}'");

    private static void StoreAttribute(PyThread thread, PyValue target, PyStr name, PyValue value)
    {
        var slot = target.Type.Slots.TpSetattro;
        if (slot != null)
        {
            slot(thread, target, name, value);
            return;
        }

        var action = value.IsMissing ? "del" : "assign to";
        throw Raise.TypeError($"'{target.Type.Name}' object has no attributes ({action} .{name.Value})");
    }

    private static PyValue WithoutAttributeError(PyThread thread)
    {
        if (thread.Pending is { } pending)
        {
            if (!pending.Type.IsSubtypeOf(ExceptionTypes.AttributeError))
                thread.ThrowPending();
            thread.ClearPending();
        }

        return default;
    }

    // Kept once, because two addresses taken of one function need not be equal.
    private static readonly nint s_genericGetAttribute = (nint)CoreTypes.Object.Slots.TpGetattro;
}
