"""The days on which the Federal Reserve's wire service is open."""
import datetime

MONDAY, THURSDAY, SATURDAY, SUNDAY = 0, 3, 5, 6
FIXED = {(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)}
DAY = datetime.timedelta(days=1)


def is_business_day(date):
    return date.weekday() not in (SATURDAY, SUNDAY) and not _is_holiday(date)


def third_thursday(date):
    """Of the date's month; where it is a holiday, the next business day."""
    thursday = _nth(date.year, date.month, THURSDAY, 3)
    return thursday + DAY if _is_holiday(thursday) else thursday


def _is_holiday(date):
    return (
        _is_fixed(date)
        or (date.weekday() == MONDAY and _is_fixed(date - DAY))
        or date == _nth(date.year, 1, MONDAY, 3)
        or date == _nth(date.year, 2, MONDAY, 3)
        or (date.month == 5 and date.weekday() == MONDAY and date.day > 24)
        or date == _nth(date.year, 9, MONDAY, 1)
        or date == _nth(date.year, 10, MONDAY, 2)
        or date == _nth(date.year, 11, THURSDAY, 4)
    )


def _is_fixed(date):
    return (date.month, date.day) in FIXED


def _nth(year, month, weekday, nth):
    first = datetime.date(year, month, 1)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (nth - 1))
