"""What documents can belong to: how each kind of thing is found, who may add to it, and where its page is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from schakel.documents.models import Document
from schakel.documents.rules import Subject
from schakel.governance.models import Decision, Meeting
from schakel.governance.permissions import why_not_add_document as why_not_add_to_governance
from schakel.initiatives import permissions as initiatives
from schakel.initiatives.models import Initiative
from schakel.network.models import Agreement
from schakel.network.permissions import why_not_manage

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


@dataclass(frozen=True)
class Shelf:
    """One kind of thing that has documents."""

    subject: Subject
    model: Any
    key: str
    page: str
    home: str
    related: tuple[str, ...]
    why_not_add: Callable[[Any, Any], str | None]
    why_not_keep: Callable[[Any, Any], str | None]

    def find(self, person: Person, network: Network, key: str) -> Any:
        """The thing that an address names, or None when it is not there for this person. One database query."""
        return self._rows(person, network).filter(**{self.key: key}).first()

    def of(self, person: Person, network: Network, document: Document) -> Any:
        """The thing that a document belongs to, or None when this person may not see it. One database query."""
        return self._rows(person, network).filter(pk=document.subject_id).first()

    def _rows(self, person: Person, network: Network) -> Any:
        return self.model.objects.visible_to(person).of(network).select_related("network", *self.related)


def _why_not_agreement(person: Person | None, agreement: Agreement) -> str | None:
    return why_not_manage(person, agreement.network, timezone.localdate())


SHELVES: dict[str, Shelf] = {
    shelf.subject.value: shelf
    for shelf in (
        Shelf(
            Subject.INITIATIVE,
            Initiative,
            "number",
            "initiatives:documents",
            "initiatives:portfolio",
            ("body__network", "body__parent"),
            initiatives.why_not_add_document,
            initiatives.why_not_withdraw_document,
        ),
        Shelf(
            Subject.DECISION,
            Decision,
            "number",
            "governance:decision",
            "governance:decisions",
            ("body__network", "body__parent"),
            why_not_add_to_governance,
            why_not_add_to_governance,
        ),
        Shelf(
            Subject.MEETING,
            Meeting,
            "number",
            "governance:meeting",
            "governance:meetings",
            ("body__network", "body__parent"),
            why_not_add_to_governance,
            why_not_add_to_governance,
        ),
        Shelf(
            Subject.AGREEMENT,
            Agreement,
            "slug",
            "network:agreement",
            "network:agreements",
            (),
            _why_not_agreement,
            _why_not_agreement,
        ),
    )
}


def why_not_withdraw(person: Person, shelf: Shelf, about: Any, document: Document) -> str | None:
    """Why this person may not withdraw this document: who added it may, and who looks after the thing it belongs to."""
    if document.added_by_id == person.pk and shelf.why_not_add(person, about) is None:
        return None
    return shelf.why_not_keep(person, about)
