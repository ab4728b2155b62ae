"""Exploring, planning and promising: what is written, what is refused, and what only the partner itself can say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from schakel.initiatives import actions, queries
from schakel.initiatives.actions import PastEvent, PastInitiative
from schakel.initiatives.models import Commitment, Exploration, Initiative, PartnerView, Plan
from schakel.initiatives.rules import Stage, hash_of
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import freeze, fresh, full_plan, make_initiative, soon
from tests.factories.network import make_area, make_network, make_partner, make_theme
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db


# ------------------------------------------------------------------------------------ exploration


@world
def exploration(scene):
    make_initiative(scene, Stage.EXPLORATION)
    with as_platform(scene.network):
        return Exploration.objects.select_related("initiative__network", "network").get()


def test_the_time_box_and_the_questions_are_set_and_answers_stay(scene, exploration):
    with looking(scene.lead) as lead:
        actions.plan_exploration(
            exploration, by=lead, due_on=soon(30), hours_cap=40, questions=["Hoe vaak?", "Waar?"]
        )
        often = exploration.questions.get(text="Hoe vaak?")
        actions.answer_question(often, by=lead, answer="Elke week.")
        actions.plan_exploration(
            exploration, by=lead, due_on=soon(30), questions=["Waarom?", "Hoe vaak?", "Hoe vaak?", " "]
        )
        assert [(q.position, q.text, q.answer) for q in exploration.questions.all()] == [
            (1, "Waarom?", ""),
            (2, "Hoe vaak?", "Elke week."),
        ]
        actions.plan_exploration(exploration, by=lead, due_on=soon(31))
        assert exploration.questions.count() == 2
        assert str(often) == "Hoe vaak?"
        for day in (exploration.starts_on, soon(400)):
            with refused("binnen twaalf maanden"):
                actions.plan_exploration(exploration, by=lead, due_on=day)
    assert fresh(exploration.initiative).stage_due_on == soon(31)


def test_the_texts_are_written_one_by_one_and_the_advice_is_told_once(scene, exploration):
    with looking(scene.lead) as lead:
        actions.write_exploration(exploration, by=lead, findings="Elke week.")
        actions.write_exploration(exploration, by=lead, advice="Ga door.")
        actions.write_exploration(exploration, by=lead, advice="Ga door, maar klein.")
        with pytest.raises(TypeError, match="no gossip"):
            actions.write_exploration(exploration, by=lead, gossip="x")
        with refused("maak hem korter|Maak hem korter"):
            actions.write_exploration(exploration, by=lead, findings="x" * 20_001)
        with refused("BSN"):
            actions.write_exploration(exploration, by=lead, findings="111222333")
        told = [event.title for event in queries.story(lead, exploration.initiative)]
    assert told.count("Er ligt een advies") == 1


def test_options_keep_doing_nothing_and_advise_one(scene, exploration):
    with looking(scene.lead) as lead:
        nothing = exploration.options.get()
        actions.write_options(
            exploration,
            by=lead,
            rows=[{"name": "Eén nummer", "is_advised": True}, {"id": nothing.pk, "name": "Niets"}],
        )
        assert [(str(o), o.is_advised, o.is_do_nothing) for o in exploration.options.all()] == [
            ("Eén nummer", True, False),
            ("Niets", False, True),
        ]
        one = exploration.options.first()
        actions.write_options(exploration, by=lead, rows=[{"name": "Twee nummers", "is_advised": True}])
        assert not exploration.options.filter(pk=one.pk).exists()
        assert exploration.options.filter(is_do_nothing=True).exists()
        with refused("niet meer"):
            actions.write_options(
                exploration,
                by=lead,
                rows=[{"name": "a", "is_advised": True}, {"name": "b", "is_advised": True}],
            )
        with refused("een naam"):
            actions.write_options(exploration, by=lead, rows=[{"name": " "}])


def test_the_five_factors_and_the_payers_are_written_per_kind(scene, exploration):
    with looking(scene.lead) as lead:
        actions.write_factors(exploration, by=lead, rows=[{"kind": "people", "helps": "Zin", "score": 4}])
        actions.write_factors(exploration, by=lead, rows=[{"kind": "people", "hinders": "Tijd", "score": ""}])
        factor = exploration.factors.get()
        assert (str(factor), factor.helps, factor.hinders, factor.score) == (
            "Mensen en mindset",
            "",
            "Tijd",
            None,
        )
        with refused("vijf factoren"):
            actions.write_factors(exploration, by=lead, rows=[{"kind": "weer"}])
        with refused("1 tot 5"):
            actions.write_factors(exploration, by=lead, rows=[{"kind": "data", "score": 6}])
        actions.write_payer_effects(
            exploration, by=lead, rows=[{"law": "wmo", "pays": "Gemeente", "gains": "Zvw"}]
        )
        assert str(exploration.payer_effects.get()) == "Wet maatschappelijke ondersteuning (Wmo)"
        with refused("wet uit de lijst"):
            actions.write_payer_effects(exploration, by=lead, rows=[{"law": "gemeentewet"}])
        page = queries.exploration_of(lead, exploration.initiative)
    assert [row.row is not None for row in page.factors] == [True, False, False, False, False]
    assert [row.law for row in page.payer_effects if row.row] == ["wmo"]


def test_a_view_is_private_until_it_is_given_also_in_the_database(scene, exploration):
    hospital = scene.partners[0]
    with looking(scene.directors[0]) as director:
        actions.save_view(exploration, by=director, partner=hospital, worry="Geen mensen")
        actions.save_view(
            exploration, by=director, partner=hospital, worry="Geen mensen.", willingness="maybe"
        )
        assert [row.state for row in queries.exploration_of(director, exploration.initiative).views] == [
            "draft", "waiting", "waiting",
        ]  # fmt: skip
    with looking(scene.directors[1]) as other:
        assert PartnerView.objects.count() == 0
        page = queries.exploration_of(other, exploration.initiative)
        assert (page.n_given, page.n_partners, len(page.waiting)) == (0, 3, 3)
        assert page.days_left(timezone.localdate()) > 0
        with refused("Alleen"):
            actions.give_view(
                exploration,
                by=other,
                partner=hospital,
                interest="x",
                worry="",
                willingness="yes",
                contribution="",
            )
    with looking(scene.directors[0]) as director:
        facts = {"interest": "Minder opnames", "worry": "", "contribution": "Een verpleegkundige"}
        for willingness, words in (("", "meedoet"), ("zeker", "ja, misschien of nee")):
            with refused(words):
                actions.give_view(
                    exploration, by=director, partner=hospital, willingness=willingness, **facts
                )
        with refused("belang"):
            actions.give_view(
                exploration, by=director, partner=hospital, willingness="yes", **{**facts, "interest": ""}
            )
        given = actions.give_view(exploration, by=director, partner=hospital, willingness="yes", **facts)
        actions.give_view(exploration, by=director, partner=hospital, willingness="no", **facts)
        with refused("al gegeven"):
            actions.save_view(exploration, by=director, partner=hospital)
        assert str(given) == "Ziekenhuis"
        told = [event.title for event in queries.story(director, exploration.initiative)]
    assert told[:2] == [
        "Nieuwe kijk van Ziekenhuis: Nee, wij doen niet mee", "Kijk van Ziekenhuis: Ja, wij doen mee",
    ]  # fmt: skip
    with looking(scene.directors[1]) as other:
        assert PartnerView.objects.get().is_of({hospital.pk})
        assert queries.exploration_of(other, exploration.initiative).n_given == 1


def test_a_partner_that_gives_its_view_at_once_needs_no_draft(scene, exploration):
    with looking(scene.directors[1]) as director:
        actions.give_view(
            exploration,
            by=director,
            partner=scene.partners[1],
            interest="x",
            worry="",
            willingness="no",
            contribution="",
        )
        elsewhere = make_partner(make_network())
        with refused("ander netwerk"):
            actions.save_view(exploration, by=director, partner=elsewhere)


def test_lead_and_explorer_are_appointed_and_told(scene, exploration):
    with looking(scene.manager) as manager:
        actions.appoint(exploration.initiative, by=manager, lead=scene.lead, commissioner="Themagroep")
        actions.appoint(exploration.initiative, by=manager, lead=scene.lead, explorer=scene.submitter)
        told = [event.title for event in queries.story(manager, exploration.initiative)]
    assert told[:2] == ["Verkenner: Indiener", "Trekker: Trekker"]
    assert told.count("Trekker: Trekker") == 1
    assert fresh(exploration.initiative).commissioner == "Themagroep"


# ------------------------------------------------------------------------------------ plan


@world
def initiative(scene):
    return make_initiative(scene, Stage.PREPARATION)


def test_a_plan_is_begun_once_and_written_part_by_part(scene, initiative):
    with looking(scene.lead) as lead:
        plan = actions.begin_plan(initiative, by=lead)
        assert actions.begin_plan(initiative, by=lead) == plan
        rows = [{"text": "Eén"}, {"text": "Twee", "owner": "A"}]
        actions.write_part(plan, by=lead, part="activities", rows=rows)
        first, second = plan.activities.all()
        actions.write_part(
            plan,
            by=lead,
            part="activities",
            rows=[{"key": str(second.key), "text": "Twee!"}, {"text": "Drie"}],
        )
        assert [(a.text, a.owner, a.key == second.key) for a in plan.activities.all()] == [
            ("Twee!", "A", True),
            ("Drie", "", False),
        ]
        assert not plan.activities.filter(key=first.key).exists()
        same = [{"key": str(second.key), "text": "x"}, {"key": str(second.key), "text": "y"}]
        actions.write_part(plan, by=lead, part="activities", rows=same)
        assert plan.activities.count() == 2


@pytest.mark.parametrize(
    ("part", "row", "words"),
    [
        ("activities", {"text": ""}, "wat het is"),
        ("activities", {"text": "x" * 501}, "Maak hem korter"),
        ("budget_lines", {"text": "x", "year": 1999}, "Jaar"),
        ("budget_lines", {"text": "x", "year": 2027, "amount_eur": Decimal("-1")}, "Bedrag in euro"),
        ("milestones", {"text": "x", "kind": "belofte"}, "Soort"),
        ("milestones", {"text": "x", "payment_share_percent": Decimal("101")}, "betaling"),
    ],
)
def test_a_row_that_cannot_be_is_refused_in_words(scene, initiative, part, row, words):
    with looking(scene.lead) as lead:
        plan = actions.begin_plan(initiative, by=lead)
        with refused(words):
            actions.write_part(plan, by=lead, part=part, rows=[row])


def test_a_plan_has_its_limits(scene, initiative):
    with looking(scene.lead) as lead:
        plan = actions.begin_plan(initiative, by=lead)
        with refused("Er passen 100 regels"):
            actions.write_part(plan, by=lead, part="risks", rows=[{"text": "x"}] * 101)
        with pytest.raises(TypeError, match="no weather"):
            actions.write_plan(plan, by=lead, weather="x")
        with refused("ja, nee"):
            actions.write_plan(plan, by=lead, restricts_competition="soms")
        with refused("wat de opdracht is"):
            actions.freeze_plan(plan, by=lead)
        foreign = make_partner(make_network())
        with refused("ander netwerk"):
            actions.write_part(plan, by=lead, part="milestones", rows=[{"text": "x", "debtor": foreign}])


def test_a_frozen_version_stands_and_the_next_one_is_a_copy_with_a_readable_difference(scene, initiative):
    full_plan(scene, initiative)
    frozen = freeze(scene, initiative)
    assert frozen.hash == hash_of(frozen.content)
    with looking(scene.lead) as lead:
        with refused("nieuwe versie"):
            actions.write_plan(frozen, by=lead, summary="Anders")
        second = actions.begin_plan(initiative, by=lead)
        assert second.version == 2
        before = queries.plan_of(lead, initiative, 1)
        assert before.is_intact
        assert not before.is_newest
        assert queries.plan_difference(lead, initiative, 1, 2) == []
        line = second.budget_lines.get()
        actions.write_part(
            second,
            by=lead,
            part="budget_lines",
            rows=[{"key": str(line.key), "text": line.text, "amount_eur": Decimal("25000")}],
        )
        (change,) = queries.plan_difference(lead, initiative, 1, 2)
        assert (change.part, change.about) == ("Begroting", "Telefonie")
        assert queries.plan_difference(lead, initiative, 1, 9) == []
        page = queries.plan_of(lead, initiative)
        assert (page.plan.version, page.amount_eur, page.is_newest, page.is_intact) == (2, 25000, True, True)
        assert page.findings_of("goals") == []
        assert queries.plan_of(lead, initiative, 9) is None
        with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
            Plan.objects.get(pk=frozen.pk).goals.update(text="Stiekem")
        with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
            Plan.objects.filter(pk=frozen.pk).update(summary="Stiekem")


# ------------------------------------------------------------------------------------ promises


def ask(scene, initiative, **facts):
    with looking(scene.lead) as lead:
        given = {
            "partner": scene.partners[0],
            "kind": "hours",
            "amount": 60,
            "text": "Een verpleegkundige",
            **facts,
        }
        return actions.ask_commitment(initiative, by=lead, **given)


def test_a_promise_counts_only_when_that_partner_itself_says_yes(scene, initiative):
    asked = ask(scene, initiative, due_on=soon(5))
    assert not asked.counts
    for person in (scene.lead, scene.manager, scene.directors[1]):
        with looking(person), refused("Alleen"):
            actions.confirm_commitment(asked, by=person)
    with looking(scene.directors[0]) as director:
        assert queries.needs_me(director, scene.network, now=timezone.now())[0].kind == "ask_promise"
        confirmed = actions.confirm_commitment(asked, by=director, answer="Graag.")
        assert confirmed.counts
        told = queries.story(director, initiative)[0]
    assert told.title == "Ziekenhuis zegt toe: Een verpleegkundige"
    assert str(confirmed) == "Een verpleegkundige"


def test_a_partner_can_say_no_or_offer_something_else(scene, initiative):
    asked = ask(scene, initiative)
    with looking(scene.directors[0]) as director:
        with refused("waarom niet"):
            actions.decline_commitment(asked, by=director, answer="")
        assert actions.decline_commitment(asked, by=director, answer="Geen mensen.").status == "declined"
        with refused("wat wel kan"):
            actions.amend_commitment(asked, by=director, answer=" ")
        with refused("hoeveel wel kan"):
            actions.amend_commitment(asked, by=director, answer="Minder", amount=0)
        offered = actions.amend_commitment(asked, by=director, answer="De helft kan.", amount=30)
        assert (offered.status, offered.amended_amount, offered.counts) == ("amended", 30, False)
    with looking(scene.lead) as lead:
        taken = actions.accept_amendment(offered, by=lead)
        assert (taken.amount, taken.counts, taken.text) == (30, True, "Een verpleegkundige (De helft kan.)")
        with refused("niets anders aan"):
            actions.accept_amendment(taken, by=lead)
    other_form = ask(scene, initiative, kind="data", amount=None, text="Cijfers per maand")
    with looking(scene.directors[0]) as director:
        actions.amend_commitment(other_form, by=director, answer="Per kwartaal kan.")
    with looking(scene.lead) as lead:
        assert actions.accept_amendment(other_form, by=lead).amount is None


def test_a_question_to_a_partner_is_complete(scene, initiative):
    with refused("uren, geld"):
        ask(scene, initiative, kind="liefde")
    with refused("hoeveel u vraagt"):
        ask(scene, initiative, amount=None)
    with refused("wat u van deze partner vraagt"):
        ask(scene, initiative, text="")
    with refused("ander netwerk"):
        ask(scene, initiative, partner=make_partner(make_network()))


def test_promises_belong_to_the_plan_so_a_frozen_plan_keeps_them(scene, initiative):
    full_plan(scene, initiative)
    asked = ask(scene, initiative, kind="money", amount=Decimal("100"), text="Reiskosten")
    with looking(scene.lead) as lead:
        assert actions.withdraw_commitment(asked, by=lead).status == "withdrawn"
    freeze(scene, initiative)
    with refused("nieuwe versie"):
        ask(scene, initiative)
    with looking(scene.lead) as lead, refused("nieuwe versie"):
        actions.withdraw_commitment(Commitment.objects.filter(status="asked").first(), by=lead)


# ------------------------------------------------------------------------------------ history


def past(**facts):
    given = {
        "key": "ecms", "title": "Eenmalige consultatie", "stage": "execution", "source": "Website",
        "started_on": date(2016, 4, 1), "started_precision": "month", "kind": "project",
    }  # fmt: skip
    return PastInitiative(**{**given, **facts})


def test_history_from_a_source_is_written_down_once_with_what_the_source_says(scene):
    almelo = make_area(scene.network)
    events = [
        PastEvent("Het project begint", on=date(2016, 4, 1), precision="month"),
        PastEvent("De proef is klaar"),
    ]
    with as_platform(scene.network):
        initiative = actions.record_historic_initiative(
            scene.network,
            by=None,
            past=past(
                theme=scene.theme,
                body=scene.body,
                partners={scene.partners[0]: "initiator"},
                areas=[almelo],
                events=events,
            ),
        )
        again = actions.record_historic_initiative(scene.network, by=None, past=past(title="Anders"))
    assert again == initiative
    assert initiative.number == "I-2016-001"
    with looking(scene.manager) as manager:
        told = queries.story(manager, initiative)
        detail = queries.detail(manager, fresh(initiative))
        assert queries.changes_since(manager, scene.network, timezone.now().replace(year=2000)) == []
        assert Initiative.objects.get(pk=initiative.pk).is_historic
    assert [(event.when, event.title) for event in told] == [
        ("april 2016", "Het project begint"),
        ("dag niet bekend", "De proef is klaar"),
    ]
    assert detail.started_in_words == "april 2016"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"stage": "submitted"}, "niet in de stand"),
        ({"stage": "klaar"}, "niet in de stand"),
        ({"kind": "feest"}, "kennen wij niet"),
        ({"return_stage": "pilot"}, "Alleen wat gestopt is"),
        ({"stage": "stopped", "return_stage": "parked"}, "Alleen wat gestopt is"),
    ],
)
def test_a_source_cannot_say_everything(scene, facts, words):
    with as_platform(scene.network), refused(words):
        actions.record_historic_initiative(scene.network, by=None, past=past(**facts))


def test_a_source_names_roles_and_things_of_its_own_network(scene):
    with as_platform(scene.network), refused("rol uit de lijst"):
        actions.record_historic_initiative(
            scene.network, by=None, past=past(partners={scene.partners[0]: "baas"})
        )
    elsewhere = make_theme(make_network(), "spoed")
    with as_platform(scene.network), refused("ander netwerk"):
        actions.record_historic_initiative(
            scene.network, by=None, past=past(theme=elsewhere, started_on=None)
        )
    with looking(scene.submitter) as person, refused("oude besluiten"):
        actions.record_historic_initiative(scene.network, by=person, past=past())
    with as_platform(scene.network):
        undated = actions.record_historic_initiative(
            scene.network, by=None, past=past(started_on=None, started_precision="")
        )
    assert undated.number.startswith(f"I-{timezone.localdate().year}-")
