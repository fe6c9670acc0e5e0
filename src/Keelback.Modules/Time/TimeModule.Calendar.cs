using System.Globalization;
using System.Text;
using Keelback.Vm;

namespace Keelback.Modules.Time;

/// <summary>Calendar times and their texts.</summary>
internal static partial class TimeModule
{
    private static readonly PyStr s_strptime = PyStr.Intern("_strptime_time");
    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] s_months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    [PyFunction("gmtime(seconds=None, /)", Doc = "Convert seconds since 1970 to a calendar time in UTC.")]
    private static PyValue Utc(PyThread thread, PyValue seconds) =>
        CalendarTime.Create(FromSeconds(WholeSeconds(thread, seconds)), false, "UTC", 0);

    [PyFunction("localtime(seconds=None, /)", Doc = "Convert seconds since 1970 to a calendar time where the computer is.")]
    private static PyValue Local(PyThread thread, PyValue seconds)
    {
        var utc = FromSeconds(WholeSeconds(thread, seconds));
        var zone = TimeZoneInfo.Local;
        var offset = zone.GetUtcOffset(utc);
        var isSummer = zone.IsDaylightSavingTime(utc);
        return CalendarTime.Create(utc + offset, isSummer, NameOf(zone, isSummer), (long)offset.TotalSeconds);
    }

    [PyFunction("mktime(time, /)", Doc = "Convert a calendar time where the computer is to seconds since 1970.")]
    private static double MakeTime(PyThread thread, PyValue time)
    {
        var parts = Parts(thread, time);
        var local = DateTime.UnixEpoch.AddYears((int)parts[0] - 1970).AddMonths((int)parts[1] - 1).AddDays(parts[2] - 1)
            .AddSeconds((parts[3] * 3600) + (parts[4] * 60) + parts[5]);
        var offset = TimeZoneInfo.Local.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
        return (local - DateTime.UnixEpoch - offset).TotalSeconds;
    }

    [PyFunction("asctime(time=<missing>, /)", Doc = "Return a calendar time as 'Sat Jun 06 16:26:11 1998'.")]
    private static string AsText(PyThread thread, PyValue time) =>
        AsText(Parts(thread, time.IsMissing ? Local(thread, PyValue.None) : time));

    [PyFunction("ctime(seconds=None, /)", Doc = "Return seconds since 1970 as 'Sat Jun 06 16:26:11 1998'.")]
    private static string CurrentText(PyThread thread, PyValue seconds) => AsText(Parts(thread, Local(thread, seconds)));

    [PyFunction("strftime(format, time=<missing>, /)", Doc = "Return a calendar time in a form.")]
    private static string Format(PyThread thread, string format, PyValue time)
    {
        var value = time.IsMissing ? Local(thread, PyValue.None) : time;
        var parts = Parts(thread, value);
        var hidden = value.Ref is PyStructure { Hidden: [PyValue zone, PyValue offset] }
            ? (Zone: zone.Ref is PyStr name ? name.Value : "", Offset: offset.IsSmallInt ? offset.Bits : 0)
            : (Zone: NameOf(TimeZoneInfo.Local, parts[8] > 0), Offset: (long)TimeZoneInfo.Local.BaseUtcOffset.TotalSeconds);
        var result = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 >= format.Length)
                result.Append(format[i]);
            else
                AppendField(result, format[++i], parts, hidden.Zone, hidden.Offset);
        }

        return result.ToString();
    }

    [PyFunction("strptime(string, format='%a %b %d %H:%M:%S %Y', /)", Doc = "Read a calendar time out of a text.")]
    private static PyValue Parse(PyThread thread, PyValue @string, PyValue format) =>
        thread.CallAttribute(thread.Interpreter.Imports.GetOrLoad(thread, PyStr.Intern("_strptime")), s_strptime, @string, format);

    [PyFunction("tzset()", Doc = "Look again where the computer is.")]
    private static void ResetZone(PyThread thread, PyModule module)
    {
        TimeZoneInfo.ClearCachedData();
        AddZone(module);
    }

    private static void AddZone(PyModule module)
    {
        var zone = TimeZoneInfo.Local;
        var offset = -(long)zone.BaseUtcOffset.TotalSeconds;
        module.Add("timezone", PyValue.FromInt(offset));
        module.Add("altzone", PyValue.FromInt(zone.SupportsDaylightSavingTime ? offset - 3600 : offset));
        module.Add("daylight", PyValue.FromInt(zone.SupportsDaylightSavingTime ? 1 : 0));
        module.Add("tzname", PyTuple.From(PyStr.From(NameOf(zone, false)), PyStr.From(NameOf(zone, true))));
    }

    private static string NameOf(TimeZoneInfo zone, bool isSummer)
    {
        if (zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime)
            return "UTC";
        var name = isSummer ? zone.DaylightName : zone.StandardName;
        return name.Length > 0 && !name.Contains(' ') ? name : string.Concat(name.Split(' ').Select(word => word[..1]));
    }

    private static long WholeSeconds(PyThread thread, PyValue seconds)
    {
        if (seconds.IsNone || seconds.IsMissing)
            return Clock(thread).WallNanoseconds / 1_000_000_000;
        return seconds.IsFloat ? (long)Math.Floor(seconds.DoubleBits) : Operators.ToInt64(thread, seconds);
    }

    private static DateTime FromSeconds(long seconds) => seconds is >= -62135596800 and <= 253402300799
        ? DateTime.UnixEpoch.AddSeconds(seconds)
        : throw Raise.ValueError($"year is out of range");

    private static long[] Parts(PyThread thread, PyValue time)
    {
        if (time.Ref is not PyTuple { Count: 9 } tuple)
            throw Raise.TypeError("Tuple or struct_time argument required");
        return Array.ConvertAll(tuple.Items, item => Operators.ToInt64(thread, item));
    }

    private static string AsText(long[] parts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{s_days[parts[6] % 7][..3]} {Month(parts)[..3]} {parts[2],2} {parts[3]:00}:{parts[4]:00}:{parts[5]:00} {parts[0]}");

    private static string Month(long[] parts) => s_months[Math.Clamp(parts[1] - 1, 0, 11)];

    private static void AppendField(StringBuilder result, char field, long[] parts, string zone, long offset)
    {
        var (year, day, hour) = (parts[0], parts[7], parts[3]);
        var sunday = (parts[6] + 1) % 7;
        var text = field switch
        {
            'a' => s_days[parts[6] % 7][..3],
            'A' => s_days[parts[6] % 7],
            'b' or 'h' => Month(parts)[..3],
            'B' => Month(parts),
            'c' => AsText(parts),
            'C' => Two(year / 100),
            'd' => Two(parts[2]),
            'D' or 'x' => $"{Two(parts[1])}/{Two(parts[2])}/{Two(year % 100)}",
            'e' => $"{parts[2],2}",
            'F' => $"{year}-{Two(parts[1])}-{Two(parts[2])}",
            'G' or 'g' or 'V' => IsoWeek(field, parts),
            'H' => Two(hour),
            'I' => Two((hour + 11) % 12 + 1),
            'j' => day.ToString("000", CultureInfo.InvariantCulture),
            'k' => $"{hour,2}",
            'l' => $"{(hour + 11) % 12 + 1,2}",
            'm' => Two(parts[1]),
            'M' => Two(parts[4]),
            'n' => "\n",
            'p' => hour < 12 ? "AM" : "PM",
            'P' => hour < 12 ? "am" : "pm",
            'r' => $"{Two((hour + 11) % 12 + 1)}:{Two(parts[4])}:{Two(parts[5])} {(hour < 12 ? "AM" : "PM")}",
            'R' => $"{Two(hour)}:{Two(parts[4])}",
            'S' => Two(parts[5]),
            't' => "\t",
            'T' or 'X' => $"{Two(hour)}:{Two(parts[4])}:{Two(parts[5])}",
            'u' => (parts[6] + 1).ToString(CultureInfo.InvariantCulture),
            'U' => Two((day - 1 + 7 - sunday) / 7),
            'w' => sunday.ToString(CultureInfo.InvariantCulture),
            'W' => Two((day - 1 + 7 - parts[6]) / 7),
            'y' => Two(year % 100),
            'Y' => year.ToString(CultureInfo.InvariantCulture),
            'z' => $"{(offset < 0 ? '-' : '+')}{Two(Math.Abs(offset) / 3600)}{Two(Math.Abs(offset) / 60 % 60)}",
            'Z' => zone,
            '%' => "%",
            _ => "%" + field,
        };
        result.Append(text);
    }

    private static string IsoWeek(char field, long[] parts)
    {
        var date = new DateTime((int)parts[0], (int)parts[1], (int)parts[2], 0, 0, 0, DateTimeKind.Unspecified);
        var year = ISOWeek.GetYear(date);
        return field == 'V' ? Two(ISOWeek.GetWeekOfYear(date)) : field == 'g' ? Two(year % 100) : year.ToString(CultureInfo.InvariantCulture);
    }

    private static string Two(long value) => value.ToString("00", CultureInfo.InvariantCulture);
}
