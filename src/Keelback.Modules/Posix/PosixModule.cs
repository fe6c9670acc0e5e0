using Keelback.Modules.Files;
using Keelback.Vm;

namespace Keelback.Modules.Posix;

/// <summary>The posix module: the system's calls, as os has them. Functions stand in rooms by theme.</summary>
[PyModule("posix", Doc = "The calls of the operating system; the module os has them too, and is the one to use.")]
internal static partial class PosixModule
{
    // The functions by which os tells what each call supports; only those that the calls below honour.
    private static readonly string[] s_supported = ["HAVE_LSTAT", "HAVE_FTRUNCATE", "HAVE_FSTATVFS"];

    private static void Initialize(PyThread thread, PyModule module)
    {
        foreach (var (name, value) in PosixConstants.All)
            module.Add(name, PyValue.FromInt(value));
        module.Add("error", ExceptionTypes.OSError);
        module.Add("environ", MakeEnvironment(thread));
        module.Add("_have_functions", new PyList([.. s_supported.Select(PyValue.FromString)]));
        module.Add("stat_result", FileStatuses.Type.TypeIn(thread));
        module.Add("terminal_size", s_terminalSize.TypeIn(thread));
        module.Add("uname_result", s_systemName.TypeIn(thread));
        module.Add("times_result", s_times.TypeIn(thread));
        module.Add("statvfs_result", s_fileSystem.TypeIn(thread));
        module.Add("sched_param", s_schedulerParameter.TypeIn(thread));
        module.Add("waitid_result", s_waitResult.TypeIn(thread));
        module.Add("DirEntry", PyDirectoryEntry.TypeObject);
        foreach (var empty in (string[])["confstr_names", "pathconf_names", "sysconf_names"])
            module.Add(empty, new PyDict());
    }

    [PyFunction("_create_environ()", Doc = "Read the environment anew.")]
    private static PyValue MakeEnvironment(PyThread thread)
    {
        var variables = new PyDict();
        if (thread.Interpreter.Host.Environment is { } environment)
        {
            foreach (var (name, value) in environment.Variables)
                variables.Set(thread, PathArgument.Like(thread, name, true), PathArgument.Like(thread, value, true));
        }

        return variables;
    }

    [PyFunction("fspath(path)", Doc = "Return the path that an object stands for, as str or bytes.")]
    private static PyValue FsPath(PyThread thread, PyValue path) => PathArgument.FsPath(thread, path);

    [PyFunction("strerror(code, /)", Doc = "Return the text of an error's number.")]
    private static string StrError(int code) => SystemErrors.Text(code);

    [PyFunction("_path_normpath(path)", Doc = "Return a path without needless parts.")]
    private static PyValue NormalizePath(PyThread thread, PyValue path)
    {
        var given = PathArgument.FsPath(thread, path);
        var text = given.Ref is PyBytes bytes ? Vm.Codecs.DecodeLatin1(bytes.AsSpan()).Value : ((PyStr)given.Ref!).Value;
        var roots = 0;
        if (text.StartsWith('/'))
            roots = text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("///", StringComparison.Ordinal) ? 2 : 1;
        var parts = new List<string>();
        foreach (var part in text.Split('/'))
        {
            if (part.Length == 0 || part == ".")
                continue;
            if (part != ".." || (roots == 0 && parts.Count == 0) || (parts.Count > 0 && parts[^1] == ".."))
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }

        var result = new string('/', roots) + string.Join('/', parts);
        if (result.Length == 0)
            result = ".";
        return given.Ref is PyBytes ? new PyBytes(Vm.Codecs.EncodeLatin1(PyStr.From(result))) : PyStr.From(result);
    }

    [PyFunction("_path_splitroot_ex(path)", Doc = "Split a path into drive, root and rest.")]
    private static PyValue SplitRoot(PyThread thread, PyValue path)
    {
        var given = PathArgument.FsPath(thread, path);
        var text = given.Ref is PyBytes bytes ? Vm.Codecs.DecodeLatin1(bytes.AsSpan()).Value : ((PyStr)given.Ref!).Value;
        var roots = !text.StartsWith('/')
            ? 0
            : text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("///", StringComparison.Ordinal) ? 2 : 1;
        PyValue Like(string part) => given.Ref is PyBytes ? new PyBytes(Vm.Codecs.EncodeLatin1(PyStr.From(part))) : PyStr.From(part);
        return PyTuple.From(Like(""), Like(text[..roots]), Like(text[roots..]));
    }

    private static void RefuseFolder(PyValue folder)
    {
        if (!folder.IsNone && !folder.IsMissing)
            throw Raise.NotImplementedError("dir_fd unavailable on this platform");
    }
}
