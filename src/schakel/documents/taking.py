"""Taking a paper along: at once as a Word file, or as a PDF that the worker sets."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from schakel.documents.actions import ask_printout
from schakel.documents.paper import Paper, Part, WordPart, origin_of
from schakel.documents.word import MEDIA_TYPE, word_file


def as_word(request: HttpRequest, paper: Paper[WordPart]) -> HttpResponse:
    """The paper as a Word file."""
    origin = origin_of(request.network, paper.title, paper.path, timezone.now())
    response = HttpResponse(word_file(origin, paper.subtitle, paper.parts), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = content_disposition_header(True, f"{paper.file_name}.docx")
    return response


def as_pdf(request: HttpRequest, paper: Paper[Part]) -> HttpResponse:
    """To the page of the printout; the file is there in a moment."""
    made, _is_new = ask_printout(request.network, paper, by=request.user)
    return redirect("documents:printout", network=request.network.slug, pk=made.pk)


def taken_along(label: str, *, word: str = "", pdf: str = "") -> dict[str, Any]:
    """A paper as the component `papers` offers it; word, pdf: the addresses of both kinds of file."""
    kinds = [("Word", word, False), (_("PDF"), pdf, True)]
    return {
        "label": label,
        "kinds": [{"label": name, "href": href, "is_made": made} for name, href, made in kinds if href],
    }
