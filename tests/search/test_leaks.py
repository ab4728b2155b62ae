"""Nobody finds what they cannot open: what search gives is compared with what the pages and permissions give."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.documents.models import Document
from schakel.governance.models import Body, Decision, Meeting, Minutes, SeatTenure
from schakel.initiatives.models import (
    EmbeddingPlan,
    Exploration,
    Initiative,
    Lesson,
    Note,
    PartnerView,
    Plan,
    Report,
)
from schakel.network.models import Agreement, Ambition, Membership, Network, Partner
from schakel.network.rules import Role
from schakel.overview.shelves import SHELVES
from schakel.people.models import Person
from schakel.search.models import FindableText
from schakel.search.queries import MOST_SHOWN, PER_PAGE, alike, asked, find, numbered
from schakel.search.rules import Kind
from schakel.tenancy.context import person as looking_as
from schakel.tenancy.context import system, visitor
from tests import database
from tests.examples import examples
from tests.factories.network import make_member, make_network, make_person

#: Words that stand in most texts of the demo and some that stand in few; inflected, as people type them.
WORDS = (
    "ouderen",
    "huisartsen",
    "patiënten",
    "verwijzingen",
    "overleg",
    "besluit",
    "plannen",
    "telefoon",
    "zorg",
)


def openable(person: Person, network: Network) -> dict[Kind, set]:
    """The things that this person can open in this network, by the queries that their pages start from."""

    def keys(model: object, column: str = "pk") -> set:
        return set(model.objects.visible_to(person).of(network).values_list(column, flat=True))  # type: ignore[attr-defined]

    documents = Document.objects.visible_to(person).of(network)
    return {
        Kind.INITIATIVE: keys(Initiative),
        Kind.DECISION: keys(Decision),
        Kind.MEETING: keys(Meeting),
        Kind.MINUTES: keys(Minutes),
        Kind.DOCUMENT: {
            one.pk for one in documents if SHELVES[one.subject_type].of(person, network, one) is not None
        },
        Kind.NOTE: set(
            Note.objects.visible_to(person).of(network).filter(withdrawn_at=None).values_list("pk", flat=True)
        ),
        Kind.EXPLORATION: keys(Exploration, "initiative_id"),
        Kind.PLAN: keys(Plan, "initiative_id"),
        Kind.EMBEDDING: keys(EmbeddingPlan, "initiative_id") | keys(Report, "initiative_id"),
        Kind.LESSON: keys(Lesson),
        Kind.PARTNER: keys(Partner),
        Kind.BODY: keys(Body),
        Kind.AGREEMENT: keys(Agreement),
        Kind.AMBITION: keys(Ambition),
    }


def everything_found(person: Person, network: Network, words: str) -> set:
    """Every hit on every page."""
    found = set()
    for page in range(1, MOST_SHOWN // PER_PAGE + 1):
        hits = find(person, network, asked(words), page=page).hits
        found |= {(hit.kind, hit.subject_id) for hit in hits}
        if len(hits) < PER_PAGE:
            break
    return found


def test_each_person_finds_exactly_what_they_can_open(demo):
    """Of the texts of the demo with a word, those on a page of this person: no more and no fewer."""
    with database.as_owner(f"schakel_with_demo_{database.WORKER}") as owner:
        matching = {
            word: owner.execute(
                "select t.network_id, t.kind, t.subject_id from search_findabletext t, search.asked(%s) a"
                " where t.vector @@ a.wide",
                [word],
            ).fetchall()
            for word in WORDS
        }
    networks = list(Network.objects.filter(is_listed=True))
    outsider = Person.objects.create_user("buiten@voorbeeld.test", name="Buiten Voorbeeld")
    random = Random(11)
    n_found = n_hidden = 0
    for one in [*Person.objects.filter(is_demo=True), outsider]:
        with looking_as(one.pk):
            for network in networks:
                mine = openable(one, network)
                if not any(mine.values()):
                    assert everything_found(one, network, "zorg") == set()
                    continue
                for word in random.sample(WORDS, 2):
                    expected = {
                        (Kind(kind), subject)
                        for of, kind, subject in matching[word]
                        if of == network.pk and subject in mine[Kind(kind)]
                    }
                    found = everything_found(one, network, word)
                    assert found <= expected, f"{one} finds with {word} what they cannot open"
                    assert len(expected) > MOST_SHOWN or found == expected, f"{one} misses a text with {word}"
                    n_found += len(found)
                    n_hidden += len(matching[word]) - len(found)
    assert n_found > 300
    assert n_hidden > 300


def test_a_visitor_and_who_has_no_context_find_nothing(demo):
    linde = Network.objects.get(slug="de-linde")
    question = "select count(*) from search.hits(%s, 'zorg'::tsquery, 'zorg:*'::tsquery, null, 20)"
    likeness = "select count(*) from search.resembling(%s, 'telefoon', 20)"
    with connection.cursor() as cursor:
        for context in (visitor(linde.pk), visitor(make_network("elders").pk), transaction.atomic()):
            with context:
                for sql in (question, likeness):
                    cursor.execute(sql, [linde.pk])
                    assert cursor.fetchone() == (0,)
        with visitor(linde.pk):
            assert not FindableText.objects.exists()


def test_the_words_of_a_secret_are_nobodys_hit(demo):
    """A view that is not given, the draft of a note, a remark with a score: not in the index at all."""
    linde = Network.objects.get(slug="de-linde")
    with system(linde.pk):
        view = PartnerView.objects.filter(network=linde, is_given=False).first() or _a_draft(linde)
        PartnerView.objects.filter(pk=view.pk).update(worry="Xylofoonvrees in de nacht.")
        assert asked("xylofoonvrees").can_be_found
        assert not FindableText.objects.filter(body__icontains="xylofoonvrees").exists()
        PartnerView.objects.filter(pk=view.pk).update(
            is_given=True, given_at=timezone.now(), willingness="yes"
        )
        assert FindableText.objects.get(body__icontains="xylofoonvrees").kind == Kind.EXPLORATION


def _a_draft(network: Network) -> PartnerView:
    exploration = Exploration.objects.filter(network=network).order_by("-attempt")[0]
    partner = Partner.objects.filter(network=network).exclude(
        pk__in=PartnerView.objects.filter(exploration=exploration).values("partner")
    )[0]
    return PartnerView.objects.create(
        network=network, exploration=exploration, partner=partner, updated_at=timezone.now()
    )


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.integers(0, 6), st.sampled_from(["network", "internal"])),
        st.tuples(st.just("withdraw"), st.integers(0, 5)),
        st.tuples(st.just("lead"), st.integers(0, 6)),
        st.tuples(st.just("explorer"), st.integers(0, 6)),
        st.tuples(st.just("body"), st.booleans()),
        st.tuples(st.just("stand up"), st.integers(0, 6)),
        st.tuples(st.just("leave"), st.integers(0, 6)),
    ),
    min_size=1,
    max_size=9,
)


@settings(
    max_examples=examples(15, nightly=500),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_after_any_change_of_people_and_places_a_note_is_found_by_who_may_read_it(in_screening, scene, steps):
    network, one = scene.network, in_screening
    with transaction.atomic():
        people = [
            scene.manager,
            scene.submitter,
            scene.lead,
            scene.directors[0],
            scene.group.people[1],
            scene.group.secretary,
            make_member(network, Role.READER),
        ]
        for step in steps:
            with system(network.pk):
                _do(step, one, people)
        for person in [*people, make_person()]:
            person.__dict__.pop("network_ids", None)
            with looking_as(person.pk):
                readable = Note.objects.visible_to(person).of(network).filter(withdrawn_at=None)
                expected = {(Kind.NOTE, note.pk) for note in readable}
                assert everything_found(person, network, "kwartelgedachten") == expected, person
                assert {hit.subject_id for hit in alike(person, network, "telefoonummer beroerte")} <= {
                    one.pk
                } | {decision.pk for decision in Decision.objects.visible_to(person)}
                assert all(hit.subject_id == one.pk for hit in numbered(person, network, one.number))
        transaction.set_rollback(True)


def _do(step: tuple, one: Initiative, people: list[Person]) -> None:
    match step:
        case "say", who, readers:
            Note.objects.create(
                network=one.network,
                initiative=one,
                author=people[who],
                readers=readers,
                text="Een kwartelgedachte over dit plan.",
                written_at=timezone.now(),
                once_token=uuid4(),
            )
        case "withdraw", which:
            for note in Note.objects.order_by("pk")[which : which + 1]:
                Note.objects.filter(pk=note.pk).update(
                    withdrawn_at=timezone.now(), withdrawn_reason="Vergissing"
                )
        case "lead", who:
            Initiative.objects.filter(pk=one.pk).update(lead=people[who])
        case "explorer", who:
            Initiative.objects.filter(pk=one.pk).update(explorer=people[who])
        case "body", is_other:
            board = Body.objects.filter(network=one.network).exclude(pk=one.body_id)[0]
            Initiative.objects.filter(pk=one.pk).update(body=board if is_other else one.body)
        case "stand up", who:
            today = timezone.localdate()
            SeatTenure.objects.filter(person=people[who], from_on__lt=today).update(until_on=today)
        case "leave", who:
            today = timezone.localdate()
            Membership.objects.filter(person=people[who], from_on__lt=today).update(
                until_on=today - timedelta(1)
            )


@pytest.mark.django_db
def test_the_index_cannot_be_written_or_asked_round_the_context(in_screening):
    network = in_screening.network
    with system(network.pk):
        text = FindableText.objects.filter(kind=Kind.INITIATIVE).get()
        for deed in (
            lambda: FindableText.objects.filter(pk=text.pk).update(readers=None),
            lambda: FindableText.objects.filter(pk=text.pk).delete(),
            lambda: FindableText.objects.create(network=network, kind=Kind.NOTE, subject_id=uuid4(), key="x"),
        ):
            with pytest.raises(Exception, match="permission denied"), transaction.atomic():
                deed()
    reader = make_member(network, Role.READER)
    with looking_as(reader.pk), connection.cursor() as cursor:
        for sql in (
            "select search.keep_note(array[]::uuid[])",
            "select search.of_note(array[]::uuid[])",
            "select search.index_again('note', array[]::uuid[])",
            "select search.things(%(network)s, 'note')",
        ):
            with (
                pytest.raises(Exception, match=r"permission denied|only the platform itself"),
                transaction.atomic(),
            ):
                cursor.execute(sql, {"network": network.pk})
