"""Plans as values: what a good plan holds, what it costs, its hash and the difference between two versions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.initiatives.rules.words import CommitmentKind, CostType, Obligation, Size, YesNoUnknown
from schakel.web.changes import Change
from schakel.web.formats import dutch_date, euro

#: A process assignment is light: above this sum of money it must be a project. Our default, not from a source.
LIGHT_CEILING_EUR = Decimal(5000)

#: The parts of a plan with their Dutch names, in the order of the page.
PARTS = {
    "goals": gettext_lazy("Doelen"),
    "activities": gettext_lazy("Activiteiten"),
    "milestones": gettext_lazy("Mijlpalen"),
    "budget_lines": gettext_lazy("Begroting"),
    "risks": gettext_lazy("Risico’s"),
    "roles": gettext_lazy("Rollen"),
    "commitments": gettext_lazy("Toezeggingen"),
}
#: What is kept of each row, in the order in which it reads.
ROWS = {
    "goals": ("text", "measure", "target", "due_on", "owner"),
    "activities": ("text", "owner", "starts_on", "due_on", "depends_on"),
    "milestones": ("kind", "text", "debtor", "due_on", "evidence", "payment_share_percent"),
    "budget_lines": (
        "cost_type",
        "text",
        "year",
        "amount_eur",
        "hours",
        "funding_line",
        "funding_source",
        "partner",
    ),
    "risks": ("text", "likelihood", "impact", "measure", "owner"),
    "roles": ("name", "who", "tasks"),
    "commitments": ("partner", "kind", "amount", "text"),
}
#: The texts of a plan itself, with their Dutch names.
TEXTS = {
    "summary": gettext_lazy("Opdracht in het kort"),
    "result": gettext_lazy("Wat er klaar is als het klaar is"),
    "communication": gettext_lazy("Communicatie"),
    "low_literacy": gettext_lazy("Mensen die moeilijk lezen"),
    "participation": gettext_lazy("Inwoners en professionals"),
    "needs_pilot": gettext_lazy("Begint met een pilot"),
    "privacy_check": gettext_lazy("Persoonsgegevens"),
    "restricts_competition": gettext_lazy("Beperkt de concurrentie"),
    "competition_reason": gettext_lazy("Waarom die beperking nodig is"),
}

Content = Mapping[str, Any]

#: The words of codes that stand in the content of a plan.
_WORDS: dict[str, dict[str, Any]] = {
    "cost_type": dict(CostType.choices),
    "kind": dict(Obligation.choices) | dict(CommitmentKind.choices),
    "likelihood": dict(Size.choices),
    "impact": dict(Size.choices),
    "restricts_competition": dict(YesNoUnknown.choices),
}


@dataclass(frozen=True)
class Finding:
    """One thing that a plan still lacks: in which part, in words, and of which row."""

    part: str
    words: str
    about: str = ""


@dataclass
class _Lint:
    """Collects what a plan lacks."""

    content: Content
    findings: list[Finding] = field(default_factory=list)

    def say(self, part: str, words: str, about: str = "") -> None:
        self.findings.append(Finding(part, words, about))

    def need(self, part: str, row: Mapping[str, Any], name: str, words: str) -> None:
        if not row.get(name):
            self.say(part, words, str(row.get("text") or row.get("name") or ""))


def lint(content: Content, *, is_light: bool = False) -> list[Finding]:
    """List what a plan lacks, in the order of the page. A light plan (process assignment) needs less.

    content: the plan as plain values, see ``queries.plan_content``.
    """
    found = _Lint(content)
    if not content.get("summary"):
        found.say("summary", _("Schrijf in het kort wat de opdracht is."))
    if not content.get("result"):
        found.say("result", _("Schrijf op wat er klaar is als het klaar is."))
    _lint_goals(found)
    _lint_activities(found)
    if is_light:
        _lint_light(found)
    else:
        _lint_project(found)
    return found.findings


def _lint_goals(found: _Lint) -> None:
    goals = found.content.get("goals") or []
    if not goals:
        found.say("goals", _("Noem ten minste één doel."))
    for goal in goals:
        found.need("goals", goal, "measure", _("Dit doel heeft nog geen maat."))
        found.need("goals", goal, "target", _("Dit doel heeft nog geen streefwaarde."))
        found.need("goals", goal, "due_on", _("Dit doel heeft nog geen datum."))
        found.need("goals", goal, "owner", _("Dit doel heeft nog geen eigenaar."))


def _lint_activities(found: _Lint) -> None:
    for activity in found.content.get("activities") or []:
        found.need("activities", activity, "owner", _("Deze activiteit heeft nog geen eigenaar."))
        starts, due = activity.get("starts_on"), activity.get("due_on")
        if starts and due and due < starts:
            found.say("activities", _("Deze activiteit is klaar voordat zij begint."), activity["text"])


def _lint_light(found: _Lint) -> None:
    amount = amount_eur(found.content)
    if amount > LIGHT_CEILING_EUR:
        found.say(
            "budget_lines", _("Een procesopdracht heeft geen grote begroting. Maak er een project van.")
        )
    if found.content.get("needs_pilot"):
        found.say("needs_pilot", _("Een procesopdracht heeft geen pilot. Maak er een project van."))


def _lint_project(found: _Lint) -> None:
    content = found.content
    if not content.get("activities"):
        found.say("activities", _("Noem de activiteiten, met een eigenaar."))
    _lint_milestones(found)
    _lint_budget(found)
    for risk in content.get("risks") or []:
        found.need("risks", risk, "measure", _("Bij dit risico staat nog niet wat u eraan doet."))
        found.need("risks", risk, "owner", _("Dit risico heeft nog geen eigenaar."))
    if not content.get("risks"):
        found.say("risks", _("Noem ten minste één risico."))
    if not content.get("roles"):
        found.say("roles", _("Schrijf op wie welke rol heeft."))
    if not content.get("communication"):
        found.say("communication", _("Schrijf op wie wanneer wat hoort."))
    if not content.get("low_literacy"):
        found.say("low_literacy", _("Schrijf op hoe u mensen bereikt die moeilijk lezen."))


def _lint_milestones(found: _Lint) -> None:
    milestones = found.content.get("milestones") or []
    if not milestones:
        found.say("milestones", _("Noem ten minste één mijlpaal."))
    for milestone in milestones:
        found.need(
            "milestones",
            milestone,
            "debtor",
            _("Bij deze mijlpaal staat nog niet welke partner ervoor zorgt."),
        )
        found.need("milestones", milestone, "due_on", _("Deze mijlpaal heeft nog geen datum."))
        found.need("milestones", milestone, "evidence", _("Bij deze mijlpaal staat nog geen bewijs."))
    shares = sum((Decimal(m.get("payment_share_percent") or 0) for m in milestones), Decimal(0))
    if shares > 100:
        found.say("milestones", _("De betalingen bij de mijlpalen zijn samen meer dan 100 %."))


def _lint_budget(found: _Lint) -> None:
    for line in found.content.get("budget_lines") or []:
        if not line.get("funding_line"):
            words = _("Bij deze regel staat nog niet waar het geld vandaan komt.")
            found.need("budget_lines", line, "funding_source", words)
        if not Decimal(line.get("amount_eur") or 0) and not line.get("hours"):
            found.say("budget_lines", _("Bij deze regel staat geen bedrag en staan geen uren."), line["text"])


def amount_eur(content: Content) -> Decimal:
    """Return the sum of money that a plan asks, in euros; hours do not count."""
    return sum(
        (Decimal(line.get("amount_eur") or 0) for line in content.get("budget_lines") or []), Decimal(0)
    )


def money_per_source(content: Content) -> dict[str, Decimal]:
    """Return the money per funding source, in the order of the budget."""
    sums: dict[str, Decimal] = {}
    for line in content.get("budget_lines") or []:
        source = line.get("funding_line") or line.get("funding_source") or ""
        sums[source] = sums.get(source, Decimal(0)) + Decimal(line.get("amount_eur") or 0)
    return {source: amount for source, amount in sums.items() if amount}


def hash_of(content: Content) -> str:
    """Return the SHA-256 of a plan's content in one fixed spelling, so that a changed letter shows."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def difference(before: Content, after: Content) -> list[Change]:
    """List what changed between two versions of a plan, in the order of the page, ready to read."""
    changes = []
    for name, label in TEXTS.items():
        old, new = _say(name, before.get(name)), _say(name, after.get(name))
        if old != new:
            changes.append(Change(str(label), "", old, new))
    for part, label in PARTS.items():
        changes += _difference_of_rows(part, str(label), before.get(part) or [], after.get(part) or [])
    return changes


def _difference_of_rows(
    part: str, label: str, before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> list[Change]:
    old = {row["key"]: (_title(row), _sentence(part, row)) for row in before}
    new = {row["key"]: (_title(row), _sentence(part, row)) for row in after}
    changes = []
    for key, (title, sentence) in new.items():
        was = old[key][1] if key in old else ""
        if was != sentence:
            changes.append(Change(label, title, was, sentence))
    gone = [Change(label, title, sentence, "") for key, (title, sentence) in old.items() if key not in new]
    return changes + gone


def _title(row: Mapping[str, Any]) -> str:
    return str(row.get("text") or row.get("name") or "")


def _sentence(part: str, row: Mapping[str, Any]) -> str:
    """All that is filled in on one row, as one readable line."""
    return " · ".join(said for name in ROWS[part] if (said := _say(name, row.get(name))))


def _say(name: str, value: Any) -> str:
    if value in {None, "", 0, "0.00"} and not isinstance(value, bool):
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if name in _WORDS:
        return str(_WORDS[name].get(value, value))
    if name.endswith("_on"):
        return dutch_date(date.fromisoformat(value))
    if name == "amount_eur":
        return euro(Decimal(value))
    if name == "hours":
        return _("%(count)s uur") % {"count": value}
    return str(value)


@dataclass(frozen=True)
class Stake:
    """What one partner puts in: money in euros and hours, and whether it pays as the funder."""

    partner: Any
    amount_eur: Decimal
    hours: Decimal
    is_funder: bool


def why_not_change_frozen(is_frozen: bool) -> str | None:
    """Say why a frozen plan cannot change, or None."""
    if is_frozen:
        return _("Dit plan ligt vast. Maak een nieuwe versie om iets te veranderen.")
    return None
