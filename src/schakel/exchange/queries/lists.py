"""Lists to take along as Excel: the portfolio, the register of decisions, and what people agreed to do.

Every list holds only what the one who asks may see, says of which network and which day it is, and where it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import Body, Condition
from schakel.governance.queries import decisions_register, register_verdicts
from schakel.governance.rules import DecisionStatus, DecisionType
from schakel.initiatives.models import Activity, Commitment, Initiative, Milestone, Plan
from schakel.initiatives.queries import portfolio
from schakel.initiatives.rules import CLOSED, CommitmentKind, CommitmentStatus, Kind
from schakel.methods.workbooks import Column, Sheet
from schakel.network.choosing import WIDE
from schakel.network.models import Network, Partner, Theme
from schakel.network.queries import ChosenArea, areas, chosen_area
from schakel.people.models import Person
from schakel.web.formats import dutch_date

#: More rows than any network has; a list is never cut off without a word.
ALL = 100_000


def _above(title: str, network: Network, today: date, address: str, filters: Mapping[str, str]) -> list[str]:
    """What stands over every list: title, network and day, where it comes from, filters, the mark of a made-up one."""
    lines = [
        f"{title}: {network.name}",
        _("Stand op %(day)s") % {"day": dutch_date(today)},
        _("Uit Schakel: %(address)s") % {"address": address},
    ]
    used = [f"{name} = {value}" for name, value in filters.items() if value]
    if used:
        lines.append(_("Gefilterd op: %(filters)s") % {"filters": "; ".join(used)})
    if network.is_example:
        lines.append(
            _(
                "VOORBEELD. Dit netwerk is verzonnen: mensen, organisaties, ideeën en besluiten bestaan niet echt."
            )
        )
    return lines


def portfolio_list(
    person: Person, network: Network, *, today: date, address: str, filters: Mapping[str, str]
) -> list[Sheet]:
    """The portfolio as it is filtered on its page. At most sixteen database queries."""
    offered = {
        "thema": (Theme, "theme", _("thema")),
        "partner": (Partner, "partner", _("partner")),
    }
    chosen: dict[str, Any] = {}
    used: dict[str, str] = {}
    for name, (model, fact, word) in offered.items():
        if row := _named(model, person, network, filters.get(name, "")):
            chosen[fact], used[word] = row.slug, row.name
    if area := _area(person, network, filters):
        chosen["area"], used[_("gebied")] = area, _area_words(area)
    if words := filters.get("q", ""):
        chosen["text"] = used[_("woorden of nummer")] = words
    if filters.get("aandacht"):
        chosen["care_on"], used[_("alleen")] = today, _("wat aandacht vraagt")
    found = portfolio(person, network, today=today, per_page=ALL, **chosen)
    kinds = dict(Initiative.objects.visible_to(person).of(network).values_list("number", "kind"))
    kind_words = dict(Kind.choices)
    rows = [
        [
            card.number,
            card.title,
            str(kind_words.get(kinds.get(card.number, ""), "")),
            card.theme,
            card.public_label,
            card.state_words,
            card.body,
            card.lead,
            card.from_whom,
            card.next_gate,
            card.due_on,
            card.is_care,
            card.reason,
        ]
        for card in found.cards
    ]
    columns = [
        Column(_("Nummer"), 14),
        Column(_("Initiatief"), 44),
        Column(_("Vorm"), 16),
        Column(_("Thema"), 28),
        Column(_("Stap"), 22),
        Column(_("Stand"), 34),
        Column(_("Groep"), 28),
        Column(_("Trekker"), 24),
        Column(_("Namens"), 28),
        Column(_("Volgende poort"), 24),
        Column(_("Op"), 12),
        Column(_("Vraagt aandacht"), 12),
        Column(_("Reden"), 50),
    ]
    return [Sheet(_("Portfolio"), columns, rows, _above(_("Portfolio"), network, today, address, used))]


def decisions_list(
    person: Person, network: Network, *, today: date, address: str, filters: Mapping[str, str]
) -> list[Sheet]:
    """The register of decisions as it is filtered on its page. At most five database queries."""
    chosen: dict[str, Any] = {}
    used: dict[str, str] = {}
    if row := _named(Theme, person, network, filters.get("theme", "")):
        chosen["theme"], used[_("thema")] = row.slug, row.name
    if row := _named(Body, person, network, filters.get("body", "")):
        chosen["body"], used[_("groep")] = row.slug, row.name
    for name, words, word in (
        ("type", DecisionType.choices, _("soort")),
        ("status", DecisionStatus.choices, _("stand")),
    ):
        value = filters.get(name, "")
        if label := dict(words).get(value):
            chosen[name], used[word] = value, str(label)
    if (verdict := filters.get("verdict", "")) and verdict in register_verdicts(person, network):
        chosen["verdict"] = used[_("uitkomst")] = verdict
    if (year := filters.get("year", "")).isdecimal():
        chosen["year"] = used[_("jaar")] = year
    if area := _area(person, network, filters):
        chosen["area"], used[_("gebied")] = area, _area_words(area)
    if text := filters.get("q", ""):
        chosen["q"] = used[_("woord of nummer")] = text
    found = decisions_register(person, network, **chosen)
    rows = [
        [
            one.number,
            one.title,
            one.get_type_display(),
            one.body.name if one.body else "",
            _day(one.decided_on, one.decided_precision),
            one.get_status_display(),
            one.verdict,
            one.amount_eur,
            one.get_method_display() if one.method else "",
            one.subject_label,
            one.public_reason or one.reason,
            one.source,
        ]
        for one in found
    ]
    columns = [
        Column(_("Nummer"), 14),
        Column(_("Besluit"), 50),
        Column(_("Soort"), 26),
        Column(_("Groep"), 30),
        Column(_("Besloten op"), 14),
        Column(_("Stand"), 18),
        Column(_("Uitkomst"), 24),
        Column(_("Bedrag (euro)"), 16),
        Column(_("Manier van besluiten"), 22),
        Column(_("Onderwerp"), 40),
        Column(_("Reden"), 60),
        Column(_("Bron"), 40),
    ]
    return [Sheet(_("Besluiten"), columns, rows, _above(_("Besluiten"), network, today, address, used))]


def _named(model: Any, person: Person, network: Network, slug: str) -> Any:
    """What a filter names, or None: a filter that is no choice is passed by, as on the page. One query if asked."""
    return model.objects.visible_to(person).of(network).filter(slug=slug).first() if slug else None


def _area(person: Person, network: Network, filters: Mapping[str, str]) -> ChosenArea | None:
    """The area of a filter, with all that lies in it, or None when it is no area. One database query if asked."""
    if not (slug := filters.get("gebied", "")):
        return None
    return chosen_area(areas(network, person), slug, is_wide=filters.get("breed") == WIDE)


def _area_words(area: ChosenArea) -> str:
    if area.is_wide:
        return _("%(area)s, en wat voor het hele netwerk of een groter gebied geldt") % {
            "area": area.area.name
        }
    return area.area.name


def _day(day: date | None, precision: str) -> date | str:
    """A day as a day when it is known to the day, else in words."""
    if day is None:
        return ""
    return day if precision == "day" else dutch_date(day, precision)


def agreed_list(
    person: Person, network: Network, *, today: date, address: str, filters: Mapping[str, str] = {}
) -> list[Sheet]:
    """What people agreed to do: activities and milestones, commitments, conditions; of an area or everywhere.

    Five database queries, one more when an area is asked.
    """
    area = _area(person, network, filters)
    used = {_("gebied"): _area_words(area)} if area else {}
    initiatives = Initiative.objects.visible_to(person).of(network)
    initiatives = initiatives.in_area(area) if area else initiatives
    decisions = decisions_register(person, network, area=area)

    def above(title: str) -> list[str]:
        return _above(title, network, today, address, used)

    return [
        _activities(person, network, initiatives, above(_("Acties uit de plannen"))),
        _commitments(person, network, initiatives, above(_("Toezeggingen"))),
        _conditions(person, network, decisions, today, above(_("Voorwaarden"))),
    ]


def _activities(person: Person, network: Network, initiatives: Any, above: list[str]) -> Sheet:
    running = initiatives.exclude(stage__in=CLOSED)
    newest = (
        Plan.objects.visible_to(person)
        .filter(initiative__in=running)
        .values("initiative")
        .annotate(newest=Max("version"))
        .values_list("initiative", "newest")
    )
    versions = set(newest)
    rows: list[list[Any]] = []
    parts = (
        (Activity.objects.visible_to(person), "owner", _("activiteit")),
        (Milestone.objects.visible_to(person).select_related("debtor"), "debtor", _("mijlpaal")),
    )
    for found, who, word in parts:
        for one in found.of(network).select_related("plan__initiative"):
            plan = one.plan
            if (plan.initiative_id, plan.version) not in versions:
                continue
            owner = getattr(one, who)
            rows.append(
                [
                    plan.initiative.number,
                    plan.initiative.title,
                    word,
                    one.text,
                    str(owner) if owner else "",
                    getattr(one, "starts_on", None),
                    one.due_on,
                ]
            )
    rows.sort(key=lambda row: (row[6] or date.max, row[0]))
    columns = [
        Column(_("Nummer"), 14),
        Column(_("Initiatief"), 40),
        Column(_("Soort"), 14),
        Column(_("Wat"), 60),
        Column(_("Wie"), 28),
        Column(_("Begint op"), 12),
        Column(_("Klaar op"), 12),
    ]
    return Sheet(_("Acties"), columns, rows, above)


def _commitments(person: Person, network: Network, initiatives: Any, above: list[str]) -> Sheet:
    found = (
        Commitment.objects.visible_to(person)
        .of(network)
        .filter(initiative__in=initiatives)
        .exclude(status=CommitmentStatus.WITHDRAWN)
        .select_related("initiative", "partner", "answered_by")
    )
    rows = [
        [
            one.initiative.number,
            one.initiative.title,
            one.partner.name,
            one.get_kind_display(),
            one.text,
            one.amount if one.kind == CommitmentKind.MONEY else None,
            one.amount if one.kind == CommitmentKind.HOURS else None,
            one.get_status_display(),
            one.due_on,
            one.answered_by.name if one.answered_by else "",
            timezone.localdate(one.answered_at) if one.answered_at else None,
        ]
        for one in found
    ]
    columns = [
        Column(_("Nummer"), 14),
        Column(_("Initiatief"), 40),
        Column(_("Partner"), 32),
        Column(_("Soort"), 16),
        Column(_("Wat"), 50),
        Column(_("Bedrag (euro)"), 16),
        Column(_("Uren"), 12),
        Column(_("Stand"), 18),
        Column(_("Antwoord vóór"), 14),
        Column(_("Beantwoord door"), 26),
        Column(_("Beantwoord op"), 14),
    ]
    return Sheet(_("Toezeggingen"), columns, rows, above)


def _conditions(person: Person, network: Network, decisions: Any, today: date, above: list[str]) -> Sheet:
    found = (
        Condition.objects.visible_to(person)
        .of(network)
        .filter(decision__in=decisions.exclude(status=DecisionStatus.WITHDRAWN).order_by().values("pk"))
        .select_related("decision__body", "owner_partner")
    )
    rows = [
        [
            one.decision.number,
            one.decision.title,
            one.decision.body.name if one.decision.body else "",
            one.text,
            one.owner,
            one.due_on,
            _state(one, today),
            one.met_on,
            one.met_note or one.lapsed_reason,
        ]
        for one in found
    ]
    columns = [
        Column(_("Besluit"), 14),
        Column(_("Waarover"), 44),
        Column(_("Groep"), 28),
        Column(_("Voorwaarde"), 60),
        Column(_("Wie zorgt ervoor"), 30),
        Column(_("Uiterlijk op"), 12),
        Column(_("Stand"), 12),
        Column(_("Vervuld op"), 12),
        Column(_("Hoe vervuld"), 50),
    ]
    return Sheet(_("Voorwaarden"), columns, rows, above)


def _state(condition: Condition, today: date) -> str:
    if condition.met_on is not None:
        return _("vervuld")
    if condition.lapsed_on is not None:
        return _("vervallen")
    return _("te laat") if condition.is_late(today) else _("open")
