using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>
/// The start: builtins and sys by hand, then importlib out of the standard library, then everything else by import.
/// </summary>
public sealed partial class Engine
{
    private const string BootstrapName = "_frozen_importlib";
    private const string ExternalName = "_frozen_importlib_external";

    private static readonly PyStr s_install = PyStr.Intern("_install");
    private static readonly PyStr s_installExternal = PyStr.Intern("_install_external_importers");

    private void Start()
    {
        var imports = Interpreter.Imports;
        NativeModuleTable.All["builtins"].Fill(Thread, Interpreter.BuiltinsModule);
        imports.Modules[PyStr.Intern("builtins")] = Interpreter.BuiltinsModule;
        var sys = NativeModuleTable.All["sys"].Create(Thread);
        imports.Modules[PyStr.Intern("sys")] = sys;

        AddFrozen(BootstrapName, "importlib/_bootstrap.py", "importlib._bootstrap");
        AddFrozen(ExternalName, "importlib/_bootstrap_external.py", "importlib._bootstrap_external");
        AddFrozen("zipimport", "zipimport.py", "zipimport");
        StartImportlib(sys);
        StartStreams();
        MakeMain();
        if (!_options.NoSite)
            Import("site");
        if (_options.WarningOptions.Count > 0)
            Import("warnings");
    }

    private void StartImportlib(PyModule sys)
    {
        var imports = Interpreter.Imports;
        var imp = NativeModuleTable.All["_imp"].Create(Thread);
        imports.Modules[PyStr.Intern("_imp")] = imp;
        var bootstrap = RunFrozen(BootstrapName);
        Thread.CallAttribute(bootstrap, s_install, sys, imp);
        imports.Bootstrap = bootstrap;
        Thread.CallAttribute(bootstrap, s_installExternal);
        Import("encodings");
    }

    private PyModule RunFrozen(string name)
    {
        var module = new PyModule(PyStr.Intern(name));
        Interpreter.Imports.Modules[PyStr.Intern(name)] = module;
        module.Dict[Names.Builtins] = Interpreter.BuiltinsModule;
        module.Dict[PyStr.Intern("__origname__")] = PyStr.From("importlib._bootstrap");
        var code = Interpreter.Imports.Frozen.Load(Thread, name)!;
        Thread.Checked(Thread.RunCode(code, module.Dict, module.Dict));
        return module;
    }

    private void AddFrozen(string name, string file, string shownName)
    {
        Interpreter.Imports.Frozen.Add(name, thread =>
        {
            var path = Path.Combine(_options.LibraryFolder ?? StdLib.StandardLibrary.Folder, file.Replace('/', Path.DirectorySeparatorChar));
            if (!File.Exists(path))
            {
                throw new InvalidOperationException(
                    $"The standard library is not where it should be: {path} is missing. Set PYTHONHOME to a CPython 3.14, or reinstall.");
            }

            var options = new SourceCompilationOptions { FileName = $"<frozen {shownName}>" };
            return SourceCompiling.ToCode(thread, Interpreter.Host.Compiler!.Compile(File.ReadAllBytes(path), options));
        });
    }

    private PyValue Import(string name) => Interpreter.Imports.GetOrLoad(Thread, PyStr.Intern(name));

    // As in CPython, the streams are files of the io module, made before any program runs.
    private void StartStreams()
    {
        if (!_options.AllowConsole)
            return;
        var io = Import("io");
        var open = Operators.GetAttribute(Thread, io, PyStr.Intern("open"));
        StartStream(open, "stdin", 0, "r", "strict");
        StartStream(open, "stdout", 1, "w", "strict");
        StartStream(open, "stderr", 2, "w", "backslashreplace");
        Interpreter.Builtins[PyStr.Intern("open")] = open;
    }

    private void StartStream(PyValue open, string name, int descriptor, string mode, string errors)
    {
        var sys = Interpreter.Imports.Sys!;
        var isTerminal = Interpreter.Host.Streams!.IsTerminal(descriptor);
        var raw = Thread.Call(
            open,
            [PyValue.FromInt(descriptor), PyStr.From(mode + "b"), PyValue.FromInt(-1), PyValue.False],
            PyTuple.From(PyStr.Intern("closefd")));
        var io = Import("io");
        var isLineBuffered = isTerminal || descriptor == 2;
        var wrapper = Thread.Call(
            Operators.GetAttribute(Thread, io, PyStr.Intern("TextIOWrapper")),
            [
                raw, PyStr.Intern("utf-8"), PyStr.Intern(errors), PyStr.Intern("\n"), PyValue.FromBool(isLineBuffered),
                PyValue.FromBool(_options.Unbuffered),
            ],
            PyTuple.From(
                PyStr.Intern("encoding"),
                PyStr.Intern("errors"),
                PyStr.Intern("newline"),
                PyStr.Intern("line_buffering"),
                PyStr.Intern("write_through")));
        Operators.SetAttribute(Thread, wrapper, PyStr.Intern("mode"), PyStr.Intern(mode));
        sys.Add(name, wrapper);
        sys.Add($"__{name}__", wrapper);
    }

    private void MakeMain()
    {
        var main = new PyModule(Names.Main);
        main.Dict[Names.Builtins] = Interpreter.BuiltinsModule;
        Interpreter.Imports.Modules[Names.Main] = main;
    }
}
