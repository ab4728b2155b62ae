"""Loading agreements with their parties and signatures, and the criteria the parties agreed on."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.exchange.actions.loading import Loading, asked_at, chosen
from schakel.exchange.network_file import criterion_texts, day
from schakel.exchange.tree import Node
from schakel.network import actions as network_actions
from schakel.network.models import Agreement, CriteriaSet, Partner, Theme
from schakel.network.rules import CriterionText
from schakel.network.rules.articles import (
    ArticleText,
    fingerprint,
    put_together,
    recognised,
    taken_apart,
    tidied,
)


def load_agreements(loading: Loading, partners: dict[str, Partner]) -> dict[str, Agreement]:
    """Load the agreements of the file; returns them by their address."""
    known = {row.slug: row for row in Agreement.objects.of(loading.network)}
    in_file: dict[str, Agreement] = {}
    for _position, node, item in loading.file.items("agreements"):
        slug = item["slug"]
        facts = chosen(item, "title", "kind", "notice_months", "source")
        if starts := day(item.get("starts")):
            facts["starts_on"], facts["starts_precision"] = starts.day, starts.precision
        if ends := day(item.get("ends")):
            facts["ends_on"] = ends.day
        changes: dict[str, list[Any]] = {}
        with asked_at(node):
            if slug not in known:
                agreement = network_actions.add_agreement(loading.network, by=None, slug=slug, **facts)
            else:
                agreement = known[slug]
                if network_actions.differences(agreement, facts):
                    changes = network_actions.change_agreement(agreement, by=None, **facts)
            changes |= _put_articles(agreement, item)
        loading.report.note(
            _("overeenkomsten"), slug, was_known=slug in known, changes=changes, model=Agreement
        )
        in_file[slug] = agreement
        _load_parties(loading, agreement, node, item, partners)
    loading.only_in_platform(_("overeenkomsten"), known, in_file)
    return in_file


def _put_articles(agreement: Agreement, item: dict[str, Any]) -> dict[str, list[Any]]:
    """Write the articles of the file, or what its whole text is when taken apart; what is the same is left alone."""
    if "articles" in item:
        preamble = item.get("text", "").strip()
        rows = [
            ArticleText(str(one.get("number", "")), one.get("heading", ""), one.get("text", ""))
            for one in item["articles"]
        ]
    elif "text" in item:
        preamble, rows = taken_apart(item["text"])
    else:
        return {}
    known = [one.as_text for one in agreement.articles.all()]
    if fingerprint(preamble, tidied(rows)) == fingerprint(agreement.preamble, known):
        return {}
    network_actions.put_articles(agreement, by=None, preamble=preamble, articles=recognised(rows, known))
    return {"text": [agreement.text, put_together(preamble, tidied(rows))]}


def _load_parties(
    loading: Loading, agreement: Agreement, node: Node, item: dict[str, Any], partners: dict[str, Partner]
) -> None:
    known = {party.partner.slug: party for party in agreement.parties.select_related("partner")}
    in_file = set()
    for place, written in enumerate(item.get("parties", ())):
        party = written if isinstance(written, dict) else {"partner": written}
        key = party["partner"]
        in_file.add(key)
        with asked_at(node.at("parties", place)):
            if key not in known:
                network_actions.add_party(agreement, by=None, partner=partners[key])
            loading.report.note(_("partijen bij een overeenkomst"), key, was_known=key in known)
            signed = day(party.get("signed_on"))
            if signed and (key not in known or known[key].signed_on is None):
                network_actions.sign(
                    agreement,
                    by=None,
                    partner=partners[key],
                    signed_by_name=party["signed_by"],
                    signed_on=signed.day,
                )
                loading.report.note(_("handtekeningen"), key, was_known=False)
    loading.only_in_platform(_("partijen bij een overeenkomst"), known, in_file)


def load_criteria(loading: Loading, agreements: dict[str, Agreement], themes: dict[str, Theme]) -> None:
    """Load the criteria sets; a set that differs from the platform becomes a new version from its day on."""
    newest: dict[str, CriteriaSet] = {}
    rows = CriteriaSet.objects.of(loading.network).select_related("agreement").prefetch_related("criteria")
    for row in rows.order_by("version"):
        newest[row.name] = row
    in_file = set()
    for _position, node, item in loading.file.items("criteria_sets"):
        name = item["name"]
        in_file.add(name)
        facts = chosen(item, "kind", "moment", "source")
        facts["agreement"] = agreements[item["agreement"]] if "agreement" in item else None
        facts["theme"] = themes[item["theme"]] if "theme" in item else None
        criteria = criterion_texts(item["kind"], item["criteria"])
        last = newest.get(name)
        if last is not None and is_same(last, facts, criteria):
            loading.report.note(_("criteriasets"), name, was_known=True)
            continue
        starts = day(item.get("valid_from"))
        valid_from = starts.day if starts else (timezone.localdate() if last else None)
        with asked_at(node):
            network_actions.new_criteria_version(
                loading.network, by=None, name=name, criteria=criteria, valid_from=valid_from, **facts
            )
        if last is None:
            loading.report.note(_("criteriasets"), name, was_known=False)
        else:
            changes = {"version": [last.version, last.version + 1]}
            loading.report.note(_("criteriasets"), name, was_known=True, changes=changes, model=CriteriaSet)
    given = {name: row for name, row in newest.items() if not row.is_default}
    loading.only_in_platform(_("criteriasets"), given, in_file)
    if not newest and not in_file:
        network_actions.default_criteria(loading.network, by=None)
        loading.report.defaults.append(_("criteria om ideeën te wegen"))


def is_same(last: CriteriaSet, facts: dict[str, Any], criteria: list[CriterionText]) -> bool:
    """Whether the newest version already says what the file says."""
    written = [
        CriterionText(
            code=one.code,
            text=one.text,
            rule=one.rule,
            preference=one.preference,
            refers_to=tuple(one.refers_to),
            is_knockout=one.is_knockout,
            weight=one.weight,
            anchors=one.anchors,
        )
        for one in last.criteria.all()
    ]
    return written == criteria and not network_actions.differences(last, facts)
