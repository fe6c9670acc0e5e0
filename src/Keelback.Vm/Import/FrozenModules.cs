namespace Keelback.Vm;

/// <summary>Modules whose code the interpreter itself supplies: the import system's own, before anything can be imported.</summary>
internal sealed class FrozenModules
{
    private readonly Dictionary<string, Func<PyThread, PyCode>> _loaders = [];

    /// <summary>The names of the modules.</summary>
    public IEnumerable<string> Names => _loaders.Keys;

    /// <summary>Adds a module, whose code is made when it is asked for.</summary>
    public void Add(string name, Func<PyThread, PyCode> load) => _loaders[name] = load;

    /// <summary>Whether there is a module of the name.</summary>
    public bool Contains(string name) => _loaders.ContainsKey(name);

    /// <summary>A module's code; null where there is none of the name.</summary>
    public PyCode? Load(PyThread thread, string name) => _loaders.TryGetValue(name, out var load) ? load(thread) : null;
}
