"""Pages about the agenda of a meeting: a point of one's own, its place, taking it off."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from schakel.governance import actions, permissions
from schakel.governance.forms import AgendaItemForm, MoveForm
from schakel.governance.models import Meeting
from schakel.governance.views.finding import find_meeting, one_of
from schakel.governance.views.meeting_page import meeting_page
from schakel.governance.views.shapes import address, meeting_crumbs
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.htmx import wants_part
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt, form_page, posted


@require_http_methods(["GET", "HEAD", "POST"])
@members
def add_item(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Put a point of one's own on the agenda."""
    found = find_meeting(request, number)
    allow(permissions.why_not_change_agenda(request.user, found))
    form = AgendaItemForm(posted(request))
    if form.is_bound and form.is_valid():
        values = form.cleaned_data
        Meeting.objects.select_for_update().get(pk=found.pk)
        is_there = found.items.filter(kind=values["kind"], title=values["title"]).exists()
        if is_there or attempt(
            form, actions.add_agenda_item, found.body, by=request.user, meeting=found, **values
        ):
            flash(request, _("Het punt staat op de agenda."))
            return redirect("governance:meeting", network=network, number=number)
    return form_page(
        request,
        form,
        title=_("Zet een punt op de agenda"),
        lede=_("Moet er iets besloten worden? Leg dan een voorstel voor aan de groep."),
        crumbs=meeting_crumbs(request, found, _("Nieuw punt")),
        label=_("Zet dit punt op de agenda"),
        cancel=address("governance:meeting", request, number=number),
    )


@require_POST
@members
def move_item(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Another place on the agenda for one point."""
    found = find_meeting(request, number)
    allow(permissions.why_not_change_agenda(request.user, found))
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Die plaats op de agenda is er niet. Ga terug en ververs de pagina."))
    item = one_of(found.items.all(), request, "item")
    actions.move_agenda_item(item, by=request.user, to=form.cleaned_data["to"])
    if wants_part(request):
        return meeting_page(request, found, part="agenda")
    return redirect(address("governance:meeting", request, number=number) + "#agenda-kop")


@require_POST
@members
def remove_item(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Take a point off the agenda; a decision that stood there waits for the next one."""
    found = find_meeting(request, number)
    allow(permissions.why_not_change_agenda(request.user, found))
    item = one_of(found.items.all(), request, "item")
    title = item.title
    actions.remove_agenda_item(item, by=request.user)
    flash(request, _("Van de agenda gehaald: %(title)s.") % {"title": title})
    return redirect("governance:meeting", network=network, number=number)
