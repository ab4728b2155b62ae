"""Agreements and who signs them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.network.actions.articles import why_not_change, write_text
from schakel.network.actions.changing import write
from schakel.network.models import Agreement, AgreementParty, Network, Partner
from schakel.network.permissions import why_not_manage, why_not_sign
from schakel.people.models import Person
from schakel.web.refusal import allow

Changes = dict[str, list[Any]]


@transaction.atomic
def add_agreement(
    network: Network,
    *,
    by: Person | None,
    title: str,
    slug: str,
    kind: str,
    parties: Iterable[Partner] = (),
    text: str = "",
    **facts: Any,
) -> Agreement:
    """Put an agreement into the register, with the partners that are asked to sign it; a whole text is taken apart."""
    allow(why_not_manage(by, network, timezone.localdate()))
    if Agreement.objects.of(network).filter(slug=slug).exists():
        allow(_("Er is al een overeenkomst met deze titel."))
    agreement = Agreement.objects.create(network=network, title=title, slug=slug, kind=kind, **facts)
    record(by=by, verb="added", about=agreement)
    if text.strip():
        write_text(agreement, text)
    for partner in parties:
        add_party(agreement, by=by, partner=partner)
    return agreement


@transaction.atomic
def change_agreement(agreement: Agreement, *, by: Person | None, reason: str = "", **facts: Any) -> Changes:
    """Change an agreement that nobody has signed yet; what is signed is replaced, never changed."""
    agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    allow(why_not_manage(by, agreement.network, timezone.localdate()))
    allow(why_not_change(agreement))
    text = facts.pop("text", None)
    changed = write(agreement, facts)
    if text is not None and text != agreement.text:
        changed["text"] = [agreement.text, text]
        write_text(agreement, text)
    if changed:
        record(by=by, verb="changed", about=agreement, reason=reason, data=changed)
    return changed


@transaction.atomic
def add_party(agreement: Agreement, *, by: Person | None, partner: Partner) -> AgreementParty:
    """Name a partner as party to an agreement."""
    agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    allow(why_not_manage(by, agreement.network, timezone.localdate()))
    if agreement.parties.filter(partner=partner).exists():
        allow(_("%(partner)s is al partij bij deze overeenkomst.") % {"partner": partner.name})
    party = AgreementParty.objects.create(network=agreement.network, agreement=agreement, partner=partner)
    record(by=by, verb="named a party", about=agreement, on_behalf_of=partner.name)
    return party


@transaction.atomic
def sign(
    agreement: Agreement,
    *,
    by: Person | None,
    partner: Partner,
    signed_by_name: str = "",
    signed_on: date | None = None,
) -> None:
    """Put the signature of a partner: its representative signs, or the manager records what stands on paper."""
    today = timezone.localdate()
    agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    allow(why_not_sign(by, agreement, partner, today))
    signed_on = signed_on or today
    name = signed_by_name.strip() or (by.name if by else "")
    if signed_on > today:
        allow(_("Een handtekening kan niet in de toekomst liggen."))
    if not name:
        allow(_("Zeg wie er getekend heeft."))
    party = agreement.parties.get(partner=partner)
    party.signed_on, party.signed_by_name = signed_on, name
    party.save(update_fields=["signed_on", "signed_by_name"])
    record(
        by=by,
        verb="signed",
        about=agreement,
        on_behalf_of=partner.name,
        data={"on": signed_on.isoformat(), "name": name},
    )
