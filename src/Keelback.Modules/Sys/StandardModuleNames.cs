using Keelback.Vm;

namespace Keelback.Modules.Sys;

/// <summary>The names of the standard library's modules: the native ones, and what lies in its folder.</summary>
internal static class StandardModuleNames
{
    /// <summary>Each name once.</summary>
    public static IEnumerable<string> All(PyThread thread)
    {
        var names = new SortedSet<string>(thread.Interpreter.Host.NativeModules.Keys, StringComparer.Ordinal);
        var options = thread.Interpreter.GetState<SysOptions>();
        if (thread.Interpreter.Host.Files is { } files && options.LibraryFolder is { } folder)
        {
            foreach (var entry in files.GetStatus(folder) is null ? [] : files.List(folder))
            {
                if (entry.EndsWith(".py", StringComparison.Ordinal))
                    names.Add(entry[..^3]);
                else if (!entry.Contains('.') && !entry.Contains('-') && entry != "__pycache__")
                    names.Add(entry);
            }
        }

        return names;
    }
}
