using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Keelback.Modules.Files;
using Keelback.Vm;

namespace Keelback.Modules.Posix;

/// <summary>The process, its environment and the machine.</summary>
internal static partial class PosixModule
{
    private static readonly StructureType s_systemName = new(
        "posix.uname_result", "The names of the system.", ["sysname", "nodename", "release", "version", "machine"]);

    private static readonly StructureType s_times = new(
        "posix.times_result",
        "The times that the process has taken.",
        ["user", "system", "children_user", "children_system", "elapsed"]);

    private static readonly StructureType s_fileSystem = new(
        "os.statvfs_result",
        "What is known of a file system.",
        ["f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax"])
    {
        HiddenNames = ["f_fsid"],
    };

    private static readonly StructureType s_schedulerParameter = new(
        "posix.sched_param", "A scheduling parameter.", ["sched_priority"]);

    private static readonly StructureType s_waitResult = new(
        "posix.waitid_result", "What became of a child.", ["si_pid", "si_uid", "si_signo", "si_status", "si_code"]);

    [PyFunction("getpid()", Doc = "Return the number of this process.")]
    private static long GetProcess(PyThread thread) => thread.Interpreter.Host.Environment?.ProcessId ?? 0;

    [PyFunction("getppid()", Doc = "Return the number of the process that started this one.")]
    private static long GetParent(PyThread thread) => OpenFiles.Calls(thread).Identity(ProcessIdentity.Parent);

    [PyFunction("getuid()", Doc = "Return the number of the process's owner.")]
    private static long GetUser(PyThread thread) => OpenFiles.Calls(thread).Identity(ProcessIdentity.User);

    [PyFunction("geteuid()", Doc = "Return the number of the owner whose rights count.")]
    private static long GetEffectiveUser(PyThread thread) => OpenFiles.Calls(thread).Identity(ProcessIdentity.EffectiveUser);

    [PyFunction("getgid()", Doc = "Return the number of the process's group.")]
    private static long GetGroup(PyThread thread) => OpenFiles.Calls(thread).Identity(ProcessIdentity.Group);

    [PyFunction("getegid()", Doc = "Return the number of the group whose rights count.")]
    private static long GetEffectiveGroup(PyThread thread) => OpenFiles.Calls(thread).Identity(ProcessIdentity.EffectiveGroup);

    [PyFunction("getlogin()", Doc = "Return the name of the user.")]
    private static string GetLogin() => Environment.UserName;

    [PyFunction("kill(pid, signal, /)", Doc = "Send a signal to a process.")]
    private static void Kill(PyThread thread, int pid, int signal) => SystemErrors.Check(OpenFiles.Calls(thread).Kill(pid, signal));

    [PyFunction("_exit(status)", Doc = "End the process at once.")]
    private static void Exit(PyThread thread, int status) => OpenFiles.Calls(thread).Exit(status);

    [PyFunction("abort()", Doc = "End the process by SIGABRT.")]
    private static void Abort(PyThread thread) => OpenFiles.Calls(thread).Kill((int)GetProcess(thread), 6);

    [PyFunction("cpu_count()", Doc = "Return how many processors the machine has.")]
    private static long ProcessorCount() => Environment.ProcessorCount;

    [PyFunction("sched_getaffinity(pid, /)", Doc = "Return the processors on which the process may run.")]
    private static PyValue GetAffinity(PyThread thread, int pid)
    {
        var processors = new PySet();
        for (var i = 0; i < Environment.ProcessorCount; i++)
            processors.Add(thread, PyValue.FromInt(i));
        return processors;
    }

    [PyFunction("sched_yield()", Doc = "Let other threads run.")]
    private static void Yield(PyThread thread) => thread.Interpreter.Lock.YieldIfAsked(thread);

    [PyFunction("urandom(size, /)", Doc = "Return random bytes that nobody can foresee.")]
    private static PyValue RandomBytes(int size) => size < 0
        ? throw Raise.ValueError("negative argument not allowed")
        : new PyBytes(RandomNumberGenerator.GetBytes(size));

    [PyFunction("getrandom(size, flags=0)", Doc = "Return random bytes that nobody can foresee.")]
    private static PyValue GetRandom(int size, int flags) => RandomBytes(size);

    [PyFunction("putenv(name, value, /)", Doc = "Set an environment variable.")]
    private static void PutVariable(PyThread thread, PyValue name, PyValue value)
    {
        var variable = PathArgument.From(thread, name, "putenv", "name").Text;
        if (variable.Contains('='))
            throw Raise.ValueError("illegal environment variable name");
        thread.Interpreter.Host.Environment?.SetVariable(variable, PathArgument.From(thread, value, "putenv", "value").Text);
    }

    [PyFunction("unsetenv(name, /)", Doc = "Remove an environment variable.")]
    private static void RemoveVariable(PyThread thread, PyValue name)
    {
        var variable = PathArgument.From(thread, name, "unsetenv", "name").Text;
        if (variable.Length == 0 || variable.Contains('='))
            throw SystemErrors.Make(22);
        thread.Interpreter.Host.Environment?.SetVariable(variable, null);
    }

    [PyFunction("uname()", Doc = "Return the names of system and machine.")]
    private static PyValue SystemName()
    {
        var machine = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x86_64",
            Architecture.Arm64 => OperatingSystem.IsMacOS() ? "arm64" : "aarch64",
            var other => other.ToString().ToLowerInvariant(),
        };
        return s_systemName.Create(
            PyStr.From(OperatingSystem.IsMacOS() ? "Darwin" : "Linux"),
            PyStr.From(Environment.MachineName),
            PyStr.From(Environment.OSVersion.Version.ToString()),
            PyStr.From(RuntimeInformation.OSDescription),
            PyStr.From(machine));
    }

    [PyFunction("times()", Doc = "Return the times that the process has taken.")]
    private static PyValue Times(PyThread thread)
    {
        var usage = Environment.CpuUsage;
        return s_times.Create(
            PyValue.FromFloat(usage.UserTime.TotalSeconds),
            PyValue.FromFloat(usage.PrivilegedTime.TotalSeconds),
            PyValue.FromFloat(0),
            PyValue.FromFloat(0),
            PyValue.FromFloat((thread.Interpreter.Host.Clock?.MonotonicNanoseconds ?? 0) / 1e9));
    }

    [PyFunction("getloadavg()", Doc = "Return how many processes wanted to run of late.")]
    private static PyValue LoadAverage() => throw Raise.OSError([PyStr.From("Load averages are unobtainable")]);

    [PyFunction("waitstatus_to_exitcode(status)", Doc = "Convert a status of wait() to an exit code.")]
    private static long ExitCode(int status)
    {
        var signal = status & 0x7F;
        if (signal == 0)
            return (status >> 8) & 0xFF;
        return signal != 0x7F ? -signal : throw Raise.ValueError($"process stopped by delivery of signal {(status >> 8) & 0xFF}");
    }

    [PyFunction("WIFEXITED(status)", Doc = "Tell whether a process ended by itself.")]
    private static bool HasExited(int status) => (status & 0x7F) == 0;

    [PyFunction("WEXITSTATUS(status)", Doc = "Return the exit code of a status.")]
    private static long ExitStatus(int status) => (status >> 8) & 0xFF;

    [PyFunction("WIFSIGNALED(status)", Doc = "Tell whether a process ended by a signal.")]
    private static bool IsSignaled(int status) => (status & 0x7F) is not 0 and not 0x7F;

    [PyFunction("WTERMSIG(status)", Doc = "Return the signal that ended a process.")]
    private static long EndingSignal(int status) => status & 0x7F;

    [PyFunction("WIFSTOPPED(status)", Doc = "Tell whether a process was stopped.")]
    private static bool IsStopped(int status) => (status & 0xFF) == 0x7F;

    [PyFunction("WSTOPSIG(status)", Doc = "Return the signal that stopped a process.")]
    private static long StoppingSignal(int status) => (status >> 8) & 0xFF;

    [PyFunction("WIFCONTINUED(status)", Doc = "Tell whether a process was continued.")]
    private static bool IsContinued(int status) => status == 0xFFFF;

    [PyFunction("WCOREDUMP(status)", Doc = "Tell whether a process left an image of its memory.")]
    private static bool HasCore(int status) => (status & 0x80) != 0;

    [PyFunction("register_at_fork(*, before=<missing>, after_in_child=<missing>, after_in_parent=<missing>)", Doc = "Name functions to be called around a fork, which never happens here.")]
    private static void RegisterAtFork(PyValue before, PyValue afterInChild, PyValue afterInParent)
    {
    }
}
