"""Pages about themes and criteria: what there is, which version holds, what differs, and a new one."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.governance import actions, permissions, queries
from schakel.governance.forms import CriteriaForm, ThemeForm, criteria_rows
from schakel.governance.models import Body
from schakel.governance.rules import DecisionType
from schakel.governance.views.shapes import address
from schakel.network.models import Agreement, CriteriaSet, Theme
from schakel.network.permissions import why_not_manage
from schakel.network.queries import themes as themes_of
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt, crumbs, deed, form_page, posted

CHANGE = ["GET", "HEAD", "POST"]
MORE_ROWS = 3


@require_safe
@members
def themes(request: HttpRequest, network: str) -> HttpResponse:
    """What the network works on, and which group decides about it."""
    today = timezone.localdate()
    refusal = why_not_manage(request.user, request.network, today)
    bodies: dict[object, list[Body]] = {}
    for body in Body.objects.visible_to(request.user).of(request.network).open_on(today):
        bodies.setdefault(body.theme_id, []).append(body)
    context = {
        "rows": [
            {"theme": one, "bodies": bodies.get(one.pk, [])}
            for one in themes_of(request.network, request.user)
        ],
        "may_manage": refusal is None,
        "deed": deed(
            _("Begin een thema"), address("governance:theme_add", request), quiet=True, refusal=refusal
        ),
        "crumbs": _managing(request),
    }
    return render(request, "governance/themes.html", context)


@require_http_methods(CHANGE)
@members
def add_theme(request: HttpRequest, network: str) -> HttpResponse:
    """Begin a theme, as the network decided; while it is being set up its group can come along."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    form = ThemeForm(posted(request), is_new=True, **_carried(request, DecisionType.NEW_THEME))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, actions.new_theme, request.network, by=request.user, **form.cleaned_data)
        if made is not None:
            flash(request, _("Het thema %(theme)s is begonnen.") % {"theme": made.name})
            return redirect(address("governance:themes", request))
    return form_page(
        request,
        form,
        title=_("Begin een thema"),
        lede=_("Elk idee hoort bij een thema. De groep van dat thema besluit erover."),
        crumbs=_managing(request, (_("Thema’s"), address("governance:themes", request)), _("Nieuw")),
        label=_("Begin dit thema"),
        cancel=address("governance:themes", request),
    )


@require_http_methods(CHANGE)
@members
def describe_theme(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Say better what a theme is about."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    rows = Theme.objects.visible_to(request.user).of(request.network).select_related("network")
    theme = get_object_or_404(rows, slug=slug)
    form = ThemeForm(
        posted(request),
        initial={"name": theme.name, "scope": theme.scope},
        is_new=False,
        decisions=(),
        is_setting_up=True,
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, actions.describe_theme, theme, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("Het thema is bewaard."))
        return redirect(address("governance:themes", request))
    return form_page(
        request,
        form,
        title=_("Pas het thema %(theme)s aan") % {"theme": theme.name},
        lede=_("Iedereen leest dit op de openbare pagina."),
        crumbs=_managing(request, (_("Thema’s"), address("governance:themes", request)), theme.name),
        label=_("Bewaar dit thema"),
        cancel=address("governance:themes", request),
    )


@require_safe
@members
def criteria(request: HttpRequest, network: str) -> HttpResponse:
    """Every set of criteria: which version holds, and those before it."""
    today = timezone.localdate()
    refusal = why_not_manage(request.user, request.network, today)
    context = {
        "lines": queries.criteria_lines(request.network, request.user, today),
        "may_manage": refusal is None,
        "deed": deed(
            _("Maak een nieuwe set"), address("governance:criteria_add", request), quiet=True, refusal=refusal
        ),
        "crumbs": _managing(request),
    }
    return render(request, "governance/criteria.html", context)


@require_safe
@members
def criteria_version(request: HttpRequest, network: str, criteria: UUID) -> HttpResponse:
    """One version, what differs from the version before, and a way to the next one."""
    today = timezone.localdate()
    page = queries.criteria_page(request.network, request.user, criteria, today)
    if page is None:
        raise Http404(_("Deze criteria zijn er niet."))
    href = address("governance:criteria_add", request) + f"?van={page.criteria_set.pk}"
    context = {
        "page": page,
        "set": page.criteria_set,
        "deed": deed(
            _("Maak een nieuwe versie"),
            href,
            quiet=True,
            refusal=why_not_manage(request.user, request.network, today),
        )
        if page.is_last
        else None,
        "crumbs": _managing(
            request, (_("Criteria"), address("governance:criteria", request)), str(page.criteria_set)
        ),
    }
    return render(request, "governance/criteria_version.html", context)


@require_http_methods(CHANGE)
@members
def add_criteria(request: HttpRequest, network: str) -> HttpResponse:
    """Write down a new set, or a new version of one; what was rated before keeps its own version."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    renews = _renewed(request)
    form = CriteriaForm(
        posted(request),
        initial=_as_before(renews),
        themes=themes_of(request.network, request.user),
        agreements=list(Agreement.objects.visible_to(request.user).of(request.network)),
        renews=renews,
        **_carried(request, DecisionType.CRITERIA),
    )
    wants_more = "add" in request.POST
    rows = criteria_rows(
        posted(request), renews.criteria.all() if renews else (), more=MORE_ROWS if wants_more else 0
    )
    if request.method == "POST" and not wants_more and form.is_valid() & rows.is_valid():
        texts = [text for row in rows if (text := row.as_text()) is not None]
        made = attempt(
            form,
            actions.renew_criteria,
            request.network,
            by=request.user,
            criteria=texts,
            **form.cleaned_data,
        )
        if made is not None:
            flash(request, _("%(set)s is vastgelegd.") % {"set": str(made)})
            return redirect(address("governance:criteria_version", request, criteria=made.pk))
    return _criteria_form(request, form, rows, renews, wants_more=wants_more)


def _criteria_form(
    request: HttpRequest, form: CriteriaForm, rows: Any, renews: CriteriaSet | None, *, wants_more: bool
) -> HttpResponse:
    back = address("governance:criteria", request)
    is_wrong = not wants_more and bool(form.errors or (rows.is_bound and any(rows.errors)))
    context = {
        "form": form,
        "rows": rows,
        "renews": renews,
        "is_wrong": is_wrong,
        "wrong": [form, *rows] if is_wrong else [],
        "cancel": back,
        "crumbs": _managing(request, (_("Criteria"), back), _("Nieuwe versie") if renews else _("Nieuw")),
    }
    return render(request, "governance/criteria_form.html", context, status=422 if is_wrong else 200)


def _renewed(request: HttpRequest) -> CriteriaSet | None:
    """The version that is renewed, as the address says."""
    asked = request.GET.get("van", "")
    if not asked:
        return None
    try:
        pk = UUID(asked)
    except ValueError:
        raise Http404(_("Deze criteria zijn er niet.")) from None
    rows = (
        CriteriaSet.objects.visible_to(request.user).of(request.network).select_related("theme", "agreement")
    )
    found = get_object_or_404(rows.prefetch_related("criteria"), pk=pk)
    if rows.filter(name=found.name, version__gt=found.version).exists():
        raise Refused(_("Er is al een nieuwere versie van deze set. Begin vanaf die versie."))
    return found


def _as_before(renews: CriteriaSet | None) -> dict[str, Any]:
    today = timezone.localdate()
    if renews is None:
        return {"valid_from": today}
    return {
        "valid_from": today,
        "moment": renews.moment,
        "theme": renews.theme.slug if renews.theme else "",
        "agreement": renews.agreement.slug if renews.agreement else "",
    }


def _carried(request: HttpRequest, type: str) -> dict[str, Any]:
    """The decisions out of which this may follow."""
    return {
        "decisions": queries.carrying_decisions(request.network, request.user, type),
        "is_setting_up": permissions.is_being_set_up(request.network),
    }


def _managing(request: HttpRequest, *more: tuple[str, str] | str) -> list[dict[str, str]]:
    return crumbs((_("Beheer"), address("overview:setup", request)), *more)
