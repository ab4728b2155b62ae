"""Working on an exploration: questions, findings, the view of every partner, options, factors, payers, advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.announcing import announce_view
from schakel.initiatives.actions.keeping import checked, kept, locked, needed, of_network, tell
from schakel.initiatives.models import (
    Exploration,
    ExplorationQuestion,
    Factor,
    Initiative,
    Option,
    PartnerView,
    PayerEffect,
)
from schakel.initiatives.permissions import why_not_appoint, why_not_explore, why_not_give_view
from schakel.initiatives.rules import FactorKind, Law, Willingness, months_later
from schakel.journal.actions import record
from schakel.network.models import Membership
from schakel.people.actions import still
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.network.models import Partner
    from schakel.people.models import Person

TEXTS = ("problem_picture", "findings", "prior_art", "resident_voice", "embedding_sketch", "advice")
#: A time box is a box: longer than this is no exploration any more.
MAX_MONTHS = 12


@transaction.atomic
def appoint(
    initiative: Initiative,
    *,
    by: Person | None,
    lead: Person | None = None,
    explorer: Person | None = None,
    commissioner: str | None = None,
) -> Initiative:
    """Say who is lead, explorer or commissioner from now on; what is not given stays.

    Who is chosen works in this network today: a leave at this moment comes before it, or waits and sees it.
    """
    for chosen in sorted({one for one in (lead, explorer) if one is not None}, key=lambda one: one.pk):
        still(chosen)
    initiative = locked(initiative)
    allow(why_not_appoint(by, initiative))
    for name, person, words in (("lead", lead, _("Trekker")), ("explorer", explorer, _("Verkenner"))):
        if person is not None and person.pk != getattr(initiative, f"{name}_id"):
            allow(_why_not_here(initiative, person))
            setattr(initiative, name, person)
            tell(initiative, icon="person", by=by, title=f"{words}: {person.name}")
    if commissioner is not None:
        initiative.commissioner = kept(commissioner, longest=200)
    initiative.save(update_fields=["lead", "explorer", "commissioner"])
    record(
        by=by,
        verb="appointed",
        about=initiative,
        data={"lead": str(lead or ""), "explorer": str(explorer or "")},
    )
    return initiative


def _why_not_here(initiative: Initiative, person: Person) -> str | None:
    here = Membership.objects.of(initiative.network).filter(person=person)
    if here.held_on(timezone.localdate()).exists():
        return None
    return _("%(person)s is geen lid (meer) van dit netwerk. Kies iemand anders.") % {"person": person.name}


def _mine(exploration: Exploration, by: Person | None) -> Initiative:
    """Lock the initiative of an exploration and refuse who may not work on it."""
    initiative = locked(exploration.initiative)
    allow(why_not_explore(by, initiative))
    if initiative.explorations.filter(attempt__gt=exploration.attempt).exists():
        raise Refused(_("Dit is een eerdere verkenning. Er is een nieuwe."))
    return initiative


@transaction.atomic
def plan_exploration(
    exploration: Exploration,
    *,
    by: Person | None,
    due_on: date,
    hours_cap: int | None = None,
    questions: Sequence[str] | None = None,
) -> Exploration:
    """Set the time box and the list of questions; answers stay with the questions that stay."""
    initiative = _mine(exploration, by)
    if due_on <= exploration.starts_on or due_on > months_later(exploration.starts_on, MAX_MONTHS):
        raise Refused(
            _("Kies een dag na %(start)s en binnen twaalf maanden.")
            % {"start": dutch_date(exploration.starts_on)}
        )
    if due_on != exploration.due_on:
        tell(
            initiative,
            icon="explore",
            by=by,
            title=_("Verkenning klaar op %(day)s") % {"day": dutch_date(due_on)},
        )
    exploration.due_on = due_on
    exploration.hours_cap = hours_cap
    checked(exploration).save(update_fields=["due_on", "hours_cap"])
    initiative.stage_due_on = due_on
    initiative.save(update_fields=["stage_due_on"])
    if questions is not None:
        _write_questions(exploration, questions)
    record(by=by, verb="exploration planned", about=initiative)
    return exploration


def _write_questions(exploration: Exploration, questions: Iterable[str]) -> None:
    wanted = list(dict.fromkeys(text for question in questions if (text := kept(question, longest=500))))
    known = {question.text: question for question in exploration.questions.all()}
    for text, question in known.items():
        if text not in wanted:
            question.delete()
    for position, text in enumerate(wanted, start=1):
        question = known.get(text) or ExplorationQuestion(
            network_id=exploration.network_id, exploration=exploration, text=text
        )
        question.position = position
        question.save()


@transaction.atomic
def answer_question(question: ExplorationQuestion, *, by: Person | None, answer: str) -> ExplorationQuestion:
    """Answer one question of the exploration."""
    initiative = _mine(question.exploration, by)
    question.answer = kept(answer)
    question.save(update_fields=["answer"])
    record(by=by, verb="question answered", about=initiative)
    return question


@transaction.atomic
def write_exploration(exploration: Exploration, *, by: Person | None, **texts: str) -> Exploration:
    """Write findings, advice and the other texts; what is not given stays."""
    initiative = _mine(exploration, by)
    if unknown := set(texts) - set(TEXTS):
        raise TypeError(f"an exploration has no {', '.join(sorted(unknown))}")
    had_advice = bool(exploration.advice)
    for name, text in texts.items():
        setattr(exploration, name, kept(text))
    exploration.save(update_fields=list(texts))
    if exploration.advice and not had_advice:
        tell(initiative, icon="doc", by=by, title=_("Er ligt een advies"), text=exploration.advice)
    record(by=by, verb="exploration written", about=initiative, data={"texts": sorted(texts)})
    return exploration


@transaction.atomic
def write_options(exploration: Exploration, *, by: Person | None, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the options in their order; doing nothing always stays one of them."""
    initiative = _mine(exploration, by)
    known = {str(option.pk): option for option in exploration.options.all()}
    if sum(bool(row.get("is_advised")) for row in rows) > 1:
        raise Refused(_("Raad één mogelijkheid aan, niet meer."))
    kept_ids = {str(row["id"]) for row in rows if row.get("id")}
    for pk, option in known.items():
        if pk not in kept_ids and not option.is_do_nothing:
            option.delete()
    exploration.options.update(is_advised=False)
    for position, row in enumerate(rows, start=1):
        option = known.get(str(row.get("id") or "")) or Option(
            network_id=exploration.network_id, exploration=exploration
        )
        option.position = position
        option.name = needed(row.get("name"), _("Geef elke mogelijkheid een naam."), longest=200)
        option.text, option.pros, option.cons = (kept(row.get(name)) for name in ("text", "pros", "cons"))
        option.is_advised = bool(row.get("is_advised"))
        option.save()
    record(by=by, verb="options written", about=initiative, data={"n": len(rows)})


@transaction.atomic
def write_factors(exploration: Exploration, *, by: Person | None, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write what helps and what hinders, for each of the five implementation factors that is given."""
    initiative = _mine(exploration, by)
    for row in rows:
        if row.get("kind") not in FactorKind.values:
            raise Refused(_("Kies een van de vijf factoren."))
        score = row.get("score") or None
        if score is not None and score not in range(1, 6):
            raise Refused(_("Kies een cijfer van 1 tot 5."))
        Factor.objects.of(initiative.network).update_or_create(
            network_id=exploration.network_id,
            exploration=exploration,
            kind=row["kind"],
            defaults={"helps": kept(row.get("helps")), "hinders": kept(row.get("hinders")), "score": score},
        )
    record(by=by, verb="factors written", about=initiative)


@transaction.atomic
def write_payer_effects(
    exploration: Exploration, *, by: Person | None, rows: Iterable[Mapping[str, Any]]
) -> None:
    """Write who pays and who gains, for each law that is given."""
    initiative = _mine(exploration, by)
    for row in rows:
        if row.get("law") not in Law.values:
            raise Refused(_("Kies een wet uit de lijst."))
        PayerEffect.objects.of(initiative.network).update_or_create(
            network_id=exploration.network_id,
            exploration=exploration,
            law=row["law"],
            defaults={"pays": kept(row.get("pays")), "gains": kept(row.get("gains"))},
        )
    record(by=by, verb="payer effects written", about=initiative)


@transaction.atomic
def save_view(
    exploration: Exploration,
    *,
    by: Person,
    partner: Partner,
    interest: str = "",
    worry: str = "",
    willingness: str = "",
    contribution: str = "",
) -> PartnerView:
    """Keep the view of a partner while it is being written; until it is given only that partner sees it."""
    of_network(exploration.network_id, partner)
    locked(exploration.initiative)
    allow(why_not_give_view(by, exploration, partner))
    view = (
        PartnerView.objects.of(exploration.network).filter(exploration=exploration, partner=partner).first()
    )
    if view is None:
        view = PartnerView(network_id=exploration.network_id, exploration=exploration, partner=partner)
    if view.is_given:
        raise Refused(_("Deze kijk is al gegeven. Geef hem opnieuw om hem te veranderen."))
    return _write_view(view, interest, worry, willingness, contribution)


def _write_view(
    view: PartnerView, interest: str, worry: str, willingness: str, contribution: str
) -> PartnerView:
    if willingness and willingness not in Willingness.values:
        raise Refused(_("Kies ja, misschien of nee."))
    view.interest, view.worry, view.contribution = kept(interest), kept(worry), kept(contribution)
    view.willingness = willingness
    view.updated_at = timezone.now()
    view.save()
    return view


@transaction.atomic
def give_view(
    exploration: Exploration,
    *,
    by: Person,
    partner: Partner,
    interest: str,
    worry: str,
    willingness: str,
    contribution: str,
) -> PartnerView:
    """Give the view of a partner: interest, worry, willingness, contribution. From now on the network reads it."""
    of_network(exploration.network_id, partner)
    initiative = locked(exploration.initiative)
    allow(why_not_give_view(by, exploration, partner))
    needed(willingness, _("Kies of %(partner)s meedoet.") % {"partner": partner})
    needed(interest, _("Schrijf op wat het belang is van %(partner)s.") % {"partner": partner})
    view = (
        PartnerView.objects.of(exploration.network).filter(exploration=exploration, partner=partner).first()
    )
    is_first = view is None or not view.is_given
    if view is None:
        view = PartnerView(network_id=exploration.network_id, exploration=exploration, partner=partner)
    view.is_given, view.given_by, view.given_at = True, by, timezone.now()
    _write_view(view, interest, worry, willingness, contribution)
    title = (
        _("Kijk van %(partner)s: %(answer)s") if is_first else _("Nieuwe kijk van %(partner)s: %(answer)s")
    )
    tell(
        initiative,
        icon="view",
        by=by,
        title=title % {"partner": partner, "answer": view.get_willingness_display()},
        text=view.worry,
    )
    announce_view(initiative, partner, by=by)
    record(by=by, verb="view given", about=initiative, on_behalf_of=str(partner))
    return view
