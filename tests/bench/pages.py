"""Which pages are measured, and how often each comes in the mix."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse

from schakel.demo.scale import SLUG
from schakel.governance.models import Body, Decision, Meeting
from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import Stage
from schakel.network.models import Partner
from schakel.network.queries import find_network
from schakel.tenancy.context import system


@dataclass(frozen=True)
class Page:
    """A page by name, its address, and its weight in the mix."""

    name: str
    path: str
    weight: int = 1


def pages() -> list[Page]:
    """Return the pages with addresses of things that exist in the large network."""
    with transaction.atomic():
        network = find_network(SLUG)
        if network is None:
            raise RuntimeError("The network Schaal is not there.")
        with system(network.pk):
            initiatives = {
                stage: Initiative.objects.of(network).filter(stage=stage).order_by("-number").first()
                for stage in (Stage.SCREENING, Stage.EXPLORATION, Stage.PREPARATION, Stage.PILOT)
            }
            decision = Decision.objects.of(network).filter(status="valid", meeting__isnull=False).first()
            body = Body.objects.of(network).filter(kind="theme_group").first()
            meeting = Meeting.objects.of(network).filter(body=body, status="closed").first()
            partner = Partner.objects.of(network).order_by("position")[7]

    def at(name: str, **kwargs: object) -> str:
        return reverse(name, kwargs={"network": SLUG, **kwargs})

    number = {stage: row.number for stage, row in initiatives.items()}
    return [
        Page("Mijn overzicht", at("overview:start"), 5),
        Page("Portfolio, bord", at("initiatives:portfolio"), 3),
        Page("Portfolio, gezocht", at("initiatives:portfolio") + "?q=wijkverpleging", 1),
        Page("Initiatief", at("initiatives:detail", number=number[Stage.PILOT]), 4),
        Page("Verkenning", at("initiatives:exploration", number=number[Stage.EXPLORATION]), 1),
        Page("Plan", at("initiatives:plan", number=number[Stage.PREPARATION]), 1),
        Page("Poort", at("initiatives:gate", number=number[Stage.PREPARATION]), 1),
        Page("Idee, formulier", at("initiatives:submit"), 1),
        Page("Mijn beoordelingen", at("initiatives:scoring"), 1),
        Page("Intakebak", at("initiatives:intake"), 1),
        Page("Screeningsbord", at("initiatives:screening"), 1),
        Page("Gremia", at("governance:bodies"), 1),
        Page("Gremium", at("governance:body", slug=body.slug), 2),
        Page("Overleg", at("governance:meeting", number=meeting.number), 1),
        Page("Besluitenregister", at("governance:decisions"), 2),
        Page("Besluiten, gezocht", at("governance:decisions") + "?q=overdracht", 1),
        Page("Besluit", at("governance:decision", number=decision.number), 2),
        Page("Partners", at("network:partners"), 1),
        Page("Partner", at("overview:partner", slug=partner.slug), 1),
        Page("Zoeken, gewoon woord", at("search:search") + "?q=verwijzingen", 1),
        Page("Zoeken, twee woorden", at("search:search") + "?q=proefverlof+rollator", 1),
        Page("Zoeken, niets", at("search:search") + "?q=xylofoonorkest", 0),
        Page("Over het netwerk", at("network:about"), 1),
    ]
