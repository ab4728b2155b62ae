"""What the sources of a network tell and no module uses yet: shown in words, with what is our own reading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from schakel.network.models import Area, Network, Partner, Theme
from schakel.network.rules import written_in_words
from schakel.web.formats import number


@dataclass(frozen=True)
class ToldRow:
    """One thing the source says: what it is, and one or more values."""

    label: str
    values: Sequence[str]
    is_inferred: bool = False
    note: str = ""


@dataclass(frozen=True)
class ToldInitiative:
    """An initiative as the source tells it."""

    name: str
    is_name_inferred: bool
    kind: str
    state: str
    state_word: str
    theme: str
    is_theme_inferred: bool
    started: str
    purpose: str
    rows: Sequence[ToldRow]
    figures: Sequence[ToldRow]
    found: str = ""
    source: str = ""


@dataclass(frozen=True)
class ToldFacts:
    """A group of facts under one heading."""

    title: str
    text: str
    is_inferred: bool
    source: str
    lines: Sequence[str]
    rows: Sequence[ToldRow]


def told_initiatives(
    written: Iterable[Mapping[str, Any]],
    themes: Iterable[Theme],
    areas: Iterable[Area],
    partners: Iterable[Partner],
) -> Iterable[ToldInitiative]:
    """The initiatives of the source in words. No database query."""
    theme_names = {theme.slug: theme.name for theme in themes}
    area_names = {area.slug: area.name for area in areas}
    partner_names = {partner.slug: partner.name for partner in partners}
    for one in written:
        state, word = _STATES.get(_standing(one), ("unknown", ""))
        yield ToldInitiative(
            name=one["name"],
            is_name_inferred=one.get("name_inferred", False),
            kind=str(_kinds().get(one.get("kind", ""), "")),
            state=state,
            state_word=_state_words().get(word, ""),
            theme=theme_names.get(one.get("theme", ""), ""),
            is_theme_inferred=one.get("theme_inferred", False),
            started=written_in_words(one["started"]) if "started" in one else "",
            purpose=one.get("purpose", ""),
            rows=tuple(row for row in _rows(one, area_names, partner_names) if row.values),
            figures=tuple(_figure(figure) for figure in one.get("figures", ())),
            found=one.get("finding", ""),
            source=one.get("source", ""),
        )


def figures_of_sources(network: Network) -> list[ToldInitiative]:
    """The initiatives of which a source states figures, as published. No database query."""
    told = told_initiatives(network.facts.get("initiatives", ()), (), (), ())
    return [one for one in told if one.figures]


def told_facts(written: Iterable[Mapping[str, Any]]) -> Iterable[ToldFacts]:
    """The other facts of the source in words. No database query."""
    for group in written:
        items = group.get("items", ())
        yield ToldFacts(
            title=group["title"],
            text=group.get("text", ""),
            is_inferred=group.get("inferred", False),
            source=group.get("source", ""),
            lines=tuple(item for item in items if isinstance(item, str)),
            rows=tuple(_figure(item) for item in items if not isinstance(item, str)),
        )


#: How a status of the source looks, and which word says it.
_STATES = {
    "stopped": ("stopped", "stopped"),
    "closed": ("closed", "closed"),
    "completed": ("finished", "completed"),
    "implementing": ("execution", "implementing"),
    "running": ("running", "running"),
}


def _standing(one: Mapping[str, Any]) -> str:
    """The status by the word of the source, unless it stands in the portfolio as stopped: then by that word."""
    return "stopped" if one.get("stage") == "stopped" else str(one.get("status", ""))


def _state_words() -> dict[str, str]:
    return {
        "stopped": _("Gestopt"),
        "closed": _("Afgesloten"),
        "completed": _("Klaar"),
        "implementing": _("Wordt ingevoerd"),
        "running": _("Loopt"),
    }


def _kinds() -> dict[str, str]:
    return {"process_assignment": _("Procesopdracht"), "project": _("Project")}


def _rows(
    one: Mapping[str, Any], area_names: Mapping[str, str], partner_names: Mapping[str, str]
) -> Iterable[ToldRow]:
    """Everything the source says of an initiative beside its purpose, in a fixed order."""

    def named(keys: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(names.get(key, key) for key in keys)

    def text(name: str) -> tuple[str, ...]:
        return (one[name],) if name in one else ()

    if "status" in one and _standing(one) != one["status"]:
        yield ToldRow(_("Volgens de bron"), (_state_words()[_STATES[one["status"]][1]],))
    yield ToldRow(_("Stand"), text("status_note"))
    yield ToldRow(_("Voor wie"), text("target_group"))
    yield ToldRow(_("Gericht op"), tuple(one.get("audiences", ())))
    yield ToldRow(_("Vormen"), tuple(service["name"] for service in one.get("services", ())))
    yield ToldRow(_("Stappen"), tuple(one.get("phases", ())))
    yield ToldRow(_("Werk"), tuple(one.get("work", ())))
    yield ToldRow(_("Afspraken"), tuple(one.get("rules", ())))
    yield ToldRow(_("Begonnen door"), named(one.get("initiators", ()), partner_names))
    yield ToldRow(_("Deden mee"), named(one.get("participants", ()), partner_names))
    yield ToldRow(_("Uitgevoerd door"), named(text("carried_out_by"), partner_names))
    yield ToldRow(_("Waar"), named(one.get("areas", ()), area_names))
    yield ToldRow(_("Wat bleek"), text("finding"))
    yield ToldRow(_("Opgeleverd"), text("result"))
    yield ToldRow(_("Besluit"), text("decision"))
    yield ToldRow(_("Borging"), text("embedding"))
    yield from _grant_rows(one.get("grant", {}))
    yield ToldRow(_("Bron"), text("source"))


def _grant_rows(grant: Mapping[str, Any]) -> Iterable[ToldRow]:
    """The subsidy of an initiative."""

    def text(name: str) -> tuple[str, ...]:
        return (str(grant[name]),) if name in grant else ()

    yield ToldRow(_("Subsidie van"), text("funder"), is_inferred=grant.get("funder_inferred", False))
    yield ToldRow(_("Regeling"), (*text("instrument"), *text("programme")))
    yield ToldRow(_("Ronde"), text("round"))
    yield ToldRow(_("Dossiernummer"), text("number"))
    if "from" in grant or "to" in grant:
        ends = [written_in_words(grant[name]) for name in ("from", "to") if name in grant]
        yield ToldRow(_("Looptijd"), (" – ".join(ends),))
    if "progress_percent" in grant:
        yield ToldRow(_("Voortgang"), (f"{number(grant['progress_percent'])} %",))
    yield ToldRow(_("Projectleiding"), text("lead"))
    yield ToldRow(_("Verantwoordelijk"), text("responsible"))
    yield ToldRow(_("Verslag"), text("report"))


def _figure(item: Mapping[str, Any]) -> ToldRow:
    """A fact with a name: its value with unit and year, its text, its parts."""
    values = []
    if "value" in item:
        value = item["value"]
        written = value if isinstance(value, str) else number(Decimal(str(value)))
        values.append(" ".join(filter(None, [written, item.get("unit", "")])))
    if "text" in item:
        values.append(item["text"])
    values += item.get("items", ())
    label = f"{item['name']}, {item['year']}" if "year" in item else item["name"]
    return ToldRow(label, tuple(values), is_inferred=item.get("inferred", False), note=item.get("note", ""))
