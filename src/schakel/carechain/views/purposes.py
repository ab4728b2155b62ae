"""Saying why event data may be used, before any comes in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.carechain import actions, queries
from schakel.carechain.forms import PurposeForm
from schakel.carechain.permissions import why_not_agree_use
from schakel.carechain.views.shapes import CHANGE, address
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, form_page, posted


@require_http_methods(CHANGE)
@members
def purpose(request: HttpRequest, network: str) -> HttpResponse:
    """Write down under which agreement and for what event data is used."""
    allow(why_not_agree_use(request.user, request.network))
    form = PurposeForm(
        posted(request), agreements=queries.agreements_to_choose(request.network, request.user)
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(form, actions.record_purpose, request.network, by=request.user, **form.cleaned_data)
        if made is not None:
            flash(request, _("Het doel ligt vast. U kunt nu een logboek invoeren."))
            return redirect(address("send", request))
    back = address("logs", request)
    return form_page(
        request,
        form,
        title=_("Leg vast waarvoor de gegevens zijn"),
        lede=_(
            "Eerst de afspraak, dan de gegevens. Staat uw overeenkomst er niet bij? Voeg haar toe bij Overeenkomsten."
        ),
        crumbs=crumbs((_("Zorgketen"), address("chain", request)), (_("Logboeken"), back), _("Doel")),
        label=_("Leg dit doel vast"),
        cancel=back,
    )
