"""The conversation about an initiative: reading, writing, changing and withdrawing notes."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.talk import ChangeNoteForm, NoteForm, WithdrawNoteForm
from schakel.initiatives.models import Initiative, Note
from schakel.initiatives.permissions import (
    reads_internal_notes,
    why_not_change_note,
    why_not_withdraw_note,
    why_not_write_note,
)
from schakel.initiatives.queries.talk import NOTES_PER_PAGE
from schakel.initiatives.rules import Readers
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import clock, dutch_date
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt


@members
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show what was said, and take in what somebody adds."""
    initiative = initiative_or_404(request, number)
    refusal = why_not_write_note(request.user, initiative, Readers.NETWORK)
    if request.method == "POST":
        allow(refusal)
    form = None if refusal else _form(request, initiative)
    if form is not None and form.is_bound and form.is_valid():
        note = _written(request, initiative, form)
        if note is not None:
            flash(request, _("Uw bericht staat erbij."))
            return redirect(page_of(request, "talk", initiative) + f"#bericht-{note.pk}")
    page = Paginator(queries.notes(request.user, initiative), NOTES_PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = head(request, initiative, tab="talk") | {
        "form": form,
        "refusal": refusal,
        "page": page,
        "rows": [_row(request, initiative, note) for note in page.object_list],
    }
    status = 422 if form is not None and form.is_bound and form.errors else 200
    return render(request, "initiatives/talk.html", context, status=status)


@members
@require_POST
def save_note(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Keep what is being typed; answer with a few words."""
    initiative = initiative_or_404(request, number)
    try:
        draft = actions.save_note_draft(initiative, by=request.user, text=request.POST.get("text", ""))
    except Refused as refused:
        return _words(_("Niet bewaard. %(reason)s") % {"reason": refused.reason})
    if draft is None:
        return _words(_("Wat u typt wordt bewaard."))
    return _words(_("Bewaard om %(time)s. U kunt later verder.") % {"time": clock(draft.updated_at)})


@members
@require_http_methods(["GET", "HEAD", "POST"])
def change_note(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Change what one's own note says."""
    initiative, note = _find(request, number, pk)
    allow(why_not_change_note(request.user, note))
    form = ChangeNoteForm(request.POST if request.method == "POST" else None, initial={"text": note.text})
    if form.is_bound and form.is_valid():
        actions.change_note(note, by=request.user, text=form.cleaned_data["text"])
        flash(request, _("Uw bericht is veranderd."), more=_("Wat er stond, blijft te lezen."))
        return redirect(page_of(request, "talk", initiative) + f"#bericht-{note.pk}")
    return _form_page(
        request, initiative, form, title=_("Verander uw bericht"), label=_("Bewaar dit bericht")
    )


@members
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_note(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Withdraw a note, with the reason that stays to be read."""
    initiative, note = _find(request, number, pk)
    allow(why_not_withdraw_note(request.user, note))
    form = WithdrawNoteForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.withdraw_note(note, by=request.user, reason=form.cleaned_data["reason"])
        flash(request, _("Het bericht is ingetrokken."))
        return redirect(page_of(request, "talk", initiative))
    return _form_page(
        request, initiative, form, title=_("Trek dit bericht in"), label=_("Trek het bericht in")
    )


@members
@require_safe
def note_versions(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """What a note said before."""
    initiative, note = _find(request, number, pk)
    context = head(request, initiative, tab="talk") | {
        "note": note,
        "versions": queries.versions_of_note(note),
        "back": page_of(request, "talk", initiative),
    }
    return render(request, "initiatives/talk_versions.html", context)


def _form(request: HttpRequest, initiative: Initiative) -> NoteForm:
    offered: dict[str, Any] = {
        "people": [one for one in choices.people(request) if one[2].pk != request.user.pk],
        "may_be_internal": reads_internal_notes(request.user, initiative),
    }
    if request.method == "POST":
        return NoteForm(request.POST, **offered)
    draft = queries.note_draft(request.user, initiative)
    return NoteForm(
        initial={"once": uuid4(), "text": draft.text if draft else "", "readers": Readers.NETWORK}, **offered
    )


def _written(request: HttpRequest, initiative: Initiative, form: NoteForm) -> Note | None:
    """Write it; what cannot be done becomes an error on the form, so that nothing typed is lost."""
    values = form.cleaned_data
    note: Note | None = attempt(
        form,
        actions.write_note,
        initiative,
        by=request.user,
        once_token=values["once"],
        text=values["text"],
        readers=values.get("readers", Readers.NETWORK),
        mentions=values["mentions"],
    )
    return note


def _row(request: HttpRequest, initiative: Initiative, note: Note) -> dict[str, Any]:
    """One note with who, when, for whom, and what this person may do with it."""
    note.initiative, note.network = initiative, initiative.network

    def to(name: str) -> str:
        return page_of(request, name, initiative, pk=note.pk)

    is_withdrawn = note.withdrawn_at is not None
    return {
        "note": note,
        "when": f"{dutch_date(note.written_at)}, {clock(note.written_at)}",
        "is_internal": note.readers == Readers.INTERNAL,
        "is_withdrawn": is_withdrawn,
        "mentions": [one.person.name for one in note.mentions.all()],
        "versions": to("note_versions") if note.n_changes and not is_withdrawn else "",
        "change": to("change_note") if why_not_change_note(request.user, note) is None else "",
        "withdraw": to("withdraw_note") if why_not_withdraw_note(request.user, note) is None else "",
    }


def _find(request: HttpRequest, number: str, pk: UUID) -> tuple[Initiative, Note]:
    initiative = initiative_or_404(request, number)
    note = queries.find_note(request.user, initiative, pk)
    if note is None:
        raise Http404(_("Dit bericht is er niet."))
    return initiative, note


def _form_page(request: HttpRequest, initiative: Initiative, form: Any, **words: Any) -> HttpResponse:
    context = head(request, initiative, tab="talk") | {
        "form": form,
        "cancel": page_of(request, "talk", initiative),
        **words,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "initiatives/talk_form.html", context, status=status)


def _words(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
