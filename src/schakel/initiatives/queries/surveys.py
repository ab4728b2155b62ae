"""What people said, as a page shows it: baseline beside follow-up, with margin and number, never as an effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.initiatives.models import SurveyRound
from schakel.initiatives.rules.surveys import Instrument, Round, ScoreRow, score_read
from schakel.measuring.queries import let_out_scores
from schakel.methods.disclosure import Policy
from schakel.methods.surveys import ENOUGH_ANSWERED, Score, answered
from schakel.web.formats import dutch_date, number, percent

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


@dataclass(frozen=True)
class Answers:
    """One round with its scores as they may be shown."""

    row: SurveyRound
    scores: tuple[ScoreRow, ...]

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
        return told

    def _about_change(self, after: Answers) -> list[str]:
        told = [_("Dit zijn twee momenten naast elkaar; wat het verschil veroorzaakte, zegt het niet.")]
        paired, asked = after.row.n_paired, after.row.n_asked
        if paired is None:
            told.append(
                _("Niet bekend hoeveel mensen beide keren invulden: lees het niet als een verandering.")
            )
        elif paired < ENOUGH_ANSWERED * asked:
            words = _(
                "%(n)s van %(all)s vulden beide keren in, minder dan 60 %%: lees het niet als een verandering."
            )
            told.append(words % {"n": number(paired), "all": number(asked)})
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
    scores = [score_read(one) for one in row.scores]
    open_to_all = let_out_scores({one.name: one.n for one in scores}, Policy())
    return Answers(row, tuple(one for one in scores if one.name in open_to_all))
