using Keelback.Vm;

namespace Keelback.Modules.WeakReferences;

/// <summary>What references and proxies share: an object that they do not keep alive, and a callback for its end.</summary>
internal abstract partial class WeakReferenceObject : PyObject
{
    private readonly WeakReference<PyObject> _target;

    protected WeakReferenceObject(PyType type, PyObject target, PyValue callback)
        : base(type)
    {
        _target = new WeakReference<PyObject>(target);
        Callback = callback;
    }

    /// <summary>Whether somebody wants to know of the object's end.</summary>
    public bool HasCallback => !Callback.IsMissing;

    /// <summary>The object, or null once it is gone.</summary>
    public PyObject? Target => _target.TryGetTarget(out var target) ? target : null;

    [PyField]
    internal partial PyValue Callback { get; private set; }

    /// <summary>The object where there can be weak references to it; a TypeError where not.</summary>
    public static PyObject Referable(PyValue target)
    {
        if (target.Ref is { } referent and not Tag && (target.Type.Flags & TypeFlags.HasWeakReferences) != 0)
            return referent;
        throw Raise.TypeError($"cannot create weak reference to '{target.Type.Name}' object");
    }

    /// <summary>Calls the callback, once.</summary>
    public void Notify(PyThread thread)
    {
        var callback = Callback;
        if (callback.IsMissing)
            return;
        Callback = default;
        if (thread.Invoke(callback, [this], null).IsMissing)
            thread.Interpreter.ReportUnraisable(thread, thread.TakePending(), callback, "Exception ignored while calling weakref callback");
    }
}
