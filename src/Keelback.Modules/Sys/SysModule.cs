using Keelback.Vm;

namespace Keelback.Modules.Sys;

/// <summary>
/// The sys module: what the interpreter tells of itself and lets programs set. Functions stand in rooms by theme; here is
/// how the module is filled. What the command line and the environment decide comes by <see cref="SysOptions"/>.
/// </summary>
[PyModule("sys", Doc = "What the interpreter tells of itself, and settings of its.")]
internal static partial class SysModule
{
    private static void Initialize(PyThread thread, PyModule module)
    {
        var options = thread.Interpreter.GetState<SysOptions>();
        var imports = thread.Interpreter.Imports;
        imports.Sys = module;
        module.Add("modules", imports.Modules);
        module.Add("path", Strings(options.Path));
        module.Add("argv", Strings(options.Arguments));
        module.Add("orig_argv", Strings(options.OriginalArguments));
        module.Add("meta_path", new PyList());
        module.Add("path_hooks", new PyList());
        module.Add("path_importer_cache", new PyDict());
        module.Add("warnoptions", Strings(options.WarningOptions));
        module.Add("_xoptions", new PyDict());
        module.Add("builtin_module_names", PyTuple.Own(
            [.. thread.Interpreter.Host.NativeModules.Keys.Order(StringComparer.Ordinal).Select(PyValue.FromString)]));
        module.Add("stdlib_module_names", PyFrozenSet.FromConstants(
            [.. StandardModuleNames.All(thread).Select(PyValue.FromString)]));
        AddVersion(module);
        AddLimits(thread, module);
        AddPaths(module, options);
        module.Add("flags", SysFlags.Create(options));
        module.Add("dont_write_bytecode", PyValue.FromBool(options.DontWriteBytecode));
        foreach (var (name, hook) in ((string, string)[])
            [("__displayhook__", "displayhook"), ("__excepthook__", "excepthook"), ("__unraisablehook__", "unraisablehook"), ("__breakpointhook__", "breakpointhook")])
            module.Add(name, module.Dict[PyStr.Intern(hook)]);
    }

    private static void AddVersion(PyModule module)
    {
        module.Add("version", PyStr.From("3.14.10 (Keelback) [.NET]"));
        module.Add("hexversion", PyValue.FromInt(0x030E0AF0));
        module.Add("version_info", SysStructures.VersionInfo());
        module.Add("api_version", PyValue.FromInt(1013));
        module.Add("copyright", PyStr.From("Copyright (c) 2026 The Keelback authors. MIT License."));
        module.Add("byteorder", PyStr.From(BitConverter.IsLittleEndian ? "little" : "big"));
        module.Add("platform", PyStr.From(
            OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux"));
        module.Add("abiflags", PyStr.Empty);
        module.Add("platlibdir", PyStr.From("lib"));
        module.Add("_git", PyTuple.From(PyStr.From("Keelback"), PyStr.Empty, PyStr.Empty));
        module.Add("_framework", PyStr.Empty);
        module.Add("float_repr_style", PyStr.From("short"));
        var implementation = new PySimpleNamespace();
        var fields = implementation.Attributes.ToDict();
        fields[PyStr.Intern("name")] = PyStr.From("keelback");
        fields[PyStr.Intern("cache_tag")] = PyStr.From("keelback-314");
        fields[PyStr.Intern("version")] = SysStructures.VersionInfo();
        fields[PyStr.Intern("hexversion")] = PyValue.FromInt(0x030E0AF0);
        fields[PyStr.Intern("_multiarch")] = PyStr.From("dotnet");
        fields[PyStr.Intern("supports_isolated_interpreters")] = PyValue.True;
        module.Add("implementation", implementation);
    }

    private static void AddLimits(PyThread thread, PyModule module)
    {
        module.Add("maxsize", PyValue.FromInt(long.MaxValue));
        module.Add("maxunicode", PyValue.FromInt(0x10FFFF));
        module.Add("float_info", SysStructures.FloatInfo());
        module.Add("int_info", SysStructures.IntInfo());
        module.Add("hash_info", SysStructures.HashInfo());
        module.Add("thread_info", SysStructures.ThreadInfo());
    }

    private static void AddPaths(PyModule module, SysOptions options)
    {
        module.Add("executable", PyStr.From(options.Executable));
        module.Add("_base_executable", PyStr.From(options.Executable));
        foreach (var name in (string[])["prefix", "base_prefix", "exec_prefix", "base_exec_prefix"])
            module.Add(name, PyStr.From(options.Prefix));
        module.Add("_stdlib_dir", options.LibraryFolder is { } folder ? PyStr.From(folder) : PyValue.None);
        module.Add("pycache_prefix", PyValue.None);
    }

    private static PyList Strings(IEnumerable<string> texts) => new([.. texts.Select(PyValue.FromString)]);
}
