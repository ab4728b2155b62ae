"""The answer templates of the network: everyone who answers reads them, who does the intake keeps them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.answers import AnswerTemplateForm
from schakel.initiatives.models import AnswerTemplate
from schakel.initiatives.permissions import why_not_keep_answers
from schakel.initiatives.rules.answers import FILL_INS
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs

NEW = "nieuw"


@members
@require_http_methods(["GET", "POST"])
def answers(request: HttpRequest, network: str) -> HttpResponse:
    """Show the templates; write one, change one, remove one."""
    allow(why_not_keep_answers(request.user, request.network))
    if request.method == "GET":
        return _page(request)
    which = request.POST.get("which", NEW)
    template = None if which == NEW else _template(request, which)
    if template is not None and "drop" in request.POST:
        actions.drop_answer(template, by=request.user)
        flash(request, _("“%(name)s” is verwijderd.") % {"name": template.name})
        return redirect("initiatives:answers", network=network)
    form = AnswerTemplateForm(request.POST, prefix=which)
    if form.is_valid():
        made = attempt(
            form,
            actions.keep_answer,
            request.network,
            by=request.user,
            template=template,
            **form.cleaned_data,
        )
        if made is not None:
            flash(request, _("“%(name)s” is bewaard.") % {"name": made.name})
            return redirect("initiatives:answers", network=network)
    return _page(request, which=which, sent=form)


def _template(request: HttpRequest, which: str) -> AnswerTemplate:
    try:
        return AnswerTemplate.objects.visible_to(request.user).of(request.network).get(pk=UUID(which))
    except (ValueError, AnswerTemplate.DoesNotExist):
        raise Http404(_("Deze tekst is er niet meer.")) from None


def _page(request: HttpRequest, *, which: str = "", sent: AnswerTemplateForm | None = None) -> HttpResponse:
    """Every template with its form; the one that was sent shows what was typed and what is wrong with it."""
    rows: list[dict[str, Any]] = []
    for one in queries.answer_templates(request.network, request.user):
        key = str(one.pk)
        start = {"name": one.name, "text": one.text}
        form = sent if key == which and sent else AnswerTemplateForm(prefix=key, initial=start)
        rows.append({"key": key, "template": one, "form": form})
    home = reverse("overview:setup", kwargs={"network": request.network.slug})
    context = {
        "rows": rows,
        "new": sent if which == NEW and sent else AnswerTemplateForm(prefix=NEW),
        "wrong": sent,
        "fill_ins": [(f"{{{word}}}", words) for word, words in FILL_INS.items()],
        "crumbs": crumbs((_("Beheer"), home)),
    }
    return render(request, "initiatives/answers.html", context, status=422 if sent else 200)
