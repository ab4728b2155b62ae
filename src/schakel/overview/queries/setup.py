"""How far a network is with setting itself up: one step for each thing it needs to work, from what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.governance.models import Mandate, Meeting
from schakel.governance.queries import BodyLine, bodies_overview
from schakel.governance.rules import BodyKind
from schakel.network.models import Area, CriteriaSet, Membership, Partner, Theme
from schakel.network.queries import AgreementRow, agreements
from schakel.network.rules import Role

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

#: Bodies that decide; a panel, task group or project group may do without a mandate.
DECIDE = frozenset({BodyKind.EXECUTIVE_BOARD, BodyKind.MANAGEMENT_BOARD, BodyKind.THEME_GROUP})
#: A network is something that organisations do together.
FEWEST_PARTNERS = 2


@dataclass(frozen=True)
class Step:
    """One thing a network needs: how far it is, what is there or lacks, why it matters, and where to do it."""

    key: str
    title: str
    state: str
    word: str
    found: str
    why: str
    url_name: str
    deed: str

    @property
    def is_done(self) -> bool:
        """Whether nothing lacks here."""
        return self.state == "ready"


@dataclass(frozen=True)
class _Ground:
    """What the network has, read once for all steps."""

    network: Network
    n_partners: int
    n_areas: int
    n_themes: int
    bodies: Sequence[BodyLine]
    mandated: frozenset[object]
    criteria: Sequence[CriteriaSet]
    agreements: Sequence[AgreementRow]
    roles: Sequence[str]
    has_meeting: bool


def setup_steps(network: Network, person: Person, today: date) -> list[Step]:
    """What is set up and what lacks, in the order in which one does it. At most eleven database queries."""
    ground = _ground(network, person, today)
    return [
        _told(ground),
        _partners(ground),
        _areas(ground),
        _themes(ground),
        _bodies(ground),
        _people(ground),
        _seats(ground),
        _mandates(ground),
        _criteria(ground),
        _agreement(ground),
        _meeting(ground),
    ]


def _ground(network: Network, person: Person, today: date) -> _Ground:
    mandates = Mandate.objects.visible_to(person).of(network).in_force_on(today)
    memberships = Membership.objects.visible_to(person).of(network).held_on(today)
    return _Ground(
        network=network,
        n_partners=Partner.objects.visible_to(person).of(network).counted().count(),
        n_areas=Area.objects.visible_to(person).of(network).count(),
        n_themes=Theme.objects.visible_to(person).of(network).count(),
        bodies=bodies_overview(person, network, today),
        mandated=frozenset(mandates.values_list("body_id", flat=True)),
        criteria=tuple(CriteriaSet.objects.visible_to(person).of(network).valid_on(today)),
        agreements=tuple(row for row in agreements(network, person, today) if not row.is_over),
        roles=tuple(memberships.values_list("role", flat=True)),
        has_meeting=Meeting.objects.visible_to(person).of(network).exists(),
    )


def _step(key: str, title: str, *, has: bool, done: bool, found: str, why: str, url: str, deed: str) -> Step:
    """A step is ready, under way or not begun; the words say which."""
    state, word = (
        ("ready", _("Klaar"))
        if done
        else ("partly", _("Bezig"))
        if has
        else ("not_begun", _("Nog niet begonnen"))
    )
    return Step(key, title, state, word, found, why, url, deed)


def _told(ground: _Ground) -> Step:
    lacks = [
        word
        for word, value in ((_("de missie"), ground.network.mission), (_("de regio"), ground.network.region))
        if not value
    ]
    listed = (
        _("Iedereen kan de openbare pagina lezen.")
        if ground.network.is_listed
        else _("De openbare pagina is nog niet zichtbaar.")
    )
    found = (
        _("Er mist nog: %(lacks)s.") % {"lacks": ", ".join(lacks)}
        if lacks
        else _("Missie en regio zijn ingevuld.")
    )
    return _step(
        "told",
        _("Zeg wat het netwerk is"),
        has=len(lacks) < 2,
        done=not lacks and ground.network.is_listed,
        found=f"{found} {listed}",
        why=_("Inwoners en nieuwe partners lezen dit als eerste."),
        url="network:edit",
        deed=_("Vul dit aan"),
    )


def _partners(ground: _Ground) -> Step:
    n = ground.n_partners
    found = ngettext("Eén partner.", "%(n)d partners.", n) % {"n": n} if n else _("Nog geen partners.")
    return _step(
        "partners",
        _("Zet de partners erin"),
        has=n > 0,
        done=n >= FEWEST_PARTNERS,
        found=found,
        why=_("Zetels, toezeggingen en akkoorden horen bij een partner."),
        url="network:partner_add",
        deed=_("Voeg een partner toe"),
    )


def _areas(ground: _Ground) -> Step:
    n = ground.n_areas
    found = ngettext("Eén gebied.", "%(n)d gebieden.", n) % {"n": n} if n else _("Nog geen gebieden.")
    return _step(
        "areas",
        _("Noem de gebieden"),
        has=n > 0,
        done=n > 0,
        found=found,
        why=_("Zo ziet een gemeente of wijk wat daar gebeurt."),
        url="network:areas",
        deed=_("Bekijk de gebieden"),
    )


def _themes(ground: _Ground) -> Step:
    n = ground.n_themes
    found = ngettext("Eén thema.", "%(n)d thema’s.", n) % {"n": n} if n else _("Nog geen thema’s.")
    return _step(
        "themes",
        _("Kies de thema’s"),
        has=n > 0,
        done=n > 0,
        found=found,
        why=_("Elk idee hoort bij een thema; de groep van dat thema besluit erover."),
        url="governance:themes",
        deed=_("Bekijk de thema’s"),
    )


def _bodies(ground: _Ground) -> Step:
    n = len(ground.bodies)
    themes = {line.body.theme_id for line in ground.bodies if line.body.theme_id}
    lacks = max(ground.n_themes - len(themes), 0)
    found = (
        ngettext("Eén groep besluit.", "%(n)d groepen besluiten.", n) % {"n": n}
        if n
        else _("Nog geen groepen.")
    )
    if n and lacks:
        found += " " + ngettext("Eén thema heeft geen groep.", "%(n)d thema’s hebben geen groep.", lacks) % {
            "n": lacks
        }
    return _step(
        "bodies",
        _("Stel de gremia in"),
        has=n > 0,
        done=n > 0 and not lacks,
        found=found,
        why=_("Zonder groep kan niemand een geldig besluit nemen."),
        url="governance:bodies",
        deed=_("Bekijk de gremia"),
    )


def _seats(ground: _Ground) -> Step:
    n_seats = sum(line.n_seats for line in ground.bodies)
    n_filled = sum(line.n_filled for line in ground.bodies)
    empty = [line.body.name for line in ground.bodies if not line.n_filled]
    found = ngettext(
        "%(filled)d van %(total)d zetel bezet.", "%(filled)d van %(total)d zetels bezet.", n_seats
    )
    found %= {"filled": n_filled, "total": n_seats}
    if empty and n_filled:
        found += " " + _("Nog niemand in: %(bodies)s.") % {"bodies": ", ".join(empty[:4])}
    return _step(
        "seats",
        _("Zet mensen op de zetels"),
        has=n_filled > 0,
        done=n_filled > 0 and not empty,
        found=found if n_seats else _("Nog geen zetels."),
        why=_("Alleen bezette zetels tellen voor het aantal dat nodig is om te besluiten."),
        url="governance:bodies",
        deed=_("Kies een groep"),
    )


def _mandated_words(n: int, total: int) -> str:
    if total == 1:
        return (
            _("De groep die besluit, heeft een mandaat.")
            if n
            else _("De groep die besluit, heeft geen mandaat.")
        )
    return ngettext(
        "%(n)d van de %(total)d groepen die besluiten, heeft een mandaat.",
        "%(n)d van de %(total)d groepen die besluiten, hebben een mandaat.",
        n,
    ) % {"n": n, "total": total}


def _mandates(ground: _Ground) -> Step:
    deciding = [line.body for line in ground.bodies if line.body.kind in DECIDE]
    without = [body.name for body in deciding if body.pk not in ground.mandated]
    n = len(deciding) - len(without)
    found = _mandated_words(n, len(deciding))
    if without and n:
        found += " " + _("Zonder: %(bodies)s.") % {"bodies": ", ".join(without[:4])}
    if any(body.is_default for body in deciding):
        found += " " + _("Deels de standaard: kijk of die bij u past.")
    return _step(
        "mandates",
        _("Leg vast wie wat mag besluiten"),
        has=n > 0,
        done=n > 0 and not without,
        found=found if deciding else _("Nog geen groepen."),
        why=_("Een besluit zonder mandaat blijft onder voorbehoud."),
        url="governance:bodies",
        deed=_("Bekijk de mandaten"),
    )


def _criteria(ground: _Ground) -> Step:
    names = [str(one) for one in ground.criteria]
    found = _("Geldt nu: %(names)s.") % {"names": ", ".join(names)} if names else _("Nog geen criteria.")
    if any(one.is_default for one in ground.criteria):
        found += " " + _("Dit is de standaard: kijk of die bij u past.")
    return _step(
        "criteria",
        _("Spreek criteria af"),
        has=bool(names),
        done=bool(names),
        found=found,
        why=_("Zo wordt elk idee op dezelfde vragen beoordeeld."),
        url="governance:criteria",
        deed=_("Bekijk de criteria"),
    )


def _agreement(ground: _Ground) -> Step:
    rows = ground.agreements
    unsigned = sum(row.n_parties - row.n_signed for row in rows)
    found = (
        ngettext("Eén overeenkomst.", "%(n)d overeenkomsten.", len(rows)) % {"n": len(rows)}
        if rows
        else _("Nog geen overeenkomst.")
    )
    if unsigned:
        found += " " + ngettext("Eén handtekening mist.", "%(n)d handtekeningen missen.", unsigned) % {
            "n": unsigned
        }
    return _step(
        "agreement",
        _("Leg de overeenkomst vast"),
        has=bool(rows),
        done=bool(rows) and not unsigned,
        found=found,
        why=_("Daarin staat wat de partners elkaar beloven, en tot wanneer."),
        url="network:agreements",
        deed=_("Bekijk de overeenkomsten"),
    )


def _people(ground: _Ground) -> Step:
    n, others = len(ground.roles), sum(role != Role.MANAGER for role in ground.roles)
    found = ngettext("Eén persoon heeft een rol.", "%(n)d rollen zijn verdeeld.", n) % {"n": n}
    return _step(
        "people",
        _("Nodig mensen uit"),
        has=n > 0,
        done=others > 0,
        found=found,
        why=_("Wie u uitnodigt, krijgt een mail. U kunt er meteen een zetel bij geven."),
        url="governance:invitations" if others else "governance:invite",
        deed=_("Bekijk de uitnodigingen") if others else _("Nodig iemand uit"),
    )


def _meeting(ground: _Ground) -> Step:
    return _step(
        "meeting",
        _("Plan het eerste overleg"),
        has=ground.has_meeting,
        done=ground.has_meeting,
        found=_("Er is een overleg gepland.") if ground.has_meeting else _("Nog geen overleg gepland."),
        why=_("In een overleg neemt een groep haar eerste besluit."),
        url="governance:plan_meeting",
        deed=_("Plan een overleg"),
    )
