"""The order of loading: the network, what it is about, who is in it, who decides, what was agreed and happened."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.exchange.actions.agreements import load_agreements, load_criteria
from schakel.exchange.actions.bodies import load_bodies, load_default_governance
from schakel.exchange.actions.growth import load_growth
from schakel.exchange.actions.initiatives import load_initiatives
from schakel.exchange.actions.loading import Loading, asked_at, chosen
from schakel.exchange.actions.partners import load_partners
from schakel.exchange.network_file import NetworkFile, day
from schakel.exchange.report import Report
from schakel.network import actions as network_actions
from schakel.network.models import Ambition, Area, Network, NetworkEvent, Theme
from schakel.network.queries import find_network
from schakel.network.rules import Precision
from schakel.tenancy.context import system


@transaction.atomic
def load_network(file: NetworkFile, *, dry_run: bool = False) -> Report:
    """Bring a network into the platform, or bring it up to date; a dry run does it all and takes it back.

    Loading the same file again changes nothing. Facts that the file leaves out stay as they are; nothing is
    removed. Raises CannotRead with the place in the file when an action refuses; then nothing was written at all.
    """
    known = find_network(file.slug)
    report = Report(name=file.facts["name"], slug=file.slug, is_new=known is None)
    with asked_at(file.network.value["slug"]):
        network = known or network_actions.found_network(
            slug=file.slug, **{"is_listed": True, **network_facts(file)}
        )
    loading = Loading(file, network, report)
    with system(network.pk):
        with asked_at(file.network):
            changes = network_actions.change_network(network, by=None, **network_facts(file))
        report.note(_("netwerk"), file.slug, was_known=known is not None, changes=changes, model=Network)
        _load_ambitions(loading)
        themes = _load_themes(loading)
        areas = _load_areas(loading)
        partners = load_partners(loading, areas)
        load_bodies(loading, themes=themes, areas=areas, partners=partners)
        load_default_governance(loading)
        agreements = load_agreements(loading, partners)
        load_criteria(loading, agreements, themes)
        _load_history(loading)
        load_growth(loading)
        load_initiatives(loading, themes=themes, areas=areas, partners=partners)
    report.unused += _unused(file)
    if dry_run:
        transaction.set_rollback(True)
    return report


def network_facts(file: NetworkFile) -> dict[str, Any]:
    """The facts about the network itself that the file names; what it leaves out is not in here."""
    written = file.facts
    facts = chosen(
        written,
        *("name", "region", "mission", "vision", "principles", "legal_form", "supported_by", "source"),
        is_listed="listed",
        is_example="example",
        hue_slug="hue",
    )
    if "growth_stage" in written:
        stage = written["growth_stage"]
        stage = stage if isinstance(stage, dict) else {"value": stage}
        facts["growth_stage"] = stage["value"]
        facts["is_growth_stage_inferred"] = stage.get("inferred", False)
    if began := day(written.get("started")):
        facts["started_on"], facts["started_precision"] = began.day, began.precision
    if kept := file.kept():
        facts["facts"] = kept
    return facts


def _load_ambitions(loading: Loading) -> None:
    known = {row.code: row for row in Ambition.objects.of(loading.network)}
    in_file = set()
    for position, node, item in loading.file.items("ambitions"):
        code = item["code"]
        with asked_at(node):
            _row, changes = network_actions.put_ambition(
                loading.network, by=None, code=code, text=item["text"], position=position
            )
        loading.report.note(_("ambities"), code, was_known=code in known, changes=changes, model=Ambition)
        in_file.add(code)
    loading.only_in_platform(_("ambities"), known, in_file)


def _load_themes(loading: Loading) -> dict[str, Theme]:
    known = {row.slug: row for row in Theme.objects.of(loading.network)}
    in_file = {}
    for position, node, item in loading.file.items("themes"):
        slug = item["slug"]
        with asked_at(node):
            in_file[slug], changes = network_actions.put_theme(
                loading.network, by=None, slug=slug, position=position, **chosen(item, "name", "scope")
            )
        loading.report.note(_("thema’s"), slug, was_known=slug in known, changes=changes, model=Theme)
    loading.only_in_platform(_("thema’s"), known, in_file)
    return in_file


def _load_areas(loading: Loading) -> dict[str, Area]:
    known = {row.slug: row for row in Area.objects.of(loading.network)}
    in_file: dict[str, Area] = {}
    for position, node, item in loading.file.items("areas", parent="within"):
        slug = item["slug"]
        facts = chosen(item, "name", "kind", "cbs_code", "note")
        if "within" in item:
            facts["parent"] = in_file[item["within"]]
        with asked_at(node):
            in_file[slug], changes = network_actions.put_area(
                loading.network, by=None, slug=slug, position=position, **facts
            )
        loading.report.note(_("gebieden"), slug, was_known=slug in known, changes=changes, model=Area)
    loading.only_in_platform(_("gebieden"), known, in_file)
    return in_file


def _load_history(loading: Loading) -> None:
    known = {row.key: row for row in NetworkEvent.objects.of(loading.network)}
    in_file = set()
    for _position, node, item in loading.file.items("history"):
        key = item["key"]
        facts = chosen(item, "period", "date_note", "title", "attendees", "note", "source")
        happened = day(item.get("date"))
        facts["happened_on"] = happened.day if happened else None
        facts["precision"] = happened.precision if happened else Precision.PERIOD
        with asked_at(node):
            _row, changes = network_actions.put_event(loading.network, by=None, key=key, **facts)
        loading.report.note(
            _("gebeurtenissen"), key, was_known=key in known, changes=changes, model=NetworkEvent
        )
        in_file.add(key)
    loading.only_in_platform(_("gebeurtenissen"), known, in_file)


def _unused(file: NetworkFile) -> list[str]:
    kept = file.kept()
    lines = []
    untold = [one for one in kept.get("initiatives", ()) if "stage" not in one]
    if untold:
        lines.append(_("initiatieven zonder stand: %(count)d") % {"count": len(untold)})
    if kept.get("process"):
        lines.append(_("stappen van het proces: %(count)d") % {"count": len(kept["process"])})
    words = module_words()
    untaken = [fact for fact in kept.get("facts", ()) if fact["module"] not in TAKEN]
    lines += [f"{fact['title']} ({words[fact['module']]})" for fact in untaken]
    return lines


#: Parts of the platform that show their facts on their own page.
TAKEN = frozenset({"growth"})


def module_words() -> dict[str, str]:
    """Which part of the platform will use a group of facts, in Dutch."""
    return {
        "region": _("regiobeeld"),
        "growth": _("groeipad"),
        "measuring": _("meten"),
        "pathways": _("zorgpaden"),
        "carechain": _("zorgketen"),
        "consults": _("consulten"),
        "funding": _("geld"),
        "work": _("werk aan initiatieven"),
        "background": _("achtergrond"),
    }
