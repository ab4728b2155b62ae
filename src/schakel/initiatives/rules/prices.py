"""One price level: a price index as the network wrote it down with its source, and amounts of other years by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from schakel.methods.value.costs import in_prices_of
from schakel.web.fields import plain_figure, why_two_meanings

MOST_YEARS = 30
FIRST_YEAR, LAST_YEAR = 2000, 2099


def index_read(text: str) -> tuple[dict[int, Decimal], list[str]]:
    """The index of each year in a block as it is typed or pasted, and what is wrong with it, line by line.

    >>> index_read("2024; 128,5\\n\\n2026; 135")[0]
    {2024: Decimal('128.5'), 2026: Decimal('135')}
    >>> index_read("2024; nul")[1]
    ['Regel 1: schrijf een jaar en een indexcijfer, bijvoorbeeld 2024; 128,5.']
    """
    found: dict[int, Decimal] = {}
    faults: list[str] = []
    for nth, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in line.replace("\t", ";").split(";")]
        if not any(cells):
            continue
        try:
            year, index = _index(cells)
        except (ValueError, InvalidOperation):
            words = _("Regel %(n)d: schrijf een jaar en een indexcijfer, bijvoorbeeld 2024; 128,5.")
            faults.append(words % {"n": nth})
            continue
        if year in found:
            faults.append(_("%(year)d staat er twee keer.") % {"year": year})
        found[year] = index
    if len(found) > MOST_YEARS:
        faults.append(_("Er passen %(n)d jaren.") % {"n": MOST_YEARS})
    return found, faults


def _index(cells: Sequence[str]) -> tuple[int, Decimal]:
    year, index = cells
    if why_two_meanings(index):
        raise ValueError(index)
    number = Decimal(plain_figure(index))
    if not (FIRST_YEAR <= int(year) <= LAST_YEAR and number.is_finite() and 0 < number < 10_000):
        raise ValueError(index)
    return int(year), number


def index_written(index: Mapping[int, Decimal]) -> str:
    """The block as it is typed, to change it.

    >>> index_written({2026: Decimal("135"), 2024: Decimal("128.50")})
    '2024; 128,5\\n2026; 135'
    """
    return "\n".join(f"{year}; {f'{index[year].normalize():f}'.replace('.', ',')}" for year in sorted(index))


def why_not_prices(index: Mapping[int, Decimal], price_year: int, years: Iterable[int | None]) -> str | None:
    """Why amounts in prices of these years cannot be brought to one price level: the index of a year lacks.

    >>> why_not_prices({2026: Decimal(135)}, 2026, [2024])
    'Van 2024 is er geen indexcijfer. Vul bij de keuzes de prijsindex in van 2024 en van 2026, met de bron.'
    >>> why_not_prices({}, 2026, [None, 2026]) is None
    True
    """
    other = sorted({year for year in years if year is not None and year != price_year})
    lacking = next((year for year in [*other, price_year] if year not in index), None) if other else None
    if lacking is None:
        return None
    words = _(
        "Van %(year)d is er geen indexcijfer. Vul bij de keuzes de prijsindex in van %(then)d en van %(now)d, "
        "met de bron."
    )
    return words % {"year": lacking, "then": other[0], "now": price_year}


def priced(amount: Decimal, year: int | None, index: Mapping[int, Decimal], price_year: int) -> Decimal:
    """An amount in prices of the chosen year; year: of which its prices are, None for the chosen one itself.

    >>> priced(Decimal(200), 2024, {2024: Decimal(100), 2026: Decimal(115)}, 2026)
    Decimal('230.00')
    """
    if year is None or year == price_year:
        return amount
    return in_prices_of(amount, index[year], index[price_year]).quantize(Decimal("0.01"))
