"""The dossier for the growth step of the network itself: its baseline, its dashboard, and what the next stage needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.documents.paper import Card, Check, Checks, Facts, Heading, Points, Table, Text
from schakel.governance import queries as governance
from schakel.governance.models import Condition, Decision
from schakel.governance.rules import UNDER_WAY, DecisionType
from schakel.initiatives.models import GROWTH, EffectVerdict, Initiative
from schakel.initiatives.queries.paper_measures import MOST_CHARTS, Measured, measured_parts
from schakel.initiatives.queries.papers import DossierPart, Papers, condition_parts, missing, proposal_words
from schakel.initiatives.rules import ACTIVE, Stage
from schakel.initiatives.rules.measures import Outcome
from schakel.measuring.models import Baseline, Reading, Series
from schakel.measuring.queries import (
    HIDDEN,
    Shown,
    chart_parts,
    let_out_together,
    newest_of,
    paper_charts,
)
from schakel.measuring.rules import Aim, BaselineState, Level, read_value
from schakel.measuring.rules.periods import label
from schakel.methods.disclosure import Policy
from schakel.network.models import ContributionTier, GrowthNeed, Network, Partner
from schakel.network.rules import NEXT_GROWTH_STAGE, GrowthStage
from schakel.people.models import Person
from schakel.web.formats import dutch_date, euro, number


@dataclass(frozen=True)
class OwnFigure:
    """One series about the network as a whole, with its locked baseline."""

    series: Series
    baseline: Baseline | None
    reading: Reading | None
    shown: Shown | None
    last_on: date | None

    @property
    def last_period(self) -> str:
        """Of which period the last figure is."""
        return label(self.series.version.period, self.last_on) if self.last_on else ""

    @property
    def name(self) -> str:
        """What is measured."""
        return self.series.version.name

    @property
    def aim(self) -> str:
        """Which of the four aims it serves."""
        return str(self.series.version.get_aim_display())

    @property
    def kind_words(self) -> str:
        """Outcome, process or balance."""
        return str(self.series.version.get_kind_display())

    @property
    def target_words(self) -> str:
        """What the definition aims at."""
        version = self.series.version
        return f"{number(version.target)} {version.unit}" if version.target is not None else _("geen doel")

    @property
    def baseline_words(self) -> str:
        """Over which periods the baseline is, and since when it is locked."""
        found, kind = self.baseline, self.series.version.period
        if found is None or found.locked_at is None:
            return _("geen nulmeting")
        return _("%(first)s tot en met %(last)s, op slot sinds %(day)s") % {
            "first": label(kind, found.from_on),
            "last": label(kind, found.last_on),
            "day": dutch_date(found.locked_at),
        }

    @property
    def last_words(self) -> str:
        """The last figure as everybody may see it, with its period."""
        shown = self.shown
        if shown is None:
            return _("nog geen cijfers")
        if shown.is_hidden or shown.measured.value is None:
            return _("verborgen (%(period)s)") % {"period": self.last_period}
        value = f"{number(shown.measured.value, 1)} {self.series.version.unit}".strip()
        return f"{value} ({self.last_period})"

    @property
    def change_words(self) -> str:
        """What its chart says, or that it cannot say anything without a baseline."""
        if self.baseline is None:
            return _("nog niet te zeggen: geen nulmeting")
        reading = self.reading
        if reading is None or not reading.variation:
            return _("nog niet te zeggen: te weinig cijfers")
        return {
            "improvement": _("verbetert"),
            "concern": _("verslechtert"),
            "neutral": _("verandert"),
        }.get(reading.variation, _("geen verandering"))


@dataclass(frozen=True)
class OwnFigures:
    """What the network measures about itself, by aim, and the aims of which nothing is measured."""

    rows: Sequence[OwnFigure]

    @property
    def gaps(self) -> list[str]:
        """The aims that have no figure yet."""
        there = {one.series.version.aim for one in self.rows}
        return [str(aim.label) for aim in Aim if aim not in there]


def own_figures(person: Person, network: Network) -> OwnFigures:
    """The series about the network as a whole with their baselines. Five database queries."""
    rows = Series.objects.visible_to(person).of(network).of_the_network().filter(level=Level.NETWORK)
    series = newest_of(rows.named())
    keys = [one.pk for one in series]
    locked = Baseline.objects.visible_to(person).filter(series__in=keys, state=BaselineState.LOCKED)
    newest = {one.series_id: one for one in locked.order_by("number")}
    known = Reading.objects.filter(series__in=keys).defer(*Reading.HEAVY)
    readings = {one.series_id: one for one in known}
    lasts = {key: read_value(one.last)[0] for key, one in readings.items() if one.last}
    # A dossier is read by everybody, also when somebody makes it who sees every figure: small numbers stay out.
    shown = let_out_together(series, Policy(), set(lasts.values()))
    found = [
        OwnFigure(
            series=one,
            baseline=newest.get(one.pk),
            reading=readings.get(one.pk),
            shown=shown.get((one.pk, lasts[one.pk]), HIDDEN) if one.pk in lasts else None,
            last_on=lasts.get(one.pk),
        )
        for one in series
    ]
    order = list(Aim)
    return OwnFigures(sorted(found, key=lambda one: (order.index(Aim(one.series.version.aim)), one.name)))


def waiting_step(network: Network) -> Decision | None:
    """The proposal for a growth step that lies before a body. One database query."""
    found = Decision.objects.of(network).filter(type=DecisionType.GROWTH_STEP, status__in=UNDER_WAY)
    return found.select_related("body", "network", "meeting").order_by("-recorded_at").first()


def growth_dossier(person: Person, network: Network, today: date) -> Papers[DossierPart]:
    """Everything a body needs to decide whether the network takes its next step, as it is today.

    At most thirty database queries, however many needs, figures and initiatives there are.
    """
    waiting = waiting_step(network)
    stage = GrowthStage(NEXT_GROWTH_STAGE.get(network.growth_stage, network.growth_stage))
    measured = _measured(own_figures(person, network))
    parts: list[DossierPart] = [
        Card(
            _("Gevraagd besluit"),
            _("Gaat het netwerk naar de groeifase “%(stage)s”?") % {"stage": stage.label},
            proposal_words(waiting),
        ),
        Facts(_facts(network, waiting, stage, today)),
        Heading(_("Mandaat")),
        *_mandate(network, waiting, today),
        Heading(_("Wat de volgende fase nodig heeft")),
        *_needs(person, network, stage),
        Heading(_("Nulmeting en metingen van het netwerk")),
        *measured.told,
        Heading(_("Wat de initiatieven lieten zien")),
        *_initiatives(person, network),
        Heading(_("Wie brengt wat in")),
        *_tiers(person, network),
        Heading(_("Voorwaarden van eerdere besluiten over de groei")),
        *_conditions(person, network, today),
        *measured.behind,
    ]
    return Papers(
        title=_("Dossier groeistap van %(network)s") % {"network": network.name},
        subtitle=_("Naar “%(stage)s”, voor %(body)s, stand op %(day)s")
        % {
            "stage": stage.label,
            "body": (waiting and waiting.body) or _("nog geen groep"),
            "day": dutch_date(today),
        },
        gate=GROWTH,
        decision=waiting,
        parts=parts,
        charts=measured.charts,
    )


def _facts(
    network: Network, waiting: Decision | None, stage: GrowthStage, today: date
) -> list[tuple[str, str]]:
    n_partners = Partner.objects.of(network).counted().count()
    asks = euro(waiting.amount_eur) if waiting and waiting.amount_eur else _("geen geld")
    return [
        (_("Nu"), str(GrowthStage(network.growth_stage).label)),
        (_("Daarna"), str(stage.label)),
        (_("Vraagt"), asks),
        (_("Partners"), str(n_partners)),
        (_("Stand op"), dutch_date(today)),
    ]


def _mandate(network: Network, waiting: Decision | None, today: date) -> list[DossierPart]:
    amount = waiting.amount_eur if waiting else None
    could = governance.who_could_decide(
        network, DecisionType.GROWTH_STEP, network.growth_stage, amount, today, asks_money=bool(amount)
    )
    near = [one for one in could if one.ok or (waiting and waiting.body_id == one.body.pk)]
    if not near:
        return [Text(_("Geen groep heeft nu een mandaat voor een groeistap."))]
    rows = [[one.body.name, _("ja") if one.ok else _("nee"), one.words] for one in near]
    return [Table([_("Groep"), _("Mag dit besluiten"), _("Waarom")], rows, widths=(2, 2, 5))]


def _needs(person: Person, network: Network, stage: GrowthStage) -> list[DossierPart]:
    """Each need of the next stage: there with its evidence, or not yet."""
    found = list(GrowthNeed.objects.visible_to(person).of(network).filter(stage=stage))
    if not found:
        return [Text(_("Voor deze fase is nog niet opgeschreven wat nodig is."))]
    met = sum(one.is_met for one in found)
    checks = [
        Check(
            "good" if one.is_met else "open",
            _("is er") if one.is_met else _("nog niet"),
            _("%(text)s, sinds %(day)s: %(evidence)s")
            % {"text": one.text, "day": dutch_date(one.met_on), "evidence": one.evidence}
            if one.met_on
            else one.text,
        )
        for one in sorted(found, key=lambda one: one.is_met)
    ]
    return [Text(_("%(n)s van %(all)s is er.") % {"n": met, "all": len(found)}), Checks(checks)]


def _measured(known: OwnFigures) -> Measured:
    """The figures of the network against their baselines, as a table and charts, and the figures behind the charts."""
    if not known.rows:
        words = _(
            "Nog niet te zeggen of het netwerk helpt: het meet nog niets over zichzelf, ook geen nulmeting."
        )
        return Measured([Text(words)])
    rows = [
        [one.name, one.aim, one.target_words, one.baseline_words, one.last_words, one.change_words]
        for one in known.rows
    ]
    head = [
        _("Cijfer"),
        _("Doel van vier"),
        _("Streefwaarde"),
        _("Nulmeting"),
        _("Laatste cijfer"),
        _("Wat het zegt"),
    ]
    parts: list[DossierPart] = [Table(head, rows, widths=(6, 6, 5, 8, 6, 6))]
    if known.gaps:
        parts.append(Text(_("Niets gemeten over: %(aims)s.") % {"aims": ", ".join(known.gaps)}))
    shown = known.rows[:MOST_CHARTS]
    charts = paper_charts([one.series for one in shown])
    for one in shown:
        about = [
            _("Streefwaarde: %(target)s") % {"target": one.target_words},
            _("Nulmeting: %(words)s") % {"words": one.baseline_words},
        ]
        parts += chart_parts(charts[one.series.pk], about)
    return measured_parts(parts, [charts[one.series.pk] for one in shown])


def _initiatives(person: Person, network: Network) -> list[DossierPart]:
    """How many initiatives run and ended, and what came of what they promised. Two database queries."""
    stages = Counter(Initiative.objects.visible_to(person).of(network).values_list("stage", flat=True))
    running, done = sum(stages[one] for one in ACTIVE), stages[Stage.FINISHED]
    verdicts = EffectVerdict.objects.visible_to(person).of(network).order_by("claim_id", "-number")
    outcomes = Counter(one.outcome for one in verdicts.distinct("claim_id"))
    lines = [
        ngettext("%(n)s initiatief loopt.", "%(n)s initiatieven lopen.", running) % {"n": running},
        ngettext("%(n)s initiatief is klaar.", "%(n)s initiatieven zijn klaar.", done) % {"n": done},
    ]
    lines += [
        ngettext("%(n)s belofte: %(word)s.", "%(n)s beloften: %(word)s.", outcomes[one])
        % {"n": outcomes[one], "word": str(one.label).lower()}
        for one in Outcome
        if outcomes[one]
    ]
    if not outcomes:
        lines.append(_("Over geen enkele belofte is al een oordeel."))
    return [Points(lines)]


def _tiers(person: Person, network: Network) -> list[DossierPart]:
    found = ContributionTier.objects.visible_to(person).of(network)
    lines = [f"{str(one.get_kind_display()).capitalize()}: {one.text}" for one in found]
    return [Points(lines)] if lines else [Text(missing())]


def _conditions(person: Person, network: Network, today: date) -> list[DossierPart]:
    found = Condition.objects.visible_to(person).of(network)
    return condition_parts(found.filter(decision__type=DecisionType.GROWTH_STEP), today)
