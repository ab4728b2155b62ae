"""The overview of a quarter on paper, for the platform and for who reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from schakel.documents.paper import Facts, Heading, Points, Table, Text, WordPart
from schakel.initiatives.rules import Stage
from schakel.network.models import Partner
from schakel.overview.queries.quarter import QuarterPage, Some
from schakel.web.formats import dutch_date, euro, number


def quarter_parts(page: QuarterPage) -> list[WordPart]:
    """Everything that the page of the quarter shows, in the same order. No database query."""
    if page.is_empty:
        quiet: list[WordPart] = [
            Heading(_("Wat er gebeurde")),
            Text(_("In dit kwartaal is niets vastgelegd.")),
        ]
    else:
        quiet = []
    return [
        Facts(quarter_figures(page)),
        *quiet,
        *_conditions(_("Nu te laat"), page.late),
        *_updates(page),
        *_decisions(page),
        *_moves(page),
        *_money(page),
        *_network(page),
        *_conditions(_("Volgend kwartaal aan de beurt"), page.due),
    ]


def quarter_figures(page: QuarterPage) -> list[tuple[str, str]]:
    """Four figures, each of which is told below in full."""
    return [
        (_("Nieuwe ideeën"), number(page.n_ideas)),
        (_("Besluiten genomen"), number(page.decisions.n)),
        (_("Toegekend geld"), euro(page.awarded_eur)),
        (_("Vragen om hulp"), number(page.n_help)),
    ]


def _table(
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    some: Some | None = None,
    **more: Any,
) -> list[WordPart]:
    """A chapter with a table, and how many rows are not in it; nothing without rows."""
    if not rows:
        return []
    rest = (
        [Text(_("En nog %(n)s; die staan in Schakel.") % {"n": number(some.n_more)})]
        if some and some.n_more
        else []
    )
    return [Heading(title), Table(head, rows, widths=widths, **more), *rest]


def _conditions(title: str, some: Some) -> list[WordPart]:
    rows = [[dutch_date(one.due_on), one.text, str(one.owner), one.decision.number] for one in some.rows]
    head = [_("Uiterlijk"), _("Voorwaarde"), _("Wie"), _("Besluit")]
    return _table(title, head, rows, (3, 6, 4, 3), some)


def _updates(page: QuarterPage) -> list[WordPart]:
    rows = [
        [
            f"{one.initiative.number} {one.initiative.title}",
            str(one.get_state_display()),
            _("%(why)s Hulp: %(help)s") % {"why": one.because, "help": one.help_needed}
            if one.help_needed
            else one.because,
            dutch_date(one.given_at),
        ]
        for one in page.updates
    ]
    head = [_("Initiatief"), _("Stand"), _("Toelichting"), _("Gemeld op")]
    return _table(_("Hoe het gaat"), head, rows, (5, 3, 6, 3))


def _decisions(page: QuarterPage) -> list[WordPart]:
    rows = [
        [
            one.number,
            one.title,
            one.body.name if one.body else "",
            one.decided_in_words,
            euro(one.amount_eur) if one.amount_eur else "",
        ]
        for one in page.decisions.rows
    ]
    head = [_("Nummer"), _("Besluit"), _("Groep"), _("Wanneer"), _("Bedrag")]
    return _table(_("Besluiten"), head, rows, (3, 6, 4, 3, 3), page.decisions, right=frozenset({4}))


def _moves(page: QuarterPage) -> list[WordPart]:
    rows = [
        [
            dutch_date(one.on),
            f"{one.initiative.number} {one.initiative.title}",
            str(Stage(one.from_stage).label) if one.from_stage else "",
            str(Stage(one.to_stage).label),
            one.decision.number if one.decision else "",
        ]
        for one in page.moves.rows
    ]
    head = [_("Dag"), _("Initiatief"), _("Van"), _("Naar"), _("Besluit")]
    return _table(_("Wat een stap verder kwam"), head, rows, (3, 6, 3, 3, 3), page.moves)


def _money(page: QuarterPage) -> list[WordPart]:
    rows = [
        [dutch_date(one.awarded_on), one.initiative.title, one.line.name, euro(one.amount_eur)]
        for one in page.awards.rows
    ]
    head = [_("Toegekend op"), _("Initiatief"), _("Geldstroom"), _("Bedrag")]
    return _table(_("Geld"), head, rows, (3, 5, 5, 3), page.awards, right=frozenset({3}))


def _network(page: QuarterPage) -> list[WordPart]:
    """Who came and left, and which bodies met."""
    told = [*_named(_("%(name)s werd partner op %(day)s."), page.joined, "joined_on")]
    told += _named(_("%(name)s trad uit op %(day)s."), page.left, "left_on")
    for meeting in page.meetings:
        words = {
            "body": meeting.body.name,
            "day": dutch_date(meeting.starts_at),
            "n": number(getattr(meeting, "n_decisions", 0)),
        }
        told.append(_("%(body)s kwam bijeen op %(day)s; voorstellen: %(n)s.") % words)
    return [Heading(_("Het netwerk")), Points(told)] if told else []


def _named(words: str, partners: Sequence[Partner], column: str) -> list[str]:
    return [words % {"name": one.name, "day": dutch_date(getattr(one, column))} for one in partners]
