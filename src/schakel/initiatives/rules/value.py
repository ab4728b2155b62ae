"""What a change is worth: choices that come first, what may be entered, and the verdict as a board reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.initiatives.rules.prices import FIRST_YEAR, LAST_YEAR
from schakel.methods.disclosure import PUBLIC_THRESHOLD
from schakel.methods.unmeasurable import Why
from schakel.methods.value.benefit import Quadrant
from schakel.methods.value.costs import CostKind
from schakel.methods.value.payers import Flow, Payer
from schakel.web.fields import plain_figure, why_two_meanings

#: A group that figures are about has at least so many persons: fewer never leave, so they do not come in either.
LEAST_PERSONS = PUBLIC_THRESHOLD
MOST_PERSONS, MOST_GROUPS, MOST_AMOUNTS = 20_000, 60, 4
#: From so many groups in each arm drawing again says something; of fewer nothing is said.
ENOUGH_GROUPS = 5
NEW, USUAL = "new", "usual"


class Comparison(TextChoices):
    """With what the new way is compared."""

    LOT = "lot", gettext_lazy("Het lot bepaalde wie meedeed")
    AREAS = "areas", gettext_lazy("Met praktijken of gebieden die niet meededen")
    BEFORE = "before", gettext_lazy("Met dezelfde zorg in de tijd ervoor")


class Perspective(TextChoices):
    """Whose costs and gains count."""

    CARE = "care", gettext_lazy("De zorg: alleen kosten van zorg")
    SOCIETY = "society", gettext_lazy("De hele samenleving: ook patiënt, familie en andere sectoren")


class Moment(TextChoices):
    """Whether something is paid once or goes on."""

    SET_UP = "set_up", gettext_lazy("Eenmalig, om te beginnen")
    RUNNING = "running", gettext_lazy("Doorlopend")


class Direction(TextChoices):
    """What happens to the money; the values are those of the calculation."""

    PAYS = Flow.PAYS, gettext_lazy("Kost geld")
    GAINS_CASH = Flow.GAINS_CASH, gettext_lazy("Houdt geld over")
    GAINS_CAPACITY = Flow.GAINS_CAPACITY, gettext_lazy("Houdt alleen tijd of plaatsen over")


class Purse(TextChoices):
    """Whose money it is; the values are those of the calculation."""

    ZVW = Payer.ZVW, gettext_lazy("Zvw, zorgverzekering")
    WLZ = Payer.WLZ, gettext_lazy("Wlz, langdurige zorg")
    WMO = Payer.WMO, gettext_lazy("Wmo, ondersteuning thuis")
    MUNICIPALITY = Payer.MUNICIPALITY, gettext_lazy("Gemeente, ander geld")
    PROVIDER = Payer.PROVIDER, gettext_lazy("Aanbieder")
    RESIDENT = Payer.RESIDENT, gettext_lazy("Inwoner")


class Sort(TextChoices):
    """Where a cost arises; the values are those of the calculation."""

    INTERVENTION = CostKind.INTERVENTION, gettext_lazy("De nieuwe aanpak zelf")
    CARE_USE = CostKind.CARE_USE, gettext_lazy("Gebruik van zorg")
    PATIENT_FAMILY = CostKind.PATIENT_FAMILY, gettext_lazy("Patiënt en familie")
    OTHER_SECTOR = CostKind.OTHER_SECTOR, gettext_lazy("Andere sectoren")


#: How strong the evidence is, by the comparison; with what to know beside it.
EVIDENCE = {
    Comparison.LOT: gettext_lazy("A: het lot bepaalde wie meedeed"),
    Comparison.AREAS: gettext_lazy(
        "B: vergeleken met wie niet meedeed. Of beide groepen daarvóór gelijk liepen, is hier niet getoetst."
    ),
    Comparison.BEFORE: gettext_lazy("D: een gewone vergelijking van voor en na"),
}
#: Why figures allow no honest answer, in words.
UNMEASURABLE = {
    Why.TOO_FEW_PERSONS: gettext_lazy("van een van beide groepen zijn er geen cijfers"),
    Why.TOO_FEW_AREAS: gettext_lazy(
        "er zijn minstens twee praktijken of gebieden nodig met de nieuwe aanpak, en twee met gewone zorg"
    ),
    Why.AREA_IN_BOTH_ARMS: gettext_lazy(
        "een praktijk of gebied staat bij de nieuwe aanpak én bij gewone zorg"
    ),
    Why.NO_VARIATION: gettext_lazy(
        "alle praktijken hebben dezelfde cijfers, dus de onzekerheid is niet te berekenen"
    ),
}


@dataclass(frozen=True)
class Group:
    """What was measured in one practice or area: how many persons, and their mean cost and outcome.

    price_year: of which year the prices of that cost are; None for the price level that was chosen.
    """

    arm: str
    name: str
    n_persons: int
    cost_eur: Decimal
    effect: Decimal
    price_year: int | None = None

    def kept(self) -> list[str | int]:
        """Plain values to keep."""
        year = [] if self.price_year is None else [self.price_year]
        return [self.arm, self.name, self.n_persons, str(self.cost_eur), str(self.effect), *year]


def group_read(kept: Sequence[str | int]) -> Group:
    """What ``Group.kept`` wrote, read back."""
    arm, name, n, cost, effect, *year = kept
    price_year = int(year[0]) if year else None
    return Group(str(arm), str(name), int(n), Decimal(str(cost)), Decimal(str(effect)), price_year)


#: What people write for each arm.
ARMS = {"nieuw": NEW, "nieuwe": NEW, "gewoon": USUAL, "gewone": USUAL}
_CELLS = re.compile(r"\t|;")


def groups_read(text: str) -> tuple[list[Group], list[str]]:
    """The groups in a block as it is typed or pasted from Excel, and what is wrong with it, line by line.

    >>> groups_read("nieuw; Praktijk Oost; 120; 1.850,50; 0,71")[0][0].cost_eur
    Decimal('1850.50')
    >>> groups_read("nieuw; Oost; 4; 10; 1")[1]
    ['Regel 1: het gaat om minder dan 10 mensen. Neem praktijken samen.']
    """
    groups: list[Group] = []
    faults: list[str] = []
    for nth, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in _CELLS.split(line.strip())]
        if not any(cells) or (nth == 1 and len(cells) > 2 and not any(c.isdigit() for c in cells[2])):
            continue
        try:
            groups.append(_group(cells))
        except ValueError as wrong:
            faults.append(_("Regel %(n)d: %(why)s") % {"n": nth, "why": wrong})
    seen: set[tuple[str, str]] = set()
    for one in groups:
        if (key := (one.arm, one.name.casefold())) in seen:
            faults.append(_("%(name)s staat er twee keer.") % {"name": one.name})
        seen.add(key)
    if len(groups) > MOST_GROUPS:
        faults.append(_("Er passen %(n)d regels.") % {"n": MOST_GROUPS})
    return groups, faults


def _group(cells: Sequence[str]) -> Group:
    """One line; raises ValueError with the reason in Dutch."""
    if len(cells) not in (5, 6):
        raise ValueError(
            _(
                "er moeten vijf vakken zijn: groep, naam, mensen, kosten, uitkomst. Of zes, met het jaar van de "
                "prijzen."
            )
        )
    arm = ARMS.get(cells[0].casefold())
    if arm is None:
        raise ValueError(_("begin met “nieuw” of “gewoon”."))
    if not cells[1] or len(cells[1]) > 80:
        raise ValueError(_("schrijf een naam van ten hoogste 80 tekens."))
    n, cost, effect = (_figure(cell) for cell in cells[2:5])
    if n != int(n) or n > MOST_PERSONS:
        raise ValueError(_("schrijf hoeveel mensen, een heel getal tot %(most)d.") % {"most": MOST_PERSONS})
    if n < LEAST_PERSONS:
        raise ValueError(
            _("het gaat om minder dan %(least)d mensen. Neem praktijken samen.") % {"least": LEAST_PERSONS}
        )
    return Group(arm, cells[1], int(n), cost, effect, _price_year(cells[5:]))


def _price_year(cells: Sequence[str]) -> int | None:
    """The year of the prices, when it was written down; raises ValueError with the reason in Dutch."""
    if not cells or not cells[0]:
        return None
    if not (cells[0].isascii() and cells[0].isdigit() and FIRST_YEAR <= int(cells[0]) <= LAST_YEAR):
        raise ValueError(_("het jaar van de prijzen is een jaartal, bijvoorbeeld 2024."))
    return int(cells[0])


def _figure(cell: str) -> Decimal:
    bare = cell.replace("€", "").strip()
    if reason := why_two_meanings(bare):
        raise ValueError(f"“{cell}”. {reason}")
    try:
        found = Decimal(plain_figure(bare))
    except InvalidOperation:
        raise ValueError(_("“%(cell)s” is geen getal.") % {"cell": cell}) from None
    if not found.is_finite() or abs(found) >= Decimal(10) ** 7:
        raise ValueError(_("“%(cell)s” is te groot.") % {"cell": cell})
    return found


def groups_written(groups: Iterable[Group]) -> str:
    """The block as it is typed, to change it."""

    def told(number: Decimal) -> str:
        return f"{number.normalize():f}".replace(".", ",")

    words = {NEW: "nieuw", USUAL: "gewoon"}
    return "\n".join(
        f"{words[one.arm]}; {one.name}; {one.n_persons}; {told(one.cost_eur)}; {told(one.effect)}"
        + (f"; {one.price_year}" if one.price_year else "")
        for one in groups
    )


def why_not_said(
    *, is_chosen: bool, has_baseline: bool, n_groups: Mapping[str, int], fault: str, is_ready: bool
) -> str | None:
    """Why nothing can be said of the value yet, the first thing that lacks; None when it can be said.

    >>> why_not_said(is_chosen=True, has_baseline=False, n_groups={}, fault="", is_ready=False)
    'geen nulmeting'
    """
    if not is_chosen:
        return _("er is nog niet gekozen waarmee wordt vergeleken en wat meetelt")
    if not has_baseline:
        return _("geen nulmeting")
    if not n_groups.get(NEW) or not n_groups.get(USUAL):
        return _("er zijn nog geen kosten en uitkomsten van beide groepen")
    if min(n_groups.values()) < ENOUGH_GROUPS:
        return _(
            "er zijn te weinig praktijken of gebieden om toeval uit te sluiten; nodig zijn er %(n)d per groep"
        ) % {"n": ENOUGH_GROUPS}
    if fault:
        return str(UNMEASURABLE.get(Why(fault), _("met deze cijfers is geen eerlijke berekening mogelijk")))
    return None if is_ready else _("de berekening loopt nog")


#: The verdict as a board reads it, by quadrant; a ratio stands in the first only.
HEADLINES = {
    Quadrant.BETTER_DEARER: gettext_lazy("Het werkt beter en kost meer."),
    Quadrant.BETTER_CHEAPER: gettext_lazy("Beter én goedkoper."),
    Quadrant.BETTER_COST_UNCLEAR: gettext_lazy(
        "Het werkt beter. Of het meer of minder kost, is nog niet aangetoond."
    ),
    Quadrant.WORSE_DEARER: gettext_lazy("Slechter en duurder."),
    Quadrant.WORSE_CHEAPER: gettext_lazy("Goedkoper, maar ook minder resultaat."),
    Quadrant.WORSE_COST_UNCLEAR: gettext_lazy(
        "Minder resultaat. Of het goedkoper is, is nog niet aangetoond."
    ),
    Quadrant.EFFECT_NOT_SHOWN: gettext_lazy("Het effect is nog niet aangetoond."),
}
#: In how many of a hundred draws it came out so.
SHARE_WORDS = {
    "better_dearer": gettext_lazy("beter en duurder"),
    "better_cheaper": gettext_lazy("beter en niet duurder"),
    "worse_dearer": gettext_lazy("niet beter en duurder"),
    "worse_cheaper": gettext_lazy("niet beter en niet duurder"),
}
