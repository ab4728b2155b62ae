"""From the first word to a submitted idea, and who takes part in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.carechain.actions import note_idea
from schakel.carechain.rules import NormUnit, unit_words
from schakel.initiatives.actions.announcing import announce_intake, announce_receipt
from schakel.initiatives.actions.keeping import kept, locked, next_initiative_number, of_network, tell
from schakel.initiatives.models import GateList, IdeaDraft, Initiative, InitiativeArea, InitiativePartner
from schakel.initiatives.permissions import (
    why_not_amend_idea,
    why_not_choose,
    why_not_submit,
    why_not_successor,
    why_not_write_draft,
    why_not_write_for_resident,
)
from schakel.initiatives.rules import (
    ANSWERS,
    LONGEST,
    Stage,
    answer_errors,
    clean_text,
    newest_edition,
    promised_answer,
)
from schakel.journal.actions import record
from schakel.web.formats import dutch_date, number
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.carechain.models import Bottleneck
    from schakel.network.models import Area, Network, Partner, Theme
    from schakel.people.models import Person

FIELDS = (*ANSWERS, "contact")
DAY_SECONDS = 86_400


@transaction.atomic
def save_draft(network: Network, *, by: Person, once_token: UUID, answers: Mapping[str, str]) -> IdeaDraft:
    """Keep what someone is typing; nobody else sees it. An answer with patient data is not kept."""
    allow(why_not_submit(by, network))
    texts = {name: clean_text(answers.get(name) or "")[: LONGEST[name] * 2] for name in FIELDS}
    for name in answer_errors(texts, is_draft=True):
        if len(texts[name]) <= LONGEST[name]:
            texts[name] = ""
    for name in ("theme", "partner"):
        texts[name] = clean_text(answers.get(name) or "")[:80]
    mine = IdeaDraft.objects.visible_to(by).of(network).filter(once_token=once_token)
    kept_at = {"answers": texts, "updated_at": timezone.now()}
    if not mine.update(**kept_at):
        try:
            with transaction.atomic():
                IdeaDraft.objects.create(network=network, person=by, once_token=once_token, **kept_at)
        except IntegrityError:
            if not mine.update(**kept_at):
                raise Refused(_("Dit concept is van iemand anders. Open het formulier opnieuw.")) from None
    return mine.get()


@transaction.atomic
def begin_from_bottleneck(bottleneck: Bottleneck, *, by: Person) -> IdeaDraft:
    """Begin an idea from a bottleneck of the chain: a draft that says what happens and how long people wait.

    Begun twice by the same person, it is the same draft.
    """
    allow(why_not_submit(by, bottleneck.network))
    token = bottleneck.idea_token
    if token is not None:
        mine = IdeaDraft.objects.visible_to(by).filter(once_token=token).first()
        if mine is not None:
            return mine
    token = uuid4()
    note_idea(bottleneck, by=by, token=token)
    problem = "\n\n".join(part for part in (bottleneck.story, figure_words(bottleneck)) if part)
    answers = {"title": bottleneck.title, "problem": problem}
    return save_draft(bottleneck.network, by=by, once_token=token, answers=answers)


def figure_words(bottleneck: Bottleneck) -> str:
    """The figure that a bottleneck took along, as one sentence with its source; nothing where there was none."""
    told = bottleneck.figure
    if not told:
        return ""
    if told.get("kind") == "ggz":
        return _wait_words(bottleneck)
    words = _(
        "Cijfer: van %(source)s naar %(target)s wachtte de helft korter dan %(half)s dagen en 9 van de 10 korter"
        " dan %(most)s dagen (%(n)s overdrachten; logboek %(log)s)."
    ) % {
        "source": bottleneck.source,
        "target": bottleneck.target,
        "half": number(round(told["p50_s"] / DAY_SECONDS, 1)),
        "most": number(round(told["p90_s"] / DAY_SECONDS, 1)),
        "n": number(told["n"], 0),
        "log": told["log"],
    }
    return _with_norm(words, told)


def _wait_words(bottleneck: Bottleneck) -> str:
    """The wait of mental health care that a bottleneck took along, as one sentence."""
    told = bottleneck.figure
    words = _("Cijfer: %(who)s, van %(phase)s gemiddeld %(days)s dagen (%(n)s mensen in twee maanden).") % {
        "who": bottleneck.source,
        "phase": bottleneck.target,
        "days": number(round(told["mean_days"], 1)),
        "n": number(told["n"], 0),
    }
    return _with_norm(words, told)


def _with_norm(words: str, told: dict[str, Any]) -> str:
    """A sentence with the norm behind it, where there is one."""
    if told["norm_days"] is None:
        return words
    norm = _("De norm is %(days)s (%(origin)s).") % {
        "days": unit_words(told["norm_days"], told.get("norm_unit", NormUnit.DAYS)),
        "origin": told["norm_origin"],
    }
    return f"{words} {norm}"


@transaction.atomic
def discard_draft(draft: IdeaDraft, *, by: Person) -> None:
    """Throw a draft away."""
    allow(why_not_write_draft(by, draft))
    draft.delete()


@transaction.atomic
def submit_idea(
    network: Network,
    *,
    by: Person,
    once_token: UUID,
    answers: Mapping[str, str],
    partner: Partner | None = None,
    theme: Theme | None = None,
    areas: Iterable[Area] = (),
    partners: Iterable[Partner] = (),
) -> Initiative:
    """Send in an idea of five answers; it gets a number and a promised answer. Sent twice, it is still one idea."""
    allow(why_not_submit(by, network, partner))
    if sent := _already_sent(network, by, once_token):
        return sent
    allow(next(iter(answer_errors(answers).values()), None))
    of_network(network.pk, theme, partner, *areas, *partners)
    try:
        with transaction.atomic():
            initiative = _write_idea(network, by, once_token, answers, partner, theme)
    except IntegrityError:
        if sent := _already_sent(network, by, once_token):
            return sent
        raise
    for area in areas:
        InitiativeArea.objects.create(network=network, initiative=initiative, area=area)
    for joins in partners:
        InitiativePartner.objects.create(network=network, initiative=initiative, partner=joins)
    IdeaDraft.objects.visible_to(by).of(network).filter(once_token=once_token).delete()
    assert initiative.answer_by is not None, "who sends an idea in is promised an answer"
    tell(
        initiative,
        icon="idea",
        by=by,
        title=_("Idee ingediend, namens %(partner)s") % {"partner": partner}
        if partner
        else _("Idee ingediend"),
        text=_("Antwoord beloofd vóór %(day)s.") % {"day": dutch_date(initiative.answer_by)},
    )
    announce_receipt(initiative)
    announce_intake(initiative, by=by)
    record(by=by, verb="submitted", about=initiative, on_behalf_of=str(partner or ""))
    return initiative


@transaction.atomic
def submit_for_resident(
    network: Network, *, by: Person | None, once_token: UUID, answers: Mapping[str, str]
) -> Initiative:
    """Take in an idea from outside: by the platform when its mail was proved, or written down by the office.

    Who gave it is a contact and stays out of the initiative; members read that the office knows how to reach them.
    """
    allow(why_not_write_for_resident(by, network))
    if sent := Initiative.objects.of(network).filter(once_token=once_token).first():
        return sent
    kept = {**answers, "contact": _("Een bewoner; de netwerkmanager weet hoe die te bereiken is.")}
    allow(next(iter(answer_errors(kept).values()), None))
    initiative = _write_idea(network, None, once_token, kept, None, None)
    assert initiative.answer_by is not None, "who sends an idea in is promised an answer"
    day = dutch_date(initiative.answer_by)
    tell(
        initiative,
        icon="idea",
        by=by,
        title=_("Idee van een bewoner"),
        text=_("Antwoord beloofd vóór %(day)s.") % {"day": day},
    )
    announce_intake(initiative, by=by)
    record(by=by, verb="submitted", about=initiative, on_behalf_of=_("een bewoner"))
    return initiative


def _already_sent(network: Network, by: Person, once_token: UUID) -> Initiative | None:
    """The initiative that this very form became before; a form of someone else is refused."""
    sent = Initiative.objects.of(network).filter(once_token=once_token).first()
    if sent is not None and sent.submitted_by_id != by.pk:
        raise Refused(_("Dit formulier is van iemand anders. Open het opnieuw."))
    return sent


def _write_idea(
    network: Network,
    by: Person | None,
    once_token: UUID,
    answers: Mapping[str, str],
    partner: Partner | None,
    theme: Theme | None,
) -> Initiative:
    now = timezone.now()
    today = timezone.localdate(now)
    answer_by = promised_answer(today)
    return Initiative.objects.create(
        network=network,
        number=next_initiative_number(network, today.year),
        stage=Stage.SUBMITTED,
        partner=partner,
        theme=theme,
        submitted_by=by,
        submitted_at=now,
        answer_by=answer_by,
        stage_since=today,
        stage_due_on=answer_by,
        once_token=once_token,
        gate_edition=newest_edition(),
        own_gate_edition=GateList.objects.newest_number(network),
        **{name: clean_text(answers[name]) for name in FIELDS},
    )


@transaction.atomic
def amend_idea(initiative: Initiative, *, by: Person, answers: Mapping[str, str]) -> Initiative:
    """Change the answers of an own idea before it is taken in, for instance because the office asked for more."""
    initiative = locked(initiative)
    allow(why_not_amend_idea(by, initiative))
    allow(next(iter(answer_errors(answers).values()), None))
    was_asked = bool(initiative.question_to_submitter)
    for name in FIELDS:
        setattr(initiative, name, clean_text(answers[name]))
    initiative.question_to_submitter = ""
    initiative.save(update_fields=[*FIELDS, "question_to_submitter"])
    tell(initiative, icon="idea", by=by, title=_("Vraag beantwoord") if was_asked else _("Idee aangevuld"))
    record(by=by, verb="amended", about=initiative)
    return initiative


@transaction.atomic
def choose_partners(
    initiative: Initiative, *, by: Person | None, partners: Mapping[Partner, str]
) -> list[InitiativePartner]:
    """Say which partners take part and in which role; who is not named takes part no longer."""
    initiative = locked(initiative)
    allow(why_not_choose(by, initiative))
    of_network(initiative.network_id, *partners)
    if any(part not in InitiativePartner.Part.values for part in partners.values()):
        raise Refused(_("Kies een rol uit de lijst."))
    before = {row.partner_id: row for row in initiative.taking_part.select_related("partner")}
    wanted = {partner.pk: (partner, part) for partner, part in partners.items()}
    for row in before.values():
        if row.partner_id not in wanted:
            row.delete()
    for partner, part in wanted.values():
        row = before.get(partner.pk) or InitiativePartner(
            network_id=initiative.network_id, initiative=initiative, partner=partner
        )
        row.part = part
        row.save()
    joined = sorted(str(partner) for pk, (partner, _part) in wanted.items() if pk not in before)
    left = sorted(str(row.partner) for pk, row in before.items() if pk not in wanted)
    if joined:
        names = ", ".join(joined)
        tell(initiative, icon="partner", by=by, title=_("Doen nu mee: %(names)s") % {"names": names})
    if left:
        tell(
            initiative,
            icon="partner",
            by=by,
            title=_("Doen niet meer mee: %(names)s") % {"names": ", ".join(left)},
        )
    if joined or left:
        record(by=by, verb="partners chosen", about=initiative, data={"joined": joined, "left": left})
    return list(initiative.taking_part.select_related("partner"))


@transaction.atomic
def choose_areas(initiative: Initiative, *, by: Person | None, areas: Iterable[Area]) -> None:
    """Say in which areas it takes place."""
    initiative = locked(initiative)
    allow(why_not_choose(by, initiative))
    areas = list(areas)
    of_network(initiative.network_id, *areas)
    initiative.placed_in.exclude(area__in=areas).delete()
    there = set(initiative.placed_in.values_list("area_id", flat=True))
    for area in areas:
        if area.pk not in there:
            InitiativeArea.objects.create(network_id=initiative.network_id, initiative=initiative, area=area)
    record(by=by, verb="areas chosen", about=initiative, data={"areas": sorted(str(area) for area in areas)})


@transaction.atomic
def link_successor(
    initiative: Initiative, *, by: Person | None, of: Initiative, reason: str = ""
) -> Initiative:
    """Say that this initiative carries on what another one began that is finished or stopped; both tell so."""
    initiative = locked(initiative)
    allow(why_not_successor(by, initiative, of))
    initiative.successor_of = of
    initiative.save(update_fields=["successor_of"])
    reason = kept(reason)
    tell(
        initiative, icon="chain", by=by, title=_("Vervolg op %(number)s") % {"number": of.number}, text=reason
    )
    tell(
        of,
        icon="chain",
        by=by,
        title=_("Krijgt een vervolg in %(number)s") % {"number": initiative.number},
        text=reason,
    )
    record(by=by, verb="linked", about=initiative, reason=reason, data={"successor_of": of.number})
    return initiative
