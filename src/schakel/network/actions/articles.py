"""The articles of an agreement: written, put in order and taken away until the first signature; then a new version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.network.models import Agreement, AgreementParty, Article, Obligation, Partner
from schakel.network.permissions import why_not_manage
from schakel.network.rules import ObligationState
from schakel.network.rules.articles import (
    ArticleText,
    fingerprint,
    put_together,
    recognised,
    taken_apart,
    tidied,
    why_not_articles,
)
from schakel.people.models import Person
from schakel.web.refusal import allow


def why_not_change(agreement: Agreement) -> str | None:
    """Why an agreement cannot be changed any more. One database query."""
    if agreement.parties.filter(signed_on__isnull=False).exists():
        return _("Deze overeenkomst is al getekend. Maak een nieuwe die deze vervangt.")
    return None


@transaction.atomic
def put_articles(
    agreement: Agreement,
    *,
    by: Person | None,
    preamble: str,
    articles: Iterable[ArticleText],
    seen: str = "",
) -> bool:
    """Write what stands before the articles, and the articles in this order; returns whether anything changed.

    seen: the fingerprint of what the writer had before them; another one means that somebody else was first.
    """
    agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    allow(why_not_manage(by, agreement.network, timezone.localdate()))
    allow(why_not_change(agreement))
    known = [one.as_text for one in agreement.articles.all()]
    now = fingerprint(agreement.preamble, known)
    if seen and seen != now:
        allow(
            _(
                "Iemand anders paste de artikelen intussen aan. Wat u typte, staat hieronder nog. Vergelijk eerst."
            )
        )
    rows = tidied(articles)
    allow(why_not_articles(rows))
    preamble = preamble.strip()
    if fingerprint(preamble, rows) == now:
        return False
    write_articles(agreement, preamble, recognised(rows, known))
    record(
        by=by,
        verb="articles written",
        about=agreement,
        data={"articles": [one.title for one in rows], "before": [one.title for one in known]},
    )
    return True


def write_articles(agreement: Agreement, preamble: str, rows: Sequence[ArticleText]) -> None:
    """Keep these articles and no others, each under its mark; a new one gets the next. Part of a larger action."""
    known = {one.mark: one for one in agreement.articles.all()}
    kept = {one.mark for one in rows if one.mark in known}
    for mark in known.keys() - kept:
        _take_away(known[mark])
    for position, one in enumerate(rows, start=1):
        words = {"number": one.number, "heading": one.heading, "text": one.text, "position": position}
        if one.mark in known:
            _change(known[one.mark], words)
            continue
        agreement.last_mark += 1
        Article.objects.create(
            network_id=agreement.network_id, agreement=agreement, mark=agreement.last_mark, **words
        )
    agreement.preamble, agreement.text = preamble, put_together(preamble, rows)
    agreement.save(update_fields=["preamble", "text", "last_mark"])


def write_text(agreement: Agreement, text: str) -> None:
    """Take a whole text apart and keep what comes of it. Part of a larger action."""
    preamble, rows = taken_apart(text)
    rows = tidied(rows)
    allow(why_not_articles(rows))
    known = [one.as_text for one in agreement.articles.all()]
    write_articles(agreement, preamble, recognised(rows, known))


def _change(article: Article, words: dict[str, Any]) -> None:
    changed = [name for name, value in words.items() if getattr(article, name) != value]
    for name in changed:
        setattr(article, name, words[name])
    if changed:
        article.save(update_fields=changed)


def _take_away(article: Article) -> None:
    """Remove an article; what a party does by it goes first, what was withdrawn loses its article only."""
    named = Obligation.objects.filter(article=article)
    standing = named.standing().select_related("partner").first()
    if standing is not None:
        allow(
            _(
                "Uit “%(article)s” volgt wat %(partner)s doet: %(what)s Trek dat eerst in, of laat het artikel staan."
            )
            % {"article": article, "partner": standing.partner, "what": standing.text}
        )
    named.filter(state=ObligationState.WITHDRAWN).update(article=None)
    article.delete()


@transaction.atomic
def renew_agreement(
    agreement: Agreement,
    *,
    by: Person | None,
    title: str,
    slug: str,
    parties: Iterable[Partner] = (),
    **facts: Any,
) -> Agreement:
    """Begin a new version of an agreement: the same articles, which can be changed until somebody signs it."""
    agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    network = agreement.network
    allow(why_not_manage(by, network, timezone.localdate()))
    if Agreement.objects.of(network).filter(slug=slug).exists():
        allow(_("Er is al een overeenkomst met deze titel."))
    made = Agreement.objects.create(
        network=network,
        title=title,
        slug=slug,
        supersedes=agreement,
        preamble=agreement.preamble,
        text=agreement.text,
        last_mark=agreement.last_mark,
        **{"kind": agreement.kind, **facts},
    )
    Article.objects.bulk_create(
        Article(
            network=network,
            agreement=made,
            mark=one.mark,
            number=one.number,
            heading=one.heading,
            text=one.text,
            position=one.position,
        )
        for one in agreement.articles.all()
    )
    for partner in parties:
        AgreementParty.objects.create(network=network, agreement=made, partner=partner)
    record(by=by, verb="new version begun", about=made, data={"of": agreement.slug})
    return made
