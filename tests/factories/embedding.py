"""The end of an initiative, by the real actions: taken over, in use, reported, archived and discharged."""

from __future__ import annotations

from decimal import Decimal

from django.utils import timezone

from schakel.initiatives import actions, queries
from schakel.initiatives.models import EffectVerdict, Initiative
from schakel.network.models import Partner
from tests.factories.governance import (
    as_platform,
    looking,
)
from tests.factories.initiatives import Scene, fresh, measured, through


def embed(scene: Scene, initiative: Initiative, *partners: Partner, accept: bool = True) -> None:
    """Write how it becomes ordinary care, in one part, and ask partners (the hospital) to take it over."""
    with looking(scene.lead) as lead:
        actions.write_embedding(
            fresh(initiative),
            by=lead,
            components=["Het nummer"],
            structural_funding="Het gewone budget van het ziekenhuis.",
            work_instruction="Wie ontslaat, geeft het nummer mee.",
            training="Een uur voor wie nieuw is.",
            figures="Het ziekenhuis telt de telefoontjes.",
            remeasure="Het ziekenhuis telt opnieuw.",
        )
    for partner in partners or scene.partners[:1]:
        with looking(scene.lead) as lead:
            owner = actions.ask_line_owner(
                fresh(initiative), by=lead, partner=partner, name="Hoofd verpleging"
            )
        if accept:
            with looking(scene.director_of(partner)) as director:
                actions.answer_embedding(owner, by=director, accepts=True)


def adopt(scene: Scene, initiative: Initiative, state: str = "in_use") -> None:
    """Say for every partner that took it over how far it is with each part."""
    with looking(scene.lead) as lead:
        page = queries.embedding_of(lead, fresh(initiative), timezone.localdate())
        for row in page.rows:
            actions.record_adoption(
                fresh(initiative),
                by=lead,
                partner=row.partner,
                states=dict.fromkeys((one.pk for one in page.components), state),
            )


def report(scene: Scene, initiative: Initiative, kind: str) -> None:
    """Write the report of the pilot or of the end, and one lesson."""
    with looking(scene.lead) as lead:
        actions.write_report(
            fresh(initiative),
            by=lead,
            kind=kind,
            result="Mensen bellen één nummer.",
            experience="Het scheelt zoeken.",
            spent_eur=Decimal(18_000),
            settlement="De telefoon was goedkoper.",
            ahead="Per afdeling, in een half jaar.",
        )
        actions.share_lesson(
            fresh(initiative),
            by=lead,
            context="Na ontslag uit het ziekenhuis.",
            happened="Mensen belden vooral de eerste dag.",
            advice="Zorg dat er die dag iemand opneemt.",
            grade="counted",
        )


def finish(scene: Scene, initiative: Initiative) -> Initiative:
    """Bring a pilot through P4, P5 and P6 to its end."""
    report(scene, initiative, "pilot")
    with as_platform(scene.network):
        is_judged = EffectVerdict.objects.filter(claim__measure__initiative=initiative).exists()
    if not is_judged:
        measured(scene, initiative)
    through(scene, initiative, "p4", "go")
    embed(scene, initiative)
    adopt(scene, initiative)
    through(scene, initiative, "p5", "embed")
    report(scene, initiative, "final")
    archive(scene, initiative)
    return through(scene, initiative, "p6", "discharge")


def archive(scene: Scene, initiative: Initiative) -> None:
    """Make the archive, as the worker does for the lead."""
    with looking(scene.lead) as lead:
        actions.make_archive(fresh(initiative), by=lead, progress=lambda done, total: None)
