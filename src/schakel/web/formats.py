"""Dates, amounts and numbers as Dutch readers write them. Values in, words out; the day of today is passed."""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.methods.workdays import workdays_between

NBSP = "\u00a0"
MINUS = "\u2212"
#: The space between the number of a day and its month.
_DAY_AND_MONTH = re.compile(r"(?<=\d) (?=[a-z])")

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
DAYS_SHORT = ("ma", "di", "wo", "do", "vr", "za", "zo")


def local(moment: date | datetime) -> date | datetime:
    """Bring an aware moment to the clock on the wall; leave a day as it is."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


def dutch_date(day: date | datetime, precision: str = "day") -> str:
    """Write a day in full, or only as precisely as it is known.

    >>> dutch_date(date(2026, 11, 3)), dutch_date(date(2016, 4, 1), "month"), dutch_date(date(2012, 1, 1), "year")
    ('3 november 2026', 'april 2016', '2012')
    """
    day = local(day)
    if precision == "month":
        return f"{MONTHS[day.month - 1]} {day.year}"
    if precision in {"year", "period"}:
        return str(day.year)
    if precision == "unknown":
        return _("dag niet bekend")
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date | datetime) -> str:
    """Write a day with the name of the day, without the year.

    >>> weekday_date(date(2026, 11, 26))
    'donderdag 26 november'
    """
    day = local(day)
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def day_and_month(day: date | datetime) -> str:
    """Write a day of a year that everybody knows.

    >>> day_and_month(date(2026, 12, 12))
    '12 december'
    """
    day = local(day)
    return f"{day.day} {MONTHS[day.month - 1]}"


def short_date(day: date | datetime, today: date | None = None) -> str:
    """Write a day for a margin; with ``today``, a day in another year gets its year.

    >>> short_date(date(2026, 11, 26)), short_date(date(2027, 1, 14), date(2026, 11, 26))
    ('do 26 nov', 'do 14 jan 2027')
    """
    day = local(day)
    text = f"{DAYS_SHORT[day.weekday()]} {day.day} {MONTHS_SHORT[day.month - 1]}"
    return f"{text} {day.year}" if today and day.year != today.year else text


def on_one_line(day: str) -> str:
    """A written day whose number stays with its month where a line ends on a page.

    >>> on_one_line("do 26 nov 2026"), on_one_line("april 2016")
    ('do 26\xa0nov 2026', 'april 2016')
    """
    return _DAY_AND_MONTH.sub(NBSP, day)


_IN_A_SENTENCE = re.compile(rf"(?<=\d) (?=(?:{'|'.join((*MONTHS, *MONTHS_SHORT))})\b)")


def unbroken(text: str) -> str:
    """A sentence in which the number of a day stays with its month.

    >>> unbroken("Lotte, vóór 4 december 2026"), unbroken("12 maanden, 3 keer")
    ('Lotte, vóór 4\xa0december 2026', '12 maanden, 3 keer')
    """
    return _IN_A_SENTENCE.sub(NBSP, text)


def clock(moment: datetime) -> str:
    """Write the time of day.

    >>> clock(datetime(2026, 11, 20, 9, 5))
    '09.05'
    """
    return f"{local(moment):%H.%M}"


def sentences(*parts: str) -> str:
    """Put sentences behind each other, each with one full stop; a question keeps its own mark, what is empty falls out.

    >>> sentences("Hoe gaat het?", "Het duurt 3 minuten.", ""), sentences("Maak het plan", "U bent de trekker.")
    ('Hoe gaat het? Het duurt 3 minuten.', 'Maak het plan. U bent de trekker.')
    """
    return " ".join(part if part[-1] in ".?!…" else f"{part}." for part in parts if part)


def distance(day: date | datetime, today: date) -> str:
    """Say how far a day is: ahead in calendar days, too late in working days.

    >>> [distance(date(2026, 11, d), date(2026, 11, 23)) for d in (10, 20, 23, 24, 30)]
    ['9 werkdagen te laat', '1 werkdag te laat', 'vandaag', 'morgen', 'over 7 dagen']
    """
    day = local(day)
    day = day.date() if isinstance(day, datetime) else day
    ahead = (day - today).days
    if ahead == 0:
        return _("vandaag")
    if ahead == 1:
        return _("morgen")
    if ahead > 1:
        return _("over %(n)s dagen") % {"n": number(ahead)}
    late = workdays_between(day, today)
    if late:
        text = ngettext("%(n)s werkdag te laat", "%(n)s werkdagen te laat", late)
        return text % {"n": number(late)}
    return ngettext("%(n)s dag te laat", "%(n)s dagen te laat", -ahead) % {"n": number(-ahead)}


def number(value: int | float | Decimal, decimals: int | None = None) -> str:
    """Write a number with a point for thousands, a comma for decimals and a true minus.

    decimals: how many to show; None shows what is there, at most two.

    >>> number(1240), number(1234.5), number(-3, 1), number(Decimal("0.125"), 2)
    ('1.240', '1.234,5', '−3,0', '0,13')
    """
    amount = Decimal(str(value))
    amount = amount.quantize(Decimal(1).scaleb(-(2 if decimals is None else decimals)), ROUND_HALF_UP)
    if decimals is None:
        decimals = max(0, -int(amount.normalize().as_tuple().exponent))
    text = f"{abs(amount):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    is_negative = amount < 0 and any(figure in "123456789" for figure in text)
    return f"{MINUS}{text}" if is_negative else text


def signed(value: float, decimals: int = 1) -> str:
    """Write a difference with its sign, so that more and less are seen at once.

    >>> signed(0.42), signed(-0.42), signed(0.01)
    ('+0,4', '−0,4', '0,0')
    """
    told = number(value, decimals)
    return f"+{told}" if round(value, decimals) > 0 else told


def euro(value: int | float | Decimal) -> str:
    """Write an amount of money; cents only when there are any.

    >>> euro(1250), euro(Decimal("1250.5")), euro(-50)
    ('€\\xa01.250', '€\\xa01.250,50', '−€\\xa050')
    """
    amount = Decimal(str(value))
    text = number(abs(amount), 0 if amount == amount.to_integral_value() else 2)
    return f"{MINUS if amount < 0 else ''}€{NBSP}{text}"


def percent(value: int | float | Decimal, decimals: int | None = None) -> str:
    """Write a percentage (0 to 100) with its sign.

    >>> percent(82), percent(Decimal("64.25"), 1)
    ('82\\xa0%', '64,3\\xa0%')
    """
    return f"{number(value, decimals)}{NBSP}%"
