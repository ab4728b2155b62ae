"""The catalogue as a network sees it, and the sheet of one indicator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from schakel.measuring.models import Indicator, IndicatorVersion
from schakel.measuring.rules import Definition, IndicatorKind, Origin, definition
from schakel.measuring.rules.catalogue import newest
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


@dataclass(frozen=True)
class CatalogueLine:
    """One indicator that the network measures, or could take over.

    newer: the version in the catalogue that the network has not taken yet; 0 when there is none.
    """

    definition: Definition
    origin: Origin
    is_taken: bool
    newer: int
    is_due: bool

    @property
    def kind(self) -> IndicatorKind:
        """Outcome, process or balancing."""
        return IndicatorKind(self.definition.kind)


@dataclass(frozen=True)
class Difference:
    """What one part of a definition said before and says now."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Sheet:
    """One version of an indicator with its other versions, newest first; row is None for what was not taken over."""

    definition: Definition
    origin: Origin
    indicator: Indicator | None
    row: IndicatorVersion | None
    versions: tuple[IndicatorVersion, ...]
    newer: int
    balancing: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]
    is_due: bool
    is_measured: bool

    @property
    def is_newest(self) -> bool:
        """Whether no later version of it was taken over."""
        return self.row is None or self.row == self.versions[0]


def catalogue_lines(network: Network, person: Person, today: date) -> list[CatalogueLine]:
    """What the network measures first, then what it could take over; both by name. Two database queries."""
    mine = _with_versions(network, person)
    lines = []
    for indicator in mine:
        last = indicator.versions.all()[0]
        file = definition(indicator.code) if indicator.origin == Origin.CATALOGUE else None
        lines.append(
            CatalogueLine(
                definition=last.definition,
                origin=Origin(indicator.origin),
                is_taken=True,
                newer=file.version if file and file.version > last.number else 0,
                is_due=last.review_before < today,
            )
        )
    taken = {indicator.code for indicator in mine}
    lines += [
        CatalogueLine(one, Origin.CATALOGUE, False, 0, one.review_before < today)
        for one in newest()
        if one.code not in taken
    ]
    return lines


def find_indicator(network: Network, person: Person, code: str) -> Indicator | None:
    """The indicator of the network with this code, with its versions, newest first. Two database queries."""
    return next(iter(_with_versions(network, person, code=code)), None)


def indicator_sheet(
    network: Network, person: Person, code: str, today: date, number: int | None = None
) -> Sheet | None:
    """One version of an indicator (the newest when none is asked); None when there is none. Four queries at most."""
    indicator = find_indicator(network, person, code)
    file = definition(code)
    if indicator is None:
        if file is None or number not in {None, file.version}:
            return None
        return _sheet(network, person, file, Origin.CATALOGUE, None, None, today, newer=0)
    row = next((one for one in indicator.versions.all() if number in {None, one.number}), None)
    if row is None:
        return None
    origin, last = Origin(indicator.origin), indicator.versions.all()[0].number
    newer = file.version if file and origin == Origin.CATALOGUE and file.version > last else 0
    return _sheet(network, person, row.definition, origin, indicator, row, today, newer=newer)


def _with_versions(network: Network, person: Person, **which: str) -> list[Indicator]:
    rows = Indicator.objects.visible_to(person).of(network).filter(**which)
    found = list(rows.prefetch_related("versions"))
    for indicator in found:
        for version in indicator.versions.all():
            version.indicator = indicator
    return found


def _sheet(
    network: Network,
    person: Person,
    shown: Definition,
    origin: Origin,
    indicator: Indicator | None,
    row: IndicatorVersion | None,
    today: date,
    *,
    newer: int,
) -> Sheet:
    versions = tuple(indicator.versions.all()) if indicator else ()
    before = next((one for one in versions if row and one.number < row.number), None)
    return Sheet(
        definition=shown,
        origin=origin,
        indicator=indicator,
        row=row,
        versions=versions,
        newer=newer,
        balancing=_names(network, person, shown.balancing),
        differences=_differences(before, row) if before and row else (),
        is_due=shown.review_before < today,
        is_measured=row is not None and row.series.filter(subject_type="").exists(),
    )


def _names(network: Network, person: Person, codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The codes with the names of what they stand for; a code that nobody knows falls out."""
    if not codes:
        return ()
    rows = Indicator.objects.visible_to(person).of(network).filter(code__in=codes)
    own = dict(rows.values_list("code", "name"))
    known = [(code, own.get(code) or getattr(definition(code), "name", "")) for code in codes]
    return tuple((code, name) for code, name in known if name)


#: What a reader does not ask of a difference between two versions.
_NOT_COMPARED = frozenset({"sha256", "change", "reviewed_on"})


def _differences(before: IndicatorVersion, after: IndicatorVersion) -> tuple[Difference, ...]:
    found = []
    for name in (*IndicatorVersion.SAME, "balancing"):
        if name in _NOT_COMPARED or getattr(before, name) == getattr(after, name):
            continue
        label = str(IndicatorVersion._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # a column
        found.append(Difference(label, _said(before, name), _said(after, name)))
    return tuple(found)


def _said(row: IndicatorVersion, name: str) -> str:
    shown = getattr(row, f"get_{name}_display", None)
    value = shown() if shown else getattr(row, name)
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, date):
        return dutch_date(value)
    return ", ".join(value) if isinstance(value, list) else str(value)
