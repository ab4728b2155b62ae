"""What the pages of one initiative share: finding it, its head, and the tabs that have something in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives import queries
from schakel.initiatives.models import (
    Initiative,
)
from schakel.initiatives.permissions import why_not_add_document, why_not_write_note
from schakel.initiatives.rules import UPDATED, Gate, Readers, Stage, gates_for
from schakel.web.formats import dutch_date, sentences, short_date

#: Here the page of embedding is there before anything is written, because it is what the lead works on.
BECOMING_ORDINARY = (Stage.PILOT, Stage.EXECUTION, Stage.EMBEDDING)
#: Here the page of measuring is there before anything is chosen.
MEASURED = (Stage.PREPARATION, *BECOMING_ORDINARY)
#: Where on its own page a deed stands.
HERE = {"initiatives:plan": "#begin", "initiatives:gate": "#besluiten"}
#: The part of an idea that fits under the title.
LEDE = 220


def initiative_or_404(request: HttpRequest, number: str) -> Initiative:
    """Find an initiative of this network by its number; what somebody may not see does not exist."""
    try:
        return queries.find(request.user, request.network, number)
    except Initiative.DoesNotExist:
        raise Http404(_("Er is in dit netwerk geen initiatief met dit nummer.")) from None


def page_of(request: HttpRequest, name: str, initiative: Initiative, **more: Any) -> str:
    """Give the address of a page of this initiative."""
    kwargs = {"network": request.network.slug, "number": initiative.number, **more}
    return reverse(f"initiatives:{name}", kwargs=kwargs)


def address(request: HttpRequest, name: str, **kwargs: Any) -> str:
    """Give the address of any page of this network; nothing where that page does not exist."""
    try:
        return reverse(name, kwargs={"network": request.network.slug, **kwargs})
    except NoReverseMatch:
        return ""


def lookalike_items(request: HttpRequest, found: Iterable[Any]) -> list[dict[str, Any]]:
    """Show what looks alike, each with where it stands."""
    return [
        {
            "state": "unknown",
            "word": one.public_label,
            "title": one.title,
            "href": address(request, "initiatives:detail", number=one.number),
            "text": one.number,
        }
        for one in found
    ]


def head(request: HttpRequest, initiative: Initiative, *, tab: str) -> dict[str, Any]:
    """Gather the head of an initiative: crumbs, title, chain, whose turn it is, facts and tabs."""
    today = timezone.localdate()
    detail = queries.detail(request.user, initiative)
    return {
        "initiative": initiative,
        "detail": detail,
        "today": today,
        "crumbs": _crumbs(request, initiative),
        "lede": _lede(initiative),
        "steps": chain_steps(detail.rings),
        "chain_words": _chain_words(initiative, detail),
        "chain_note": _chain_note(initiative, detail),
        "turn": _turn(request, initiative),
        "facts": _facts(request, initiative, detail),
        "tabs": _tabs(request, detail, tab),
    }


def _turn(request: HttpRequest, initiative: Initiative) -> dict[str, Any] | None:
    """Say what is asked of the reader here, with the deed; the most pressing thing only."""
    mine = queries.turn(request.user, initiative, now=timezone.now())
    if mine is None:
        return None
    kwargs = {name: value for name, value in mine.url_kwargs.items() if name != "network"}
    href = address(request, mine.url_name, **kwargs)
    return {
        "text": sentences(mine.title, mine.because),
        "href": HERE.get(mine.url_name, "") if href == request.path else href,
        "label": mine.deed,
        "is_late": mine.is_late,
    }


def _facts(request: HttpRequest, initiative: Initiative, detail: Any) -> list[dict[str, str]]:
    """The short facts under the chain; only those that are known."""
    body = initiative.body
    last = initiative.last_update
    facts = [
        (_("Stand"), initiative.public_label, ""),
        (
            _("Ligt stil"),
            _("sinds %(day)s") % {"day": dutch_date(initiative.halted_on)} if initiative.halted_on else "",
            "",
        ),
        (
            _("Hoe het gaat"),
            f"{last.get_state_display()}, {short_date(last.given_at, timezone.localdate())}"
            if last and initiative.stage in UPDATED
            else "",
            "",
        ),
        (
            _("Groep"),
            body.name if body else "",
            address(request, "governance:body", slug=body.slug) if body else "",
        ),
        (_("Soort"), _kind(initiative), ""),
        (_("Trekker"), initiative.lead.name if initiative.lead else "", ""),
        (_("Verkenner"), initiative.explorer.name if initiative.explorer and not initiative.lead else "", ""),
        (_("Ingediend door"), ", ".join(one.partner or one.name for one in detail.authors), ""),
        (
            _("Opdracht van"),
            "" if body and initiative.commissioner == body.name else initiative.commissioner,
            "",
        ),
        (_("Begonnen"), detail.started_in_words, ""),
        (_("Partners"), str(detail.n_partners or ""), ""),
        (_("Gebied"), ", ".join(detail.areas), ""),
    ]
    if initiative.is_historic:
        # Where the source is silent it says so; nothing is filled in for it.
        silent, asked = _("niet in de bron"), {_("Groep"), _("Soort"), _("Trekker"), _("Begonnen")}
        facts = [(label, value or (silent if label in asked else ""), href) for label, value, href in facts]
        facts.append((_("Herkomst"), _("uit een bron, van vóór Schakel; hier is er geen besluit over"), ""))
    return [{"label": label, "value": value, "href": href} for label, value, href in facts if value]


def _kind(initiative: Initiative) -> str:
    if not initiative.kind:
        return ""
    if initiative.phase:
        return _("%(kind)s, fase %(phase)s") % {
            "kind": initiative.get_kind_display(),
            "phase": initiative.phase,
        }
    return str(initiative.get_kind_display())


def _crumbs(request: HttpRequest, initiative: Initiative) -> list[dict[str, str]]:
    portfolio = address(request, "initiatives:portfolio")
    crumbs = [{"label": _("Portfolio"), "href": portfolio}]
    if initiative.theme:
        crumbs.append({"label": initiative.theme.name, "href": f"{portfolio}?thema={initiative.theme.slug}"})
    return [*crumbs, {"label": initiative.number, "href": ""}]


def _lede(initiative: Initiative) -> str:
    """The first sentences of the proposal, as many as fit."""
    text = " ".join((initiative.proposal or initiative.problem).split())
    if len(text) <= LEDE:
        return text
    fitting = text[:LEDE]
    end = max(fitting.rfind(mark) for mark in (". ", "! ", "? "))
    return fitting[: end + 1] if end > LEDE // 3 else f"{fitting.rsplit(' ', 1)[0]} …"


def chain_steps(rings: Iterable[Any]) -> list[dict[str, str]]:
    """Draw the rings; only the first one after the present is next, the others are still far away."""
    steps, is_after_now = [], False
    for ring in rings:
        state = ring.state if ring.state != "next" or is_after_now else ""
        is_after_now = ring.state == "now"
        steps.append({"label": ring.label, "gate": ring.gate, "state": state})
    return steps


def _chain_words(initiative: Initiative, detail: Any) -> str:
    """On a phone the chain is one line; off the chain, and when its gate was passed already, it says so."""
    if initiative.stage == Stage.AWAITING_FUNDING:
        return _("%(place)s, stap %(nth)s van 8. Goedgekeurd bij P3; wacht op geld.") % {
            "place": detail.place,
            "nth": detail.position,
        }
    if not detail.is_off_chain:
        return ""
    if not detail.is_place_known:
        return f"{initiative.public_label}."
    if initiative.stage in {Stage.PARKED, Stage.STOPPED}:
        return _("%(label)s, in stap %(nth)s van 8 (%(place)s).") % {
            "label": initiative.public_label,
            "nth": detail.position,
            "place": detail.place,
        }
    return _("%(label)s, na stap %(nth)s van 8 (%(place)s).") % {
        "label": initiative.public_label,
        "nth": detail.position,
        "place": detail.place,
    }


def _chain_note(initiative: Initiative, detail: Any) -> str:
    """Under the chain of what was read from a source: which steps the source does not name."""
    if not detail.is_told_in_part:
        return ""
    if not detail.is_place_known:
        return _("Niet in de bron: in welke stap dit stopte, en welke stappen het doorliep.")
    return _("Gestippeld is niet in de bron: of die stappen er waren, weten wij niet.")


def _tabs(request: HttpRequest, detail: Any, tab: str) -> list[dict[str, Any]]:
    """List only the tabs with something in them, or where this person may put something."""
    initiative, has = detail.initiative, detail.has
    stage = Stage(initiative.stage)
    shown = [
        ("detail", _("Kern"), True),
        ("assessment", _("Beoordeling"), has["ratings"] or stage == Stage.SCREENING),
        ("exploration", _("Verkenning"), has["exploration"] or stage == Stage.EXPLORATION),
        ("plan", _("Plan"), has["plan"] or has["promises"] or stage == Stage.PREPARATION),
        ("money", _("Geld"), has["money"] or stage in MEASURED),
        ("measures", _("Meten"), has["measures"] or has["stated"] or stage in MEASURED),
        (
            "embedding",
            _("Borging"),
            has["embedding"] or has["lesson"] or has["report"] or stage in BECOMING_ORDINARY,
        ),
        ("risks", _("Risico’s"), has["risks"]),
        ("gate", _("Poort"), bool(gates_for(stage)) or initiative.gate == Gate.P0),
        ("partners", _("Partners"), stage != Stage.SUBMITTED),
        (
            "talk",
            _("Gesprek"),
            has["notes"] or why_not_write_note(request.user, initiative, Readers.NETWORK) is None,
        ),
        (
            "documents",
            _("Documenten"),
            has["documents"] or why_not_add_document(request.user, initiative) is None,
        ),
    ]
    return [
        {"label": label, "href": page_of(request, name, initiative), "current": name == tab}
        for name, label, has_content in shown
        if has_content
    ]
