"""Who may say what data is for, bring a log in, set a norm, name a bottleneck; a reason to refuse, or None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.carechain.rules import ALIVE, LogKind, LogState, not_counted
from schakel.governance.permissions import Permission, why_not
from schakel.measuring.permissions import why_not_define_indicators

if TYPE_CHECKING:
    from schakel.carechain.models import Bottleneck, ChainLink, EventLog
    from schakel.network.models import Network, Partner
    from schakel.people.models import Person


def why_not_agree_use(by: Person | None, network: Network) -> str | None:
    """Why this person may not say under which agreement and for what event data is used."""
    return why_not(by, Permission.AGREE_DATA_USE, network)


def why_not_send_log(by: Person | None, network: Network) -> str | None:
    """Why this person may not bring in a log."""
    return why_not(by, Permission.BRING_IN_LOG, network)


def why_not_add_piece(by: Person | None, log: EventLog) -> str | None:
    """Why no piece of a file can be added to this log: who began to send it goes on with it."""
    if by is None or log.sent_by_id != by.pk:
        return _("Alleen wie dit bestand stuurt, stuurt er nog een stuk van.")
    if log.state != LogState.RECEIVING or log.removal_asked_at is not None:
        return _("Dit bestand is al binnen.")
    return why_not_send_log(by, log.network)


def why_not_look(by: Person | None, log: EventLog) -> str | None:
    """Why the columns of this log cannot be looked at."""
    if log.state != LogState.RECEIVED or log.removal_asked_at is not None:
        if log.kind == LogKind.TRANSFERS:
            return _("Dit bestand is al geteld.")
        return _("Van dit logboek zijn de kolommen al bekeken.")
    return why_not_send_log(by, log.network)


def why_not_prepare(by: Person | None, log: EventLog) -> str | None:
    """Why this log cannot be prepared: it is prepared once, from columns that were looked at."""
    if log.state == LogState.READY:
        return _("Dit logboek staat al klaar. Stuur het bestand opnieuw als de kolommen anders moeten.")
    if log.state != LogState.RECOGNISED or log.removal_asked_at is not None:
        return _("Wij bekijken dit bestand nog. Ververs de pagina over een halve minuut.")
    return why_not_send_log(by, log.network)


def why_not_count(by: Person | None, log: EventLog) -> str | None:
    """Why the transfers in this file cannot be counted: that is done once."""
    if log.kind != LogKind.TRANSFERS:
        return _("Dit is geen bestand met overdrachten. Kies welke kolom wat is.")
    if log.state != LogState.RECEIVED or log.removal_asked_at is not None:
        return _("Dit bestand is al geteld. Stuur het opnieuw als er iets moet veranderen.")
    return why_not_send_log(by, log.network)


def why_not_open(by: Person | None, log: EventLog) -> str | None:
    """Why the prepared log itself may not be opened; the answers that it gave, all of the network read."""
    if log.state != LogState.READY or log.removal_asked_at is not None:
        return _("Dit logboek staat niet klaar.")
    if log.kind == LogKind.TRANSFERS:
        return _("Van een bestand met overdrachten blijft alleen de telling. Er ligt niets om te openen.")
    return why_not_send_log(by, log.network)


def why_not_ask_anew(by: Person | None, log: EventLog) -> str | None:
    """Why a log cannot be asked everything again: that is done after Schakel learned to count something else."""
    refusal = why_not_open(by, log)
    if refusal is None and not not_counted(log.answer):
        return _("Dit logboek is al uitgerekend zoals Schakel nu telt.")
    return refusal


def why_not_ask_cut(by: Person, log: EventLog) -> str | None:
    """Why this person may not choose months or people from a log; all of the network may, as they read the map."""
    if log.network_id not in by.network_ids:
        return _("Alleen wie bij dit netwerk hoort, kiest uit zijn logboeken.")
    if log.kind == LogKind.TRANSFERS or log.state != LogState.READY or log.removal_asked_at is not None:
        return _("Dit logboek staat niet klaar.")
    return None


def why_not_remove(by: Person | None, log: EventLog) -> str | None:
    """Why this person may not have a log removed."""
    if log.removal_asked_at is not None:
        return _("Dit logboek wordt al verwijderd.")
    return why_not_send_log(by, log.network)


def why_not_couple_stations(by: Person | None, network: Network) -> str | None:
    """Why this person may not say which partner a station is: who agrees what data is for also says who sees it."""
    return why_not_agree_use(by, network)


def why_not_report_waits(by: Person | None, network: Network, partner: Partner | None = None) -> str | None:
    """Why this person may not tell how long people wait at a partner, or at any.

    Its own people may, those of the partner that it belongs to (of which it is a site), and who checks figures.
    """
    refusal = why_not(by, Permission.ENTER_FIGURES, network, partner=partner)
    if refusal is not None and partner is not None and partner.member_of is not None:
        refusal = why_not(by, Permission.ENTER_FIGURES, network, partner=partner.member_of)
    return refusal


def why_not_set_norm(by: Person | None, network: Network) -> str | None:
    """Why this person may not say within how many days people go on."""
    return why_not(by, Permission.SET_CHAIN_NORM, network)


def why_not_choose_gain(by: Person | None, network: Network) -> str | None:
    """Why this person may not say by what the health that a step gains is measured."""
    return why_not_define_indicators(by, network)


def why_not_measure_link(by: Person | None, link: ChainLink) -> str | None:
    """Why this person may not make the wait of a link an indicator of the network."""
    if link.cut_id is not None:
        return _("Dit is een keuze uit het logboek. Volg de schakel van de hele keten.")
    return why_not_define_indicators(by, link.network)


def why_not_name_bottleneck(by: Person | None, network: Network) -> str | None:
    """Why this person may not name a bottleneck."""
    return why_not(by, Permission.NAME_BOTTLENECK, network)


def why_not_vote_bottleneck(by: Person | None, bottleneck: Bottleneck, partner: Partner) -> str | None:
    """Why this person may not say that a partner meets this bottleneck too."""
    if bottleneck.state not in ALIVE:
        return _("Dit knelpunt is %(state)s.") % {"state": bottleneck.get_state_display()}
    return why_not(by, Permission.VOTE_BOTTLENECK, bottleneck.network, partner=partner)


def why_not_change_bottleneck(by: Person | None, bottleneck: Bottleneck) -> str | None:
    """Why this person may not say what became of a bottleneck: who named it may, and the network manager."""
    if by is not None and by.pk == bottleneck.named_by_id:
        return why_not_name_bottleneck(by, bottleneck.network)
    if why_not(by, Permission.COORDINATE_INITIATIVES, bottleneck.network) is None:
        return None
    return _("Alleen wie dit knelpunt noemde, of de netwerkmanager, zegt wat ervan werd.")


def why_not_begin_idea(by: Person | None, bottleneck: Bottleneck) -> str | None:
    """Why no idea can be begun from this bottleneck."""
    if bottleneck.state not in ALIVE:
        return _("Dit knelpunt is %(state)s.") % {"state": bottleneck.get_state_display()}
    return why_not(by, Permission.SUBMIT_IDEA, bottleneck.network)
