using Keelback.Vm;

namespace Keelback.Modules.Warnings;

/// <summary>The filters of one interpreter, and what has been shown already.</summary>
internal sealed class WarningState
{
    /// <summary>The filters: tuples of action, message, category, module and line.</summary>
    public PyList Filters { get; } = new();

    /// <summary>What has been shown by the action "once".</summary>
    public PyDict OnceRegistry { get; } = new();

    /// <summary>How often the filters' lock is held.</summary>
    public int LockDepth { get; set; }

    /// <summary>Changes with the filters.</summary>
    public long Version { get; set; } = 1;

    /// <summary>Puts the filters there that hold at the start.</summary>
    public void Start()
    {
        if (Filters.Count > 0)
            return;
        Add("default", ExceptionTypes.DeprecationWarning, PyStr.Intern("__main__"));
        Add("ignore", ExceptionTypes.DeprecationWarning, PyValue.None);
        Add("ignore", ExceptionTypes.PendingDeprecationWarning, PyValue.None);
        Add("ignore", ExceptionTypes.ImportWarning, PyValue.None);
        Add("ignore", ExceptionTypes.ResourceWarning, PyValue.None);
    }

    private void Add(string action, PyType category, PyValue module) =>
        Filters.Add(PyTuple.From(PyStr.Intern(action), PyValue.None, category, module, PyValue.FromInt(0)));
}

/// <summary>Where a warning points to.</summary>
internal sealed record WarningPlace(PyValue FileName, int Line, PyValue Module, PyDict? Registry);
