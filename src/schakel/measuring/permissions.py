"""Who may define, fill in, check and lock; each answer is a reason to refuse, or None."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.governance.permissions import Permission, why_not
from schakel.measuring.rules import BaselineState, Level, Origin
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.measuring.models import Baseline, FigureImport, Indicator, PointNote, Series
    from schakel.network.models import Network
    from schakel.people.models import Person


def why_not_define_indicators(by: Person | None, network: Network) -> str | None:
    """Why this person may not say what is measured."""
    return why_not(by, Permission.DEFINE_INDICATORS, network)


def why_not_renew(by: Person | None, indicator: Indicator) -> str | None:
    """Why this person may not write the next version of an indicator."""
    if refusal := why_not_define_indicators(by, indicator.network):
        return refusal
    if indicator.origin == Origin.CATALOGUE:
        return _("Deze definitie komt uit de catalogus van Schakel en is voor elk netwerk gelijk.")
    if indicator.ended_on is not None:
        return _("Deze indicator wordt niet meer gemeten.")
    return None


def why_not_begin_series(by: Person | None, indicator: Indicator) -> str | None:
    """Why this person may not begin to measure an indicator."""
    if indicator.ended_on is not None:
        return _("Deze indicator wordt niet meer gemeten.")
    return why_not_define_indicators(by, indicator.network)


def why_not_end(by: Person | None, network: Network) -> str | None:
    """Why this person may not say that something is no longer measured, or is again."""
    return why_not_define_indicators(by, network)


def why_not_enter(by: Person | None, series: Series) -> str | None:
    """Why this person may not fill in figures of a series: those of a partner its own people may."""
    if series.level == Level.PARTNER:
        return why_not(by, Permission.ENTER_FIGURES, series.network, partner=series.partner)
    return why_not(by, Permission.CHECK_FIGURES, series.network)


def why_not_enter_any(by: Person | None, series: Iterable[Series]) -> str | None:
    """Why this person may fill in the figures of none of these series; None when there is one that they may."""
    refusals = [why_not_enter(by, one) for one in series]
    return None if None in refusals else next(iter(refusals), None)


def why_not_approve(by: Person | None, series: Series) -> str | None:
    """Why this person may not make figures final."""
    return why_not(by, Permission.CHECK_FIGURES, series.network)


def why_not_send_figures(by: Person | None, network: Network) -> str | None:
    """Why this person may not send a file with figures; which of them, every line says."""
    return why_not(by, Permission.ENTER_FIGURES, network)


def why_not_bring_in(by: Person | None, found: FigureImport) -> str | None:
    """Why this file cannot be brought in now: by who sent it only, for only they read what it would do."""
    if by is None or found.person_id != by.pk:
        return _("Alleen wie dit bestand stuurde, voert het in.")
    if found.done_at is not None:
        return _("Dit bestand is al ingevoerd.")
    if "n_faults" not in found.outcome:
        return _("Wij bekijken dit bestand nog. Ververs de pagina over een halve minuut.")
    if not found.is_right:
        return _("In dit bestand zitten nog fouten. Herstel ze en stuur het opnieuw.")
    return why_not_send_figures(by, found.network)


def why_not_collect(by: Person | None, series: Series) -> str | None:
    """Why this person may not gather a baseline now. At most one database query."""
    if refusal := why_not(by, Permission.CHECK_FIGURES, series.network):
        return refusal
    if series.baselines.exclude(state=BaselineState.LOCKED).exists():
        return _("Er is al een nulmeting onderweg. Maak die eerst af, of trek die in.")
    return None


def why_not_check_baseline(by: Person | None, baseline: Baseline) -> str | None:
    """Why this person may not check a baseline: somebody else than who gathered it does."""
    if refusal := why_not(by, Permission.CHECK_FIGURES, baseline.series.network):
        return refusal
    if baseline.state != BaselineState.COLLECTED:
        return _("Deze nulmeting is al nagekeken.")
    if by is not None and by.pk == baseline.collected_by_id:
        return _("U kijkt niet uw eigen nulmeting na. Vraag een andere analist of de netwerkmanager.")
    return None


def why_not_lock(by: Person | None, baseline: Baseline) -> str | None:
    """Why this person may not lock a baseline."""
    if refusal := why_not(by, Permission.LOCK_BASELINE, baseline.series.network):
        return refusal
    if baseline.locked_at is not None:
        return _("Deze nulmeting is al op slot, sinds %(day)s.") % {"day": dutch_date(baseline.locked_at)}
    if baseline.state != BaselineState.CHECKED:
        return _("Deze nulmeting is nog niet nagekeken. Dat doet iemand anders dan wie haar verzamelde.")
    return None


def why_not_withdraw_baseline(by: Person | None, baseline: Baseline) -> str | None:
    """Why this person may not take a baseline back that is on its way."""
    if baseline.is_locked:
        return _("Een nulmeting op slot gaat niet meer weg. Verzamel een tweede ernaast, met de reden.")
    return why_not(by, Permission.CHECK_FIGURES, baseline.series.network)


def why_not_change_phase(by: Person | None, series: Series) -> str | None:
    """Why this person may not say that new limits begin."""
    return why_not(by, Permission.CHECK_FIGURES, series.network)


def why_not_note(by: Person | None, series: Series) -> str | None:
    """Why this person may not write a note at a figure: who fills it in may, and who checks it."""
    return why_not_enter(by, series)


def why_not_drop_note(by: Person | None, note: PointNote) -> str | None:
    """Why this person may not take a note back: who wrote it may, and who checks the figures."""
    if by is not None and note.made_by_id == by.pk:
        return None
    return why_not(by, Permission.CHECK_FIGURES, note.series.network)


def why_not_set_threshold(by: Person | None, network: Network) -> str | None:
    """Why this person may not write down from how many people figures are shown."""
    return why_not(by, Permission.LOCK_BASELINE, network)


def why_not_take_out(by: Person | None, network: Network) -> str | None:
    """Why this person may not take figures out as a file: whoever reads the network may, small numbers stay behind."""
    return why_not(by, Permission.READ, network)
