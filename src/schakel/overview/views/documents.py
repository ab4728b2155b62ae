"""Documents: adding one to something, its page with all versions, downloading, a newer version, withdrawing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from csp.decorators import csp
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.documents import queries
from schakel.documents.models import Document
from schakel.documents.permissions import why_not_open, why_not_open_versions
from schakel.documents.rules import MEDIA_TYPES, FileKind, Subject
from schakel.documents.showing import FINDABLE, file_words
from schakel.initiatives.gates import checklist
from schakel.overview.actions.documents import add_document, add_version, restore_document, withdraw_document
from schakel.overview.forms.documents import DocumentForm, VersionForm, WithdrawForm
from schakel.overview.shelves import SHELVES, Shelf, why_not_withdraw
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs


@members
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, network: str, kind: str, key: str) -> HttpResponse:
    """Put a document with an initiative, a decision, a meeting or an agreement."""
    shelf = SHELVES.get(kind)
    about = shelf.find(request.user, request.network, key) if shelf else None
    if shelf is None or about is None:
        raise Http404(_("Dit is er niet."))
    allow(shelf.why_not_add(request.user, about))
    points = _points(about) if shelf.subject == Subject.INITIATIVE else []
    form = _form(
        request,
        DocumentForm,
        points=points,
        has_annexes=shelf.subject == Subject.AGREEMENT,
        initial={"point": request.GET.get("punt", "")},
    )
    if form.is_bound and form.is_valid():
        version = attempt(form, add_document, shelf, about, by=request.user, **form.told)
        if version:
            _tell(request, form, _("Het document staat erbij."))
            return redirect(_page_of(request, shelf, about))
    return _form_page(
        request,
        form,
        title=_("Voeg een document toe"),
        lede=str(about),
        crumbs=_crumbs(request, shelf, about, _("Document toevoegen")),
        label=_("Voeg het document toe"),
        cancel=_page_of(request, shelf, about),
    )


@members
@require_safe
def document(request: HttpRequest, network: str, pk: UUID) -> HttpResponse:
    """Show a document: what it is, every version with who, when and why, and what can be done with it."""
    shelf, about, found = _find(request, pk)
    why_closed = why_not_open(found)
    versions = queries.versions_of(found)
    closed = why_not_open_versions(versions)
    rows = [
        {
            "version": version,
            "why_closed": closed.get(version.pk),
            "words": file_words(version),
            "href": _address(request, "download_version", pk=pk, number=version.number),
        }
        for version in versions
    ]
    read = None if why_closed else queries.text_state(versions[0])
    deeds: list[dict[str, Any]] = []
    if why_closed is None:
        if versions[0].pk not in closed:
            href = _address(request, "download", pk=pk)
            deeds.append({"label": _("Download dit document"), "href": href})
        if shelf.why_not_add(request.user, about) is None and not found.is_made_here:
            href = _address(request, "add_version", pk=pk)
            deeds.append({"label": _("Voeg een nieuwe versie toe"), "href": href, "quiet": True})
        if why_not_withdraw(request.user, shelf, about, found) is None:
            href = _address(request, "withdraw_document", pk=pk)
            deeds.append({"label": _("Trek dit document in"), "href": href, "quiet": True})
    context = {
        "document": found,
        "rows": rows,
        "deeds": deeds,
        "why_closed": why_closed,
        "findable": FINDABLE[read] if read else "",
        "about": {"label": str(about), "href": _page_of(request, shelf, about)},
        "crumbs": _crumbs(request, shelf, about, _("Document")),
    }
    return render(request, "overview/document.html", context)


@members
@require_safe
@csp({"default-src": ["'none'"], "frame-ancestors": ["'none'"], "sandbox": []})  # type: ignore[arg-type]
def download(request: HttpRequest, network: str, pk: UUID, number: int | None = None) -> HttpResponse:
    """Give a version as a file to keep; a browser never shows it inside the site."""
    _shelf, _about, found = _find(request, pk)
    allow(why_not_open(found))
    versions = queries.versions_of(found)
    version = next((one for one in versions if number in {None, one.number}), None)
    if version is None:
        raise Http404(_("Deze versie is er niet."))
    allow(why_not_open_versions([version]).get(version.pk))
    response = HttpResponse(
        queries.content_of(version), content_type=MEDIA_TYPES[FileKind(version.kind)].partition(";")[0]
    )
    response["Content-Disposition"] = content_disposition_header(True, version.file_name)
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@members
@require_http_methods(["GET", "HEAD", "POST"])
def new_version(request: HttpRequest, network: str, pk: UUID) -> HttpResponse:
    """Put a newer version on top of a document."""
    shelf, about, found = _find(request, pk)
    allow(why_not_open(found) or shelf.why_not_add(request.user, about))
    form = _form(request, VersionForm)
    if form.is_bound and form.is_valid():
        version = attempt(form, add_version, shelf, about, found, by=request.user, **form.told)
        if version:
            _tell(request, form, _("Versie %(number)d staat erbij.") % {"number": version.number})
            return redirect(_address(request, "document", pk=pk))
    return _form_page(
        request,
        form,
        title=_("Voeg een nieuwe versie toe"),
        lede=found.title,
        crumbs=_crumbs(request, shelf, about, _("Nieuwe versie")),
        label=_("Voeg deze versie toe"),
        cancel=_address(request, "document", pk=pk),
    )


@members
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, network: str, pk: UUID) -> HttpResponse:
    """Withdraw a document, with the reason that its readers keep seeing."""
    shelf, about, found = _find(request, pk)
    allow(why_not_open(found) or why_not_withdraw(request.user, shelf, about, found))
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, withdraw_document, shelf, about, found, by=request.user, reason=reason):
            undo = _address(request, "restore_document", pk=pk)
            flash(
                request, _("Het document is ingetrokken."), more=_("Niemand kan het meer openen."), undo=undo
            )
            return redirect(_address(request, "document", pk=pk))
    return _form_page(
        request,
        form,
        title=_("Trek dit document in"),
        lede=_("“%(title)s” is daarna niet meer te openen. Dat het er was, en uw reden, blijft te lezen.")
        % {"title": found.title},
        crumbs=_crumbs(request, shelf, about, _("Intrekken")),
        label=_("Trek het document in"),
        cancel=_address(request, "document", pk=pk),
    )


@members
@require_POST
def restore(request: HttpRequest, network: str, pk: UUID) -> HttpResponse:
    """Take back that a document was withdrawn, a moment ago and by oneself."""
    shelf, about, found = _find(request, pk)
    restore_document(shelf, about, found, by=request.user)
    flash(request, _("Het document staat er weer."))
    return redirect(_address(request, "document", pk=pk))


def _find(request: HttpRequest, pk: UUID) -> tuple[Shelf, Any, Document]:
    """The document and the thing it belongs to; who may not see the thing does not find the document."""
    rows = Document.objects.visible_to(request.user).of(request.network)
    found = rows.select_related("added_by", "withdrawn_by").filter(pk=pk).first()
    shelf = SHELVES[found.subject_type] if found else None
    about = shelf.of(request.user, request.network, found) if shelf and found else None
    if shelf is None or about is None or found is None:
        raise Http404(_("Dit document is er niet."))
    return shelf, about, found


def _points(initiative: Any) -> list[tuple[str, str]]:
    """The points of the next gate, to choose which one a document is evidence for."""
    known = checklist(initiative, today=timezone.localdate())
    return [(f"{known.gate}:{point.code}", point.label) for point in known.points] if known else []


def _form(request: HttpRequest, form: Any, **options: Any) -> Any:
    if request.method != "POST":
        return form(**options)
    posted = request.POST  # reading it lets the file in, or lets go of it
    is_too_large = getattr(request, "upload_too_large", False)
    return form(posted, request.FILES, is_too_large=is_too_large, **options)


def _tell(request: HttpRequest, form: Any, what: str) -> None:
    """Say that it is there, and under which name when that is not the one it came with."""
    name, _data = form.cleaned_data["file"]
    came = getattr(request.FILES.get("file"), "name", name)
    more = "" if name == came else _("De naam is opgeschoond: %(name)s.") % {"name": name}
    flash(request, what, more=more)


def _form_page(request: HttpRequest, form: Any, **words: Any) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "overview/document_form.html", {"form": form, **words}, status=status)


def _crumbs(request: HttpRequest, shelf: Shelf, about: Any, here: str) -> list[dict[str, str]]:
    label = str(getattr(about, shelf.key)) if shelf.key == "number" else str(about)
    home = reverse(shelf.home, kwargs={"network": request.network.slug})
    names = {
        Subject.INITIATIVE: _("Portfolio"),
        Subject.DECISION: _("Besluiten"),
        Subject.MEETING: _("Overleggen"),
        Subject.AGREEMENT: _("Overeenkomsten"),
    }
    return crumbs((names[shelf.subject], home), (label, _page_of(request, shelf, about)), here)


def _page_of(request: HttpRequest, shelf: Shelf, about: Any) -> str:
    return reverse(shelf.page, kwargs={"network": request.network.slug, shelf.key: getattr(about, shelf.key)})


def _address(request: HttpRequest, name: str, **kwargs: Any) -> str:
    return reverse(f"overview:{name}", kwargs={"network": request.network.slug, **kwargs})
