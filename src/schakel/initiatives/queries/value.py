"""The value of an initiative as its page and its dossier show it; nothing is calculated here that the worker did."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from schakel.initiatives.gates.followed import courses_of
from schakel.initiatives.models import Measure, ValueAssessment, ValueCard, ValueLine
from schakel.initiatives.rules.prices import priced
from schakel.initiatives.rules.savings import WHOLE
from schakel.initiatives.rules.value import (
    EVIDENCE,
    HEADLINES,
    NEW,
    SHARE_WORDS,
    Comparison,
    Direction,
    Purse,
    Sort,
    group_read,
    why_not_said,
)
from schakel.measuring.queries import NO_FIGURES, Tally
from schakel.methods.value.benefit import Quadrant
from schakel.methods.value.costs import Discounting, discounted, out_of_hundred, significant
from schakel.methods.value.payers import Entry, Flow, Payer, PayerLine, who_pays_and_gains
from schakel.web.formats import euro, number

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person

#: Later costs count less, by the Dutch guideline.
DISCOUNTING = Discounting()


@dataclass(frozen=True)
class MatrixRow:
    """One partner, and what each purse pays or keeps through it; the words of an empty cell are empty."""

    name: str
    cells: Sequence[str]


@dataclass(frozen=True)
class ValuePage:
    """The value of one initiative: the choices, the lines, who pays and gains, and the card."""

    assessment: ValueAssessment | None
    lines: Sequence[ValueLine]
    card: ValueCard | None
    has_baseline: bool

    @property
    def is_behind(self) -> bool:
        """Whether something changed since the card was worked out."""
        if self.assessment is None or not self.assessment.groups:
            return False
        return self.card is None or self.card.sha256 != entered_sha256(self.assessment, self.lines)

    @cached_property
    def why_not(self) -> str | None:
        """Why nothing can be said of the value yet; None when it can be."""
        found = self.assessment
        groups = [group_read(one) for one in found.groups] if found else []
        return why_not_said(
            is_chosen=found is not None,
            has_baseline=self.has_baseline,
            n_groups={arm: sum(one.arm == arm for one in groups) for arm in {one.arm for one in groups}},
            fault=self.card.fault if self.card and not self.is_behind else "",
            is_ready=self.card is not None and not self.is_behind,
        )

    @property
    def headline(self) -> str:
        """The verdict as a board reads it."""
        if self.why_not is not None or self.card is None:
            return _("Nog niet te zeggen: %(why)s.") % {"why": self.why_not}
        return str(HEADLINES[Quadrant(self.card.outcome["quadrant"])])

    @property
    def told(self) -> list[str]:
        """What a board has to know beside the headline, sentence by sentence; nothing while it cannot be said."""
        if self.why_not is not None or self.card is None or self.assessment is None:
            return []
        return [one for one in _told(self.assessment, self.card.outcome) if one]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What the card rests on."""
        found = self.assessment
        if found is None:
            return []
        facts = [
            (_("Vergeleken"), str(found.get_comparison_display())),
            (_("Wiens kosten tellen"), str(found.get_perspective_display())),
            (_("Over"), _("%(n)s maanden") % {"n": found.horizon_months}),
            (_("Prijspeil"), _price_words(found)),
            (_("Sterkte van het bewijs"), str(EVIDENCE[Comparison(found.comparison)])),
        ]
        if self.card is not None and self.card.outcome:
            people, groups = self.card.outcome["n_persons"], self.card.outcome["n_groups"]
            words = _(
                "%(new)s met de nieuwe aanpak (%(a)s groepen), %(usual)s met gewone zorg (%(b)s groepen)"
            ) % {
                "new": number(people[0]),
                "usual": number(people[1]),
                "a": groups[0],
                "b": groups[1],
            }
            facts.append((_("Mensen"), words))
            facts.append((_("Volledigheid"), completeness(sum(people), found.n_took_part)))
        return facts

    @property
    def benefits(self) -> list[list[str]]:
        """For each amount that one unit may be worth: what is left, and how often that is more than nothing."""
        if self.why_not is not None or self.card is None:
            return []
        return [
            [
                euro(significant(one["amount"], 6)),
                money(one["value"]),
                _("%(low)s tot %(high)s") % {"low": money(one["lower95"]), "high": money(one["upper95"])},
                _("%(n)s van de 100") % {"n": out_of_hundred(one["share"])},
            ]
            for one in self.card.outcome["benefits"]
        ]

    @property
    def flips(self) -> list[list[str]]:
        """For each amount: at which cost, and at which outcome, the answer turns; only where better costs more."""
        if self.why_not is not None or self.card is None:
            return []
        found = self.card.outcome
        if found["delta_cost"] <= 0 or found["delta_effect"] <= 0:
            return []
        return [
            [
                euro(significant(one["amount"], 6)),
                _("%(turn)s (nu %(now)s)")
                % {"turn": money(one["flip_cost"]), "now": money(found["delta_cost"])},
                _("%(turn)s (nu %(now)s)")
                % {"turn": figure(one["flip_effect"]), "now": figure(found["delta_effect"])},
            ]
            for one in found["benefits"]
        ]

    @property
    def flips_head(self) -> list[str]:
        """The head of that table."""
        unit = self.assessment.effect_unit if self.assessment else ""
        return [
            _("Waard per %(unit)s") % {"unit": unit},
            _("Kost hoogstens, per mens"),
            _("Of levert minstens op, %(unit)s") % {"unit": unit},
        ]

    @property
    def corners(self) -> list[list[str]]:
        """In how many of a hundred draws it came out better or not, dearer or not: what the cloud shows, as a table."""
        if self.why_not is not None or self.card is None:
            return []
        return [
            [str(words).capitalize(), str(out_of_hundred(self.card.outcome["shares"][name]))]
            for name, words in SHARE_WORDS.items()
        ]

    @property
    def corners_head(self) -> list[str]:
        """The head of that table."""
        return [_("Nieuwe aanpak"), _("Van de 100 doorrekeningen")]

    @property
    def cloud_words(self) -> str:
        """The line under the cloud."""
        unit = self.assessment.effect_unit if self.assessment else ""
        return _(
            "Elke stip is een doorrekening, de ruit is het midden. Stippen onder een streeplijn zijn de moeite waard "
            "als één %(unit)s dat bedrag waard is."
        ) % {"unit": unit}

    @property
    def benefits_head(self) -> list[str]:
        """The head of that table."""
        unit = self.assessment.effect_unit if self.assessment else ""
        return [
            _("Waard per %(unit)s") % {"unit": unit},
            _("Over per mens"),
            _("Met 95 % zekerheid"),
            _("De moeite waard"),
        ]

    @property
    def tally(self) -> Tally:
        """How many figures about people leave with the card: both differences, and what is left at each amount."""
        return Tally(2 + len(self.benefits)) if self.benefits else NO_FIGURES

    @property
    def payers(self) -> tuple[PayerLine, ...]:
        """What each payer pays and gains over all years, in euros of one price year."""
        return who_pays_and_gains(
            Entry(Payer(line.purse), Flow(line.direction), line.year, amount_of(line)) for line in self.lines
        )

    @property
    def payer_rows(self) -> list[list[str]]:
        """Who pays and who gains, in words; an empty cell is no money at all."""
        return [
            [
                str(Purse(one.payer).label),
                *[
                    euro(sum) if sum else ""
                    for sum in (one.pays_eur, one.gains_cash_eur, one.gains_capacity_eur)
                ],
                _balance_words(one),
            ]
            for one in self.payers
            if _has_to_do_with_it(one)
        ]

    @property
    def payers_aside(self) -> str:
        """Who neither pays nor gains, in one sentence; empty when everybody does."""
        names = [str(Purse(one.payer).label) for one in self.payers if not _has_to_do_with_it(one)]
        return _("Betaalt en wint niets: %(names)s.") % {"names": "; ".join(names)} if names else ""

    @property
    def purses(self) -> list[str]:
        """The purses that have to do with it, in their order."""
        used = {line.purse for line in self.lines}
        return [str(one.label) for one in Purse if one.value in used]

    @property
    def matrix(self) -> list[MatrixRow]:
        """Partners by purses: what each pays and keeps, in words."""
        used = [one for one in Purse if one.value in {line.purse for line in self.lines}]
        names = dict.fromkeys(_bearer(line) for line in self.lines)
        return [
            MatrixRow(
                name,
                [
                    _cell([x for x in self.lines if _bearer(x) == name and x.purse == purse.value])
                    for purse in used
                ],
            )
            for name in sorted(names)
        ]

    @property
    def totals(self) -> list[tuple[str, Decimal]]:
        """What is paid by kind of cost, later years discounted; only kinds with something in them."""
        first = min((line.year for line in self.lines), default=0)
        sums: dict[str, Decimal] = {}
        for line in self.lines:
            if line.direction == Direction.PAYS:
                amount = discounted(amount_of(line), line.year - first, DISCOUNTING.costs)
                sums[line.sort] = sums.get(line.sort, Decimal(0)) + amount
        return [(str(one.label), sums[one.value]) for one in Sort if one.value in sums]


def _price_words(found: ValueAssessment) -> str:
    """To which year prices were brought, by which index; where nothing had to be, the year alone."""
    if not found.price_index:
        return str(found.price_year)
    told = ", ".join(
        f"{year}: {number(index.normalize())}" for year, index in sorted(found.index_by_year.items())
    )
    words = _("%(year)s. Prijzen van andere jaren omgerekend met de prijsindex (%(index)s). Bron: %(source)s")
    return words % {"year": found.price_year, "index": told, "source": found.price_index_source}


def money(amount: float | Decimal) -> str:
    """An amount as a board reads it: two figures that count."""
    return euro(significant(amount))


def figure(value: float) -> str:
    """An outcome as a board reads it, with a plus when it is more."""
    told = significant(value)
    decimals = max(0, -int(told.as_tuple().exponent))
    return f"{'+' if told > 0 else ''}{number(told, decimals)}"


def _told(found: ValueAssessment, outcome: dict[str, Any]) -> Iterable[str]:
    cost = outcome["delta_cost"]
    low, high = outcome["cost95"]
    yield _(
        "Kosten: %(size)s per mens %(way)s dan bij gewone zorg (met 95 %% zekerheid tussen %(low)s en %(high)s)."
    ) % {
        "size": money(abs(cost)),
        "way": _("meer") if cost >= 0 else _("minder"),
        "low": money(low),
        "high": money(high),
    }
    low, high = outcome["effect95"]
    yield (
        _("%(effect)s: %(size)s %(unit)s per mens (tussen %(low)s en %(high)s); meer is hier beter.")
        % {
            "effect": found.effect,
            "size": figure(outcome["delta_effect"]),
            "unit": found.effect_unit,
            "low": figure(low),
            "high": figure(high),
        }
        if not found.is_less_better
        else _("%(effect)s, vermeden: %(size)s %(unit)s per mens (tussen %(low)s en %(high)s).")
        % {
            "effect": found.effect,
            "size": figure(outcome["delta_effect"]),
            "unit": found.effect_unit,
            "low": figure(low),
            "high": figure(high),
        }
    )
    if outcome["ratio"]:
        ratio, low, high = outcome["ratio"]
        yield _("Eén %(unit)s kost %(ratio)s (tussen %(low)s en %(high)s).") % {
            "unit": found.effect_unit,
            "ratio": money(ratio),
            "low": money(low),
            "high": money(high),
        }
    elif outcome["break_even_eur"]:
        yield _(
            "Het loont als één %(unit)s u minstens %(amount)s waard is; hoe zeker dat is, ziet u hieronder."
        ) % {
            "unit": found.effect_unit,
            "amount": money(outcome["break_even_eur"]),
        }
    name, share = max(outcome["shares"].items(), key=lambda one: one[1])
    yield _("In %(n)s van de 100 doorrekeningen: %(words)s.") % {
        "n": out_of_hundred(share),
        "words": str(SHARE_WORDS[name]),
    }
    own = Decimal(outcome["own_cost_eur"])
    if own:
        yield _("Hierin zit %(own)s per mens voor de aanpak zelf, uit de regels hieronder.") % {
            "own": money(own)
        }


def _has_to_do_with_it(one: PayerLine) -> bool:
    return bool(one.pays_eur or one.gains_cash_eur or one.gains_capacity_eur)


def _balance_words(one: PayerLine) -> str:
    if one.pays_for_others:
        return _("betaalt meer dan terugkomt")
    if one.balance_eur > 0:
        return _("houdt %(amount)s over") % {"amount": euro(one.balance_eur)}
    if one.gains_capacity_eur:
        return _("wint tijd, geen geld")
    return _("komt precies uit")


def _bearer(line: ValueLine) -> str:
    return line.partner.name if line.partner else _("Geen partner")


def _cell(lines: Sequence[ValueLine]) -> str:
    words = {
        Direction.PAYS.value: _("betaalt %(amount)s"),
        Direction.GAINS_CASH.value: _("houdt %(amount)s over"),
        Direction.GAINS_CAPACITY.value: _("wint %(amount)s aan tijd"),
    }
    sums: dict[str, Decimal] = {}
    for line in lines:
        sums[line.direction] = sums.get(line.direction, Decimal(0)) + amount_of(line)
    return "; ".join(words[way] % {"amount": euro(sums[way])} for way in words if way in sums)


def amount_of(line: ValueLine) -> Decimal:
    """How much times which price, in euros of the chosen price level, before discounting."""
    found = line.assessment
    return priced(entered_amount(line), line.price_year, found.index_by_year, found.price_year)


def entered_amount(line: ValueLine) -> Decimal:
    """How much times which price, as far as it counts here, in prices of the year in which that price held."""
    return (line.volume * line.price_eur * line.share_percent / WHOLE).quantize(Decimal("0.01"))


def own_cost_per_person(found: ValueAssessment, lines: Sequence[ValueLine]) -> Decimal:
    """What the new way itself costs for each person who had it, from the lines; later years discounted."""
    persons = sum(one.n_persons for one in map(group_read, found.groups) if one.arm == NEW)
    own = [line for line in lines if line.sort == Sort.INTERVENTION and line.direction == Direction.PAYS]
    if not persons or not own:
        return Decimal(0)
    first = min(line.year for line in own)
    total = sum(
        (discounted(amount_of(line), line.year - first, DISCOUNTING.costs) for line in own), Decimal(0)
    )
    return (total / persons).quantize(Decimal("0.01"))


def completeness(n_known: int, n_took_part: int | None) -> str:
    """Of how many of the people who took part there are figures."""
    if n_took_part is None:
        return _(
            "Niet opgeschreven hoeveel mensen er meededen, dus ook niet van hoeveel er cijfers ontbreken."
        )
    if n_known == n_took_part:
        return _("Cijfers van iedereen die meedeed")
    share = min(99, n_known * 100 // n_took_part)
    return _("Cijfers van %(known)s van de %(all)s mensen die meededen (%(share)s %%)") % {
        "known": number(n_known),
        "all": number(n_took_part),
        "share": number(share),
    }


def entered_sha256(found: ValueAssessment, lines: Iterable[ValueLine]) -> str:
    """The fingerprint of everything that a card is worked out from."""
    told = [
        found.comparison,
        found.effect,
        found.effect_unit,
        found.is_less_better,
        [f"{one:.2f}" for one in found.amounts_eur],
        found.holds_own_cost,
        found.groups,
        # Only where amounts were brought to one price level does the index count: other cards stay as they are.
        *([found.price_index, found.price_year] if found.price_index else []),
        sorted([line.sort, line.direction, f"{amount_of(line):.2f}", line.year] for line in lines),
    ]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def value_of(person: Person, initiative: Initiative) -> ValuePage:
    """The value of an initiative as far as is known. At most six database queries."""
    found = (
        ValueAssessment.objects.visible_to(person)
        .filter(initiative=initiative)
        .select_related("chosen_by")
        .first()
    )
    measures = list(Measure.objects.visible_to(person).filter(initiative=initiative).named())
    for one in measures:
        one.initiative = initiative
    has_baseline = any(course.baseline is not None for course in courses_of(measures).values())
    if found is None:
        return ValuePage(None, (), None, has_baseline)
    lines = list(found.lines.select_related("partner"))
    return ValuePage(found, lines, found.cards.first(), has_baseline)
