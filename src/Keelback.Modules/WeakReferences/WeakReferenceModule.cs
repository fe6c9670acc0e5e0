using Keelback.Vm;

namespace Keelback.Modules.WeakReferences;

/// <summary>The _weakref module: references that do not keep their objects alive.</summary>
[PyModule("_weakref", Doc = "References that do not keep their objects alive.")]
internal static partial class WeakReferenceModule
{
    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("ref", PyWeakReference.TypeObject);
        module.Add("ReferenceType", PyWeakReference.TypeObject);
        module.Add("ProxyType", PyWeakProxy.TypeObject);
        module.Add("CallableProxyType", PyCallableWeakProxy.TypeObject);
    }

    [PyFunction("getweakrefcount(object, /)", Doc = "Return how many weak references there are to an object.")]
    private static long GetCount(PyThread thread, PyValue @object) =>
        @object.Ref is { } target and not Tag ? WeakReferenceTable.Of(thread).Find(target).Count : 0;

    [PyFunction("getweakrefs(object, /)", Doc = "Return the weak references to an object.")]
    private static PyValue GetReferences(PyThread thread, PyValue @object) =>
        @object.Ref is { } target and not Tag ? new PyList([.. WeakReferenceTable.Of(thread).Find(target)]) : new PyList();

    [PyFunction("proxy(object, callback=None, /)", Doc = "Make an object that acts as another does, without keeping it alive.")]
    private static PyValue MakeProxy(PyThread thread, PyValue @object, PyValue callback) =>
        PyWeakProxy.Make(thread, @object, callback);

    [PyFunction("_remove_dead_weakref(dct, key, /)", Doc = "Remove a key of a dict where its value is a weak reference to what is gone.")]
    private static void RemoveDead(PyThread thread, PyDict dct, PyValue key)
    {
        if (dct.TryGetValue(thread, key, out var value) && value.Ref is PyWeakReference { Target: null })
            dct.Remove(thread, key, out _);
    }
}
