using Keelback.Vm;

namespace Keelback.Modules.Runtime;

/// <summary>The gc module: what it can say of a collector that is .NET's.</summary>
[PyModule("gc", Doc = "The collector of garbage, which is .NET's.")]
internal static partial class GcModule
{
    [PyConstant("DEBUG_STATS")]
    private const long DebugStatistics = 1;

    [PyConstant("DEBUG_COLLECTABLE")]
    private const long DebugCollectable = 2;

    [PyConstant("DEBUG_UNCOLLECTABLE")]
    private const long DebugUncollectable = 4;

    [PyConstant("DEBUG_SAVEALL")]
    private const long DebugSaveAll = 32;

    [PyConstant("DEBUG_LEAK")]
    private const long DebugLeak = 38;

    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("garbage", new PyList());
        module.Add("callbacks", new PyList());
    }

    [PyFunction("enable()", Doc = "Let garbage be collected by itself.")]
    private static void Enable(PyThread thread) => State(thread).IsEnabled = true;

    [PyFunction("disable()", Doc = "Say that garbage need not be collected by itself.")]
    private static void Disable(PyThread thread) => State(thread).IsEnabled = false;

    [PyFunction("isenabled()", Doc = "Tell whether garbage is collected by itself.")]
    private static bool IsEnabled(PyThread thread) => State(thread).IsEnabled;

    [PyFunction("collect(generation=2)", Doc = "Collect garbage now.")]
    private static long Collect(PyThread thread, int generation)
    {
        if (generation is < 0 or > 2)
            throw Raise.ValueError("invalid generation");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return 0;
    }

    [PyFunction("get_threshold()", Doc = "Return the thresholds.")]
    private static PyValue GetThreshold(PyThread thread)
    {
        var limits = State(thread).Thresholds;
        return PyTuple.From(PyValue.FromInt(limits[0]), PyValue.FromInt(limits[1]), PyValue.FromInt(limits[2]));
    }

    [PyFunction("set_threshold(threshold0, threshold1=<missing>, threshold2=<missing>, /)", Doc = "Set the thresholds.")]
    private static void SetThreshold(PyThread thread, long threshold0, PyValue threshold1, PyValue threshold2)
    {
        var limits = State(thread).Thresholds;
        limits[0] = threshold0;
        if (!threshold1.IsMissing)
            limits[1] = Operators.ToInt64(thread, threshold1);
    }

    [PyFunction("get_count()", Doc = "Return how many objects wait to be looked at, which nobody counts here.")]
    private static PyValue GetCount() => PyTuple.From(PyValue.FromInt(0), PyValue.FromInt(0), PyValue.FromInt(0));

    [PyFunction("get_debug()", Doc = "Return the flags of debugging.")]
    private static long GetDebug(PyThread thread) => State(thread).Debug;

    [PyFunction("set_debug(flags, /)", Doc = "Set the flags of debugging.")]
    private static void SetDebug(PyThread thread, long flags) => State(thread).Debug = flags;

    [PyFunction("get_stats()", Doc = "Return what is known of collections so far.")]
    private static PyValue GetStatistics()
    {
        var list = new PyList();
        for (var i = 0; i < 3; i++)
        {
            var generation = new PyDict();
            generation[PyStr.Intern("collections")] = PyValue.FromInt(GC.CollectionCount(i));
            generation[PyStr.Intern("collected")] = PyValue.FromInt(0);
            generation[PyStr.Intern("uncollectable")] = PyValue.FromInt(0);
            list.Add(generation);
        }

        return list;
    }

    [PyFunction("is_tracked(obj, /)", Doc = "Tell whether an object may be part of a cycle.")]
    private static bool IsTracked(PyValue obj) => obj.Ref is not (Tag or PyStr or PyBytes or PyNone or PyInt);

    [PyFunction("is_finalized(obj, /)", Doc = "Tell whether an object's finalizer has run.")]
    private static bool IsFinalized(PyValue obj) => false;

    [PyFunction("get_referents(*objs)", Doc = "Return the objects to which others refer.")]
    private static PyValue GetReferents(PyThread thread, ReadOnlySpan<PyValue> objs)
    {
        var collector = new ReferentCollector();
        foreach (var obj in objs)
        {
            if (obj.Ref is not Tag and { } target)
                collector.Collect(target);
        }

        return collector.Found;
    }

    [PyFunction("freeze()", Doc = "Do nothing: .NET moves old objects aside by itself.")]
    private static void Freeze()
    {
    }

    [PyFunction("unfreeze()", Doc = "Do nothing.")]
    private static void Unfreeze()
    {
    }

    [PyFunction("get_freeze_count()", Doc = "Return how many objects are set aside: none.")]
    private static long GetFreezeCount() => 0;

    private static Settings State(PyThread thread) => thread.Interpreter.GetState<Settings>();

    private sealed class Settings
    {
        public bool IsEnabled { get; set; } = true;

        public long Debug { get; set; }

        public long[] Thresholds { get; } = [2000, 10, 0];
    }

    private sealed class ReferentCollector : Gc.ReferenceVisitor
    {
        public PyList Found { get; } = new();

        public void Collect(PyObject source) => source.Traverse(this);

        protected override void VisitReference(Gc.ManagedObject target)
        {
            if (target is PyObject and not Tag)
                Found.Add((PyObject)target);
        }
    }
}
