using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>How instances find, store and remove attributes, unless their type has its own way.</summary>
/// <seealso href="https://docs.python.org/3/howto/descriptor.html"/>
internal static unsafe partial class ObjectType
{
    /// <summary>An attribute; no value, with the AttributeError pending, where there is none.</summary>
    public static PyValue GetAttribute(PyThread thread, PyValue self, PyStr name)
    {
        var result = FindAttribute(thread, self, name);
        if (result.IsMissing && !thread.HasError)
            return thread.Raise(NoAttribute(self, name, ""));
        return result;
    }

    /// <summary>An attribute; no value where there is none, and none where a descriptor left an error pending.</summary>
    public static PyValue FindAttribute(PyThread thread, PyValue self, PyStr name)
    {
        var type = self.Type;
        var found = type.Lookup(name);
        delegate*<PyThread, PyValue, PyValue, PyValue, PyValue> getter = null;
        if (!found.IsMissing)
        {
            var slots = found.Type.Slots;
            getter = slots.TpDescrGet;
            if (getter != null && slots.TpDescrSet != null)
                return getter(thread, found, self, type);
        }

        ref var attributes = ref self.Ref!.Attributes;
        if (!Unsafe.IsNullRef(ref attributes) && attributes.TryGet(name, out var value))
            return value;
        return getter != null ? getter(thread, found, self, type) : found;
    }

    /// <summary>Stores an attribute or, with a missing value, removes it.</summary>
    public static void SetAttribute(PyThread thread, PyValue self, PyStr name, PyValue value)
    {
        var type = self.Type;
        var found = type.Lookup(name);
        if (!found.IsMissing && found.Type.Slots.TpDescrSet != null)
        {
            found.Type.Slots.TpDescrSet(thread, found, self, value);
            return;
        }

        ref var attributes = ref self.Ref!.Attributes;
        if (Unsafe.IsNullRef(ref attributes) || (type.Flags & TypeFlags.HasDict) == 0)
        {
            throw found.IsMissing
                ? NoAttribute(self, name, " and no __dict__ for setting new attributes")
                : Raise.AttributeError($"'{type.Name}' object attribute '{name.Value}' is read-only", self, name);
        }

        if (!value.IsMissing)
            attributes.Set(type, name, value);
        else if (!attributes.Delete(name))
            throw NoAttribute(self, name, "");
    }

    private static PyException NoAttribute(PyValue self, PyStr name, string more) =>
        Raise.AttributeError($"'{self.Type.Name}' object has no attribute '{name.Value}'{more}", self, name);
}
