"""What comes from outside is kept, proved by mail and taken in; what a network shows is approved by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance import actions as governance
from schakel.governance.rules import DecisionStatus, DecisionType, Subject
from schakel.initiatives.actions import submit_for_resident
from schakel.initiatives.permissions import why_not_write_for_resident
from schakel.initiatives.rules import Stage, answer_errors, clean_text, why_not_text
from schakel.journal.actions import record
from schakel.methods.workdays import add_workdays
from schakel.network.actions import add_partner
from schakel.network.permissions import is_platform, why_not_manage
from schakel.notices.actions import write_to
from schakel.people.actions import why_not_address
from schakel.public.models import Contact, MembershipRequest, OutsideIdea, Publication
from schakel.public.queries import behind_link, deciding, hash_of_secret, is_taken_back, link_token
from schakel.public.rules import (
    ANSWER_WORKDAYS,
    BY_OFFICE,
    JOIN_QUESTIONS,
    LINK_DAYS,
    MOST_TOGETHER,
    Channel,
    RequestState,
)
from schakel.tenancy.context import system
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.governance.models import Body, Meeting
    from schakel.initiatives.models import Initiative
    from schakel.network.models import Network
    from schakel.people.models import Person

BROKEN = gettext_lazy("Deze link werkt niet meer. Stuur het formulier opnieuw. Dan krijgt u een nieuwe link.")


# --- Ideas


@transaction.atomic
def send_idea(network: Network, *, name: str, email: str, answers: Mapping[str, str]) -> str:
    """Keep an idea from the site until its sender opens the link in the mail, which is returned; then it exists."""
    allow(why_not_address(email))
    kept = {**answers, "contact": email}
    allow(next(iter(answer_errors(kept).values()), None))
    with system(network.pk):
        contact = Contact.objects.create(network=network, name=clean_text(name)[:120], email=email.lower())
        idea = OutsideIdea.objects.create(
            network=network,
            contact=contact,
            answers={key: clean_text(value) for key, value in answers.items()},
            sent_at=timezone.now(),
        )
        record(by=None, verb="received", about=idea, data={"channel": Channel.WEB})
    link = _link(network, "public:idea_confirm", token=link_token("idea", idea))
    text = _(
        "Beste %(name)s,\n\nU stuurde een idee aan %(network)s. Open deze link om te bevestigen dat dit uw adres is:\n"
        "%(link)s\n\nDe link werkt zeven dagen. Stuurde u niets? Dan hoeft u niets te doen.\n"
    ) % {"name": contact.name, "network": network.name, "link": link}
    _mail(network, contact.email, _("Bevestig uw idee"), text)
    return link


@transaction.atomic
def confirm_idea(network: Network, token: str) -> str:
    """Take an idea in because its sender proved the address, and return the address of its status page.

    Opened twice, it is still one idea; its secret is made of the link, so that the same link leads to the same page.
    """
    pk = behind_link("idea", network, token)
    secret = UUID(bytes=hashlib.sha256(token.encode()).digest()[:16])
    if pk is None:
        raise Refused(BROKEN)
    with system(network.pk):
        rows = (
            OutsideIdea.objects.of(network)
            .select_for_update(of=("self",))
            .select_related("contact", "network", "initiative")
        )
        idea = rows.filter(pk=pk).first()
        if idea is None:
            raise Refused(BROKEN)
        if idea.initiative is None:
            idea.contact.verified_at = timezone.now()
            idea.contact.save(update_fields=["verified_at"])
            idea.initiative = _take_in(idea, by=None, secret=secret).initiative
        elif idea.secret_hash != hash_of_secret(secret):
            raise Refused(_("Uw idee is al binnen. De link staat in de mail die u daarna kreeg."))
        assert idea.initiative is not None, "it was taken in"
        return status_path(network, idea.initiative.number, secret)


@transaction.atomic
def register_idea(
    network: Network,
    *,
    by: Person,
    channel: str,
    name: str,
    email: str,
    reach: str,
    answers: Mapping[str, str],
) -> OutsideIdea:
    """Write an idea down for a resident who wrote, called or told it; it gets a number and a promise as any other."""
    allow(why_not_write_for_resident(by, network))
    if channel not in BY_OFFICE:
        allow(_("Kies hoe het idee binnenkwam."))
    if email:
        allow(why_not_address(email))
    if not email and not reach.strip():
        allow(_("Schrijf op hoe de bewoner te bereiken is: een adres of een telefoonnummer."))
    allow(next(iter(answer_errors({**answers, "contact": "x"}).values()), None))
    contact = Contact.objects.create(
        network=network, name=clean_text(name)[:120], email=email.lower(), reach=clean_text(reach)[:200]
    )
    idea = OutsideIdea.objects.create(
        network=network,
        contact=contact,
        answers={key: clean_text(value) for key, value in answers.items()},
        channel=channel,
        registered_by=by,
        sent_at=timezone.now(),
    )
    return _take_in(idea, by=by, secret=uuid4())


def _take_in(idea: OutsideIdea, *, by: Person | None, secret: UUID) -> OutsideIdea:
    """Give the idea its number and its promised day, and send the receipt; only there the secret is told."""
    initiative = submit_for_resident(idea.network, by=by, once_token=idea.pk, answers=idea.answers)
    idea.initiative, idea.secret_hash = initiative, hash_of_secret(secret)
    idea.save(update_fields=["initiative", "secret_hash"])
    if idea.contact.email:
        assert initiative.answer_by is not None, "who sends an idea in is promised an answer"
        text = _(
            "Beste %(name)s,\n\nUw idee is binnen bij %(network)s. Het nummer is %(number)s.\n"
            "U krijgt antwoord vóór %(day)s.\n\nHier ziet u hoe het ermee staat; bewaar deze link:\n%(link)s\n"
        ) % {
            "name": idea.contact.name,
            "network": idea.network.name,
            "number": initiative.number,
            "day": dutch_date(initiative.answer_by),
            "link": settings.BASE_URL + status_path(idea.network, initiative.number, secret),
        }
        _mail(
            idea.network,
            idea.contact.email,
            _("Uw idee %(number)s is binnen") % {"number": initiative.number},
            text,
        )
    return idea


def status_path(network: Network, number: str, secret: UUID) -> str:
    """The address of the status page, with its secret."""
    return reverse("public:idea_status", kwargs={"network": network.slug, "number": number, "secret": secret})


# --- Joining


@transaction.atomic
def send_request(
    network: Network, *, organisation: str, kind: str, name: str, email: str, answers: Mapping[str, str]
) -> str:
    """Keep a request to join until its sender opens the link in the mail, which is returned."""
    allow(why_not_address(email))
    kept = {key: clean_text(answers.get(key, "")) for key, _question in JOIN_QUESTIONS}
    for text in kept.values():
        allow(why_not_text(text))
    with system(network.pk):
        contact = Contact.objects.create(network=network, name=clean_text(name)[:120], email=email.lower())
        made = MembershipRequest.objects.create(
            network=network,
            contact=contact,
            organisation=clean_text(organisation)[:200],
            kind=kind,
            answers=kept,
            sent_at=timezone.now(),
        )
        record(by=None, verb="received", about=made)
    link = _link(network, "public:join_confirm", token=link_token("join", made))
    text = _(
        "Beste %(name)s,\n\nU vroeg namens %(organisation)s om mee te doen met %(network)s.\n"
        "Open deze link om te bevestigen dat dit uw adres is:\n%(link)s\n\nDe link werkt zeven dagen.\n"
    ) % {"name": contact.name, "organisation": made.organisation, "network": network.name, "link": link}
    _mail(network, contact.email, _("Bevestig uw verzoek"), text)
    return link


@transaction.atomic
def confirm_request(network: Network, token: str) -> MembershipRequest:
    """Put a request to join before the office, because its sender proved the address."""
    pk = behind_link("join", network, token)
    if pk is None:
        raise Refused(BROKEN)
    with system(network.pk):
        rows = MembershipRequest.objects.of(network).select_for_update(of=("self",)).select_related("contact")
        found = rows.filter(pk=pk).first()
        if found is None:
            raise Refused(BROKEN)
        if found.contact.verified_at is None:
            found.contact.verified_at = timezone.now()
            found.contact.save(update_fields=["verified_at"])
            found.answer_by = add_workdays(timezone.localdate(), ANSWER_WORKDAYS)
            found.save(update_fields=["answer_by"])
            record(by=None, verb="confirmed", about=found)
    return found


@transaction.atomic
def advise(request: MembershipRequest, *, by: Person, advice: str) -> MembershipRequest:
    """Write down the advice that goes with the proposal."""
    request = _lock(request, by)
    allow(_why_not_open(request, RequestState.NEW, RequestState.ADVISED))
    if not advice.strip():
        allow(_("Schrijf het advies op."))
    request.advice, request.advised_by, request.state = clean_text(advice), by, RequestState.ADVISED
    request.save(update_fields=["advice", "advised_by", "state"])
    record(by=by, verb="advised", about=request)
    return request


@transaction.atomic
def propose_request(
    request: MembershipRequest, *, by: Person, body: Body, meeting: Meeting | None = None
) -> MembershipRequest:
    """Lay a request before a body as a decision about membership, with its advice; again when it was taken back."""
    request = _lock(request, by)
    if not is_taken_back(request):
        allow(_why_not_open(request, RequestState.ADVISED))
    told = [f"{question}\n{request.answers.get(key, '')}" for key, question in JOIN_QUESTIONS]
    request.decision = governance.open_decision(
        body,
        by=by,
        type=DecisionType.MEMBERSHIP,
        title=_("%(organisation)s wordt partner") % {"organisation": request.organisation},
        proposal="\n\n".join([_("Advies: %(advice)s") % {"advice": request.advice}, *told])[:10_000],
        subject=Subject(type="membership_request", id=request.pk, label=request.organisation),
        meeting=meeting,
    )
    request.state = RequestState.PROPOSED
    request.save(update_fields=["decision", "state"])
    record(by=by, verb="proposed", about=request, data={"decision": request.decision.number})
    return request


@transaction.atomic
def answer_request(
    request: MembershipRequest, *, by: Person, answer: str, joined_on: Any = None
) -> MembershipRequest:
    """Do what the body decided: the organisation becomes a partner, or hears why not."""
    request = _lock(request, by)
    allow(_why_not_open(request, RequestState.PROPOSED))
    decision = request.decision = deciding(request)
    if decision.status not in {DecisionStatus.VALID, DecisionStatus.NOT_CARRIED}:
        allow(
            _("Besluit %(number)s is nog niet geldig genomen: %(status)s.")
            % {"number": decision.number, "status": decision.get_status_display()}
        )
    if not answer.strip():
        allow(_("Schrijf op wat de aanvrager leest, ook de reden."))
    is_admitted = decision.status == DecisionStatus.VALID
    if is_admitted:
        request.partner = add_partner(
            request.network,
            by=by,
            key=slugify(request.organisation)[:80],
            name=request.organisation,
            kind=request.kind,
            joined_on=joined_on or timezone.localdate(),
            offers=request.answers.get("brings", ""),
            reason=_("Besluit %(number)s.") % {"number": decision.number},
        )
    request.state = RequestState.ADMITTED if is_admitted else RequestState.REFUSED
    request.answer, request.answered_at = clean_text(answer), timezone.now()
    request.save(update_fields=["partner", "decision", "state", "answer", "answered_at"])
    record(by=by, verb="admitted" if is_admitted else "refused", about=request, reason=request.answer)
    _mail(request.network, request.contact.email, _("Antwoord op uw verzoek"), request.answer)
    return request


def _lock(request: MembershipRequest, by: Person) -> MembershipRequest:
    allow(why_not_manage(by, request.network, timezone.localdate()))
    rows = MembershipRequest.objects.of(request.network).select_for_update(of=("self",))
    return rows.select_related("network", "contact", "decision", "partner").get(pk=request.pk)


def _why_not_open(request: MembershipRequest, *states: str) -> str | None:
    if request.state in states:
        return None
    return _("Dit verzoek is nu: %(state)s. Ververs de pagina.") % {"state": request.get_state_display()}


# --- What nobody proved


@transaction.atomic
def forget_unproved(network: Network, now: datetime) -> int:
    """Remove what was sent from an address that nobody proved in time, and who sent it; returns how many.

    By the platform only, every day: the link in the mail no longer works by then.
    """
    allow(None if is_platform(None, network) else _("Dit doet het platform zelf."))
    late = {"sent_at__lt": now - timedelta(days=LINK_DAYS), "contact__verified_at__isnull": True}
    ideas = OutsideIdea.objects.of(network).filter(channel=Channel.WEB, initiative__isnull=True, **late)
    requests = MembershipRequest.objects.of(network).filter(**late)
    contacts = [*ideas.values_list("contact", flat=True), *requests.values_list("contact", flat=True)]
    ideas.delete()
    requests.delete()
    Contact.objects.of(network).filter(pk__in=contacts).delete()
    if contacts:
        record(by=None, verb="forgot unproved", about=network, data={"n": len(contacts)})
    return len(contacts)


# --- What everyone may read


@transaction.atomic
def publish(
    initiative: Initiative, *, by: Person, is_published: bool, title: str, what: str, **texts: str
) -> Publication:
    """Approve the public text of an initiative, or take it away; the text stays as it was approved."""
    allow(why_not_manage(by, initiative.network, timezone.localdate()))
    for text in (title, what, *texts.values()):
        allow(why_not_text(text))
    values: dict[str, Any] = {"title": title, "what": what, **texts}
    if is_published:
        values |= {"approved_by": by, "approved_at": timezone.now()}
    made, _is_new = Publication.objects.update_or_create(
        network=initiative.network, initiative=initiative, defaults={**values, "is_published": is_published}
    )
    record(by=by, verb="published" if is_published else "kept private", about=made)
    return made


@transaction.atomic
def publish_together(
    texts: Sequence[tuple[Initiative, Mapping[str, str]]], *, by: Person
) -> list[Publication]:
    """Approve the public texts of several initiatives in one go: all of them, or none.

    Each submitter still hears first: the public page shows an answer once that person was told.
    """
    if not 0 < len(texts) <= MOST_TOGETHER:
        allow(_("Kies er ten minste één, en ten hoogste %(n)s.") % {"n": MOST_TOGETHER})
    done = []
    for initiative, words in texts:
        rows = Publication.objects.of(initiative.network).published()
        if initiative.stage == Stage.SUBMITTED or rows.filter(initiative=initiative).exists():
            allow(
                _("%(number)s is al openbaar, of wacht nog op antwoord. Ververs de pagina.")
                % {"number": initiative.number}
            )
        done.append(publish(initiative, by=by, is_published=True, title=words["title"], what=words["what"]))
    return done


def _link(network: Network, name: str, **kwargs: Any) -> str:
    return settings.BASE_URL + reverse(name, kwargs={"network": network.slug, **kwargs})


def _mail(network: Network, to: str, subject: str, text: str) -> None:
    """Queue a mail to somebody from outside, in the name of the network."""
    with system(network.pk):
        write_to(network, address=to, subject=subject, text=text)
