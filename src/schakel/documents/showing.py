"""How the documents of a thing look on its page; the addresses are by name, of pages in an app above."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.documents import queries
from schakel.documents.queries import Shelved
from schakel.documents.rules import Subject, TextState
from schakel.web.formats import dutch_date, number

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


def shelf_of(
    person: Person, network: Network, subject: Subject, subject_id: UUID, key: str, *, refusal: str | None
) -> dict[str, Any]:
    """The documents of one thing with the deed to add one; nothing to show where there are none and none may come.

    key: what the address calls the thing. refusal: why this person may not add one. One database query.
    """
    shelved = queries.shelf(person, subject, subject_id)
    add = None
    if refusal is None:
        add = {
            "label": _("Voeg een document toe"),
            "href": _address("overview:add_document", network=network.slug, kind=subject.value, key=key),
            "quiet": True,
        }
    return {"rows": rows(network, shelved), "deed": add, "is_shown": bool(shelved or add)}


def rows(network: Network, shelved: Iterable[Shelved]) -> list[dict[str, Any]]:
    """Each document as the component of that name shows it."""
    return [
        {
            "title": one.document.name,
            "href": _address("overview:document", network=network.slug, pk=one.document.pk),
            "annex": one.document.annex,
            "day": timezone.localdate(one.version.added_at),
            "note": file_words(one.version),
            "who": _("%(name)s, %(day)s")
            % {"name": one.version.added_by, "day": dutch_date(one.version.added_at)},
            "is_withdrawn": one.document.is_withdrawn,
            "reason": one.document.withdrawn_reason,
        }
        for one in shelved
    ]


def evidence(network: Network, shelved: Iterable[Shelved]) -> dict[str, list[dict[str, str]]]:
    """The links to documents that are evidence, by the point of the gate."""
    return {
        point: [
            {
                "label": one.document.title,
                "href": _address("overview:document", network=network.slug, pk=one.document.pk),
            }
            for one in found
        ]
        for point, found in queries.by_point(shelved).items()
    }


def file_words(version: Any) -> str:
    """The kind and size of a version, and which one it is when there are more."""
    words = _("%(kind)s, %(size)s") % {"kind": version.get_kind_display(), "size": size(version.size_bytes)}
    if version.number > 1:
        words += _(", versie %(number)d") % {"number": version.number}
    return words


#: What a reader of the page of a document wants to know about finding it.
FINDABLE = {
    TextState.WAITING: gettext_lazy(
        "De tekst wordt nu gelezen. Straks vindt u dit document ook op zijn woorden."
    ),
    TextState.READ: gettext_lazy("U vindt dit document ook op de woorden erin."),
    TextState.CUT: gettext_lazy("U vindt dit document ook op de woorden in de eerste vijftig bladzijden."),
    TextState.EMPTY: gettext_lazy(
        "Er staat geen tekst in die wij kunnen lezen; misschien is het een scan. U vindt dit document op zijn titel."
    ),
    TextState.FAILED: gettext_lazy(
        "De tekst konden wij niet lezen. U vindt dit document op zijn titel. Wilt u het ook op zijn woorden vinden? "
        "Bewaar het als PDF of Word en voeg het toe als nieuwe versie."
    ),
}


def size(n_bytes: int) -> str:
    """The size of a file in words.

    >>> size(900), size(45_300), size(2_340_000)
    ('1 kB', '45 kB', '2,3 MB')
    """
    if n_bytes < 1_000_000:
        return f"{number(max(1, round(n_bytes / 1000)))} kB"
    return f"{number(round(n_bytes / 1_000_000, 1), 1)} MB"


def _address(name: str, **kwargs: Any) -> str:
    return reverse(name, kwargs=kwargs)
