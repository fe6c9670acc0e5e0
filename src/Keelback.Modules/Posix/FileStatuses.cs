using Keelback.Vm;

namespace Keelback.Modules.Posix;

/// <summary>os.stat_result.</summary>
internal static class FileStatuses
{
    private const long Second = 1_000_000_000;

    /// <summary>The structure.</summary>
    public static StructureType Type { get; } = new(
        "os.stat_result",
        "What the system knows of a file.",
        ["st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "_integer_atime", "_integer_mtime", "_integer_ctime"])
    {
        HiddenNames =
        [
            "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev",
        ],
    };

    /// <summary>A status as Python sees it.</summary>
    public static PyValue Create(FileStatus status)
    {
        var (accessed, modified, changed) = (status.AccessedNanoseconds, status.ModifiedNanoseconds, status.ChangedNanoseconds);
        return Type.Create(
            PyValue.FromInt(status.Mode),
            PyValue.FromInt(status.Inode),
            PyValue.FromInt(status.Device),
            PyValue.FromInt(status.LinkCount),
            PyValue.FromInt(status.UserId),
            PyValue.FromInt(status.GroupId),
            PyValue.FromInt(status.Size),
            PyValue.FromInt(Seconds(accessed)),
            PyValue.FromInt(Seconds(modified)),
            PyValue.FromInt(Seconds(changed)),
            Fraction(accessed),
            Fraction(modified),
            Fraction(changed),
            PyValue.FromInt(accessed),
            PyValue.FromInt(modified),
            PyValue.FromInt(changed),
            PyValue.FromInt(status.BlockSize),
            PyValue.FromInt(status.BlockCount),
            PyValue.FromInt(status.SpecialDevice));
    }

    private static long Seconds(long nanoseconds) => (nanoseconds - (((nanoseconds % Second) + Second) % Second)) / Second;

    private static PyValue Fraction(long nanoseconds) =>
        PyValue.FromFloat(Seconds(nanoseconds) + (1e-9 * (nanoseconds - (Seconds(nanoseconds) * Second))));
}
