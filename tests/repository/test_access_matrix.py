"""Every address × every role, as a page and as a fragment, against the demo.

The outcome is written to ``docs/reference/access.md`` (``make docs``), where people read who gets where; this test
fails when an address is missing there, when the outcome changed, and always when somebody from outside gets in.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from schakel.carechain.models import Bottleneck, ChainCut, ChainLink, EventLog, TransferStep
from schakel.documents.models import Document
from schakel.governance.models import Absence, Body, ConsentRequest, Decision, Mandate, Meeting, SeatTenure
from schakel.initiatives.models import (
    Commitment,
    Dossier,
    FundingLine,
    Initiative,
    LineOwner,
    Measure,
    PointAnswer,
    Remeasurement,
    SurveyRound,
    ValueLine,
)
from schakel.jobs.models import Job
from schakel.measuring.models import Indicator, Series
from schakel.network.models import Agreement, Area, CriteriaSet, Membership, Network, Partner, Theme
from schakel.notices.models import Notice
from schakel.people.models import Person
from schakel.public.models import Publication
from schakel.tenancy.context import system
from tests.examples import IS_NIGHT

#: A minute of work: it begins with what takes long, and never waits at the end for one process alone.
pytestmark = pytest.mark.slow

ACCESS = Path(__file__).resolve().parents[2] / "docs" / "reference" / "access.md"
SLUG = "de-linde"
OPENS, REFUSES, HIDES, ASKS = "x", ".", "-", ">"
OUTSIDE = ("outsider", "nobody")
OUTSIDER = "buiten@voorbeeld.test"


def patterns(
    resolver: URLResolver, prefix: str = "", space: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """Yield every address of ours as (route, name with namespace, pattern)."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from patterns(entry, prefix + str(entry.pattern), inner)
        elif entry.callback.__module__.startswith("schakel."):
            yield prefix + str(entry.pattern), f"{space}{entry.name}", entry


def roles(network: Network) -> dict[str, Person | None]:
    """Return one made-up person for each role, from the demo."""

    def member(role: str) -> Person:
        return (
            Membership.objects.filter(network=network, role=role)
            .order_by("from_on", "person__email")[0]
            .person
        )

    def seated(**facts: object) -> Person:
        return (
            SeatTenure.objects.filter(seat__body__kind="theme_group", until_on=None, kind="holder", **facts)
            .order_by("seat__body__slug", "seat__position", "person__email")[0]
            .person
        )

    return {
        "manager": member("manager"),
        "chair": seated(seat__is_chair=True),
        "secretary": seated(seat__is_secretary=True),
        "seat holder": seated(seat__is_chair=False, seat__is_secretary=False, seat__is_voting=True),
        "representative": member("representative"),
        "lead": Initiative.objects.exclude(lead=None).order_by("number")[0].lead,
        "reader": member("reader")
        if Membership.objects.filter(role="reader").exists()
        else member("analyst"),
        "outsider": Person.objects.filter(email=OUTSIDER).first()
        or Person.objects.create_user(OUTSIDER, name="Buiten Voorbeeld"),
        "nobody": None,
    }


def samples(network: Network) -> dict[str, str]:
    """Return, for each part of an address, something of the demo that it can stand for."""
    return {
        "network": SLUG,
        "job": str(a_job(network).pk),
        "taken/number": str(failed_work(network)),
        "notice": str(a_notice(network).pk),
        **of_the_network(network),
        **of_decisions(network),
        **of_initiatives(network),
        **of_figures(network),
    }


def of_the_network(network: Network) -> dict[str, str]:
    """Partners, people, areas, themes and what they agreed."""
    own = {"network": network}
    partner = Partner.objects.filter(**own).order_by("slug")[0]
    agreement = Agreement.objects.filter(**own).order_by("slug")[0].slug
    theme = Theme.objects.filter(**own).order_by("slug")[0].slug
    return {
        "partners/slug": partner.slug,
        "partner": partner.slug,
        "documenten/pk": str(Document.objects.filter(point="", **own).order_by("title")[0].pk),
        "nieuw/kind": "agreement",
        "nieuw/key": agreement,
        "overeenkomsten/slug": agreement,
        "membership": str(Membership.objects.filter(**own).order_by("from_on", "person__email")[0].pk),
        "criteria": str(CriteriaSet.objects.filter(**own).order_by("name", "version")[0].pk),
        "gebieden/slug": Area.objects.filter(**own).order_by("slug")[0].slug,
        "thema/slug": theme,
        "themas/slug": theme,
        "person": str(Person.objects.filter(is_demo=True).order_by("email")[0].pk),
        "absence": str(Absence.objects.filter(**own).order_by("from_on")[0].pk),
        "geldstromen/slug": FundingLine.objects.filter(**own).order_by("slug")[0].slug,
    }


def of_decisions(network: Network) -> dict[str, str]:
    """Bodies, their meetings and mandates, and what they decided."""
    own = {"network": network}
    body = Body.objects.filter(kind="theme_group", **own).order_by("slug")[0]
    asked = ConsentRequest.objects.filter(state="asked", **own).order_by("decision__number", "ground")[0]
    decision = Decision.objects.filter(**own).order_by("-number")[0].number
    published = Publication.objects.filter(is_published=True, **own).values("initiative_id")
    public = Decision.objects.filter(status="valid", subject_id__in=published, **own).order_by("number")[0]
    return {
        "published": public.number,
        "besluiten/number": decision,
        "decision": decision,
        "overleggen/number": Meeting.objects.filter(**own).order_by("number")[0].number,
        "gremia/slug": body.slug,
        "body": body.slug,
        "mandate": str(Mandate.objects.filter(body=body).order_by("valid_from", "decision_types")[0].pk),
        "akkoord": asked.decision.number,
        "akkoord/partner": asked.partner.slug,
        "akkoord/ground": asked.ground,
        "gate": "p2",
        "verdict": "stop",
        "which": "p1",
        "bewijs/nth": a_growth_dossier(network),
    }


def of_initiatives(network: Network) -> dict[str, str]:
    """Initiatives in several stages, with what was promised, measured and answered there."""
    own = {"network": network}
    promise = Commitment.objects.filter(initiative__plans__is_frozen=True, **own).order_by(
        "initiative__number", "asked_at"
    )[0]
    followed = Measure.objects.filter(claims=None, initiative__stage="pilot", **own).order_by(
        "initiative__number", "series__version__name"
    )[0]
    valued = ValueLine.objects.filter(**own).order_by("what")[0]
    measured = Remeasurement.objects.filter(**own).order_by("due_on")[0]
    line_owner = LineOwner.objects.filter(embedding__initiative=measured.initiative).order_by("name")[0]
    answered = PointAnswer.objects.filter(**own).order_by("initiative__number", "code")[0]
    explored = Initiative.objects.filter(stage="exploration", **own).order_by("number")[0]
    published = Publication.objects.filter(is_published=True, **own).order_by("initiative__number")[0]
    dossier = Dossier.objects.filter(initiative__isnull=False, **own).order_by("made_at")[0]
    return {
        "initiatieven/number": explored.number,
        "openbaar/number": published.initiative.number,
        "toezeggingen/pk": str(promise.pk),
        "promised": promise.initiative.number,
        "overnemen/pk": str(line_owner.pk),
        "adoptie/partner": line_owner.partner.slug,
        "meten/pk": str(followed.pk),
        "followed": followed.initiative.number,
        "peilingen/pk": str(SurveyRound.objects.filter(**own).order_by("held_on")[0].pk),
        "regel/pk": str(valued.pk),
        "valued": valued.assessment.initiative.number,
        "hermeting/pk": str(measured.pk),
        "embedded": measured.initiative.number,
        "dossier": dossier.initiative.number,
        "dossier/nth": "1",
        "answered": answered.initiative.number,
        "punt/code": answered.code,
    }


def of_figures(network: Network) -> dict[str, str]:
    """What is measured, and what the care chain tells."""
    own = {"network": network}
    series = Series.objects.get(
        partner__slug="ggz-lindestreek", version__indicator__code="ggz-aanmeldwachttijd", **own
    )
    cuts = ChainCut.objects.filter(trait="", **own).order_by("since")
    return {
        "indicatoren/code": Indicator.objects.filter(origin="network", **own).order_by("code")[0].code,
        "invullen/code": "ggz-aanmeldwachttijd",
        "series": str(series.pk),
        "bottleneck": str(Bottleneck.objects.filter(**own).order_by("title")[0].pk),
        "log": str(EventLog.objects.filter(**own).order_by("sent_at")[0].pk),
        "cut": str(cuts[0].pk),
        "other": str(cuts[1].pk),
        "link": str(ChainLink.objects.filter(cut=None, **own).order_by("level", "-n", "source")[0].pk),
        "step": str(TransferStep.objects.filter(**own).order_by("-n_people", "source_kind", "source")[0].pk),
    }


def a_job(network: Network) -> Job:
    """Long work that the manager started; the demo starts none."""
    manager = Membership.objects.filter(network=network, role="manager").order_by("from_on", "id")[0].person
    return Job.objects.create(network=network, task="test.read", title="Bestand inlezen", started_by=manager)


def a_growth_dossier(network: Network) -> str:
    """The number of the dossier on which the network decides about its own growth."""
    return str(Dossier.objects.filter(network=network, gate="growth").order_by("number")[0].number)


def a_notice(network: Network) -> Notice:
    """Something that the manager was told."""
    manager = Membership.objects.filter(network=network, role="manager").order_by("from_on", "person__email")[
        0
    ]
    values = {"kind": "job", "title": "Bestand inlezen: klaar", "url_name": "overview:work"}
    return Notice.objects.create(network=network, person=manager.person, key=str(uuid4()), **values)


def failed_work(network: Network) -> int:
    """The number of failed work in the queue; in the demo nothing fails."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, status, args) values"
            " ('schakel', 'test.read', 'failed', jsonb_build_object('network', %s::text)) returning id",
            [str(network.pk)],
        )
        return cursor.fetchone()[0]


def filled(route: str, known: dict[str, str]) -> str:
    """Write an address with the samples in its places; an unknown part gets something that does not exist."""
    if "toezeggingen/<" in route or "/plan/" in route:
        known = {**known, "initiatieven/number": known["promised"]}
    if "dossier/" in route:
        known = {**known, "initiatieven/number": known["dossier"]}
    if (">/meten/" in route and "initiatieven/" in route) or "geld/uitgaven/" in route:
        known = {**known, "initiatieven/number": known["followed"]}
    if "waarde/" in route or "peilingen/" in route:
        known = {**known, "initiatieven/number": known["valued"]}
    if "borging/" in route or "les/" in route:
        known = {**known, "initiatieven/number": known["embedded"]}
    if "poort/punt/" in route:
        known = {**known, "initiatieven/number": known["answered"]}
    if route.endswith("controlebestand.json"):
        known = {**known, "besluiten/number": known["published"]}
    if "akkoord/" in route:
        known = {**known, "besluiten/number": known["akkoord"]}
        known |= {"partner": known["akkoord/partner"], "ground": known["akkoord/ground"]}
    address, rest, word = "/", route, ""
    while "<" in rest:
        before, _, rest = rest.partition("<")
        part, _, rest = rest.partition(">")
        kind, _, name = part.rpartition(":")
        address += before
        word = before.strip("/").rpartition("/")[2] or word
        nothing = "00000000-0000-4000-8000-000000000000" if kind == "uuid" else "1"
        address += known.get(f"{word}/{name}") or known.get(name) or nothing
    return address + rest


def sessions(people: dict[str, Person | None]) -> dict[str, str]:
    """Sign everyone in once; the session of each role, empty for somebody who is not signed in."""
    found = {}
    for role, person in people.items():
        client = Client()
        if person is not None:
            client.force_login(person)
        found[role] = client.cookies[settings.SESSION_COOKIE_NAME].value if person else ""
    return found


@dataclass(frozen=True)
class Answer:
    """What somebody got at an address: the verdict in one sign, and whether the headers were as strict as ours are."""

    verdict: str
    is_strict: bool


def outcome(session: str, address: str, is_deed: set[str], **headers: str) -> Answer:
    """Ask for a page, or for a deed with an empty form; nothing of it is kept.

    is_deed: addresses that are no page, learned from the first who got as far as hearing so; it is not asked again.
    """
    with transaction.atomic():
        client = Client(raise_request_exception=False)
        if session:
            client.cookies[settings.SESSION_COOKIE_NAME] = session
        answer = None if address in is_deed and session else client.get(address, headers=headers)
        if answer is None or answer.status_code == 405:
            is_deed.add(address)
            answer = client.post(address, {}, headers=headers)
        transaction.set_rollback(True)
    return Answer(verdict(answer), has_strict_headers(answer.headers))


def verdict(answer: HttpResponse) -> str:
    """What came of it, in one sign."""
    if answer.status_code >= 500:
        return "!"
    if answer.status_code in {301, 302}:
        return ASKS if "/inloggen/" in answer["Location"] else OPENS
    return {403: REFUSES, 404: HIDES}.get(answer.status_code, OPENS)


def has_strict_headers(headers: Mapping[str, str]) -> bool:
    """Whether a browser is told to run nothing but ours, to guess no kinds of files and to show it in no frame."""
    policy = headers.get("Content-Security-Policy", "unsafe")
    return (
        "unsafe" not in policy
        and "frame-ancestors 'none'" in policy
        and headers.get("X-Content-Type-Options") == "nosniff"
        and headers.get("X-Frame-Options") == "DENY"
    )


def world_of_demo() -> tuple[dict[str, Person | None], dict[str, str]]:
    """The people of the demo by role, and what stands for each part of an address."""
    network = Network.objects.get(slug=SLUG)
    with system(network.pk):
        return roles(network), samples(network)


def matrix() -> dict[tuple[str, str], dict[str, Answer]]:
    """Ask every address as every role."""
    people, known = world_of_demo()
    signed_in = sessions(people)
    found = {}
    is_deed: set[str] = set()
    for route, name, _ in patterns(get_resolver()):
        address = filled(route, known)
        found[name, "/" + route] = {
            role: outcome(session, address, is_deed) for role, session in signed_in.items()
        }
    return found


def as_text(found: dict[tuple[str, str], dict[str, Answer]]) -> str:
    """Write the matrix as a page of the reference."""
    names = list(next(iter(found.values())))
    lines = [
        "# Who gets where",
        "",
        "Made by `make docs` from the demo; `tests/repository/test_access_matrix.py` keeps it true. "
        "An empty form is sent",
        "where a page cannot be asked for. What a person may do inside a page follows from [rights](rights.md).",
        "",
        f"`{OPENS}` opens · `{REFUSES}` refuses with a reason (403) · `{HIDES}` does not exist for them (404) · "
        f"`{ASKS}` asks to sign in",
        "",
        f"| address | {' | '.join(names)} |",
        f"| --- |{' --- |' * len(names)}",
    ]
    for (_, route), row in sorted(found.items(), key=lambda one: one[0][1]):
        shown = route.replace("<slug:network>", "‹netwerk›").replace("<", "‹").replace(">", "›")
        lines.append(f"| `{shown}` | {' | '.join(f'`{row[name].verdict}`' for name in names)} |")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def asked() -> dict:
    """What was asked once already."""
    return {}


@pytest.fixture
def answers(demo, asked) -> dict:
    """The whole matrix, asked by the first test that needs it."""
    if not asked:
        asked.update(matrix())
    return asked


def test_every_address_gives_every_role_what_the_reference_says(answers):
    faults = [
        f"{route} fails for {role}"
        for (_, route), row in answers.items()
        for role in row
        if row[role].verdict == "!"
    ]
    assert faults == []
    if os.environ.get("RENEW_REFERENCE"):
        ACCESS.write_text(as_text(answers))
    assert as_text(answers) == ACCESS.read_text(), "run `make docs` and read what changed"


def test_nobody_from_outside_gets_into_a_network(answers):
    for (name, route), row in answers.items():
        if "<slug:network>" in route and name not in PUBLIC_PAGES:
            assert row["outsider"].verdict == HIDES, route
            assert row["nobody"].verdict == ASKS, route


#: Pages of a network that anyone may read.
PUBLIC_PAGES = {
    "network:about",
    "public:site",
    "public:initiative",
    "public:check_decision",
    "public:decision_file",
    "public:decisions",
    "public:feed",
    "public:idea",
    "public:idea_sent",
    "public:idea_confirm",
    "public:idea_status",
    "public:join",
    "public:join_sent",
    "public:join_confirm",
}


def test_a_fragment_gives_the_same_verdict_as_its_page(answers):
    people, known = world_of_demo()
    signed_in = sessions(people)
    is_deed: set[str] = set()
    for route, name, _ in patterns(get_resolver()):
        address = filled(route, known)
        for role in people if IS_NIGHT else ("manager", "outsider"):
            part = outcome(signed_in[role], address, is_deed, HX_Request="true")
            assert part.verdict == answers[name, "/" + route][role].verdict, f"{route} as {role}"


def test_every_answer_carries_the_strict_headers(answers):
    assert [route for (_, route), row in answers.items() for one in row.values() if not one.is_strict] == []
