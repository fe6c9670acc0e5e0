using Keelback.Vm;

namespace Keelback.Modules.Sys;

/// <summary>sys.flags.</summary>
internal static class SysFlags
{
    private static readonly string[] s_names =
    [
        "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
        "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
        "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits",
    ];

    private static readonly StructureType s_type = new("sys.flags", "Flags given on the command line or by the environment.", s_names)
    {
        HiddenNames = ["gil", "thread_inherit_context", "context_aware_warnings"],
    };

    /// <summary>The flags that the options say.</summary>
    public static PyValue Create(SysOptions options) => s_type.Create(
        Flag(false),
        Flag(options.Inspect),
        Flag(options.Interactive),
        PyValue.FromInt(options.OptimizationLevel),
        Flag(options.DontWriteBytecode),
        Flag(options.NoUserSite || options.Isolated),
        Flag(options.NoSite),
        Flag(options.IgnoreEnvironment || options.Isolated),
        PyValue.FromInt(options.Verbose),
        PyValue.FromInt(options.BytesWarning),
        Flag(options.Quiet),
        PyValue.FromInt(1),
        Flag(options.Isolated),
        PyValue.False,
        PyValue.FromInt(1),
        PyValue.FromInt(0),
        PyValue.FromBool(options.SafePath || options.Isolated),
        PyValue.FromInt(4300),
        PyValue.FromInt(1),
        PyValue.FromInt(0),
        PyValue.FromInt(0));

    private static PyValue Flag(bool value) => PyValue.FromInt(value ? 1 : 0);
}
