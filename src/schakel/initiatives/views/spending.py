"""Writing down what an initiative really spent and worked, on the screen or from a workbook."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.spending import SPENT, SpendingForm, spent_forms
from schakel.initiatives.forms.spending_file import SpendingFile, SpendingFileForm
from schakel.initiatives.models import FundingLine, Initiative
from schakel.initiatives.permissions import why_not_record_spending
from schakel.initiatives.queries.spending_file import spending_template
from schakel.initiatives.rules import CostType
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, posted

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@members
@require_http_methods(["GET", "POST"])
@once
def spending(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Fill in what was spent beside each kind of cost in the plan, and what the plan did not see coming."""
    initiative = initiative_or_404(request, number)
    allow(why_not_record_spending(request.user, initiative))
    known = queries.money_of(request.user, initiative)
    wants_more = "add" in request.POST
    form = SpendingForm(posted(request), initial={"until_on": timezone.localdate()})
    lines = _lines(request)
    rows = spent_forms(posted(request), known.compared, lines, more=wants_more)
    if request.method == "POST" and not wants_more and form.is_valid() & rows.is_valid():
        spent = [found for row in rows if (found := row.as_spent()) is not None]
        facts = form.cleaned_data
        kept = attempt(form, actions.record_spending, initiative, by=request.user, rows=spent, **facts)
        if kept is not None:
            flash(request, _("De uitgaven zijn bijgewerkt."))
            return redirect("initiatives:money", network=network, number=number)
    is_wrong = request.method == "POST" and not wants_more
    context = {
        "initiative": initiative,
        "form": form,
        "rows": rows,
        "prefix": SPENT,
        "is_wrong": is_wrong,
        "wrong": [form, *rows] if is_wrong else [],
        "once": new_mark(),
        "back": page_of(request, "money", initiative),
        "file": page_of(request, "spending_file", initiative),
    }
    return render(request, "initiatives/spending.html", context, status=422 if is_wrong else 200)


@members
@require_http_methods(["GET", "POST"])
def spending_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Send a filled in workbook and read what it would change; nothing is written before the next button."""
    initiative = initiative_or_404(request, number)
    allow(why_not_record_spending(request.user, initiative))
    form = SpendingFileForm(initial={"until_on": timezone.localdate()})
    found = None
    known = queries.money_of(request.user, initiative)
    if request.method == "POST":
        # Reading what was sent lets go of a file that grows past the limit, and says so on the request.
        files = request.FILES
        form = SpendingFileForm(request.POST, files, is_too_large=getattr(request, "upload_too_large", False))
        found = form.read(known.compared, _lines(request)) if form.is_valid() else None
    context = {
        "initiative": initiative,
        "form": form,
        "found": found,
        "is_new_day": bool(found and known.spendings.until_on != form.cleaned_data.get("until_on")),
        "cost_types": dict(CostType.choices),
        "fields": _sent(form, found) if found else [],
        "save": page_of(request, "spending", initiative),
        "sheet": page_of(request, "spending_sheet", initiative),
        "crumbs": _crumbs(request, initiative),
    }
    is_wrong = bool(form.errors or (found and found.faults))
    return render(request, "initiatives/spending_file.html", context, status=422 if is_wrong else 200)


@members
@require_safe
def spending_sheet(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The workbook to fill in, with the kinds of the plan and what was written down already."""
    initiative = initiative_or_404(request, number)
    allow(why_not_record_spending(request.user, initiative))
    known = queries.money_of(request.user, initiative)
    made = spending_template(initiative, known.compared, _lines(request), now=timezone.localtime())
    response = HttpResponse(made, content_type=EXCEL)
    response["Content-Disposition"] = f'attachment; filename="uitgaven-{initiative.number}.xlsx"'
    return response


def _lines(request: HttpRequest) -> list[FundingLine]:
    return [line for _slug, _words, line in choices.funding_lines(request)]


def _sent(form: SpendingFileForm, found: SpendingFile) -> list[dict[str, str]]:
    """What the button sends along to the form on the screen."""
    day = form.cleaned_data["until_on"].isoformat()
    return [{"name": "until_on", "value": day}, {"name": "once", "value": new_mark()}, *found.fields(SPENT)]


def _crumbs(request: HttpRequest, initiative: Initiative) -> list[dict[str, str]]:
    spent = page_of(request, "spending", initiative)
    return crumbs(
        (initiative.number, page_of(request, "money", initiative)),
        (_("Uitgaven"), spent),
        _("Uit een bestand"),
    )
