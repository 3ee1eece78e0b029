"""The spans of time that a plan may cover, and days moved from one to another."""

from dateutil.relativedelta import relativedelta

LENGTHS = {
    "year": relativedelta(years=1),
    "quarter": relativedelta(months=3),
    "month": relativedelta(months=1),
}


def first_day(span, day):
    """Return the first day of the year, quarter or month in which a day lies.

    >>> from datetime import date
    >>> [f"{first_day(span, date(2026, 8, 31)):%d/%m}" for span in LENGTHS]
    ['01/01', '01/07', '01/08']
    """
    if span == "year":
        return day.replace(month=1, day=1)
    if span == "quarter":
        return day.replace(month=day.month - (day.month - 1) % 3, day=1)
    return day.replace(day=1)


def last_day(span, first):
    """Return the last day of a span that begins on a first day.

    >>> from datetime import date
    >>> f"{last_day('quarter', date(2026, 7, 1)):%d/%m/%Y}"
    '30/09/2026'
    """
    return first + LENGTHS[span] - relativedelta(days=1)


def moved(day, from_month, to_month):
    """Return a day of one month in another; what the other lacks is its last day.

    >>> from datetime import date
    >>> f"{moved(date(2027, 1, 31), date(2027, 1, 1), date(2027, 2, 1)):%d/%m/%Y}"
    '28/02/2027'
    """
    return day + relativedelta(to_month, from_month)
