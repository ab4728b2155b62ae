"""Writing down the initiatives that a source tells about: history, never a decision that was not taken here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from schakel.exchange.actions.loading import Loading, asked_at
from schakel.exchange.network_file import day
from schakel.governance.models import Body
from schakel.initiatives.actions import PastEvent, PastInitiative, record_historic_initiative
from schakel.initiatives.models import Initiative, InitiativePartner
from schakel.network.models import Area, Partner, Theme
from schakel.network.rules import Precision, written_in_words
from schakel.web.formats import number

#: The stages that end something, so that everyone may read why.
ENDED = frozenset({"stopped", "rejected"})


def load_initiatives(
    loading: Loading, *, themes: dict[str, Theme], areas: dict[str, Area], partners: dict[str, Partner]
) -> None:
    """Record every initiative of the file that says where it stands; once, for history is not rewritten."""
    known = {row.key: row for row in Initiative.objects.of(loading.network).exclude(key="")}
    bodies = {row.slug: row for row in Body.objects.of(loading.network)}
    in_file: dict[str, Initiative] = {}
    for _position, node, item in loading.file.items("initiatives", parent="successor_of"):
        if "stage" not in item:
            continue
        key = item["key"]
        began = day(item.get("started"))
        past = PastInitiative(
            key=key,
            title=item["name"],
            stage=item["stage"],
            source=source_of(loading, item),
            proposal=item.get("purpose", ""),
            problem=item.get("target_group", ""),
            kind=item.get("kind", ""),
            theme=themes.get(item.get("theme", "")),
            body=bodies.get(item.get("body", "")),
            partners=parts_of(item, partners),
            areas=tuple(areas[slug] for slug in item.get("areas", ())),
            started_on=began.day if began else None,
            started_precision=began.precision if began else "",
            public_reason=item.get("decision", "") if item["stage"] in ENDED else "",
            return_stage=item.get("stopped_in", ""),
            successor_of=in_file.get(item.get("successor_of", "")),
            events=tuple(events_of(item)),
        )
        with asked_at(node):
            in_file[key] = known.get(key) or record_historic_initiative(
                loading.network, by=loading.by, past=past
            )
        _compare(loading, known.get(key), past)
        loading.report.note(_("initiatieven uit de bron"), key, was_known=key in known)
    historic = {key: row for key, row in known.items() if row.is_historic}
    loading.only_in_platform(_("initiatieven uit de bron"), historic, in_file)


def _compare(loading: Loading, row: Initiative | None, past: PastInitiative) -> None:
    """Report what the file says otherwise; history that was written down is not rewritten."""
    if row is None:
        return
    for name in ("title", "stage"):
        if getattr(row, name) != getattr(past, name):
            facts = {
                "key": row.key,
                "field": Initiative._meta.get_field(name).verbose_name,  # type: ignore[union-attr]
                "platform": getattr(row, name),
                "file": getattr(past, name),
            }
            loading.report.deviating.append(
                _("initiatief %(key)s, %(field)s: %(platform)s; in het bestand %(file)s") % facts
            )


def source_of(loading: Loading, item: dict[str, Any]) -> str:
    """Where it comes from, and which of it is our own reading."""
    source = item.get("source") or loading.network.source
    words = {"name": _("de naam"), "theme": _("het thema"), "stage": _("de stand")}
    ours = [word for name, word in words.items() if item.get(f"{name}_inferred")]
    if not ours:
        return source
    return _("%(source)s. Onze duiding: %(ours)s.") % {"source": source, "ours": ", ".join(ours)}


def parts_of(item: dict[str, Any], partners: dict[str, Partner]) -> dict[Partner, str]:
    """Which partner took what part; who carried it out counts as that, even if it took part too."""
    part = InitiativePartner.Part
    found = {partners[key]: part.PARTICIPANT.value for key in item.get("participants", ())}
    found |= {partners[key]: part.INITIATOR.value for key in item.get("initiators", ())}
    if "carried_out_by" in item:
        found[partners[item["carried_out_by"]]] = part.EXECUTOR.value
    return found


def events_of(item: dict[str, Any]) -> Iterator[PastEvent]:
    """What the source tells as a story; a day only where it gives one, and nothing where it is silent."""
    if began := day(item.get("started")):
        yield PastEvent(_("Begonnen"), on=began.day, precision=began.precision, icon="idea")
    told = {**item, **lists_of(item)}
    for name, title, icon in (
        ("status_note", _("Stand volgens de bron"), "same"),
        ("audiences", _("Gericht op"), "same"),
        ("services", _("Vormen"), "same"),
        ("phases", _("Stappen"), "start"),
        ("work", _("Werk"), "start"),
        ("rules", _("Afspraken"), "agreement"),
        ("figures", _("Cijfers in de bron"), "figure"),
        ("finding", _("Wat bleek"), "explore"),
        ("result", _("Opgeleverd"), "doc"),
        ("decision", _("Besluit"), "decision"),
        ("embedding", _("Borging"), "ready"),
    ):
        if told.get(name):
            yield PastEvent(title, text=told[name], icon=icon)
    if "grant" in item:
        yield grant_event(item["grant"])


def lists_of(item: dict[str, Any]) -> dict[str, str]:
    """The lists of an initiative as lines of text."""
    lines = {name: item.get(name, []) for name in ("audiences", "phases", "work", "rules")}
    lines["services"] = [one["name"] for one in item.get("services", ())]
    lines["figures"] = [figure_in_words(one) for one in item.get("figures", ())]
    return {name: "\n".join(rows) for name, rows in lines.items()}


def figure_in_words(figure: dict[str, Any]) -> str:
    """One figure of the source: what it is, its value and unit."""
    value = figure.get("value", "")
    words = number(value) if isinstance(value, int | float) else str(value)
    return f"{figure['name']}: {' '.join(filter(None, [words, figure.get('unit', '')]))}"


def grant_event(grant: dict[str, Any]) -> PastEvent:
    """The subsidy as the source tells it: from whom, number, term, report; begun when the term began."""
    funder = grant.get("funder", "")
    if grant.get("funder_inferred"):
        funder = _("%(funder)s (onze duiding, niet uit de bron)") % {"funder": funder}
    term = [written_in_words(grant[name]) for name in ("from", "to") if name in grant]
    rows = (
        (_("Van"), funder),
        (_("Regeling"), ", ".join(filter(None, (grant.get("instrument"), grant.get("programme"))))),
        (_("Ronde"), grant.get("round", "")),
        (_("Dossiernummer"), grant.get("number", "")),
        (_("Looptijd"), " – ".join(term)),
        (_("Voortgang"), f"{grant['progress_percent']} %" if "progress_percent" in grant else ""),
        (_("Projectleiding"), grant.get("lead", "")),
        (_("Verantwoordelijk"), grant.get("responsible", "")),
        (_("Verslag"), grant.get("report", "")),
    )
    silent = _("niet in de bron")
    always = {_("Dossiernummer"), _("Looptijd"), _("Verslag")}
    lines = [f"{label}: {value or silent}" for label, value in rows if value or label in always]
    began = day(grant.get("from"))
    return PastEvent(
        _("Subsidie"),
        text="\n".join(lines),
        on=began.day if began else None,
        precision=began.precision if began else Precision.DAY,
        icon="money",
    )
