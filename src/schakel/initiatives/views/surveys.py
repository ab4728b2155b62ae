"""What people said of their health or of their care: the questionnaires of an initiative, and filling one in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.surveys import SurveyForm
from schakel.initiatives.permissions import why_not_write_survey
from schakel.initiatives.queries.survey_drawings import dots, spider
from schakel.initiatives.queries.surveys import Answers, Questionnaire, change_rows
from schakel.initiatives.rules.surveys import DIMENSIONS
from schakel.initiatives.views.embedding import _data, _done
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.methods.surveys import answered
from schakel.tenancy.audience import members
from schakel.web.drawn import drawn
from schakel.web.flash import flash
from schakel.web.formats import dutch_date, number, percent
from schakel.web.refusal import allow


@members
@require_safe
def surveys(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show every questionnaire: dots with margin and number, for Positive Health the spider beside it, and a table."""
    initiative = initiative_or_404(request, number)
    refusal = why_not_write_survey(request.user, initiative)
    found = queries.questionnaires(request.user, initiative)

    def row(each: Answers) -> dict[str, Any]:
        drop = "" if refusal else page_of(request, "drop_survey", initiative, pk=each.row.pk)
        return {"answers": each, "note": _licence_words(each), "drop": drop}

    context = head(request, initiative, tab="measures") | {
        "questionnaires": [
            {**_shown(one), "rounds": [row(each) for each in reversed(one.all)]} for one in found
        ],
        "deed": {
            "label": _("Vul een peiling in"),
            "href": page_of(request, "add_survey", initiative),
            "refusal": refusal,
            "id": "peiling",
        },
    }
    return render(request, "initiatives/surveys.html", context)


def _shown(found: Questionnaire) -> dict[str, Any]:
    """One questionnaire with its drawings and the same figures in a table."""
    drawing = None
    if found.names:
        broad, narrow = dots(found)
        drawing = {"broad": drawn(broad), "narrow": drawn(narrow)}
    has_spider = found.is_positive_health and len(found.names) == len(DIMENSIONS)
    return {
        "found": found,
        "cautions": " ".join(found.cautions),
        "drawing": drawing,
        "spider": drawn(spider(found)) if has_spider else None,
        "table": _table(found),
        "changes": _changes(found),
        "improved": _improved(found),
        "ends": _ends(found),
        "groups": _groups(found),
    }


def _table(found: Questionnaire) -> dict[str, Any]:
    columns = [{"label": _("Dimensie"), "num": False}]
    for each in found.rounds:
        columns += [
            {"label": str(each.row.get_moment_display()), "num": True},
            {"label": _("met 95 % zekerheid"), "num": True},
            {"label": _("mensen"), "num": True},
        ]
    rows = []
    for name in found.names:
        cells = [name]
        for each in found.rounds:
            score = each.score(name)
            if score is None:
                cells += [_("verborgen"), "–", _("onder 10")]
                continue
            low, high = score.margin95
            words = _("%(low)s tot %(high)s") % {"low": number(low, 1), "high": number(high, 1)}
            cells += [number(score.mean, 1), words, number(score.n)]
        rows.append(
            {"cells": [{**column, "text": text} for column, text in zip(columns, cells, strict=True)]}
        )
    return {"columns": columns, "rows": rows}


def _changes(found: Questionnaire) -> dict[str, Any] | None:
    """How much the same people changed, with its margin."""
    rows = change_rows(found)
    head = [_("Dimensie"), _("Verschil per mens"), _("met 95 % zekerheid"), _("mensen")]
    return _figures(head, rows) if rows else None


def _improved(found: Questionnaire) -> dict[str, Any] | None:
    """How many people improved by what matters, with its margin."""
    rows = [one.cells for one in found.improved]
    head = [_("Dimensie"), _("Merkbaar vooruit"), _("Deel"), _("met 95 % zekerheid")]
    return _figures(head, rows) if rows else None


def _ends(found: Questionnaire) -> dict[str, Any] | None:
    """Who had the lowest and the highest score."""
    rows = [
        [f"{one.name}, {str(each.row.get_moment_display()).lower()}", one.floor, one.ceiling]
        for each in found.rounds
        for one in each.ends
    ]
    return _figures([_("Dimensie"), _("Laagste score"), _("Hoogste score")], rows) if rows else None


def _groups(found: Questionnaire) -> dict[str, Any] | None:
    """Who answered and who did not, by background, of the newest round that tells."""
    each = next((one for one in reversed(found.rounds) if one.groups), None)
    if each is None:
        return None
    rows = [
        [
            one.name,
            number(one.n_asked),
            number(one.n_answered),
            percent(100 * answered(one.n_answered, one.n_asked), 0),
        ]
        for one in each.groups
    ]
    head = [_("Groep"), _("Konden gevraagd worden"), _("Vulden in"), _("Deel")]
    return _figures(head, rows) | {"when": each.words}


def _figures(head: list[str], rows: list[list[str]]) -> dict[str, Any]:
    """Columns and rows in the shape of `components/table.html`: words, then figures."""
    columns = [{"label": label, "num": at > 0} for at, label in enumerate(head)]
    cells = [[{**column, "text": text} for column, text in zip(columns, row, strict=True)] for row in rows]
    return {"columns": columns, "rows": [{"cells": row} for row in cells]}


def _licence_words(each: Answers) -> str:
    row = each.row
    until = _(", tot en met %(day)s") % {"day": dutch_date(row.licence_until)} if row.licence_until else ""
    return _("Licentie: %(holder)s%(until)s. Bron: %(source)s.") % {
        "holder": row.licence_holder,
        "until": until,
        "source": row.source.rstrip("."),
    }


@members
@require_http_methods(["GET", "POST"])
@once
def add_survey(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Fill in one round of a questionnaire."""
    initiative = initiative_or_404(request, number)
    allow(why_not_write_survey(request.user, initiative))
    form = SurveyForm(_data(request))
    if _done(request, form, lambda: actions.enter_survey(initiative, by=request.user, **form.cleaned_data)):
        flash(request, _("De peiling staat erbij."))
        return redirect("initiatives:surveys", network=network, number=number)
    context = {
        "initiative": initiative,
        "form": form,
        "back": page_of(request, "surveys", initiative),
        "back_label": _("Peilingen"),
        "title": _("Vul een peiling in"),
        "lede": _(
            "Alleen gemiddelden over minstens 10 mensen; geen antwoorden van één persoon, geen vragen uit de lijst."
        ),
        "label": _("Bewaar deze peiling"),
        "once": new_mark(),
    }
    return render(request, "initiatives/one_form.html", context, status=422 if form.errors else 200)


@members
@require_POST
def drop_survey(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Take a round back that was filled in wrongly."""
    initiative = initiative_or_404(request, number)
    allow(why_not_write_survey(request.user, initiative))
    found = queries.questionnaires(request.user, initiative)
    row = next((each.row for one in found for each in one.all if each.row.pk == pk), None)
    if row is None:
        raise Http404(_("Deze peiling is er niet (meer)."))
    actions.drop_survey(row, by=request.user)
    flash(request, _("De peiling is weg."))
    return redirect("initiatives:surveys", network=network, number=number)
