"""The index follows every change of every text by itself, in the transaction of the change."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.db.models import Q

from schakel.documents.actions import add_document, add_version, withdraw_document
from schakel.documents.rules import Subject
from schakel.governance.models import AgendaItem, Body, Condition, Decision, Meeting, Minutes, MinutesRemark
from schakel.initiatives.actions import give_update
from schakel.initiatives.models import (
    EmbeddingPlan,
    Exploration,
    ExplorationQuestion,
    Initiative,
    Lesson,
    Plan,
    PlanGoal,
    StoryEvent,
)
from schakel.initiatives.rules import UpdateState
from schakel.network.models import Agreement, Ambition, Partner
from schakel.search.actions import reindex
from schakel.search.models import FindableText
from schakel.search.rules import Kind
from tests import database
from tests.factories.documents import FILES
from tests.factories.governance import as_platform, looking

pytestmark = pytest.mark.django_db

WHOLE = (
    "select network_id, kind, subject_id, initiative_id, key, number, title, label, body, state, at, readers,"
    " plain_title, vector::text from search_findabletext order by 1, 2, 3"
)


def where(word: str) -> set[str]:
    """The kinds of texts that hold this word now."""
    found = FindableText.objects.filter(Q(body__icontains=word) | Q(title__icontains=word))
    return set(found.values_list("kind", flat=True))


def test_after_the_whole_demo_the_index_is_what_it_is_when_built_anew(demo_copy, django_db_blocker):
    """Every action, loader and import went through the triggers: nothing is left to do."""
    with database.as_owner(demo_copy) as owner:
        before = owner.execute(WHOLE).fetchall()
        networks = owner.execute("select id from network_network").fetchall()
        owner.execute("set constraints all immediate")
        for kind in Kind.values:
            owner.execute("delete from search_findabletext where kind = %s", [kind])
            every = owner.execute(f"select id from {TABLES[kind]}").fetchall()
            owner.execute(f"select search.keep_{kind}(%s)", [[key for (key,) in every]])
        assert owner.execute(WHOLE).fetchall() == before
        owner.rollback()
    assert len(before) > 200
    assert len({row[0] for row in before}) == len(networks)


#: Whose ids name the things that have a text of a kind.
TABLES = {
    Kind.INITIATIVE: "initiatives_initiative",
    Kind.DECISION: "governance_decision",
    Kind.MEETING: "governance_meeting",
    Kind.MINUTES: "governance_minutes",
    Kind.DOCUMENT: "documents_document",
    Kind.NOTE: "initiatives_note",
    Kind.EXPLORATION: "initiatives_initiative",
    Kind.PLAN: "initiatives_initiative",
    Kind.EMBEDDING: "initiatives_initiative",
    Kind.LESSON: "initiatives_lesson",
    Kind.PARTNER: "network_partner",
    Kind.BODY: "governance_body",
    Kind.AGREEMENT: "network_agreement",
    Kind.AMBITION: "network_ambition",
}


def _changes(one: Initiative) -> dict[str, object]:
    """A change of each sort, made past the actions: the word that it brings must be found in these kinds."""
    own = {"network": one.network}
    exploration = Exploration.objects.get(initiative=one)
    plan = Plan.objects.create(initiative=one, **own)
    meeting = Meeting.objects.filter(**own)[0]
    decision = Decision.objects.filter(**own)[0]
    return {
        "eekhoorn": (
            Kind.INITIATIVE,
            lambda: Initiative.objects.filter(pk=one.pk).update(problem="Een eekhoorn."),
        ),
        "bever": (
            Kind.INITIATIVE,
            lambda: StoryEvent.objects.create(
                initiative=one, title="Gezien", text="Een bever.", recorded_at=one.submitted_at, **own
            ),
        ),
        "otter": (
            Kind.DECISION,
            lambda: Condition.objects.create(
                decision=decision, text="Tel de otter.", owner_name="Wij", due_on="2030-01-01", **own
            ),
        ),
        "fuut": (
            Kind.MEETING,
            lambda: AgendaItem.objects.create(
                body=meeting.body, meeting=meeting, position=90, kind="report", title="De fuut", **own
            ),
        ),
        "reiger": (
            Kind.MINUTES,
            lambda: Minutes.objects.create(
                meeting=meeting, text="De reiger stond stil.", changed_at=one.submitted_at, **own
            ),
        ),
        "sperwer": (
            Kind.MINUTES,
            lambda: MinutesRemark.objects.create(
                minutes=Minutes.objects.get(meeting=meeting),
                text="Het was een sperwer.",
                reason="Vergissing",
                added_at=one.submitted_at,
                **own,
            ),
        ),
        "buizerd": (
            Kind.MINUTES,
            lambda: Meeting.objects.filter(pk=meeting.pk).update(title="De buizerd"),
        ),
        "wulp": (
            Kind.EXPLORATION,
            lambda: ExplorationQuestion.objects.create(
                exploration=exploration, position=90, text="Waar is de wulp?", **own
            ),
        ),
        "kievit": (Kind.PLAN, lambda: Plan.objects.filter(pk=plan.pk).update(summary="De kievit broedt.")),
        "grutto": (
            Kind.PLAN,
            lambda: PlanGoal.objects.create(plan=plan, position=1, key=plan.pk, text="Meer grutto’s", **own),
        ),
        "roerdomp": (
            Kind.EMBEDDING,
            lambda: EmbeddingPlan.objects.create(initiative=one, training="De roerdomp leert het.", **own),
        ),
        "zwaluw": (
            Kind.LESSON,
            lambda: Lesson.objects.create(
                initiative=one,
                context="Een zwaluw",
                happened="kwam",
                advice="Wacht op meer.",
                grade="story",
                shared_at=one.submitted_at,
                **own,
            ),
        ),
        "merel": (Kind.PARTNER, lambda: Partner.objects.filter(**own).update(offers="De merel zingt.")),
        "specht": (Kind.BODY, lambda: Body.objects.filter(pk=meeting.body_id).update(purpose="De specht.")),
        "ekster": (
            Kind.AGREEMENT,
            lambda: Agreement.objects.create(
                title="Samen", slug="samen", kind="other", text="De ekster.", **own
            ),
        ),
        "patrijs": (
            Kind.AMBITION,
            lambda: Ambition.objects.create(code="A9", text="Meer ruimte voor de patrijs", **own),
        ),
    }


def test_whatever_door_a_change_comes_through_it_is_found_at_once(in_preparation):
    with as_platform(in_preparation.network):
        for word, (kind, change) in _changes(in_preparation).items():  # type: ignore[misc]
            assert where(word) == set()
            change()
            assert kind in where(word), word


def test_an_ambition_is_found_as_long_as_it_is_one(in_preparation):
    with as_platform(in_preparation.network):
        ambition = Ambition.objects.create(
            network=in_preparation.network, code="A9", text="Meer ruimte voor de patrijs"
        )
        Ambition.objects.filter(pk=ambition.pk).update(text="Meer ruimte voor de korhoen")
        assert (where("patrijs"), where("korhoen")) == (set(), {Kind.AMBITION})
        ambition.delete()
        assert where("korhoen") == set()


def test_minutes_carry_the_name_of_their_group_as_it_is_now(in_preparation):
    with as_platform(in_preparation.network):
        meeting = Meeting.objects.filter(network=in_preparation.network)[0]
        Meeting.objects.filter(pk=meeting.pk).update(title="")
        Minutes.objects.create(
            network=meeting.network, meeting=meeting, text="Besproken", changed_at=meeting.starts_at
        )
        Body.objects.filter(pk=meeting.body_id).update(name="Groep Wielewaal")
        assert {Kind.MINUTES, Kind.MEETING} <= where("wielewaal")


def test_how_it_goes_is_found_in_the_story_of_its_initiative(scene, in_pilot):
    words = {"because": "De muskusrat is terug.", "changed": "Een bever kwam.", "help_needed": "Een vanger."}
    with looking(scene.lead):
        give_update(in_pilot, by=scene.lead, state=UpdateState.HELP, **words)
        assert [where(one) for one in ("muskusrat", "bever", "vanger")] == [{Kind.INITIATIVE}] * 3


def test_a_change_that_is_taken_back_was_never_found(in_preparation):
    with as_platform(in_preparation.network):
        with transaction.atomic():
            Initiative.objects.filter(pk=in_preparation.pk).update(problem="Een eekhoorn.")
            assert where("eekhoorn") == {Kind.INITIATIVE}
            transaction.set_rollback(True)
        assert where("eekhoorn") == set()


def test_only_the_newest_exploration_and_plan_are_found(in_preparation):
    with as_platform(in_preparation.network):
        old = Exploration.objects.get(initiative=in_preparation)
        Exploration.objects.filter(pk=old.pk).update(findings="Een eekhoorn.")
        assert where("eekhoorn") == {Kind.EXPLORATION}
        values = {"starts_on": old.starts_on, "due_on": old.due_on, "network": old.network}
        newer = Exploration.objects.create(
            initiative=in_preparation, attempt=2, findings="Een bever.", **values
        )
        assert (where("eekhoorn"), where("bever")) == (set(), {Kind.EXPLORATION})
        newer.delete()
        assert where("eekhoorn") == {Kind.EXPLORATION}


def test_a_meeting_without_a_title_is_called_after_its_group(in_preparation):
    with as_platform(in_preparation.network):
        meeting = Meeting.objects.filter(title="")[0]
        Body.objects.filter(pk=meeting.body_id).update(name="Groep Lindeboom")
        assert FindableText.objects.get(subject_id=meeting.pk).title == "Groep Lindeboom"


def test_a_document_is_found_by_its_title_and_file_until_it_is_withdrawn(in_preparation, scene):
    with as_platform(in_preparation.network):
        version = add_document(
            Subject.INITIATIVE,
            in_preparation,
            by=scene.lead,
            name="egelrapport.txt",
            data=FILES["txt"],
            title="Rapport over egels",
        )
        add_version(version.document, by=scene.lead, name="egel2.txt", data=b"Anders.", why="Beter geteld.")
        text = FindableText.objects.get(kind=Kind.DOCUMENT)
        assert (text.title, text.state) == ("Rapport over egels", "")
        assert "egelrapport.txt" in text.body
        withdraw_document(version.document, by=scene.lead, reason="Er stonden namen in.")
        text.refresh_from_db()
        assert (text.state, "egelrapport" in text.body, "namen" in text.body) == ("withdrawn", False, True)


def test_what_is_right_already_is_not_written_again(in_preparation):
    with as_platform(in_preparation.network), connection.cursor() as cursor:
        cursor.execute("select subject_id, xmin::text, ctid::text from search_findabletext order by 1, 2")
        before = cursor.fetchall()
        Initiative.objects.filter(pk=in_preparation.pk).update(contact="iemand@voorbeeld.test")
        reindex(in_preparation.network.pk)
        cursor.execute("select subject_id, xmin::text, ctid::text from search_findabletext order by 1, 2")
        assert cursor.fetchall() == before
