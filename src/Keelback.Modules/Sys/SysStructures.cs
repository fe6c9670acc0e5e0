using Keelback.Vm;

namespace Keelback.Modules.Sys;

/// <summary>The tuples with names that sys has.</summary>
internal static class SysStructures
{
    private static readonly StructureType s_versionInfo = new(
        "sys.version_info", "Version information as a named tuple.", ["major", "minor", "micro", "releaselevel", "serial"]);

    private static readonly StructureType s_floatInfo = new(
        "sys.float_info",
        "Information about the float type.",
        ["max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"]);

    private static readonly StructureType s_intInfo = new(
        "sys.int_info",
        "Information about how ints are stored.",
        ["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"]);

    private static readonly StructureType s_hashInfo = new(
        "sys.hash_info",
        "Parameters of the hashes of numbers and strings.",
        ["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"]);

    private static readonly StructureType s_threadInfo = new(
        "sys.thread_info", "Information about threads.", ["name", "lock", "version"]);

    public static PyValue VersionInfo() => s_versionInfo.Create(
        PyValue.FromInt(3), PyValue.FromInt(14), PyValue.FromInt(10), PyStr.Intern("final"), PyValue.FromInt(0));

    public static PyValue FloatInfo() => s_floatInfo.Create(
        PyValue.FromFloat(double.MaxValue),
        PyValue.FromInt(1024),
        PyValue.FromInt(308),
        PyValue.FromFloat(2.2250738585072014e-308),
        PyValue.FromInt(-1021),
        PyValue.FromInt(-307),
        PyValue.FromInt(15),
        PyValue.FromInt(53),
        PyValue.FromFloat(2.220446049250313e-16),
        PyValue.FromInt(2),
        PyValue.FromInt(1));

    public static PyValue IntInfo() => s_intInfo.Create(
        PyValue.FromInt(30), PyValue.FromInt(4), PyValue.FromInt(4300), PyValue.FromInt(640));

    public static PyValue HashInfo() => s_hashInfo.Create(
        PyValue.FromInt(64),
        PyValue.FromInt((1L << 61) - 1),
        PyValue.FromInt(314159),
        PyValue.FromInt(0),
        PyValue.FromInt(1000003),
        PyStr.Intern("marvin"),
        PyValue.FromInt(64),
        PyValue.FromInt(64),
        PyValue.FromInt(0));

    public static PyValue ThreadInfo() => s_threadInfo.Create(
        PyStr.Intern(OperatingSystem.IsWindows() ? "nt" : "pthread"), PyValue.None, PyValue.None);
}
