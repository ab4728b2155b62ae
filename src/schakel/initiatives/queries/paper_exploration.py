"""The exploration of an initiative on paper: the memo with which a body decides whether it goes on."""

from __future__ import annotations

from django.utils.translation import gettext as _

from schakel.documents.paper import Heading, Table, Text, WordPart
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.exploration import ExplorationPage, exploration_of
from schakel.initiatives.queries.paper_plan import said
from schakel.people.models import Person


def exploration_on_paper(person: Person, initiative: Initiative) -> list[WordPart] | None:
    """The newest exploration as everybody in the network may read it; None when there is none.

    A view that a partner is still writing stays out. At most ten database queries.
    """
    page = exploration_of(person, initiative)
    if page is None:
        return None
    known = page.exploration
    found = said(
        (_("Hoe groot is het probleem"), known.problem_picture),
        (_("Bevindingen"), known.findings),
        (_("Wat inwoners zeggen"), known.resident_voice),
        (_("Wat er al is"), known.prior_art),
        (_("Hoe het later vast onderdeel wordt"), known.embedding_sketch),
    )
    return [
        Heading(_("Het advies")),
        Text(known.advice or _("Er is nog geen advies.")),
        Heading(_("Wat we vonden")),
        *(found or [Text(_("Hier is nog niets opgeschreven."))]),
        Heading(_("Wat wilden we weten?")),
        *_questions(page),
        Heading(_("Hoe kijken de partners?")),
        *_views(page),
        Heading(_("Wat kunnen we doen?")),
        *_options(page),
        Heading(_("Kan het ook? Vijf factoren")),
        *_factors(page),
        Heading(_("Wie betaalt, wie heeft er voordeel van?")),
        *_payers(page),
    ]


def _questions(page: ExplorationPage) -> list[WordPart]:
    if not page.questions:
        return [Text(_("De verkenner schreef nog geen vragen op."))]
    rows = [[one.text, one.answer or _("nog niet beantwoord")] for one in page.questions]
    return [Table([_("Vraag"), _("Antwoord")], rows, widths=(2, 3))]


def _views(page: ExplorationPage) -> list[WordPart]:
    given = [row for row in page.views if row.state == "given"]
    silent = [row.partner.name for row in page.views if row.state != "given"]
    parts: list[WordPart] = [
        Text(
            _("%(given)d van %(n)d partners gaven hun kijk.") % {"given": page.n_given, "n": page.n_partners}
        )
    ]
    if given:
        head = [_("Partner"), _("Doet mee"), _("Belang"), _("Zorg"), _("Bijdrage")]
        rows = [
            [
                row.partner.name,
                str(row.view.get_willingness_display()),
                row.view.interest,
                row.view.worry,
                row.view.contribution,
            ]
            for row in given
            if row.view
        ]
        parts.append(Table(head, rows, widths=(3, 2, 4, 4, 4)))
    if silent:
        parts.append(Text(_("Nog niet gehoord: %(names)s.") % {"names": ", ".join(silent)}))
    return parts


def _options(page: ExplorationPage) -> list[WordPart]:
    parts: list[WordPart] = []
    for one in page.options:
        name = _("%(name)s (aangeraden)") % {"name": one.name} if one.is_advised else one.name
        parts.append(Heading(name, 2))
        words = [
            one.text,
            _("Voor: %(pros)s") % {"pros": one.pros} if one.pros else "",
            _("Tegen: %(cons)s") % {"cons": one.cons} if one.cons else "",
        ]
        parts += [Text(each) for each in words if each]
    return parts or [Text(_("Er zijn nog geen mogelijkheden opgeschreven."))]


def _factors(page: ExplorationPage) -> list[WordPart]:
    rows = [
        [
            one.label,
            _("%(score)s van 5") % {"score": one.row.score} if one.row and one.row.score else "–",
            one.row.helps if one.row else "",
            one.row.hinders if one.row else "",
        ]
        for one in page.factors
    ]
    return [Table([_("Factor"), _("Score"), _("Helpt"), _("Werkt tegen")], rows, widths=(3, 2, 4, 4))]


def _payers(page: ExplorationPage) -> list[WordPart]:
    rows = [
        [
            one.label,
            (one.row.pays if one.row else "") or "–",
            (one.row.gains if one.row else "") or "–",
        ]
        for one in page.payer_effects
    ]
    return [Table([_("Wet"), _("Wie betaalt"), _("Wie heeft voordeel")], rows, widths=(2, 4, 4))]
