"""Telling people what happens with an idea or initiative, and what is asked of them; one call in each action."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.announcing import chair_and_secretary, managers, speakers
from schakel.governance.actions.standing_in import in_whose_place
from schakel.initiatives.gates.followed import courses_of
from schakel.initiatives.models import Initiative, Measure
from schakel.initiatives.rules import UPDATED, update_due_on
from schakel.measuring.rules.periods import is_late, label, late_on
from schakel.network.models import Membership, Partner
from schakel.network.rules import Role
from schakel.notices.actions import notify
from schakel.notices.rules import Kind
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.governance.models import Decision
    from schakel.initiatives.models import Commitment, EffectVerdict, Exploration, Invitation, LineOwner, Note
    from schakel.initiatives.queries.raters import RaterSeat
    from schakel.initiatives.rules import Verdict
    from schakel.network.models import Network
    from schakel.people.models import Person

DETAIL = "initiatives:detail"


def announce_receipt(initiative: Initiative) -> None:
    """Tell the submitter that the idea is in, and when the answer comes."""
    notify(
        initiative.network,
        [initiative.submitted_by],
        Kind.RECEIPT,
        key=f"receipt:{initiative.pk}",
        title=_("Uw idee is binnen: %(number)s") % {"number": initiative.number},
        because=_("U krijgt antwoord vóór %(day)s.") % {"day": dutch_date(initiative.answer_by)}
        if initiative.answer_by
        else "",
        page=DETAIL,
        number=initiative.number,
    )


def announce_intake(initiative: Initiative, *, by: Person | None) -> None:
    """Tell who manages the network that an idea waits for its answer. Three queries."""
    notify(
        initiative.network,
        managers(initiative.network),
        Kind.INTAKE,
        key=f"intake:{initiative.pk}",
        title=_("Nieuw idee: %(title)s") % {"title": initiative.title},
        because=_("Wie het indiende wacht op uw antwoord."),
        due_on=initiative.answer_by,
        by=by,
        page="initiatives:intake",
        number=initiative.number,
    )


def announce_view(initiative: Initiative, partner: Partner, *, by: Person | None) -> None:
    """Tell who explores that a partner gave its view; what it says stands on the page."""
    notify(
        initiative.network,
        [initiative.explorer],
        Kind.REPLY,
        key=f"view-given:{initiative.pk}:{partner.pk}:{timezone.localdate()}",
        title=_("%(partner)s gaf een kijk op: %(title)s") % {"partner": partner, "title": initiative.title},
        because=_("U doet deze verkenning."),
        by=by,
        page="initiatives:exploration",
        number=initiative.number,
    )


def announce_reply(initiative: Initiative, commitment: Commitment, *, by: Person | None) -> None:
    """Tell the lead what a partner answered when a promise was asked."""
    notify(
        initiative.network,
        [initiative.lead],
        Kind.REPLY,
        key=f"reply:{commitment.pk}:{commitment.status}",
        title=_("%(partner)s antwoordt bij: %(title)s")
        % {"partner": commitment.partner, "title": initiative.title},
        because=_("Gevraagd was een toezegging. Het antwoord: %(state)s.")
        % {"state": commitment.get_status_display().lower()},
        by=by,
        page="initiatives:plan",
        number=initiative.number,
    )


def announce_answer(initiative: Initiative, decision: Decision, because: str, *, by: Person | None) -> None:
    """Tell the submitter what became of the idea, before anyone else reads of it."""
    notify(
        initiative.network,
        [initiative.submitted_by],
        Kind.ANSWER,
        key=f"answer:{decision.pk}",
        title=_("Antwoord op uw idee: %(title)s") % {"title": initiative.title},
        because=because,
        by=by,
        page=DETAIL,
        number=initiative.number,
    )


def announce_question(initiative: Initiative, *, by: Person | None) -> None:
    """Tell the submitter that something is asked; the question itself stands on the page."""
    story = initiative.story.count()
    notify(
        initiative.network,
        [initiative.submitted_by],
        Kind.QUESTION,
        key=f"question:{initiative.pk}:{story}",
        title=_("Er is een vraag over uw idee: %(title)s") % {"title": initiative.title},
        because=_("Uw antwoord helpt om snel verder te kunnen."),
        due_on=initiative.answer_by,
        by=by,
        page="initiatives:amend",
        number=initiative.number,
    )


def announce_scoring(
    initiative: Initiative,
    added: Sequence[Invitation],
    stand_ins: Sequence[RaterSeat] = (),
    *,
    by: Person | None,
) -> None:
    """Tell who is asked to rate it; who stands in for somebody reads for whom."""
    places = {one.person.pk: one for one in stand_ins}
    plain = [one.rater for one in added if one.rater_id not in places]
    for raters, because in [
        (plain, _("U bent een van de beoordelaars. Het kost ongeveer 4 minuten.")),
        *(([one.person], in_whose_place(one.holder, one.away)) for one in stand_ins if one.away),
    ]:
        notify(
            initiative.network,
            raters,
            Kind.SCORE,
            key=f"score:{initiative.pk}:{added[0].due_on}",
            title=_("Beoordeel: %(title)s") % {"title": initiative.title},
            because=because,
            due_on=added[0].due_on,
            by=by,
            page="initiatives:score",
            number=initiative.number,
        )


def announce_views(initiative: Initiative, exploration: Exploration, *, by: Person | None) -> None:
    """Tell who speaks for a partner that its view is asked. Four queries, however many partners."""
    partners = dict(Partner.objects.of(initiative.network).counted().values_list("pk", "slug"))
    held = Membership.objects.of(initiative.network).held_on(exploration.starts_on)
    found = held.filter(role=Role.REPRESENTATIVE, partner_id__in=partners).select_related("person")
    asked = list(found.order_by("from_on", "pk"))
    notify(
        initiative.network,
        [one.person for one in asked],
        Kind.VIEW,
        key=f"view:{exploration.pk}",
        title=_("Hoe kijkt uw organisatie naar: %(title)s") % {"title": initiative.title},
        because=_("De verkenning vraagt de kijk van elke partner: belang, zorg, en of u meedoet."),
        due_on=exploration.due_on,
        by=by,
        page="initiatives:view",
        number=initiative.number,
        each={one.person_id: {"partner": partners[one.partner_id]} for one in asked if one.partner_id},
    )


def announce_promise(initiative: Initiative, commitment: Commitment, *, by: Person | None) -> None:
    """Tell who speaks for a partner that a promise is asked of it."""
    notify(
        initiative.network,
        speakers(initiative.network, [commitment.partner_id]),
        Kind.PROMISE,
        key=f"promise:{commitment.pk}",
        title=_("Een toezegging gevraagd voor: %(title)s") % {"title": initiative.title},
        because=_("Dit wordt gevraagd van %(partner)s. Het telt pas als u ja zegt.")
        % {"partner": commitment.partner},
        due_on=commitment.due_on,
        by=by,
        page="initiatives:commitment",
        number=initiative.number,
        pk=commitment.pk,
    )


def announce_acceptance(
    initiative: Initiative, owner: LineOwner, *, by: Person | None, after: datetime | None = None
) -> None:
    """Tell who speaks for a partner that it is asked to take something into its ordinary work.

    after: when it answered before, so that asking again is told again.
    """
    notify(
        initiative.network,
        speakers(initiative.network, [owner.partner_id]),
        Kind.ACCEPTANCE,
        # Asked again by another day, or after an answer, is something new.
        key=f"acceptance:{owner.pk}:{owner.due_on}" + (f":{after.timestamp():.0f}" if after else ""),
        title=_("Wordt dit gewoon werk bij u: %(title)s") % {"title": initiative.title},
        because=_("Dit wordt gevraagd van %(partner)s. Het telt pas als u ja zegt.")
        % {"partner": owner.partner},
        due_on=owner.due_on,
        by=by,
        page="initiatives:line_owner",
        number=initiative.number,
        pk=owner.pk,
    )


def announce_update(initiative: Initiative, due_on: date, *, by: Person | None) -> None:
    """Tell the lead that it is time to say how it goes; once for each day on which it was due."""
    notify(
        initiative.network,
        [initiative.lead],
        Kind.UPDATE,
        key=f"update:{initiative.pk}:{due_on}",
        title=_("Hoe gaat het met: %(title)s") % {"title": initiative.title},
        because=_("Uw stand van zaken kost ongeveer 3 minuten."),
        due_on=due_on,
        by=by,
        page="initiatives:update",
        number=initiative.number,
    )


def announce_updates_due(network: Network, today: date) -> int:
    """Tell every lead whose update is due; returns how many. By the platform, every day."""
    running = Initiative.objects.of(network).in_stage(*UPDATED).filter(lead__isnull=False)
    n = 0
    for one in running.select_related("network", "last_update", "lead").order_by("number"):
        due_on = update_due_on(one.stage, one.stage_since, one.last_update_on)
        if due_on is not None and due_on <= today:
            announce_update(one, due_on, by=None)
            n += 1
    return n


def announce_verdict(initiative: Initiative, verdict: EffectVerdict, name: str, *, by: Person | None) -> None:
    """Tell the lead, and who leads and writes for its body, what came of a promise. At most four queries."""
    officers = chair_and_secretary(initiative.body) if initiative.body else []
    outcome = str(verdict.get_outcome_display())
    notify(
        initiative.network,
        [initiative.lead, *officers],
        Kind.VERDICT,
        key=f"verdict:{verdict.pk}",
        title=_("%(outcome)s: %(title)s") % {"outcome": outcome, "title": initiative.title},
        because=_("Wat was beloofd over “%(name)s”, is met de cijfers vergeleken.") % {"name": name},
        by=by,
        page="initiatives:measures",
        number=initiative.number,
    )


def announce_figures(network: Network, today: date) -> int:
    """Tell who collects a figure that running work follows that it is due or late; returns how many. By the platform.

    Due when its period is over, late a month after that; then the lead and the managers hear it too. Of each series
    one due and one late at most, the newest: nobody gets a heap of what was left lying.
    """
    running = Measure.objects.of(network).filter(
        initiative__stage__in=UPDATED, initiative__started_on__isnull=False
    )
    measures = list(running.named().select_related("initiative__network", "initiative__lead"))
    courses = courses_of(measures)
    partners = {one.series.partner_id for one in measures}
    office = managers(network) if measures else []
    collectors = {key: speakers(network, [key]) if key else office for key in partners}
    n = 0
    for measure in measures:
        kind, lacking = measure.series.version.period, courses[measure.pk].lacking(today)
        late = [on for on in lacking if is_late(kind, on, today)]
        due = [on for on in lacking if not is_late(kind, on, today)]
        to = collectors[measure.series.partner_id]
        for period in due[-1:]:
            _announce_figure(measure, period, to, Kind.FIGURE_DUE)
        for period in late[-1:]:
            _announce_figure(measure, period, [*to, measure.initiative.lead, *office], Kind.FIGURE_LATE)
        n += bool(due) + bool(late)
    return n


def _announce_figure(measure: Measure, period: date, to: Sequence[Person | None], kind: Kind) -> None:
    series = measure.series
    every = series.version.period
    notify(
        measure.initiative.network,
        to,
        kind,
        key=f"{kind}:{series.pk}:{period}",
        title=_("%(name)s, %(period)s") % {"name": series.version.name, "period": label(every, period)},
        because=_("%(title)s volgt dit cijfer.") % {"title": measure.initiative.title},
        due_on=late_on(every, period),
        page="measuring:series",
        series=series.pk,
    )


def announce_decision(initiative: Initiative, decision: Decision, one: Verdict, *, by: Person | None) -> None:
    """Tell the submitter and the lead what a body decided."""
    notify(
        initiative.network,
        [initiative.submitted_by, initiative.lead],
        Kind.DECIDED,
        key=f"decided:{decision.pk}",
        title=_("Besluit over %(title)s") % {"title": initiative.title},
        because=_("%(body)s besluit: het %(past)s.") % {"body": decision.body, "past": one.past},
        by=by,
        page=DETAIL,
        number=initiative.number,
    )


def announce_mention(note: Note, people: Sequence[Person]) -> None:
    """Tell who is named in a note; what it says stands on the page."""
    notify(
        note.network,
        people,
        Kind.MENTION,
        key=f"mention:{note.pk}",
        title=_("%(who)s noemt u bij: %(title)s") % {"who": note.author, "title": note.initiative.title},
        because=_("Lees het bericht in het gesprek."),
        by=note.author,
        page="initiatives:talk",
        number=note.initiative.number,
    )
