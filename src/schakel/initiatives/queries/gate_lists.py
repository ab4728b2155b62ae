"""The checklists of the gates as a network has them: what holds now and since when, and older versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.initiatives.gates import Difference, Template, changed_by, difference, template, templates
from schakel.initiatives.models import GateList, Initiative
from schakel.initiatives.rules import (
    CLOSED,
    Gate,
    Kind,
    Stage,
    editions,
    gate_of,
    newest_edition,
    verdict,
    version_in,
)
from schakel.initiatives.rules.gate_lists import OwnKind, TrackWord, Weight, check_words
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

#: How the light form of a list is called in an address.
LIGHT = "-licht"


@dataclass(frozen=True)
class ListName:
    """Which list: of which gate, and in which form."""

    gate: str
    track: str

    @property
    def slug(self) -> str:
        """How an address says it."""
        return f"{self.gate}{LIGHT if self.is_light else ''}"

    @property
    def is_light(self) -> bool:
        """The form for a process assignment."""
        return self.track == TrackWord.LIGHT

    def __str__(self) -> str:
        name = str(Gate(self.gate).label)
        return _("%(gate)s, procesopdracht") % {"gate": name} if self.is_light else name


@dataclass(frozen=True)
class ShownPoint:
    """One point for a reader: how heavy it weighs, what it looks at and who makes it ready."""

    code: str
    label: str
    is_needed: bool
    needed_words: str
    looks_at: str
    by_words: str
    fixed: str
    is_own: bool


@dataclass(frozen=True)
class Version:
    """One version of a list: of the network itself, or of the platform."""

    number: int
    is_own: bool
    since: date
    who: str
    why: str
    form: Template
    is_now: bool = False
    until: date | None = None

    def __str__(self) -> str:
        words = _("Versie %(n)s van dit netwerk") if self.is_own else _("Versie %(n)s van Schakel")
        return words % {"n": self.number}

    @property
    def when(self) -> str:
        """From when to when this version held in this network, in words."""
        days = {"since": dutch_date(self.since), "until": dutch_date(self.until) if self.until else ""}
        if self.is_now:
            return _("geldt nu, sinds %(since)s") % days
        if self.until:
            return _("gold van %(since)s tot %(until)s") % days
        return _("in Schakel sinds %(since)s, toen gold hier al een eigen lijst") % days

    @property
    def stands_on(self) -> str:
        """On which version of the platform a version of the network stands, in words; empty for the platform's."""
        return _("staat op versie %(n)s van Schakel") % {"n": self.form.version} if self.is_own else ""

    @property
    def points(self) -> list[ShownPoint]:
        """Its points, in order."""
        return shown_points(self.form)


@dataclass(frozen=True)
class ListPage:
    """A list with all its versions, the newest first; the one that holds now is the first."""

    name: ListName
    versions: Sequence[Version]

    @property
    def now(self) -> Version:
        """What holds now for what begins."""
        return self.versions[0]

    def find(self, number: int, *, is_own: bool) -> Version | None:
        """One version by its number."""
        return next((one for one in self.versions if (one.number, one.is_own) == (number, is_own)), None)

    def before(self, version: Version) -> Version | None:
        """The version that was followed by this one."""
        place = self.versions.index(version)
        return self.versions[place + 1] if place + 1 < len(self.versions) else None


def list_names() -> list[ListName]:
    """Every list there is in the newest edition, in the order of the gates; the light form after the full one."""
    found = {
        ListName(form.gate, form.track)
        for form in templates()
        if version_in(newest_edition(), form.gate, is_light=False) is not None
    }
    return sorted(found, key=lambda one: (one.gate, one.is_light))


def list_name(slug: str) -> ListName | None:
    """The list that an address means, or None."""
    return next((one for one in list_names() if one.slug == slug), None)


def gate_lists(network: Network, person: Person) -> list[ListPage]:
    """Every list with its versions. One database query."""
    rows = _own(network, person)
    return [_page(name, rows.get((name.gate, name.track), [])) for name in list_names()]


def gate_list(network: Network, person: Person, name: ListName) -> ListPage:
    """One list with its versions. One database query."""
    return _page(name, _own(network, person).get((name.gate, name.track), []))


def differences(page: ListPage, version: Version) -> Difference | None:
    """What a version asks otherwise than the one before; None for the first one."""
    before = page.before(version)
    return difference(before.form, version.form) if before else None


def who_keeps(network: Network, person: Person, page: ListPage) -> str:
    """How many that run keep which version of this list when a next one comes, in words. One database query."""
    rows = (
        Initiative.objects.visible_to(person)
        .of(network)
        .exclude(stage__in=CLOSED)
        .order_by()
        .values_list("stage", "return_stage", "kind", "gate_edition", "own_gate_edition")
        .annotate(n=Count("pk"))
    )
    numbers = {one.number: one for one in _own(network, person).get((page.name.gate, page.name.track), [])}
    found: Counter[str] = Counter()
    for stage, back, kind, edition, own, n in rows:
        if _comes_to(page.name, stage, back, kind):
            found[_followed(page.name, numbers, edition, own)] += n
    total = sum(found.values())
    if not total:
        return _("Geen lopend initiatief komt nog bij deze poort.")
    keeps = ngettext(
        "%(n)s lopend initiatief houdt de lijst waarmee het begon:",
        "%(n)s lopende initiatieven houden de lijst waarmee ze begonnen:",
        total,
    ) % {"n": total}
    return f"{keeps} {', '.join(f'{n} × {words}' for words, n in found.most_common())}."


def shown_points(form: Template) -> list[ShownPoint]:
    """The points of a list for a reader."""
    return [
        ShownPoint(
            code=one.code,
            label=one.label,
            is_needed=bool(one.needed_for),
            needed_words=_needed_words(form.gate, one.needed_for),
            looks_at=str(OwnKind(one.kind).label) if one.kind else check_words()[one.check].looks_at,
            by_words=_by(one.check, one.kind),
            fixed="" if one.kind else check_words()[one.check].fixed,
            is_own=bool(one.kind),
        )
        for one in form.items
    ]


def own_points(form: Template, versions: Sequence[GateList]) -> list[ShownPoint]:
    """Every own point that a list ever had, also one that is off now; the newest wording last."""
    found = []
    for version in reversed(versions):
        rows = [replace(row, weight=Weight.NEEDED) for row in version.point_rows if row.kind]
        found += [one for one in shown_points(changed_by(form, rows)) if one.is_own]
    return found


def _by(check: str, kind: str) -> str:
    if kind:
        return _("Eigen punt: mensen antwoorden")
    if check_words()[check].is_computed:
        return _("Schakel rekent dit uit")
    return _("Mensen schrijven het op; Schakel kijkt of het er staat")


def _needed_words(gate: str, codes: Iterable[str]) -> str:
    labels = [str(one.label) for code in sorted(codes) if (one := verdict(Gate(gate), code))]
    return ", ".join(f"“{label}”" for label in labels)


def _own(network: Network, person: Person) -> Mapping[tuple[str, str], list[GateList]]:
    found: dict[tuple[str, str], list[GateList]] = {}
    rows = GateList.objects.visible_to(person).of(network).select_related("published_by")
    for one in rows.order_by("-number"):
        found.setdefault((one.gate, one.track), []).append(one)
    return found


def _page(name: ListName, own: Sequence[GateList]) -> ListPage:
    mine = _followed_up([_own_version(name, one, is_now=nth == 0) for nth, one in enumerate(own)])
    platform = _followed_up(_platform_versions(name, is_now=not own))
    return ListPage(name, (*mine, *held_until_own(platform, mine[-1].since if mine else None)))


def _followed_up(versions: Sequence[Version]) -> list[Version]:
    """Versions, the newest first, each with the day on which the next one took its place."""
    return [replace(one, until=versions[nth - 1].since) if nth else one for nth, one in enumerate(versions)]


def held_until_own(platform: Sequence[Version], own_since: date | None) -> list[Version]:
    """Versions of the platform held until the network made its own; what came later never held by itself."""
    if own_since is None:
        return list(platform)
    return [
        replace(one, until=min(one.until or own_since, own_since) if one.since < own_since else None)
        for one in platform
    ]


def _own_version(name: ListName, one: GateList, *, is_now: bool) -> Version:
    """A version of the network: what holds now stands on the newest edition, an older one on that of its day."""
    edition = newest_edition() if is_now else one.edition
    form = template(name.gate, edition=edition, is_light=name.is_light)
    assert form is not None, "a list that was published has a form in its edition"
    return Version(
        number=one.version,
        is_own=True,
        since=timezone.localdate(one.published_at),
        who=str(one.published_by) if one.published_by else "",
        why=one.reason,
        form=changed_by(form, one.point_rows, own_version=one.version),
        is_now=is_now,
    )


def _platform_versions(name: ListName, *, is_now: bool) -> list[Version]:
    """The versions of the platform that an edition brought, the newest first."""
    found: dict[int, Version] = {}
    for edition in editions():
        form = template(name.gate, edition=edition.number, is_light=name.is_light)
        if form is not None and form.track == name.track and form.version not in found:
            found[form.version] = Version(form.version, False, edition.since, "", edition.changes, form)
    newest = sorted(found.values(), key=lambda one: -one.number)
    return [replace(one, is_now=is_now and nth == 0) for nth, one in enumerate(newest)]


def _comes_to(name: ListName, stage: str, back: str, kind: str) -> bool:
    """Whether an initiative in this stage still comes to this gate in this form."""
    is_light = kind == Kind.PROCESS_ASSIGNMENT
    if name.is_light and kind == Kind.PROJECT:
        return False
    if is_light and not name.is_light:
        form = template(name.gate, edition=newest_edition(), is_light=True)
        if form is None or form.track == TrackWord.LIGHT or name.gate in {Gate.P4, Gate.P5}:
            return False
    coming = gate_of(Stage(back or stage), is_light=is_light)
    gates = list(Gate)
    return coming is not None and gates.index(coming) <= gates.index(Gate(name.gate))


def _followed(name: ListName, numbers: Mapping[int, GateList], edition: int, own: int) -> str:
    """Which version of a list belongs to an edition and a number of the network's own lists, in words."""
    mine = max((number for number in numbers if number <= own), default=0)
    if mine:
        return _("versie %(n)s van dit netwerk") % {"n": numbers[mine].version}
    return _("versie %(n)s van Schakel") % {"n": version_in(edition, name.gate, is_light=name.is_light)}
