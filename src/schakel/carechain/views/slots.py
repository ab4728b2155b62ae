"""The waits of mental health care by the third free slot in the diaries, instead of by who came in the last two months.

The supervisor asks for both: one looks back at people, the other forward at places.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.carechain.queries import GgzWaits, PhaseShown
from schakel.carechain.rules import Phase, ProviderWait
from schakel.carechain.views.shapes import DAYS_IN_WEEK, STEPS, columns, row, weeks_words
from schakel.measuring.rules.periods import label
from schakel.web.formats import number
from schakel.web.wait_picture import Dot, wait_picture

#: The word in the address for this way of counting.
SLOT = "derde-plek"
#: The word in the address for counting small providers too.
SMALL_TOO = "mee"
MONTH = "month"


@dataclass(frozen=True)
class Way:
    """A way of counting: by the third free slot or by people, with or without the small providers."""

    is_by_slot: bool = False
    with_small: bool = False

    def of(self, phase: Phase) -> Way:
        """The same for a phase; of both together there is no free slot."""
        return replace(self, is_by_slot=self.is_by_slot and phase != Phase.TOTAL)


def way_of(request: HttpRequest, phase: Phase) -> Way:
    """The way of counting that the address asks for."""
    asked = Way(request.GET.get("telregel", "") == SLOT, request.GET.get("klein", "") == SMALL_TOO)
    return asked.of(phase)


def ways(request: HttpRequest, phase: Phase, chosen: Way) -> list[dict[str, Any]]:
    """The two ways of counting of the supervisor; of both phases together there is only one."""
    if phase == Phase.TOTAL:
        return []
    words = ((False, _("Wie aan de beurt kwam")), (True, _("Derde vrije plek")))
    return [_way(request, phase, label, replace(chosen, is_by_slot=one), chosen) for one, label in words]


def sizes(request: HttpRequest, phase: Phase, chosen: Way) -> list[dict[str, Any]]:
    """Without the small providers, as the supervisor counts a region, or with them."""
    words = ((False, _("Zonder kleine aanbieders")), (True, _("Met kleine aanbieders")))
    return [_way(request, phase, label, replace(chosen, with_small=one), chosen) for one, label in words]


def _way(request: HttpRequest, phase: Phase, label: str, way: Way, chosen: Way) -> dict[str, Any]:
    return {"label": label, "href": phase_address(request, phase, way), "current": way == chosen}


def phase_address(request: HttpRequest, phase: Phase, way: Way) -> str:
    """The page of a phase in one of the ways of counting."""
    word = next(word for word, one in STEPS.items() if one == phase)
    slot, small = (
        f"&telregel={SLOT}" if way.is_by_slot else "",
        f"&klein={SMALL_TOO}" if way.with_small else "",
    )
    return f"{request.path}?fase={word}{slot}{small}"


def slot_page(told: GgzWaits, phase: Phase, left_out: list[dict[str, str]]) -> dict[str, Any]:
    """What the page shows in this way of counting, in the place of what it shows otherwise.

    left_out: which providers are not in the region, and why: the same ones in both ways.
    """
    shown = told.phases[phase]
    there = sorted((one for one in shown.providers if one.slot_days is not None), key=_longest_first)
    return {
        "title": _("Wachttijden ggz: de derde vrije plek"),
        "lede": _(
            "Zo lang duurt het tot de derde vrije plek in de agenda, aan het eind van de laatste maand die een"
            " aanbieder invulde."
        ),
        "figures": _figures(told),
        "picture": _picture(shown, there, phase) if there else None,
        "providers": _table(shown, there),
        "parts": None,
        "groups": None,
        "chart": None,
        "failing": [],
        "region": _region(shown) | {"left_out": left_out},
    }


def _longest_first(one: ProviderWait) -> tuple[float, str]:
    return (-(one.slot_days or 0.0), one.name)


def _state(shown: PhaseShown, days: float | None) -> str:
    if shown.norm is None:
        return "norm_none"
    if days is None:
        return "norm_unknown"
    return "norm_met" if days <= shown.norm.norm_days else "norm_not_met"


def _figures(told: GgzWaits) -> list[dict[str, Any]]:
    items = []
    for phase in (Phase.INTAKE, Phase.TREATMENT):
        shown = told.phases[phase]
        region = shown.slot_region
        if region is None or region.told.mean_days is None:
            continue
        norm = weeks_words(shown.norm.norm_days) if shown.norm else _("geen")
        items.append(
            {
                "value": weeks_words(region.told.mean_days),
                "label": _("derde vrije plek, %(phase)s") % {"phase": phase.label},
                "source": _("norm %(norm)s · gewogen naar instroom") % {"norm": norm},
                "is_word": True,
            }
        )
    return items


def _picture(shown: PhaseShown, there: list[ProviderWait], phase: Phase) -> Any:
    rows = []
    region = shown.slot_region
    if region is not None and region.told.mean_days is not None:
        rows.append(
            Dot(
                _("Regio, gewogen"),
                region.told.mean_days / DAYS_IN_WEEK,
                waiting=None,
                waiting_words="–",
                is_whole=True,
            )
        )
    rows += [
        Dot(one.name, (one.slot_days or 0.0) / DAYS_IN_WEEK, waiting=one.n_waiting, waiting_words="–")
        for one in there
    ]
    return wait_picture(
        rows,
        norm=shown.norm.norm_days / DAYS_IN_WEEK if shown.norm else None,
        title=_("Derde vrije plek van %(phase)s per aanbieder, in weken") % {"phase": phase.label},
        described=_("Elke regel is een aanbieder: een punt is de derde vrije plek, de streepjeslijn de norm.")
        + " "
        + _("Rechts staat hoeveel mensen nu wachten. De cijfers staan in de tabel eronder."),
    )


def _table(shown: PhaseShown, there: list[ProviderWait]) -> dict[str, Any]:
    head = columns(
        (_("Aanbieder"), False),
        (_("Norm"), False),
        (_("Derde vrije plek"), True),
        (_("Gemiddeld, twee maanden"), True),
    )
    rows = []
    for one in there:
        month = label(MONTH, one.slot_on) if one.slot_on else ""
        notes = [month, _("uw eigen cijfers") if one.is_own else ""]
        if one.is_small:
            notes.append(_("hoogstens 10 behandelaren: telt niet mee in de regio"))
        mean = _("onder %(n)s") % {"n": shown.threshold} if one.is_hidden else weeks_words(one.told.mean_days)
        cells = [
            {"text": one.name, "note": " · ".join(note for note in notes if note)},
            {"state": _state(shown, one.slot_days)},
            {"text": weeks_words(one.slot_days)},
            {"text": mean},
        ]
        rows.append(row(head, cells))
    return {"columns": head, "rows": rows}


def _region(shown: PhaseShown) -> dict[str, Any]:
    region = shown.slot_region
    if region is None or region.told.mean_days is None:
        return {"verdict": "norm_unknown", "items": []}
    note = ngettext("%(n)s aanbieder", "%(n)s aanbieders", region.n_providers)
    item = {
        "label": _("Derde vrije plek, gewogen naar instroom"),
        "value": weeks_words(region.told.mean_days),
        "note": note % {"n": number(region.n_providers, 0)},
    }
    return {"verdict": _state(shown, region.told.mean_days), "items": [item]}
