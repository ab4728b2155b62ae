"""The set-up workbook to fill in: empty with examples, or with everything of a network that it can hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from schakel.exchange.workbook.columns import (
    BODIES,
    CHOICES_SHEET,
    EXAMPLE_COLUMN,
    EXAMPLE_WORD,
    HELP_SHEET,
    MAX_ROWS,
    PARTNERS,
    PROJECTS,
    SEATS,
    SHEETS,
    Cell,
    SheetPlan,
    Take,
)
from schakel.governance.models import Body, Seat
from schakel.initiatives.models import Initiative, InitiativeArea, InitiativePartner
from schakel.methods.workbooks import Column, Sheet
from schakel.network.models import Network, Partner
from schakel.network.rules import PartnerStatus, Precision
from schakel.people.models import Person

Rows = Sequence[Sequence[Any]]


def empty_workbook() -> list[Sheet]:
    """The sheets to fill in, with one pale example row each and an explanation in front. No database query."""
    return _sheets({})


def filled_workbook(person: Person, network: Network) -> list[Sheet]:
    """The same sheets with what the network has: bringing this file in again changes nothing. Eight queries."""
    return _sheets(
        {
            PARTNERS.title: _partners(person, network),
            BODIES.title: _bodies(person, network),
            SEATS.title: _seats(person, network),
            PROJECTS.title: _projects(person, network),
        }
    )


def _sheets(rows: dict[str, Rows]) -> list[Sheet]:
    sheets = [_explained(is_filled=bool(rows))]
    lists: dict[str, list[str]] = {}
    for plan in SHEETS:
        for cell in plan.cells:
            if cell.choices:
                lists[f"{plan.title}: {cell.title}"] = list(cell.choices)
    for plan in SHEETS:
        example = [EXAMPLE_WORD, *(cell.example for cell in plan.cells)]
        content = [["", *row] for row in rows.get(plan.title, ())]
        columns = [Column(EXAMPLE_COLUMN, 12, hint=_("Regels waar hier “voorbeeld” staat, lezen wij niet."))]
        columns += [_column(plan, cell, lists) for cell in plan.cells]
        sheets.append(Sheet(plan.title, columns, [example, *content], n_pale=1, n_ready=MAX_ROWS))
    return [*sheets, _choices(lists)]


def _column(plan: SheetPlan, cell: Cell, lists: dict[str, list[str]]) -> Column:
    """A column with its list of choices: fixed words, ja or nee, or the names on another sheet."""
    offers, is_strict = "", True
    if cell.choices:
        place = list(lists).index(f"{plan.title}: {cell.title}")
        letter = chr(ord("A") + place)
        offers = f"{CHOICES_SHEET}!${letter}$2:${letter}${1 + len(cell.choices)}"
    elif cell.take is Take.YES_NO:
        offers = '"ja,nee"'
    elif cell.take is Take.ONE and cell.of != "areas":
        other = {"partners": PARTNERS, "bodies": BODIES, "initiatives": PROJECTS}[cell.of]
        letter = chr(ord("A") + other.column("name") - 1)
        offers, is_strict = f"{other.title}!${letter}$2:${letter}${MAX_ROWS + 1}", False
    title = f"{cell.title} *" if cell.must else cell.title
    return Column(title, cell.width, offers, _(cell.hint) if cell.hint else "", is_strict)


def _choices(lists: dict[str, list[str]]) -> Sheet:
    longest = max(len(words) for words in lists.values())
    rows = [
        [words[place] if place < len(words) else None for words in lists.values()] for place in range(longest)
    ]
    return Sheet(CHOICES_SHEET, [Column(title, 36) for title in lists], rows)


def _explained(*, is_filled: bool) -> Sheet:
    """The sheet in front: how it works, and what may stand in each column."""
    above = [
        _("Zo vult u deze werkmap in"),
        _(
            "1. Vul regels in onder de voorbeelden. Een regel met “voorbeeld” in de eerste kolom lezen wij niet."
        ),
        _(
            "2. Kolommen met een * zijn nodig. Andere cellen mogen leeg blijven; een lege cel verandert niets."
        ),
        _("3. Gebruik geen formules, en laat de koppen staan. Elk blad heeft hooguit 1.000 regels."),
        _("4. Stuur het bestand in Schakel. U ziet eerst wat er gebeurt; pas daarna voert u het in."),
        _(
            "5. Stuurt u het bestand nog eens, dan verandert alleen wat u aanpaste. Er wordt niets weggehaald."
        ),
    ]
    if is_filled:
        above.append(_("Deze werkmap is gevuld met wat nu in Schakel staat."))
    rows = []
    for plan in SHEETS:
        rows.append([plan.title, "", _(plan.purpose)])
        rows += [["", f"{cell.title} *" if cell.must else cell.title, _may(cell)] for cell in plan.cells]
    columns = [Column(_("Blad"), 14), Column(_("Kolom"), 24), Column(_("Wat mag hier staan"), 90)]
    return Sheet(HELP_SHEET, columns, rows, above=above)


def _may(cell: Cell) -> str:
    words = {
        Take.KEY: _("kleine letters, cijfers en streepjes"),
        Take.DAY: _("een dag, zoals 14-09-2024"),
        Take.DATE: _("een jaar, een maand of een dag"),
        Take.WHOLE: _("een geheel getal"),
        Take.EIGHT: _("8 cijfers"),
        Take.YES_NO: _("ja of nee"),
        Take.ONE: _("een naam of sleutel"),
        Take.MANY: _("namen of sleutels, met een puntkomma ertussen"),
        Take.THEME: _("de naam van een thema"),
        Take.CHOICE: _("kies uit: %(words)s") % {"words": ", ".join(cell.choices)},
    }
    may = words.get(cell.take) or _("tekst, hooguit %(most)s tekens") % {"most": cell.most}
    may = f"{may[:1].upper()}{may[1:]}."
    return f"{may} {_(cell.hint)}" if cell.hint else may


def _row(plan: SheetPlan, facts: dict[str, Any]) -> list[Any]:
    """The facts of one row in the order of the columns, codes as the words of their list."""
    row = []
    for cell in plan.cells:
        value = facts.get(cell.name)
        if cell.choices and value:
            value = next((word for word, code in cell.choices.items() if code == value), None)
        row.append(value)
    return row


def _partners(person: Person, network: Network) -> Rows:
    found = Partner.objects.visible_to(person).of(network).select_related("member_of", "organisation")
    rows = []
    for one in found.prefetch_related("areas").order_by("position", "name"):
        facts: dict[str, Any] = {"key": one.slug, "name": one.name, "kind": one.kind, "note": one.note}
        facts |= {
            "areas": "; ".join(area.slug for area in one.areas.all()),
            "kvk": one.organisation.kvk_number,
            "agb": one.organisation.agb_code,
        }
        if one.member_of is not None:
            facts["within"] = one.member_of.slug
        elif one.status == PartnerStatus.PARTICIPANT:
            facts["status"] = one.status
        else:
            facts |= {
                "status": one.status,
                "joined": one.joined_on,
                "left": one.left_on,
                "organisations": one.n_organisations,
                "planned": one.n_planned,
                "wants": one.wants,
                "offers": one.offers,
                "can_teach": one.can_teach,
            }
        rows.append(_row(PARTNERS, facts))
    return rows


def _bodies(person: Person, network: Network) -> Rows:
    found = Body.objects.visible_to(person).of(network).filter(closed_on__isnull=True)
    return [
        _row(
            BODIES,
            {
                "slug": one.slug,
                "name": one.name,
                "kind": one.kind,
                "theme": one.theme.slug if one.theme else "",
                "area": one.area.slug if one.area else "",
                "parent": one.parent.slug if one.parent else "",
                "purpose": one.purpose,
            },
        )
        for one in found.select_related("theme", "area", "parent").order_by("position", "name")
    ]


def _seats(person: Person, network: Network) -> Rows:
    found = (
        Seat.objects.visible_to(person)
        .of(network)
        .filter(until_on__isnull=True, body__closed_on__isnull=True)
    )
    return [
        _row(
            SEATS,
            {
                "body": one.body.slug,
                "name": one.name,
                "partner": one.partner.slug if one.partner else "",
                "constituency": one.constituency,
                "voting": one.is_voting,
                "chair": one.is_chair,
                "secretary": one.is_secretary,
            },
        )
        for one in found.select_related("body", "partner").order_by(
            "body__position", "body__name", "position"
        )
    ]


def _projects(person: Person, network: Network) -> Rows:
    """What came in as history; what was begun here has its own story and is no row of a file."""
    part = InitiativePartner.Part
    found = (
        Initiative.objects.visible_to(person)
        .of(network)
        .filter(is_historic=True)
        .exclude(key="")
        .select_related("theme", "body", "successor_of")
        .prefetch_related(
            Prefetch(
                "taking_part", InitiativePartner.objects.select_related("partner").order_by("partner__slug")
            ),
            Prefetch("placed_in", InitiativeArea.objects.select_related("area").order_by("area__slug")),
        )
    )
    rows = []
    for one in found.order_by("number"):
        by_part: dict[str, list[str]] = {}
        for taking in one.taking_part.all():
            by_part.setdefault(taking.part, []).append(taking.partner.slug)
        rows.append(
            _row(
                PROJECTS,
                {
                    "key": one.key,
                    "name": one.title,
                    "kind": one.kind,
                    "stage": one.stage,
                    "theme": one.theme.slug if one.theme else "",
                    "body": one.body.slug if one.body else "",
                    "started": _known(one.started_on, one.started_precision),
                    "purpose": one.proposal,
                    "target_group": one.problem,
                    "carried_out_by": "; ".join(by_part.get(part.EXECUTOR, ())),
                    "initiators": "; ".join(by_part.get(part.INITIATOR, ())),
                    "participants": "; ".join(by_part.get(part.PARTICIPANT, ())),
                    "areas": "; ".join(place.area.slug for place in one.placed_in.all()),
                    "successor_of": one.successor_of.key if one.successor_of else "",
                    "decision": one.public_reason,
                    "source": one.source,
                },
            )
        )
    return rows


def _known(day: date | None, precision: str) -> date | str | None:
    """A day as exactly as it is known, as text unless it is known to the day."""
    if day is None or precision == Precision.DAY:
        return day
    return f"{day:%Y}" if precision == Precision.YEAR else f"{day:%Y-%m}"
