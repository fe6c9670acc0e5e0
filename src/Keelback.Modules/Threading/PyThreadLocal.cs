using System.Runtime.CompilerServices;
using Keelback.Vm;

namespace Keelback.Modules.Threading;

/// <summary>An object whose attributes each thread has for itself.</summary>
[PyType("_thread._local", Doc = "An object with attributes of its own in each thread.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal sealed unsafe partial class PyThreadLocal : PyObject
{
    private readonly ConditionalWeakTable<PyThread, Storage> _storages = [];

    private PyThreadLocal(PyType type, PyValue[] arguments, PyTuple? keywordNames)
        : base(type)
    {
        Arguments = arguments;
        KeywordNames = keywordNames;
    }

    [PyField]
    private partial PyValue[] Arguments { get; set; }

    [PyField]
    private partial PyTuple? KeywordNames { get; set; }

    internal override ref InstanceAttributes Attributes => ref StorageOf(PyThread.Current).Attributes;

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (arguments.Length > 0 && cls.Slots.TpInit == CoreTypes.Object.Slots.TpInit)
            throw Raise.TypeError("Initialization arguments are not supported");
        var local = new PyThreadLocal(cls, arguments.ToArray(), keywordNames);
        // The thread that makes it runs __init__ anyway.
        local.StorageOf(thread).IsInitialized = true;
        return local;
    }

    [PySlot("tp_getattro")]
    private static PyValue GetAttribute(PyThread thread, PyThreadLocal self, PyStr name)
    {
        self.Prepare(thread);
        return ObjectType.GetAttribute(thread, self, name);
    }

    [PySlot("tp_setattro")]
    private static void SetAttribute(PyThread thread, PyThreadLocal self, PyStr name, PyValue value)
    {
        self.Prepare(thread);
        if (name.Value == "__dict__")
            throw Raise.AttributeError($"'{self.Type.Name}' object attribute '__dict__' is read-only");
        ObjectType.SetAttribute(thread, self, name, value);
    }

    private void Prepare(PyThread thread)
    {
        var storage = StorageOf(thread);
        if (storage.IsInitialized)
            return;
        storage.IsInitialized = true;
        if (Type.Slots.TpInit == CoreTypes.Object.Slots.TpInit)
            return;
        try
        {
            Type.Slots.TpInit(thread, this, Arguments, KeywordNames);
        }
        catch (PyException)
        {
            storage.IsInitialized = false;
            throw;
        }
    }

    private Storage StorageOf(PyThread thread) => _storages.GetValue(thread, static _ => new Storage());

    private sealed class Storage
    {
        public InstanceAttributes Attributes;

        public bool IsInitialized { get; set; }
    }
}
