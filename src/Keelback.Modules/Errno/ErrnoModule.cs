using Keelback.Vm;

namespace Keelback.Modules.Errno;

/// <summary>The errno module: the names of system errors.</summary>
[PyModule("errno", Doc = "The names of the numbers that system errors have.")]
internal static partial class ErrnoModule
{
    private static void Initialize(PyThread thread, PyModule module)
    {
        var codes = new PyDict();
        foreach (var (name, value) in ErrorNumbers.All)
        {
            var number = PyValue.FromInt(value);
            module.Add(name, number);
            if (!codes.TryGetValue(thread, number, out _))
                codes.Set(thread, number, PyStr.Intern(name));
        }

        module.Add("errorcode", codes);
    }
}
