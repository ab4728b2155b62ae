"""What people said: scores over ten people or more, under a licence, side by side and never as an effect."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from schakel.initiatives import actions, permissions, queries
from schakel.initiatives.models import Initiative, SurveyRound
from schakel.initiatives.queries.paper_surveys import said_by_people
from schakel.initiatives.queries.survey_drawings import dots, spider
from schakel.initiatives.rules import Stage
from schakel.initiatives.rules.smallest_difference import smallest_differences
from schakel.initiatives.rules.surveys import DIMENSIONS, Instrument, scores_read
from schakel.journal.models import Entry
from schakel.measuring.models import Exit
from schakel.measuring.queries import Tally
from schakel.web.drawn import drawn
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import Scene, fresh, make_initiative
from tests.factories.measuring import draw
from tests.worlds import world

pytestmark = pytest.mark.django_db

ZERO, TEN = Decimal(0), Decimal(10)
SIX = "\n".join(f"{name}; 6,{at}; 1,9; 31" for at, name in enumerate(DIMENSIONS))
LATER = "\n".join(f"{name}; 7,{at}; 1,8; 30" for at, name in enumerate(DIMENSIONS))
HELD = date(2026, 2, 1)
ROUND = {
    "instrument": "positive_health",
    "name": "Positieve Gezondheid",
    "licence_holder": "Zorggroep",
    "licence_until": None,
    "moment": "baseline",
    "held_on": HELD,
    "n_asked": 40,
    "n_answered": 31,
    "n_paired": None,
    "lowest": ZERO,
    "highest": TEN,
    "is_less_better": False,
    "text": SIX,
    "source": "Gesprekken",
}
AFTER = {"moment": "follow_up", "held_on": date(2026, 6, 1), "n_answered": 30, "n_paired": 28, "text": LATER}


@world
def pilot(scene: Scene) -> Initiative:
    return make_initiative(scene, Stage.PILOT)


def enter(scene: Scene, initiative: Initiative, **more) -> SurveyRound:
    with looking(more.pop("by", scene.lead)) as by:
        return actions.enter_survey(initiative, by=by, **{**ROUND, **more})


def found(scene: Scene, initiative: Initiative) -> queries.Questionnaire:
    with looking(scene.lead) as person:
        return queries.questionnaires(person, fresh(initiative))[0]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Meedoen; 6; 1", "vier vakken"),
        ("; 6; 1; 31", "schrijf een naam"),
        ("Meedoen; 6; 1; 9", "minder dan 10 mensen"),
        ("Meedoen; 6; 1; 9,5", "een heel getal"),
        ("Meedoen; 11; 1; 31", "buiten de schaal"),
        ("Meedoen; 6; 11; 31", "de spreiding past niet"),
        ("Meedoen; goed; 1; 31", "“goed” is geen getal"),
        ("Meedoen; 6; Infinity; 31", "is geen getal"),
        ("Meedoen; 6; 1; 1.031", "kan twee dingen betekenen"),
        ("Meedoen; 6; 1; 31; 60; 50", "van 0 tot 100 %"),
        ("Meedoen; 6; 1; 31; 60", "vier vakken"),
    ],
)
def test_a_line_that_is_wrong_says_what_and_where(line, why):
    rows, faults = scores_read(line, "prom", ZERO, TEN)
    assert not rows
    assert faults[0].startswith("Regel 1: ")
    assert why in faults[0]


def test_positive_health_has_its_six_dimensions_in_order_on_a_scale_of_ten():
    assert not scores_read(SIX, "positive_health", ZERO, TEN)[1]
    assert "zes dimensies" in scores_read("Meedoen; 6; 1; 31", "positive_health", ZERO, TEN)[1][0]
    assert "van 0 tot 10" in scores_read(SIX, "positive_health", ZERO, Decimal(100))[1][0]
    assert scores_read("a; 6; 1; 31\nA; 6; 1; 31", "prom", ZERO, TEN)[1] == ["Elke naam staat er één keer."]
    assert scores_read(" \n", "prom", ZERO, TEN)[1] == ["Vul minstens één regel in."]
    many = "\n".join(f"s{n}; 6; 1; 31" for n in range(13))
    assert scores_read(many, "prom", ZERO, TEN)[1] == ["Er passen 12 regels."]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"held_on": timezone.localdate() + timedelta(days=2)}, "moet nog komen"),
        ({"licence_until": HELD - timedelta(days=1)}, "De licentie liep tot en met"),
        ({"licence_holder": ""}, "wie de licentie heeft"),
        ({"source": ""}, "waar de cijfers vandaan komen"),
        ({"n_answered": 41}, "niet meer mensen iets in"),
        ({"n_answered": 30}, "meer mensen dan er iets invulden"),
        ({**AFTER, "n_paired": 31}, "twee keer iets in dan nu"),
        ({"highest": ZERO}, "groter dan de laagste"),
        ({"instrument": "iets"}, "Vragenlijst"),
        ({"text": "Meedoen; 6; 1; 3"}, "minder dan 10 mensen"),
        ({"groups": "Oud; 30; 20\nJong; 10; 10"}, "Samen zijn de groepen 40 mensen van wie 30 invulden"),
        ({"groups": "Oud; 31; 31\nJong; 9; 0"}, "minder dan 10 mensen"),
        ({"groups": "Oud; 20; 21\nJong; 20; 10"}, "er vulden niet meer mensen iets in"),
        ({"groups": "Allen; 40; 31"}, "zijn twee groepen nodig"),
        ({"groups": "Oud; 30"}, "drie vakken zijn: groep"),
        ({"groups": "\n".join(f"g{n}; 12; 12" for n in range(13))}, "Er passen 12 regels"),
        ({**AFTER, "changes": "Meedoen; 0,4; 1,9; 29"}, "Een verandering gaat over meer mensen"),
        ({**AFTER, "n_paired": None, "changes": "Meedoen; 0,4; 1,9; 28"}, "Een verandering gaat over meer"),
        ({**AFTER, "changes": "Iets; 0,4; 1,9; 28"}, "“Iets” staat niet bij de scores"),
        ({**AFTER, "changes": "Meedoen; 0,4; 1,9; 28; 1; 1"}, "vier vakken"),
    ],
)
def test_what_cannot_be_right_is_refused_in_words(scene, pilot, facts, words):
    with pytest.raises(Refused, match=words):
        enter(scene, pilot, **facts)


def test_there_is_an_end_to_the_rounds_of_an_initiative(scene, pilot, monkeypatch):
    enter(scene, pilot)
    monkeypatch.setattr("schakel.initiatives.actions.surveys.MOST_ROUNDS", 1)
    with pytest.raises(Refused, match="Er passen 1 peilingen bij een initiatief"):
        enter(scene, pilot, **AFTER)


def test_the_lead_and_the_manager_fill_it_in_and_it_stands_in_the_story(scene, pilot):
    for person, may in ((scene.lead, True), (scene.manager, True), (scene.directors[0], False)):
        with looking(person) as by:
            assert (permissions.why_not_write_survey(by, fresh(pilot)) is None) is may
    row = enter(scene, pilot)
    with as_platform(scene.network):
        assert Entry.objects.filter(verb="survey entered").count() == 1
        assert fresh(pilot).story.filter(title__contains="Positieve Gezondheid").exists()
    with looking(scene.lead) as by:
        actions.drop_survey(row, by=by)
        assert not SurveyRound.objects.exists()


def test_one_moment_says_nothing_of_a_change(scene, pilot):
    enter(scene, pilot, **AFTER)
    told = " ".join(found(scene, pilot).cautions)
    assert "gespreksinstrument" in told
    assert "geen nulmeting" in told


def test_two_moments_stand_side_by_side_with_who_answered_both(scene, pilot):
    enter(scene, pilot)
    enter(scene, pilot, **AFTER)
    known = found(scene, pilot)
    assert [one.words for one in known.rounds] == ["Nulmeting, 1 februari 2026", "Vervolgmeting, 1 juni 2026"]
    assert known.baseline.answered_words.replace("\xa0", " ") == "31 van 40 vulden in (78 %)"
    told = " ".join(known.cautions)
    assert "wat het verschil veroorzaakte, zegt het niet" in told
    assert "niet als een verandering" not in told, "28 of 40 answered twice: 70 %"
    enter(scene, pilot, **{**AFTER, "held_on": date(2026, 7, 1), "n_paired": 20})
    assert "20 van 40 vulden beide keren in" in " ".join(found(scene, pilot).cautions)
    enter(scene, pilot, **{**AFTER, "held_on": date(2026, 8, 1), "n_paired": None, "n_asked": 90})
    told = " ".join(found(scene, pilot).cautions)
    assert "Niet bekend hoeveel mensen beide keren invulden" in told
    assert "Minder dan 60 % vulde in" in told


def test_a_change_is_that_of_the_same_people_and_only_when_enough_answered_twice(scene, pilot):
    enter(scene, pilot)
    changes = "Meedoen; 0,4; 1,2; 28\nMentaal; -0,1; 1,0; 27"
    enter(scene, pilot, **AFTER, changes=changes)
    known = found(scene, pilot)
    assert [(one.name, one.n) for one in known.changes] == [("Meedoen", 28), ("Mentaal", 27)]
    page = text(Browser(scene.network, scene.lead).get(f"initiatieven/{pilot.number}/peilingen/"))
    assert "Verandering bij wie beide keren invulde" in page
    assert "+0,4" in page
    with looking(scene.lead) as by:
        piece = said_by_people(by, fresh(pilot))
    paper = str(piece.parts)
    assert piece.tally == Tally(6 + 6 + 2), "six means before, six after, two changes"
    for words in ("gespreksinstrument", "30 van 40", "Verandering bij wie beide keren invulde", "+0,4"):
        assert words in paper
    assert "−0,1 tot +0,9" in page, "0.4 ± 2.05 · 1.2 / √28"
    later = {**AFTER, "held_on": date(2026, 7, 1), "n_paired": 20, "text": LATER}
    enter(scene, pilot, **later, changes="Meedoen; 0,4; 1,2; 20")
    known = found(scene, pilot)
    assert not known.changes, "20 of 40 is half"
    assert "lees het niet als een verandering" in " ".join(known.cautions)


def test_who_answered_is_compared_by_group_and_shown_for_all_groups_or_none(scene, pilot):
    enter(scene, pilot, groups="Tot 85 jaar; 20; 20\n85 en ouder; 20; 11", n_asked=40)
    assert not found(scene, pilot).rounds[0].groups, (
        "everybody of a group answered: that tells of each of them"
    )
    enter(scene, pilot, held_on=date(2026, 3, 1), n_asked=80, groups="Tot 85; 30; 20\n85 en ouder; 50; 11")
    known = found(scene, pilot)
    told = " ".join(known.cautions).replace("\xa0", " ")
    assert "Van “85 en ouder” vulde 22 % in, van “Tot 85” 67 %" in told
    assert "Niet gecorrigeerd voor leeftijd, ziekte" in told
    page = text(Browser(scene.network, scene.lead).get(f"initiatieven/{pilot.number}/peilingen/"))
    assert "Wie invulde en wie niet (Nulmeting, 1 maart 2026)" in page
    facts = {"held_on": date(2026, 4, 1), "n_asked": 60, "adjusted_for": "leeftijd"}
    enter(scene, pilot, **facts, groups="A; 30; 15\nB; 30; 16")
    told = " ".join(found(scene, pilot).cautions)
    assert "De groepen vulden ongeveer even vaak in." in told
    assert "Gecorrigeerd voor leeftijd, volgens de bron." in told


def test_the_ends_of_a_scale_warn_and_small_counts_stay_words(scene, pilot):
    line = {"instrument": "prom", "name": "Lijst", "n_asked": 150, "n_answered": 100}
    enter(scene, pilot, **line, text="Pijn; 4; 1; 100; 3; 22\nSlaap; 5; 1; 50; 4; 16\nRust; 5; 1; 50")
    known = found(scene, pilot)
    pain, sleep = known.rounds[0].ends
    words = [one.replace("\xa0", " ") for one in (pain.floor, pain.ceiling, sleep.floor, sleep.ceiling)]
    assert words == ["hoogstens 15 %", "22 %", "hoogstens 15 %", "meer dan 15 %"]
    told = " ".join(known.cautions)
    assert "Bij Pijn, Slaap had meer dan 15 % de laagste of de hoogste score" in told
    page = text(Browser(scene.network, scene.lead).get(f"initiatieven/{pilot.number}/peilingen/"))
    assert "Bekijk wie de laagste of de hoogste score had" in page


def test_the_drawings_are_our_own_and_the_axes_fixed(scene, pilot):
    enter(scene, pilot)
    enter(scene, pilot, **AFTER)
    known = found(scene, pilot)
    broad, narrow = dots(known)
    web = spider(known)
    assert all(drawn(one) for one in (broad, narrow, web))
    assert "Meedoen 6,4 (31)" in broad
    assert web.count('stroke-dasharray="5 4"') == 1, "the baseline is the broken line"


def test_what_came_in_over_too_few_people_is_hidden_all_the_same(scene, pilot):
    row = enter(scene, pilot, instrument="prom", name="Lijst", text="Pijn; 4; 1; 31\nSlaap; 5; 1; 31")
    with as_platform(scene.network):
        SurveyRound.objects.filter(pk=row.pk).update(scores=[["Pijn", "4", "1", 31], ["Slaap", "5", "1", 4]])
    known = found(scene, pilot)
    assert known.names == ["Pijn"]
    page = text(Browser(scene.network, scene.lead).get(f"initiatieven/{pilot.number}/peilingen/"))
    assert "Slaap" not in page


def test_the_page_and_the_form(scene, pilot):
    lead = Browser(scene.network, scene.lead)
    path = f"initiatieven/{pilot.number}/peilingen/"
    assert "Er is nog geen vragenlijst ingevuld." in text(lead.get(path))
    assert "Wat mensen zelf zeggen: peilingen" in text(lead.get(f"initiatieven/{pilot.number}/meten/"))
    form = {**ROUND, "held_on": "2026-02-01", "lowest": "0", "highest": "10"}
    form = {name: value for name, value in form.items() if value not in {None, False}}
    wrong = lead.post(f"{path}nieuw/", **{**form, "text": "Meedoen; 6; 1; 3", "licence_until": "2026-01-01"})
    assert wrong.status_code == 422
    told = text(wrong)
    assert "Regel 1: het gaat om minder dan 10 mensen" in told
    assert "De licentie liep tot en met 1 januari 2026" in told
    assert "Meedoen; 6; 1; 3" in told, "nothing typed is lost"
    wrong = text(lead.post(f"{path}nieuw/", **form, changes="Meedoen; 1; 1; 20", groups="A; 40; 31"))
    assert "Bij een nulmeting is er nog geen verandering. Laat dit leeg." in wrong
    assert "Om te vergelijken zijn twee groepen nodig." in wrong
    assert lead.post(f"{path}nieuw/", **form).status_code == 302
    told = text(lead.get(path))
    for words in ("gespreksinstrument", "Licentie: Zorggroep", "6,4", "Vergelijk geen oppervlakken"):
        assert words in told
    other = Browser(scene.network, scene.directors[0])
    assert "Haal deze peiling weg" not in text(other.get(path))
    assert other.get(f"{path}nieuw/").status_code == 403
    with as_platform(scene.network):
        row = SurveyRound.objects.get()
    assert other.post(f"{path}{row.pk}/weg/").status_code == 403
    assert lead.post(f"{path}{row.pk}/weg/").status_code == 302
    assert lead.post(f"{path}{row.pk}/weg/").status_code == 404


def test_the_page_costs_the_same_with_more_rounds(scene, pilot):
    enter(scene, pilot)
    lead = Browser(scene.network, scene.lead)
    path = f"initiatieven/{pilot.number}/peilingen/"
    one = questions(lead, path)
    enter(scene, pilot, **AFTER)
    enter(scene, pilot, instrument="prem", name="Ervaring", text="Gehoord; 8; 1; 31")
    assert questions(lead, path) == one


# --------------------------------------------------------------------------- what matters for one person

WHO5 = {
    "instrument": "who5",
    "name": "WHO-5",
    "highest": Decimal(100),
    "text": "Welbevinden; 52; 18; 31",
}
WHO5_AFTER = {**WHO5, **AFTER, "text": "Welbevinden; 60; 18; 30"}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Welbevinden; 8; 15; 28; 29", "niet meer mensen vooruit"),
        ("Welbevinden; 8; 15; 28; 1,5", "niet meer mensen vooruit"),
        ("Welbevinden; 8; 15; 28; 9; 9", "vier vakken"),
    ],
)
def test_how_many_improved_is_at_most_who_answered_twice(scene, pilot, line, why):
    enter(scene, pilot, **WHO5)
    with pytest.raises(Refused, match=why):
        enter(scene, pilot, **WHO5_AFTER, changes=line)


def test_the_share_that_improved_by_a_published_difference_has_its_margin_and_its_source(scene, pilot):
    enter(scene, pilot, **WHO5)
    at = f"initiatieven/{pilot.number}/peilingen/"
    reader = Browser(scene.network, scene.lead)
    enter(scene, pilot, **WHO5_AFTER, changes="Welbevinden; 8; 15; 28")
    assert "Hoeveel mensen merkbaar vooruitgingen, is niet ingevuld." in text(reader.get(at))
    enter(scene, pilot, **{**WHO5_AFTER, "held_on": date(2026, 7, 1)}, changes="Welbevinden; 8; 15; 28; 16")
    shown = text(reader.get(at))
    assert "16 van 28" in shown
    assert "39 % tot 73 %" in shown.replace("\xa0", " "), "Wilson of 16 in 28: 0.391 to 0.735"
    assert "minstens 10." in shown
    assert "versie 1998" in shown
    with looking(scene.lead) as by:
        piece = said_by_people(by, fresh(pilot))
    assert "Wie merkbaar vooruitging" in str(piece.parts)
    assert piece.tally == Tally(1 + 1 + 1 + 1), "a mean before and after, a change, a share"
    enter(scene, pilot, **{**WHO5_AFTER, "held_on": date(2026, 8, 1)}, changes="Welbevinden; 8; 15; 28; 5")
    hidden = text(reader.get(at))
    assert "5 van 28" not in hidden
    assert "verborgen" in hidden
    with looking(scene.lead) as by:
        assert said_by_people(by, fresh(pilot)).tally == Tally(4, 1)


def test_the_register_counts_what_people_said_in_a_dossier(scene, pilot):
    enter(scene, pilot)
    enter(scene, pilot, **AFTER, changes="Meedoen; 0,4; 1,2; 28\nMentaal; -0,1; 1,0; 27")
    draw(scene.network)
    with looking(scene.lead) as by:
        made = actions.make_dossier(fresh(pilot), by=by)
    with as_platform(scene.network):
        [left] = Exit.objects.all()
    assert (left.what, left.sha256) == (made.content["title"], made.sha256)
    assert (left.n_values, left.n_hidden) == (2 * 12 + 14, 0), (
        "a year of two series, twelve means, two changes"
    )


def test_without_a_published_difference_nobody_says_how_many_improved(scene, pilot):
    raw = {"highest": Decimal(25), "text": "Welbevinden; 12; 5; 30"}
    enter(scene, pilot, **{**WHO5, **raw})
    with pytest.raises(Refused, match="geen gepubliceerde grens"):
        enter(scene, pilot, **{**WHO5_AFTER, **raw}, changes="Welbevinden; 2; 4; 28; 16")
    enter(scene, pilot, **{**WHO5_AFTER, **raw}, changes="Welbevinden; 2; 4; 28")
    shown = text(Browser(scene.network, scene.lead).get(f"initiatieven/{pilot.number}/peilingen/"))
    assert "Geen gepubliceerde grens" in shown
    assert "Wie merkbaar vooruitging" not in shown


def test_every_published_difference_has_a_source_a_scale_and_a_day():
    for one in smallest_differences():
        assert one.instrument in Instrument
        assert 0 < one.points < one.highest
        assert one.source
        assert one.published >= 1990
        assert one.fits(one.lowest or ZERO, one.highest)
