"""Writing down what an initiative really spent and worked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.spending import SPENT, SpendingForm, spent_forms
from schakel.initiatives.permissions import why_not_record_spending
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import posted


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
    lines = [line for _slug, _words, line in choices.funding_lines(request)]
    rows = spent_forms(posted(request), known.compared, lines, more=wants_more)
    if request.method == "POST" and not wants_more and form.is_valid() & rows.is_valid():
        spent = [found for row in rows if (found := row.as_spent()) is not None]
        try:
            actions.record_spending(initiative, by=request.user, rows=spent, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.reason)
        else:
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
    }
    return render(request, "initiatives/spending.html", context, status=422 if is_wrong else 200)
