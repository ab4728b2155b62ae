"""How each theme goes: at most two indicators for each aim of good care, and the aims that nobody measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schakel.initiatives.queries import Followed, followed_by_themes
from schakel.measuring.models import Series
from schakel.measuring.queries import BoardLine, board
from schakel.measuring.rules import Aim, IndicatorKind, Level
from schakel.methods.disclosure import Policy
from schakel.network.models import Theme
from schakel.network.rules import OrganisationKind

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

#: More than this nobody oversees (one page, four aims); the rest stands with its initiative.
MOST_PER_AIM = 2
_FIRST = list(IndicatorKind)


@dataclass(frozen=True)
class ThemeLine:
    """One series of a theme, with the initiative that follows it."""

    followed: Followed
    line: BoardLine


@dataclass(frozen=True)
class AimOfTheme:
    """One of the four aims: what is measured of it, and how much more there is; without lines it is a gap."""

    aim: Aim
    lines: Sequence[ThemeLine]
    n_more: int


@dataclass(frozen=True)
class ThemeBoard:
    """One theme with its four aims."""

    theme: Theme
    aims: Sequence[AimOfTheme]

    @property
    def n_gaps(self) -> int:
        """Of how many aims nothing is measured."""
        return sum(not one.lines for one in self.aims)


def theme_boards(network: Network, person: Person, policy: Policy | None = None) -> list[ThemeBoard]:
    """Every theme of the network in its own order. Six database queries, five with the policy of the network.

    Of each aim first what says most: an outcome before a process, the newest figure before an older one.
    """
    themes = list(Theme.objects.visible_to(person).of(network))
    followed = followed_by_themes(person, network)
    series = {one.series_id for one in followed}
    lines = {one.series_id: one for one in board(network, person, series=series, policy=policy).lines}
    rows = [ThemeLine(one, lines[one.series_id]) for one in followed if one.series_id in lines]
    rows.sort(key=_says_most)
    return [
        ThemeBoard(
            theme,
            [_aim(aim, [row for row in rows if row.followed.theme_id == theme.pk]) for aim in Aim],
        )
        for theme in themes
    ]


def _aim(aim: Aim, rows: Sequence[ThemeLine]) -> AimOfTheme:
    mine: dict[object, ThemeLine] = {}
    for row in rows:
        if row.followed.aim == aim:
            mine.setdefault(row.followed.series_id, row)
    found = list(mine.values())
    return AimOfTheme(aim, found[:MOST_PER_AIM], max(0, len(found) - MOST_PER_AIM))


def _says_most(row: ThemeLine) -> tuple[int, int, str, str]:
    newest = row.line.last_on.toordinal() if row.line.last_on else 0
    return _FIRST.index(IndicatorKind(row.followed.kind)), -newest, row.line.version.name, row.line.who


#: The key under which the facts of a network name the steps of its chain.
STEPS = "steps"
#: Which organisations give the care of a step; at home nobody does, and there it is not measured at a partner.
GIVEN_BY: dict[str, frozenset[OrganisationKind]] = {
    "gp": frozenset(
        {
            OrganisationKind.PRIMARY_CARE_GROUP,
            OrganisationKind.PRIMARY_CARE_CENTRE,
            OrganisationKind.GP_PRACTICE,
            OrganisationKind.OUT_OF_HOURS_GP,
        }
    ),
    "hospital": frozenset({OrganisationKind.HOSPITAL}),
    "nursing_home": frozenset({OrganisationKind.NURSING_HOME, OrganisationKind.NURSING_AND_HOME_CARE}),
    "home_care": frozenset({OrganisationKind.HOME_CARE, OrganisationKind.NURSING_AND_HOME_CARE}),
}


@dataclass(frozen=True)
class StepOfChain:
    """One step of the way from home to home, with what is measured of the health that it gains."""

    name: str
    text: str
    lines: Sequence[BoardLine]


@dataclass(frozen=True)
class Chain:
    """The way from home to home; is_inferred: that the steps stand in this order is our own reading of the source."""

    title: str
    is_inferred: bool
    steps: Sequence[StepOfChain]


def chain_of(network: Network, person: Person, policy: Policy | None = None) -> Chain | None:
    """The steps that the network names, each with the outcomes of who gives that care; None where it names none.

    Four database queries, three with the policy of the network; none where no steps are named.
    """
    group = next((one for one in network.facts.get("facts", ()) if one.get("key") == STEPS), None)
    if group is None:
        return None
    rows = Series.objects.visible_to(person).of(network).of_the_network()
    kinds = frozenset().union(*GIVEN_BY.values())
    measured = dict(
        rows.filter(
            level=Level.PARTNER, version__kind=IndicatorKind.OUTCOME, partner__kind__in=kinds
        ).values_list("pk", "partner__kind")
    )
    newest: dict[tuple[object, object], BoardLine] = {}
    lines = board(network, person, series=measured, policy=policy).lines
    for line in sorted(lines, key=lambda one: one.version.number):
        newest[line.version.indicator_id, line.column] = line
    steps = [
        StepOfChain(
            one["name"],
            one.get("text", ""),
            [line for line in newest.values() if measured[line.series_id] in GIVEN_BY.get(one["code"], ())],
        )
        for one in group["items"]
    ]
    return Chain(group["title"], group.get("inferred", False), steps)
