"""The checklist of a gate as a network changed it, and what answers the points that it added itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from schakel.initiatives.gates.evidence import Evidence
from schakel.initiatives.gates.found import Found, State, ready
from schakel.initiatives.gates.templates import Item, Template, template
from schakel.initiatives.models import GateList, Initiative
from schakel.initiatives.rules import Gate
from schakel.initiatives.rules.gate_lists import WAITS, OwnKind, PointRow, Weight, check_words


def fixed_points(form: Template) -> dict[str, str]:
    """The points of a list that no network leaves out, by code, with the reason why."""
    words = check_words()
    return {one.code: words[one.check].fixed for one in form.items if words[one.check].fixed}


def changed_by(form: Template, rows: Sequence[PointRow], *, own_version: int = 0) -> Template:
    """The list as a network wants it; a fixed point stays, and a point that the network did not know yet comes last.

    >>> changed_by(template("p0", edition=1), []) == template("p0", edition=1)
    True
    """
    items, fixed = {one.code: one for one in form.items}, fixed_points(form)
    waits = WAITS[Gate(form.gate)]
    found: list[Item] = []
    for row in rows:
        item = items.pop(row.code, None)
        if item is None:
            if row.kind and row.weight != Weight.OFF:
                needed = waits if row.weight == Weight.NEEDED else frozenset()
                found.append(Item(row.code, row.label, "", needed, row.kind))
        elif row.code in fixed:
            found.append(item)
        elif row.weight != Weight.OFF:
            needed = (item.needed_for or waits) if row.weight == Weight.NEEDED else frozenset()
            found.append(replace(item, label=row.label or item.label, needed_for=needed))
    return replace(form, items=(*found, *items.values()), own_version=own_version)


def list_of(
    initiative: Initiative, gate: str, *, is_light: bool, lists: Iterable[GateList] | None = None
) -> Template | None:
    """The checklist that holds for an initiative at a gate. One database query when it follows own lists, else none.

    lists: the own lists of the network when they are at hand, the newest first.
    """
    return list_in(
        gate,
        edition=initiative.gate_edition,
        own=initiative.own_gate_edition,
        is_light=is_light,
        lists=lists if lists is not None else _own_lists(initiative, gate),
    )


def list_in(
    gate: str, *, edition: int, own: int, is_light: bool, lists: Iterable[GateList]
) -> Template | None:
    """The checklist of a gate in an edition of the platform and up to a number of the network's own lists."""
    form = template(gate, edition=edition, is_light=is_light)
    if form is None or not own:
        return form
    mine = next(
        (one for one in lists if one.gate == gate and one.track == form.track and one.number <= own), None
    )
    return changed_by(form, mine.point_rows, own_version=mine.version) if mine else form


def _own_lists(initiative: Initiative, gate: str) -> Iterable[GateList]:
    """The own lists of a gate up to that of the initiative, the newest first."""
    if not initiative.own_gate_edition:
        return ()
    rows = GateList.objects.filter(network_id=initiative.network_id, gate=gate)
    return rows.filter(number__lte=initiative.own_gate_edition).order_by("-number")


def own_point(evidence: Evidence, gate: str, item: Item) -> Found:
    """What people answered to an own point, or whose turn it is."""
    who, due_on = evidence.keeper_name, evidence.initiative.stage_due_on
    if item.kind == OwnKind.DOCUMENT:
        names = evidence.documents_at.get(f"{gate}:{item.code}", [])
        if names:
            return ready(", ".join(names) + ".")
        return Found(State.NOT_BEGUN, _("Er staat nog geen document bij dit punt."), who, due_on)
    answer = evidence.point_answers.get((gate, item.code))
    if answer is None:
        return Found(State.NOT_BEGUN, _("Nog niet beantwoord."), who, due_on)
    words = answer.text
    if answer.question != item.label:
        asked = _("Toen was de vraag “%(question)s”. Kijk of dit antwoord nog past: %(answer)s")
        return Found(State.PARTLY, asked % {"question": answer.question, "answer": words}, who, due_on)
    if item.kind == OwnKind.LINK and not answer.link:
        return Found(
            State.PARTLY, _("Het webadres ontbreekt nog. %(answer)s") % {"answer": words}, who, due_on
        )
    return ready(words)


def weight_of(item: Item) -> Weight:
    """Whether a verdict waits for a point."""
    return Weight.NEEDED if item.needed_for else Weight.ADVICE


def rows_of(form: Template, rows: Sequence[PointRow]) -> list[PointRow]:
    """The points of a list to choose from: as the network put them, and after them what it did not know yet."""
    items: Mapping[str, Item] = {one.code: one for one in form.items}
    fixed = fixed_points(form)
    known = [
        PointRow(row.code) if row.code in fixed else row for row in rows if row.kind or row.code in items
    ]
    seen = {row.code for row in known}
    return known + [PointRow(one.code, weight=weight_of(one)) for one in form.items if one.code not in seen]


@dataclass(frozen=True)
class Difference:
    """What one list asks otherwise than another, in the words of its points."""

    more: tuple[str, ...]
    no_more: tuple[str, ...]
    otherwise: tuple[str, ...]

    @property
    def is_any(self) -> bool:
        """Whether something differs."""
        return bool(self.more or self.no_more or self.otherwise)


def difference(before: Template, after: Template) -> Difference:
    """What the later list asks more, no more, or otherwise."""
    was, becomes = ({one.code: one for one in form.items} for form in (before, after))
    otherwise = []
    for code, item in becomes.items():
        old = was.get(code)
        if old is None:
            continue
        if old.label != item.label:
            words = _("“%(before)s” wordt “%(after)s”")
            otherwise.append(words % {"before": old.label, "after": item.label})
        if bool(old.needed_for) != bool(item.needed_for):
            words = _("“%(label)s” wordt verplicht") if item.needed_for else _("“%(label)s” wordt een advies")
            otherwise.append(words % {"label": item.label})
        if old.kind != item.kind:
            words = _("“%(label)s” vraagt een ander antwoord: %(kind)s")
            otherwise.append(words % {"label": item.label, "kind": str(OwnKind(item.kind).label).lower()})
    kept = [code for code in becomes if code in was]
    if not otherwise and kept != [code for code in was if code in becomes]:
        otherwise.append(_("De volgorde van de punten"))
    return Difference(
        more=tuple(item.label for code, item in becomes.items() if code not in was),
        no_more=tuple(item.label for code, item in was.items() if code not in becomes),
        otherwise=tuple(otherwise),
    )
