"""Taking a decision: governance judges it, and an initiative that it is about moves in the same transaction."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.governance import actions, permissions, queries
from schakel.governance.models import Body, ConsentRequest, Decision, Meeting
from schakel.governance.rules import DecisionStatus, Ground, why_not_judge_yet
from schakel.initiatives.queries import agenda_points, effect_waits_for
from schakel.initiatives.rules import Gate, Need, verdict
from schakel.network.queries import partner_choices
from schakel.overview.actions import deciding
from schakel.overview.forms.deciding import (
    CloseForm,
    ConditionFormSet,
    ConsentForm,
    RefuseForm,
    WithdrawForm,
    filled,
)
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import euro, short_date
from schakel.web.formats import number as written_number
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs

GROUNDS = {"inzet": Ground.PARTNERS_IN_PLAN, "financiering": Ground.FUNDER}


def _find(request: HttpRequest, number: str) -> Decision:
    try:
        return queries.find_decision(request.user, request.network, number)
    except Decision.DoesNotExist:
        raise Http404(_("Dit besluit is er niet.")) from None


def _to_decision(request: HttpRequest, number: str) -> HttpResponse:
    return redirect("governance:decision", network=request.network.slug, number=number)


def _crumbs(request: HttpRequest, found: Decision, last: str) -> list[dict[str, str]]:
    slug = request.network.slug
    return crumbs(
        (_("Besluiten"), reverse("governance:decisions", args=[slug])),
        (found.number, reverse("governance:decision", args=[slug, found.number])),
        last,
    )


# Closing


@require_http_methods(["GET", "HEAD", "POST"])
@members
def close_decision(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Say in words what the decision will be and what is missing; then, and only then, take it."""
    found = _find(request, number)
    if reason := permissions.why_not_open(found):
        flash(request, reason, more=_("Hieronder staat het zoals het is vastgelegd."), is_care=True)
        return _to_decision(request, number)
    now = timezone.now()
    if request.method == "POST":
        Decision.objects.select_for_update(of=("self",)).get(pk=found.pk)
    page = queries.decision_with_proofs(found, now)
    all_voted = queries.has_everyone_voted(page.lines)
    allow(permissions.why_not_close(request.user, found, now, all_voted=all_voted))
    nothing = "" if found.is_written else why_not_judge_yet(found.method, queries.seat_states(page.lines))
    if nothing:
        flash(request, nothing, is_care=True)
        return redirect("governance:record_votes", network=network, number=number)
    stand = queries.stand_of(found, page.lines)
    partners = partner_choices(request.network, request.user)
    if request.method != "POST":
        form = CloseForm(initial={"seen": stand, "public_reason": found.public_reason})
        return _close_page(request, found, page, form, _empty_rows(partners, 0))
    if "add" in request.POST:
        form, rows = _once_more(request.POST, stand, partners)
        return _close_page(request, found, page, form, rows)
    is_carried = page.judgement.carried
    form = CloseForm(request.POST, needs_public_reason=is_carried and _needs(found, Need.PUBLIC_REASON))
    rows = ConditionFormSet(request.POST, prefix="voorwaarde", form_kwargs={"partners": partners})
    if request.POST.get("seen") != stand:
        form.data = {**request.POST.dict(), "seen": stand}
        words = _(
            "Iemand anders veranderde intussen iets. Lees wat het besluit nu wordt, en leg het dan vast."
        )
        return _close_page(request, found, page, form, rows, errors=[words])
    if form.is_valid() and rows.is_valid():
        taken = attempt(
            form,
            lambda: deciding.close_decision(
                found,
                by=request.user,
                reason=form.cleaned_data["reason"],
                public_reason=form.cleaned_data["public_reason"],
                effective_on=form.cleaned_data["effective_on"],
                conditions=filled(rows),
            ),
        )
        if taken:
            _tell(request, taken)
            return _to_decision(request, number)
    return _close_page(request, found, page, form, rows)


def _tell(request: HttpRequest, taken: Decision) -> None:
    """Say what became of it."""
    if taken.status == DecisionStatus.VALID and (waits := effect_waits_for(taken)):
        words = _("%(number)s is genomen en geldt, maar het gevolg wacht.") % {"number": taken.number}
        flash(request, words, more=waits, is_care=True)
    elif taken.status == DecisionStatus.VALID:
        flash(request, _("%(number)s is genomen en geldt.") % {"number": taken.number})
    elif taken.status == DecisionStatus.PROVISIONAL:
        words = _("%(number)s is genomen onder voorbehoud.") % {"number": taken.number}
        flash(request, words, more=_("Hieronder staat wat ontbreekt en wie kan helpen."), is_care=True)
    else:
        flash(request, _("%(number)s is niet aangenomen.") % {"number": taken.number})


def _needs(found: Decision, need: Need) -> bool:
    """Whether the outcome that is voted on cannot do without this."""
    one = _verdict(found)
    return one is not None and need in one.needs


def _verdict(found: Decision) -> Any:
    """What the outcome means for an initiative, or None when it is not about one."""
    return verdict(Gate(found.type), found.verdict) if found.type in Gate.values else None


def _empty_rows(partners: Any, n: int) -> Any:
    return ConditionFormSet(prefix="voorwaarde", form_kwargs={"partners": partners}, initial=[{}] * n)


def _once_more(typed: QueryDict, stand: str, partners: Any) -> tuple[CloseForm, Any]:
    """The same page with everything that was typed, and one empty condition more."""
    form = CloseForm(initial={**{name: typed.get(name, "") for name in CloseForm.base_fields}, "seen": stand})
    names = ConditionFormSet.form.base_fields
    before = typed.get("voorwaarde-TOTAL_FORMS", "")
    n = min(int(before) if before.isdecimal() and len(before) < 4 else 0, ConditionFormSet.max_num - 1)
    rows = [{name: typed.get(f"voorwaarde-{k}-{name}", "") for name in names} for k in range(n)]
    return form, ConditionFormSet(
        prefix="voorwaarde", form_kwargs={"partners": partners}, initial=[*rows, {}]
    )


def _close_page(
    request: HttpRequest,
    found: Decision,
    page: Any,
    form: CloseForm,
    rows: Any,
    errors: list[str] | None = None,
) -> HttpResponse:
    context = {
        "decision": found,
        "form": form,
        "rows": rows,
        "errors": errors or [],
        "lines": _what_happens(found, page),
        "verdict": _outcome(page),
        "proofs": page.proofs,
        "gate_href": _gate(request, found),
        "crumbs": _crumbs(request, found, _("Neem het besluit")),
        "votes_href": ""
        if found.is_written
        else reverse("governance:record_votes", args=[request.network.slug, found.number]),
        "cancel": reverse("governance:decision", args=[request.network.slug, found.number]),
    }
    status = 422 if errors or form.errors or (rows.is_bound and rows.total_error_count()) else 200
    return render(request, "overview/deciding/close.html", context, status=status)


def _gate(request: HttpRequest, found: Decision) -> str:
    """The page where the proposal and its evidence stand; a topic that the body still has to name has none yet."""
    if found.subject_type != "initiative" or not found.subject_stage:
        return ""
    number = found.subject_label.partition(" ")[0]
    return reverse("initiatives:gate", kwargs={"network": request.network.slug, "number": number})


def _outcome(page: Any) -> dict[str, str]:
    """What it becomes when it is closed now, and the words on the button."""
    if not page.judgement.carried:
        return {"state": "not_carried", "label": _("Leg vast: niet aangenomen")}
    if page.missing:
        return {"state": "provisional", "label": _("Neem dit besluit onder voorbehoud")}
    return {"state": "valid", "label": _("Neem dit besluit")}


def _what_happens(found: Decision, page: Any) -> list[str]:
    """What will happen when it is closed now, sentence by sentence."""
    body = str(found.body)
    if not page.judgement.carried:
        return [
            _("%(body)s neemt dit voorstel niet aan. %(why)s")
            % {"body": body, "why": page.judgement.proof("method").words},
            _("Er verandert niets aan waar het over gaat."),
            _("De stemmen en de uitkomst staan daarna vast."),
        ]
    label = found.verdict_label
    lines = [
        _("%(body)s besluit: %(verdict)s.") % {"body": body, "verdict": label}
        if label
        else _("%(body)s neemt dit voorstel aan.") % {"body": body}
    ]
    one = _verdict(found)
    effect = ""
    if one and found.subject_label:
        effect = _("“%(subject)s” %(past)s.") % {"subject": found.subject_label, "past": one.past}
    if found.ratifies:
        effect = _("%(number)s geldt daarmee ook, als daar geen akkoord meer ontbreekt.") % {
            "number": found.ratifies.number
        }
    if page.missing:
        lines.append(_("Het besluit blijft onder voorbehoud en verandert nog niets. Dit ontbreekt:"))
        lines += page.missing
        if effect:
            lines.append(_("Pas als dat er is: %(effect)s") % {"effect": effect})
    else:
        lines.append(_("Het besluit geldt meteen."))
        if effect:
            lines.append(effect)
    lines.append(_("De stemmen en de uitkomst staan daarna vast."))
    return lines


# A partner's own answer


@require_http_methods(["GET", "HEAD", "POST"])
@members
def give_consent(request: HttpRequest, network: str, number: str, partner: str, ground: str) -> HttpResponse:
    """The representative of a partner consents; this may make the decision valid."""
    return _consent(request, number, partner, ground, is_given=True)


@require_http_methods(["GET", "HEAD", "POST"])
@members
def refuse_consent(
    request: HttpRequest, network: str, number: str, partner: str, ground: str
) -> HttpResponse:
    """The representative of a partner refuses, with the reason."""
    return _consent(request, number, partner, ground, is_given=False)


def _consent(request: HttpRequest, number: str, partner: str, ground: str, *, is_given: bool) -> HttpResponse:
    found = _find(request, number)
    rows = found.consents.select_related("network", "partner")
    asked = get_object_or_404(rows, partner__slug=partner, ground=GROUNDS.get(ground, ""))
    asked.decision = found
    if is_given and asked.state == "given":
        flash(request, _("%(partner)s gaf al akkoord.") % {"partner": asked.partner.name})
        return _to_decision(request, number)
    allow(permissions.why_not_consent(request.user, asked))
    form_class = ConsentForm if is_given else RefuseForm
    form = form_class(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        taken = attempt(
            form, lambda: deciding.answer_consent(asked, by=request.user, is_given=is_given, reason=reason)
        )
        if taken:
            _tell_answer(request, asked, taken, is_given=is_given)
            return _to_decision(request, number)
    words = _("Geef akkoord namens %(partner)s") if is_given else _("Geef geen akkoord namens %(partner)s")
    label = words % {"partner": asked.partner.name}
    context = {
        "decision": found,
        "title": label,
        "lines": _consent_lines(request, found, asked, is_given=is_given),
        "form": form,
        "label": label,
        "crumbs": _crumbs(request, found, _("Akkoord") if is_given else _("Geen akkoord")),
        "cancel": reverse("governance:decision", args=[request.network.slug, number]),
    }
    return render(request, "overview/deciding/confirm.html", context, status=422 if form.errors else 200)


def _tell_answer(request: HttpRequest, asked: ConsentRequest, taken: Decision, *, is_given: bool) -> None:
    names = {"partner": asked.partner.name, "number": taken.number}
    if not is_given:
        more = _("De groep ziet uw reden. Het besluit blijft zonder gevolg.")
        flash(request, _("%(partner)s geeft geen akkoord.") % names, more=more)
    elif taken.status == DecisionStatus.VALID:
        more = _("%(number)s geldt nu.") % names
        if waits := effect_waits_for(taken):
            more = _("%(number)s geldt nu, maar het gevolg wacht. %(why)s") % {**names, "why": waits}
        flash(request, _("%(partner)s geeft akkoord.") % names, more=more)
    else:
        flash(request, _("%(partner)s geeft akkoord.") % names)


def _consent_lines(
    request: HttpRequest, found: Decision, asked: ConsentRequest, *, is_given: bool
) -> list[str]:
    """What the answer means, sentence by sentence."""
    names = {
        "partner": asked.partner.name,
        "title": found.title,
        "means": _means(asked),
        "person": request.user.name,
    }
    if not is_given:
        return [
            _("%(partner)s geeft geen akkoord voor: %(title)s.") % names,
            _("Uw reden staat bij het besluit, met uw naam (%(person)s) en de dag.") % names,
            _("Zonder dit akkoord krijgt het besluit geen gevolg. U kunt later nog wel akkoord geven."),
        ]
    lines = [_("%(partner)s geeft akkoord voor: %(title)s.") % names]
    if names["means"]:
        lines.append(_("Het gaat om %(means)s van %(partner)s.") % names)
    lines.append(
        _("Dit geldt als uw handtekening: uw naam (%(person)s) en de dag staan bij het besluit.") % names
    )
    waiting = found.consents.filter(is_required=True).exclude(state="given").exclude(pk=asked.pk).count()
    if found.is_provisional and not waiting:
        lines.append(_("Van partners ontbreekt daarna niets meer."))
    elif waiting:
        words = ngettext(
            "Daarna wacht het besluit nog op één andere partner.",
            "Daarna wacht het besluit nog op %(n)d antwoorden van partners.",
            waiting,
        )
        lines.append(words % {"n": waiting})
    lines.append(_("Een akkoord trekt u hier niet meer in."))
    return lines


def _means(asked: ConsentRequest) -> str:
    parts = []
    if asked.amount_eur:
        parts.append(euro(asked.amount_eur))
    if asked.hours:
        parts.append(_("%(hours)s uur") % {"hours": written_number(asked.hours)})
    return _(" en ").join(parts)


# Taking back, and filling an agenda


@require_http_methods(["GET", "HEAD", "POST"])
@members
def withdraw(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Take back a proposal that is not decided yet, or a decision that does not count yet."""
    found = _find(request, number)
    if found.status == DecisionStatus.WITHDRAWN:
        flash(request, _("%(number)s was al ingetrokken.") % {"number": number})
        return _to_decision(request, number)
    allow(permissions.why_not_withdraw(request.user, found))
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: deciding.withdraw_decision(found, by=request.user, reason=reason)):
            flash(request, _("%(number)s is ingetrokken.") % {"number": number})
            return _to_decision(request, number)
    words = _("Trek dit besluit in") if found.is_provisional else _("Trek dit voorstel in")
    context = {
        "decision": found,
        "title": words,
        "lines": [
            _(
                "“%(title)s” telde nog niet mee, en doet dat ook niet meer. Niemand wordt er nog iets over gevraagd."
            )
            % {"title": found.title}
            if found.is_provisional
            else _("“%(title)s” gaat van de agenda en wordt niet besloten.") % {"title": found.title},
            _("Het blijft leesbaar, met uw reden."),
        ],
        "form": form,
        "label": words,
        "crumbs": _crumbs(request, found, _("Trek in")),
        "cancel": reverse("governance:decision", args=[request.network.slug, number]),
    }
    return render(request, "overview/deciding/confirm.html", context, status=422 if form.errors else 200)


@require_POST
@members
def fill_agenda(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Put everything on the agenda that is due: of the body itself, and the gates of its initiatives."""
    try:
        found = queries.find_meeting(request.user, request.network, number)
    except Meeting.DoesNotExist:
        raise Http404(_("Dit overleg is er niet.")) from None
    points = agenda_points(found.body, found.held_on)
    added = actions.fill_agenda(found, by=request.user, points=points)
    if added:
        words = ngettext(
            "Eén punt is op de agenda gezet.", "%(n)d punten zijn op de agenda gezet.", len(added)
        )
        flash(request, words % {"n": len(added)}, more=_("Haal eraf wat er niet hoort."))
    else:
        flash(request, _("Alles wat aan de beurt is, staat al op de agenda."))
    return redirect("governance:meeting", network=network, number=number)


@require_safe
@members
def due(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Everything that is due for a body: what waits there, and the gates of its initiatives."""
    body = get_object_or_404(
        Body.objects.visible_to(request.user).of(request.network).select_related("network"), slug=slug
    )
    today = timezone.localdate()
    meeting = queries.next_meeting(body, timezone.now())
    due = [*queries.due_for(body, today), *agenda_points(body, today)]
    points = queries.not_on_agenda(due, meeting)
    context = {
        "body": body,
        "rows": [_due_row(request, point) for point in points],
        "today": today,
        "deed": _fill_deed(request, body, meeting) if points else None,
        "crumbs": [
            {"label": _("Gremia"), "href": reverse("governance:bodies", args=[network])},
            {"label": body.name, "href": reverse("governance:body", args=[network, slug])},
            {"label": _("Aan de beurt"), "href": ""},
        ],
    }
    return render(request, "overview/deciding/due.html", context)


def _fill_deed(request: HttpRequest, body: Body, meeting: Meeting | None) -> dict[str, Any]:
    """The one button that brings what is due on the agenda of the next meeting, or plans that meeting first."""
    if meeting is None:
        address = reverse("governance:plan_meeting", args=[request.network.slug])
        return {
            "label": _("Plan een overleg"),
            "href": f"{address}?groep={body.slug}",
            "refusal": permissions.why_not_plan_meeting(request.user, body),
        }
    return {
        "label": _("Zet dit op de agenda van %(day)s") % {"day": short_date(meeting.held_on)},
        "action": reverse("overview:fill_agenda", args=[request.network.slug, meeting.number]),
        "refusal": permissions.why_not_change_agenda(request.user, meeting),
    }


def _due_row(request: HttpRequest, point: Any) -> dict[str, Any]:
    """One point that is due, with the page where it is worked on."""
    subject = point.subject
    href = ""
    if subject is not None and subject.type == "initiative":
        key = subject.url_key or subject.label.partition(" ")[0]
        href = reverse("initiatives:gate", kwargs={"network": request.network.slug, "number": key})
    return {
        "title": point.title,
        "because": point.note,
        "href": href,
        "due_on": point.due_on,
        "kind": point.kind,
    }
