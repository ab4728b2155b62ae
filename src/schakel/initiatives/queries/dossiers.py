"""Readings of the dossiers that were made for gates."""

from __future__ import annotations

from collections.abc import Sequence

from schakel.documents.models import DocumentVersion
from schakel.initiatives.models import Dossier, DossierFile, Initiative
from schakel.network.models import Network
from schakel.people.models import Person


def dossiers_of(person: Person, initiative: Initiative) -> Sequence[Dossier]:
    """The dossiers of an initiative, newest first. One database query."""
    found = Dossier.objects.visible_to(person).filter(initiative=initiative)
    return list(found.select_related("decision", "made_by").defer("content").order_by("-number"))


def find_dossier(person: Person, initiative: Initiative, number: int) -> Dossier | None:
    """One dossier of an initiative by its number. One database query."""
    found = Dossier.objects.visible_to(person).filter(initiative=initiative, number=number)
    return found.select_related("decision", "made_by").first()


def growth_dossiers_of(person: Person, network: Network) -> Sequence[Dossier]:
    """The dossiers for growth steps of the network itself, newest first. One database query."""
    found = Dossier.objects.visible_to(person).of(network).filter(initiative__isnull=True)
    return list(found.select_related("decision", "made_by").defer("content").order_by("-number"))


def find_growth_dossier(person: Person, network: Network, number: int) -> Dossier | None:
    """One dossier of the network itself by its number. One database query."""
    found = Dossier.objects.visible_to(person).of(network).filter(initiative__isnull=True, number=number)
    return found.select_related("decision", "made_by", "network").first()


def pdf_of(dossier: Dossier) -> DocumentVersion | None:
    """The PDF of a dossier, once the worker has set it. One database query."""
    found = DossierFile.objects.filter(network_id=dossier.network_id, dossier=dossier)
    made = found.select_related("version__document").first()
    return made.version if made else None
