"""Dates and times: a month's calendar, working days, ages, zones, parsing and formatting."""
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta, timezone


def month(year, number):
    first = date(year, number, 1)
    start = first - timedelta(days=first.weekday())
    yield f"{first:%B %Y}".center(20)
    yield "Mo Tu We Th Fr Sa Su"
    day = start
    while day.month == number or day < first:
        yield " ".join(f"{(day + timedelta(i)).day:2}" if (day + timedelta(i)).month == number else "  " for i in range(7)).rstrip()
        day += timedelta(weeks=1)


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def working_days(start, end, holidays=()):
    return sum(1 for n in range((end - start).days) if (d := start + timedelta(n)).weekday() < 5 and d not in holidays)


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def human(delta):
    seconds = int(abs(delta).total_seconds())
    parts = []
    for name, size in (("week", 604800), ("day", 86400), ("hour", 3600), ("minute", 60)):
        if count := seconds // size:
            parts.append(f"{count} {name}{'s' * (count > 1)}")
        seconds %= size
    return ", ".join(parts) or "now"


def main():
    print(*month(2024, 2), sep="\n")
    print([easter(year).isoformat() for year in (1999, 2000, 2024, 2025)])
    print(working_days(date(2024, 12, 20), date(2025, 1, 6), {date(2024, 12, 25), date(2025, 1, 1)}))
    print(age(date(2000, 2, 29), date(2024, 2, 28)), age(date(2000, 2, 29), date(2024, 2, 29)))
    moment = datetime(2024, 3, 31, 1, 59, 58, 123456)
    print(moment, repr(moment), moment + timedelta(seconds=2.5), moment.replace(microsecond=0).isoformat(" "), moment.date(), moment.time())
    print(moment.strftime("%a %d %b %Y %H:%M:%S.%f %j %U %y %I%p %%"), f"{moment:%Y/%m/%d}", moment.isocalendar(), moment.ctime())
    print(datetime.strptime("12 Mar 2021 07:08", "%d %b %Y %H:%M"), datetime.fromisoformat("2024-01-02T03:04:05+02:30"), date.fromisoformat("2024-W05-3"))
    delta = datetime(2024, 12, 25) - moment
    print(delta, repr(delta), human(delta), delta.days, delta.total_seconds(), human(timedelta()), -timedelta(hours=1))
    print(timedelta(days=1) / 3, timedelta(hours=5) // timedelta(minutes=90), divmod(timedelta(hours=5), timedelta(minutes=90)), timedelta(1) * 1.5, abs(timedelta(-1, 5)))
    tokyo, york = timezone(timedelta(hours=9), "JST"), timezone(timedelta(hours=-5))
    meeting = datetime(2024, 6, 1, 9, 30, tzinfo=tokyo)
    print(meeting, meeting.astimezone(york), meeting.astimezone(UTC).isoformat(), meeting.tzname(), meeting == meeting.astimezone(york), york)
    print(meeting.utcoffset(), meeting.timestamp(), datetime.fromtimestamp(1_700_000_000, UTC), datetime(1970, 1, 1, tzinfo=UTC).timestamp())
    print(time(23, 5), time(1, 2, 3, 4, tzinfo=UTC), time.fromisoformat("04:23:01.5"), time(10) < time(11), time.max, time(12, 30).replace(minute=0))
    print(date.min, date.max, MAXYEAR, date(2024, 2, 29).toordinal(), date.fromordinal(738000), date(2024, 1, 1).isoweekday(), timedelta.max)
    print(sorted([date(2024, 5, 1), date(2023, 5, 1)]), {date(2024, 1, 1): "new year"}[date(2024, 1, 1)], max(date(2020, 1, 1), date(2021, 1, 1)))
    for bad in (lambda: date(2023, 2, 29), lambda: date(2024, 13, 1), lambda: time(25), lambda: date.max + timedelta(1), lambda: meeting < moment,
                lambda: date(2024, 1, 1) + 5, lambda: datetime.strptime("x", "%Y"), lambda: date.fromisoformat("2024-1-1"), lambda: timedelta("1"),
                lambda: datetime.combine(date(2024, 1, 1), time(5)) - date(2024, 1, 1), lambda: timedelta(days=10**10)):
        try:
            print(bad())
        except (ValueError, OverflowError, TypeError) as error:
            print(type(error).__name__ + ":", error)


main()
