using Keelback.Vm;

namespace Keelback.Modules.Time;

/// <summary>time.struct_time.</summary>
internal static class CalendarTime
{
    /// <summary>The structure.</summary>
    public static StructureType Type { get; } = new(
        "time.struct_time",
        "A calendar time.",
        ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"])
    {
        HiddenNames = ["tm_zone", "tm_gmtoff"],
    };

    /// <summary>A time as Python sees it.</summary>
    public static PyValue Create(DateTime time, bool isSummer, string zone, long offset) => Type.Create(
        PyValue.FromInt(time.Year),
        PyValue.FromInt(time.Month),
        PyValue.FromInt(time.Day),
        PyValue.FromInt(time.Hour),
        PyValue.FromInt(time.Minute),
        PyValue.FromInt(time.Second),
        PyValue.FromInt(((int)time.DayOfWeek + 6) % 7),
        PyValue.FromInt(time.DayOfYear),
        PyValue.FromInt(isSummer ? 1 : 0),
        PyStr.From(zone),
        PyValue.FromInt(offset));
}
