"""What people said, as a page shows it: baseline beside follow-up, with margin and number, never as an effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.initiatives.models import SurveyRound
from schakel.initiatives.rules.smallest_difference import SmallestDifference, smallest_difference
from schakel.initiatives.rules.surveys import (
    END_OF_SCALE,
    UNLIKE,
    Group,
    Instrument,
    Round,
    ScoreRow,
    score_read,
)
from schakel.measuring.queries import Tally, let_out_scores, let_out_shares
from schakel.methods.disclosure import Policy
from schakel.methods.surveys import ENOUGH_ANSWERED, Score, answered, wilson95
from schakel.web.formats import dutch_date, number, percent, signed

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


@dataclass(frozen=True)
class EndOfScale:
    """How many had the lowest and the highest score of a scale, in words, and whether that is too many."""

    name: str
    floor: str
    ceiling: str
    is_full: bool


@dataclass(frozen=True)
class Improved:
    """How many of the people who answered twice improved by what matters, or that those are too few to tell."""

    name: str
    n_better: int
    n: int
    is_hidden: bool

    @property
    def cells(self) -> list[str]:
        """Name, people, share, and its margin."""
        if self.is_hidden:
            return [self.name, _("verborgen"), "–", "–"]
        people = _("%(n)s van %(all)s") % {"n": number(self.n_better), "all": number(self.n)}
        low, high = wilson95(self.n_better, self.n)
        margin = _("%(low)s tot %(high)s") % {"low": percent(100 * low, 0), "high": percent(100 * high, 0)}
        return [self.name, people, percent(100 * self.n_better / self.n, 0), margin]


@dataclass(frozen=True)
class Answers:
    """One round with its scores as they may be shown."""

    row: SurveyRound
    scores: tuple[ScoreRow, ...]
    changes: tuple[ScoreRow, ...] = ()
    groups: tuple[Group, ...] = ()
    are_groups_hidden: bool = False

    @property
    def words(self) -> str:
        """Which round it is, and when."""
        return _("%(moment)s, %(day)s") % {
            "moment": self.row.get_moment_display(),
            "day": dutch_date(self.row.held_on),
        }

    @property
    def share(self) -> float:
        """Which share answered of who could be asked."""
        return answered(self.row.n_answered, self.row.n_asked)

    @property
    def answered_words(self) -> str:
        """Who answered, in words."""
        return _("%(n)s van %(all)s vulden in (%(share)s)") % {
            "n": number(self.row.n_answered),
            "all": number(self.row.n_asked),
            "share": percent(100 * self.share, 0),
        }

    @property
    def adjusted_words(self) -> str:
        """Whether differences between people were taken out, in words."""
        if self.row.adjusted_for:
            return _("Gecorrigeerd voor %(what)s, volgens de bron.") % {"what": self.row.adjusted_for}
        return _("Niet gecorrigeerd voor leeftijd, ziekte of andere verschillen tussen mensen.")

    @property
    def ends(self) -> list[EndOfScale]:
        """Of every scale how many had the lowest and the highest score, as far as it is known."""
        shares = {
            one: (one.floor, one.ceiling)
            for one in self.scores
            if one.floor is not None and one.ceiling is not None
        }
        counted = {
            (one.name, at): (round(share * one.n / 100), one.n)
            for one, both in shares.items()
            for at, share in enumerate(both)
        }
        exact = let_out_shares(counted, Policy())
        return [
            EndOfScale(
                one.name,
                _share_words(floor, is_exact=(one.name, 0) in exact),
                _share_words(ceiling, is_exact=(one.name, 1) in exact),
                max(floor, ceiling) > END_OF_SCALE,
            )
            for one, (floor, ceiling) in shares.items()
        ]

    def score(self, name: str) -> Score | None:
        """The score of one dimension; None where it is hidden or was not asked."""
        found = next((one for one in self.scores if one.name.casefold() == name.casefold()), None)
        return Score(float(found.mean), float(found.sd), found.n) if found else None


@dataclass(frozen=True)
class Questionnaire:
    """One questionnaire: the newest baseline and the newest follow-up beside each other."""

    instrument: Instrument
    name: str
    baseline: Answers | None
    follow_up: Answers | None
    all: Sequence[Answers]

    @property
    def rounds(self) -> list[Answers]:
        """What is shown, baseline first."""
        return [one for one in (self.baseline, self.follow_up) if one is not None]

    @property
    def names(self) -> list[str]:
        """The dimensions in the order in which they came in."""
        return list(dict.fromkeys(one.name for each in self.rounds for one in each.scores))

    @property
    def changes(self) -> Sequence[ScoreRow]:
        """How much the same people changed; nothing while too few of them answered twice."""
        after = self.follow_up
        if self.baseline is None or after is None or not _is_enough(after.row):
            return ()
        return after.changes

    @property
    def has_both(self) -> bool:
        """Whether a change can be told: both moments are there, of a questionnaire that may prove something."""
        return self.baseline is not None and self.follow_up is not None and not self.is_positive_health

    @property
    def limit(self) -> SmallestDifference | None:
        """The published difference that matters for one person; None where there is none for this scale."""
        row = self.rounds[-1].row
        return smallest_difference(self.instrument, row.lowest, row.highest)

    @property
    def limit_words(self) -> str:
        """From how much on a change matters for one person and who says so, or that nobody published that."""
        limit = self.limit
        if limit is None:
            return _(
                "Geen gepubliceerde grens: vanaf welke verandering iemand iets merkt, is voor deze lijst op deze "
                "schaal hier niet bekend. Hoeveel mensen merkbaar vooruitgingen, zegt Schakel dus niet."
            )
        words = _(
            "Merkbaar vooruit is een verbetering van minstens %(points)s. %(source)s %(caveat)s Nagekeken op %(day)s; "
            "%(checked)s."
        )
        return words % {
            "points": number(limit.points),
            "source": limit.source,
            "caveat": limit.caveat,
            "day": dutch_date(limit.reviewed_on),
            "checked": limit.checked_by,
        }

    @property
    def improved(self) -> list[Improved]:
        """Of how many people the change is an improvement that matters, as far as it is known."""
        if self.limit is None:
            return []
        told = {one.name: (one.better, one.n) for one in self.changes if one.better is not None}
        shown = let_out_shares(told, Policy())
        return [Improved(name, *both, is_hidden=name not in shown) for name, both in told.items()]

    @property
    def tally(self) -> Tally:
        """How many means, changes and shares leave with it on paper, and how many of them are over too few people."""
        kept = sum(len(each.row.scores) for each in self.rounds)
        told = sum(len(each.scores) for each in self.rounds)
        changed = len(self.follow_up.row.changes) if self.follow_up and self.changes else 0
        improved = self.improved if self.has_both else []
        return (
            Tally(kept, kept - told)
            + Tally(changed, changed - len(self.changes))
            + Tally(len(improved), sum(one.is_hidden for one in improved))
        )

    @property
    def is_positive_health(self) -> bool:
        """Whether it is the conversation instrument that proves nothing."""
        return self.instrument == Instrument.POSITIVE_HEALTH

    @property
    def cautions(self) -> list[str]:
        """What has to be known before reading it."""
        told = []
        if self.is_positive_health:
            told.append(_("Dit is een gespreksinstrument: het helpt het gesprek, en bewijst geen effect."))
            told.append(_("Wilt u een effect meten? Kies dan PH22, EQ-5D, PROMIS of WHO-5."))
        if self.baseline is None:
            told.append(_("Nog niet te zeggen of er iets veranderde: geen nulmeting."))
        elif self.follow_up is not None:
            told += self._about_change(self.follow_up)
        if any(each.share < ENOUGH_ANSWERED for each in self.rounds):
            told.append(_("Minder dan 60 % vulde in: wie niets invulde, kan er anders aan toe zijn."))
        told += [*self._about_who_answered(), *self._about_ends()]
        told += dict.fromkeys(each.adjusted_words for each in self.rounds)
        return told

    def _about_who_answered(self) -> list[str]:
        newest = self.rounds[-1]
        if newest.row.n_answered == newest.row.n_asked or newest.are_groups_hidden:
            return []
        if not newest.groups:
            return [_("Van wie niets invulde, is niet bekend of zij anders zijn dan wie dat wel deed.")]
        shares = [(answered(one.n_answered, one.n_asked), one.name) for one in newest.groups]
        (least, few), (most, many) = min(shares), max(shares)
        if 100 * (most - least) < UNLIKE:
            return [_("De groepen vulden ongeveer even vaak in.")]
        words = _(
            "Van “%(few)s” vulde %(least)s in, van “%(many)s” %(most)s: de cijfers gaan vooral over de laatste."
        )
        facts = {"least": percent(100 * least, 0), "most": percent(100 * most, 0)}
        return [words % {"few": few, "many": many, **facts}]

    def _about_ends(self) -> list[str]:
        names = dict.fromkeys(one.name for each in self.rounds for one in each.ends if one.is_full)
        if not names:
            return []
        words = _(
            "Bij %(names)s had meer dan %(most)s %% de laagste of de hoogste score: wie daar zit, kan op deze schaal "
            "niet verder zakken of stijgen."
        )
        return [words % {"names": ", ".join(names), "most": END_OF_SCALE}]

    def _about_change(self, after: Answers) -> list[str]:
        told = [_("Dit zijn twee momenten naast elkaar; wat het verschil veroorzaakte, zegt het niet.")]
        paired, asked = after.row.n_paired, after.row.n_asked
        if paired is None:
            told.append(
                _("Niet bekend hoeveel mensen beide keren invulden: lees het niet als een verandering.")
            )
        elif not _is_enough(after.row):
            words = _(
                "%(n)s van %(all)s vulden beide keren in, minder dan 60 %%: lees het niet als een verandering."
            )
            told.append(words % {"n": number(paired), "all": number(asked)})
        elif not after.changes:
            told.append(
                _(
                    "Hoeveel mensen zelf veranderden, is niet ingevuld: twee gemiddelden naast elkaar zeggen dat niet."
                )
            )
        return told


def questionnaires(person: Person, initiative: Initiative) -> list[Questionnaire]:
    """Every questionnaire of an initiative, by name. One database query."""
    rows = (
        SurveyRound.objects.visible_to(person).filter(initiative=initiative).order_by("held_on", "entered_at")
    )
    by_name: dict[tuple[str, str], list[Answers]] = {}
    for row in rows.select_related("entered_by"):
        row.initiative = initiative
        by_name.setdefault((row.instrument, row.name), []).append(_answers(row))
    return [
        Questionnaire(
            Instrument(instrument),
            name,
            next((one for one in reversed(found) if one.row.moment == Round.BASELINE), None),
            next((one for one in reversed(found) if one.row.moment == Round.FOLLOW_UP), None),
            found,
        )
        for (instrument, name), found in sorted(by_name.items(), key=lambda one: one[0][1].casefold())
    ]


def _answers(row: SurveyRound) -> Answers:
    """A round without what is over too few people, however it came in."""
    scores, changes = ([score_read(one) for one in kept] for kept in (row.scores, row.changes))
    open_to_all = let_out_scores({one.name: one.n for one in scores}, Policy())
    open_changes = let_out_scores({one.name: one.n for one in changes}, Policy())
    groups = tuple(Group(*one) for one in row.groups)
    # Of groups that are everybody together, one that is hidden follows from the others: all are shown or none.
    shown = let_out_shares({one.name: (one.n_answered, one.n_asked) for one in groups}, Policy())
    is_open = len(shown) == len(groups)
    return Answers(
        row,
        tuple(one for one in scores if one.name in open_to_all),
        tuple(one for one in changes if one.name in open_changes),
        groups if is_open else (),
        are_groups_hidden=not is_open,
    )


def _is_enough(row: SurveyRound) -> bool:
    """Whether so many answered twice that a change says something of the group."""
    return row.n_paired is not None and row.n_paired >= ENOUGH_ANSWERED * row.n_asked


def _share_words(share: Decimal, *, is_exact: bool) -> str:
    """A percentage; over few people only on which side of the limit it is."""
    if is_exact:
        return percent(share, 0)
    words = _("meer dan %(most)s %%") if share > END_OF_SCALE else _("hoogstens %(most)s %%")
    return words % {"most": END_OF_SCALE}


def change_rows(found: Questionnaire) -> list[list[str]]:
    """How much the same people changed, per dimension: name, mean difference, its margin, number of people."""
    rows = []
    for one in found.changes:
        score = Score(float(one.mean), float(one.sd), one.n)
        low, high = score.margin95
        margin = _("%(low)s tot %(high)s") % {"low": signed(low), "high": signed(high)}
        rows.append([one.name, signed(score.mean), margin, number(one.n)])
    return rows
