"""A network's own versions of the gate checklists: what it may change, what stays, and who keeps which version."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from schakel.initiatives import actions, queries
from schakel.initiatives.gates import CHECKS, changed_by, checklist, fixed_points, template, templates
from schakel.initiatives.models import GateList, PointAnswer
from schakel.initiatives.queries import ListName
from schakel.initiatives.queries.gate_lists import Version, held_until_own
from schakel.initiatives.rules import VERDICTS, Gate, newest_edition
from schakel.initiatives.rules.gate_lists import (
    MOST_OWN,
    WAITS,
    PointRow,
    Weight,
    check_words,
    why_not_list,
    why_not_web_address,
)
from schakel.journal.models import Entry
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import fresh, make_idea, make_scene, take_in

pytestmark = pytest.mark.django_db

WRONG, SENT, NO, GONE = 422, 302, 403, 404
DESK = "beheer/poortlijsten/"
OWN = PointRow("", "Sprak de indiener met iemand van de werkvloer?", kind="answer")
FULL, LIGHT = "full", "light"


def rows_of_p1(**changes: str) -> list[PointRow]:
    """The list of P1 as it is, with other weights or words for some points."""
    form = template("p1", edition=newest_edition())
    return [
        PointRow(one.code, "", changes.get(one.code, "needed" if one.needed_for else "advice"))
        for one in form.items
    ]


def publish(scene, rows, *, gate="p1", track=FULL, after=0, reason="Wij willen dit weten."):
    with looking(scene.manager) as manager:
        return actions.publish_list(
            scene.network, by=manager, gate=gate, track=track, rows=rows, after=after, reason=reason
        )


def points(initiative) -> dict:
    with as_platform(initiative.network):
        return {one.code: one for one in checklist(fresh(initiative), today=timezone.localdate()).points}


# --------------------------------------------------------------------------- rules, without a database


def test_every_check_says_what_it_looks_at_and_every_fixed_point_is_needed():
    assert set(check_words()) == set(CHECKS)
    for form in templates():
        fixed = fixed_points(form)
        assert all(one.needed_for for one in form.items if one.code in fixed)
    newest = template("p3", edition=newest_edition())
    assert {"baseline", "claim", "money", "commitments", "frozen"} <= set(fixed_points(newest))


def test_what_waits_for_a_needed_point_are_verdicts_of_that_gate():
    for gate, codes in WAITS.items():
        assert codes <= {one.code for one in VERDICTS[gate]}
        assert not any("conditions" in code for code in codes)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([PointRow("a"), PointRow("a")], "niet compleet"),
        ([PointRow("vast"), PointRow("vreemd")], "niet compleet"),
        ([PointRow("a")], "vast punt blijft"),
        ([PointRow("vast", weight=Weight.OFF)], "vast punt blijft"),
        ([PointRow("vast", weight=Weight.ADVICE)], "vast punt blijft"),
        ([PointRow("vast", "Anders")], "vast punt blijft"),
        ([PointRow("vast"), PointRow("a", weight="zwaar")], "Kies bij elk punt"),
        ([PointRow("vast"), PointRow("a", kind="answer")], "wat het antwoord is"),
        ([PointRow("vast"), PointRow("", "Nieuw?")], "wat het antwoord is"),
        ([PointRow("vast"), PointRow("", " ", kind="answer")], "Schrijf bij elk eigen punt"),
        ([PointRow("vast"), PointRow("a", "x" * 161)], "ten hoogste 160"),
        ([PointRow("vast"), PointRow("a", "Zelfde"), PointRow("", "zelfde", kind="link")], "dezelfde tekst"),
        (
            [PointRow("vast")] + [PointRow("", f"Vraag {n}", kind="answer") for n in range(MOST_OWN + 1)],
            "ten hoogste",
        ),
    ],
)
def test_a_list_that_cannot_be_is_refused_with_the_reason(rows, why):
    assert why in (why_not_list(rows, fixed={"vast": "Zo is de wet."}, known={"vast", "a"}, own=()) or "")


def test_an_empty_list_is_none_and_a_good_one_is_one():
    off = [PointRow("a", weight=Weight.OFF)]
    assert "ten minste één" in why_not_list(off, fixed={}, known={"a"}, own=())
    good = [PointRow("a", "Anders", "advice"), PointRow("eigen-1", "Vraag", kind="link")]
    assert why_not_list(good, fixed={}, known={"a"}, own={"eigen-1"}) is None


@pytest.mark.parametrize("link", ["", "voorbeeld.nl", "javascript:alert(1)", "https://a@b.nl/", "https://x"])
def test_what_no_browser_should_open_is_no_web_address(link):
    assert why_not_web_address(link)


def test_a_point_that_the_network_did_not_know_comes_last_and_a_fixed_one_always_stays():
    form = template("p3", edition=newest_edition())
    shown = changed_by(form, [PointRow("baseline", weight=Weight.OFF), PointRow("gone"), PointRow("risks")])
    codes = [one.code for one in shown.items]
    assert codes[:2] == ["baseline", "risks"]
    assert set(codes) == {one.code for one in form.items}


def test_a_version_of_the_platform_held_until_the_network_made_its_own_and_a_later_one_never_did():
    form = template("p3", edition=newest_edition())
    early, late = date(2026, 4, 1), date(2026, 11, 1)
    platform = [Version(2, False, late, "", "", form), Version(1, False, early, "", "", form, until=late)]
    assert [one.when for one in held_until_own(platform, date(2026, 6, 1))] == [
        "in Schakel sinds 1 november 2026, toen gold hier al een eigen lijst",
        "gold van 1 april 2026 tot 1 juni 2026",
    ]
    assert held_until_own(platform, None) == platform


# --------------------------------------------------------------------------- the action


def test_a_next_version_holds_for_what_begins_later_and_what_runs_keeps_its_own(scene):
    earlier = take_in(scene, make_idea(scene))
    made = publish(scene, [*rows_of_p1(partners="needed"), OWN])
    later = take_in(scene, make_idea(scene, answers={"title": "Iets heel anders dan dat eerste"}))
    assert (made.number, made.version, made.rows[-1]["code"]) == (1, 1, "eigen-1")
    assert "eigen-1" not in points(earlier)
    found = points(later)
    assert found["eigen-1"].state == "not_begun"
    assert found["partners"].needed_for == tuple(sorted(WAITS[Gate.P1]))
    with as_platform(scene.network):
        known = checklist(fresh(later), today=timezone.localdate())
        assert known.list_words == f"versie 1 van dit netwerk, editie {newest_edition()}"
        assert "Sprak de indiener" in known.why_not("explore")
        assert known.as_json()["own_version"] == 1
        entry = Entry.objects.get(verb="gate list published")
        assert (entry.reason, entry.data["version"]) == ("Wij willen dit weten.", 1)
        with pytest.raises(DatabaseError), transaction.atomic():
            GateList.objects.filter(pk=made.pk).update(reason="Anders.")


def test_an_earlier_one_moves_on_with_a_reason_and_never_back(scene):
    earlier = take_in(scene, make_idea(scene))
    publish(scene, [*rows_of_p1(partners="off"), OWN])
    with looking(scene.manager):
        asked = queries.edition_differences(fresh(earlier), newest_edition(), 1)
        assert [(one.gate, one.more, one.no_more) for one in asked] == [
            (Gate.P1, (OWN.label,), ("Duidelijk is welke partners meedoen",))
        ]
        assert queries.edition_differences(fresh(earlier), newest_edition()) == []
    with looking(scene.group.secretary) as secretary:
        actions.move_edition(earlier, by=secretary, edition=newest_edition(), reason="Ook voor deze.")
        with pytest.raises(Refused, match="volgt deze editie al"):
            actions.move_edition(earlier, by=secretary, edition=newest_edition(), reason="Nog eens.")
    assert "eigen-1" in points(earlier)
    with as_platform(scene.network):
        assert Entry.objects.get(verb="moved to gate edition").data["own_to"] == 1
        with pytest.raises(DatabaseError), transaction.atomic():
            type(earlier).objects.filter(pk=earlier.pk).update(own_gate_edition=0)


def test_only_the_manager_and_only_a_real_change_with_a_reason_on_the_newest_version(scene):
    rows = [*rows_of_p1(), OWN]
    for person in (scene.lead, scene.group.chair, scene.directors[0]):
        with looking(person) as by, pytest.raises(Refused):
            actions.publish_list(
                scene.network, by=by, gate="p1", track=FULL, rows=rows, after=0, reason="Zo."
            )
    with pytest.raises(Refused, match="verandert niets"):
        publish(scene, rows_of_p1())
    with pytest.raises(Refused, match="Schrijf op waarom"):
        publish(scene, rows, reason=" ")
    with pytest.raises(Refused, match="heeft zo’n lijst niet"):
        publish(scene, rows, gate="p2", track=LIGHT)
    with pytest.raises(Refused, match="heeft zo’n lijst niet"):
        publish(scene, rows, gate="px")
    with pytest.raises(Refused, match="vast punt blijft"):
        publish(scene, rows_of_p1(criteria="advice"))
    publish(scene, rows)
    with pytest.raises(Refused, match="nieuwere versie"):
        publish(scene, rows_of_p1(partners="off"))
    # An own point that was taken off keeps its code: another one never gets its answers.
    publish(scene, rows_of_p1(), after=1)
    third = publish(scene, [*rows_of_p1(), PointRow("", "Is er ruimte?", kind="document")], after=2)
    assert third.rows[-1]["code"] == "eigen-2"


def test_people_answer_an_own_point_and_another_wording_asks_again(scene):
    link = PointRow("", "Waar staat het onderzoek?", kind="link")
    publish(scene, [*rows_of_p1(), OWN, link])
    idea = take_in(scene, make_idea(scene))
    with looking(scene.submitter) as stranger, pytest.raises(Refused, match="beantwoorden dit punt"):
        actions.answer_point(idea, by=stranger, gate="p1", code="eigen-1", text="Ja.")
    with looking(scene.group.secretary) as secretary:
        actions.answer_point(idea, by=secretary, gate="p1", code="eigen-1", text="Ja, met twee mensen.")
        with pytest.raises(Refused, match="webadres"):
            actions.answer_point(idea, by=secretary, gate="p1", code="eigen-2", text="Hier.", link="ergens")
        actions.answer_point(
            idea, by=secretary, gate="p1", code="eigen-2", text="Hier.", link="https://www.voorbeeld.test/1"
        )
        for gate, code in (("p1", "partners"), ("p1", "eigen-9"), ("p2", "eigen-1"), ("px", "eigen-1")):
            with pytest.raises(Refused, match="staat niet op de lijst"):
                actions.answer_point(idea, by=secretary, gate=gate, code=code, text="Ja.")
        with pytest.raises(Refused, match=r"BSN|burgerservicenummer|patiënt|persoon"):
            actions.answer_point(idea, by=secretary, gate="p1", code="eigen-1", text="BSN 111222333")
    found = points(idea)
    assert (found["eigen-1"].state, found["eigen-1"].words) == ("ready", "Ja, met twee mensen.")
    assert found["eigen-2"].state == "ready"
    other = PointRow("eigen-1", "Sprak de indiener met drie mensen?", kind="answer")
    as_link = PointRow("eigen-2", link.label, kind="link")
    publish(scene, [*rows_of_p1(), other, as_link], after=1)
    with looking(scene.group.secretary) as secretary:
        actions.move_edition(idea, by=secretary, edition=newest_edition(), reason="Beter.")
    now = points(idea)["eigen-1"]
    assert now.state == "partly"
    assert "Toen was de vraag" in now.words


def test_a_document_answers_a_point_and_an_answer_without_its_address_is_half(scene):
    rows = [*rows_of_p1(), OWN, PointRow("", "Brief van de raad", kind="document")]
    publish(scene, rows)
    idea = take_in(scene, make_idea(scene))
    with looking(scene.manager) as manager:
        actions.answer_point(idea, by=manager, gate="p1", code="eigen-1", text="Ja.")
        with pytest.raises(Refused, match="staat niet op de lijst"):
            actions.answer_point(idea, by=manager, gate="p1", code="eigen-2", text="Ja.")
    assert points(idea)["eigen-2"].words == "Er staat nog geen document bij dit punt."
    kept = [
        PointRow("eigen-1", OWN.label, kind="link"),
        PointRow("eigen-2", "Brief van de raad", "off", "document"),
    ]
    publish(scene, [*rows_of_p1(), *kept], after=1)
    with looking(scene.manager) as manager:
        page = queries.gate_list(scene.network, manager, ListName("p1", FULL))
        asked = queries.differences(page, page.now)
        assert asked.no_more == ("Brief van de raad",)
        assert "webadres" in asked.otherwise[0]
        actions.move_edition(idea, by=manager, edition=newest_edition(), reason="Beter.")
    assert points(idea)["eigen-1"].state == "partly"


# --------------------------------------------------------------------------- the pages


def sent(page, **changes: str) -> dict[str, str]:
    """What the form on a page sends when nothing is typed but these changes."""
    shown = text(page)
    found = {}
    for tag in re.findall(r"<input[^>]*>", shown):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and name[1] not in {"csrfmiddlewaretoken", "q"}:
            found[name[1]] = value[1] if value else ""
    for name, inside in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', shown, re.S):
        chosen = re.search(r'value="([^"]*)"[^>]*selected', inside)
        found[name] = (chosen or re.search(r'value="([^"]*)"', inside))[1]
    return found | changes


def test_the_manager_makes_a_version_in_the_browser_and_sees_first_what_changes(scene):
    take_in(scene, make_idea(scene))
    manager, reader = Browser(scene.network, scene.manager), Browser(scene.network, scene.lead)
    at = f"{DESK}p1/nieuw/"
    assert reader.get(at).status_code == NO
    page = manager.get(at)
    assert "1 lopend initiatief houdt de lijst waarmee het begon: 1 × versie 1 van Schakel." in text(page)
    assert "Staat vast: Zonder afgesproken criteria" in text(page)
    blank = manager.post(at, **sent(page))
    assert blank.status_code == WRONG
    typed = {
        "reason": "Wij willen dit weten.",
        "points-2-weight": "needed",
        "points-2-label": "Welke partners doen mee?",
        "points-3-label": OWN.label,
    }
    more = manager.post(at, **sent(page, **typed), add="points")
    assert more.status_code == 200
    assert "points-4-label" in text(more)
    asked = manager.post(at, **sent(page, **typed))
    shown = text(asked)
    assert asked.status_code == 200
    assert "Erbij: Sprak de indiener" in shown
    assert "wordt verplicht" in shown
    back = manager.post(at, **sent(asked), back="1")
    assert back.status_code == 200
    assert "Welke partners doen mee?" in text(back)
    done = sent(asked)
    assert manager.post(at, **done, publish="1").status_code == SENT
    assert manager.post(at, **done, publish="1").status_code == SENT
    late = manager.post(at, **(done | {"once": ""}), publish="1")
    assert late.status_code == WRONG
    assert "nieuwere versie" in text(late)
    with as_platform(scene.network):
        assert GateList.objects.get().version == 1
    now = text(reader.get(f"{DESK}p1/"))
    assert "Versie 1 van dit netwerk: geldt nu, sinds" in now
    assert "; staat op versie 1 van Schakel" in now
    assert "gold van 1 november 2026 tot" in now
    assert "Wij willen dit weten." in now
    changed = now.index("Anders dan de versie ervoor")
    assert "Versie 1 van Schakel" in now[changed : changed + 200]
    assert "Duidelijk is welke partners meedoen" in text(reader.get(f"{DESK}p1/schakel/1/"))
    assert reader.get(f"{DESK}p1/versie/1/").status_code == 200
    assert reader.get(f"{DESK}p1/versie/2/").status_code == GONE
    assert reader.get(f"{DESK}p2-licht/").status_code == GONE
    assert "eigen lijst" in text(reader.get(DESK))
    assert "Begin opnieuw met de lijst van Schakel" in text(manager.get(at))
    assert OWN.label not in text(manager.get(at, van="schakel"))


def test_the_gate_asks_the_own_point_and_takes_the_answer(scene):
    publish(scene, [*rows_of_p1(), OWN, PointRow("", "Brief van de raad", kind="document")])
    idea = take_in(scene, make_idea(scene))
    assert points(idea)["eigen-1"].who == scene.group.secretary.name
    secretary, reader = Browser(scene.network, scene.group.secretary), Browser(scene.network, scene.lead)
    gate = f"initiatieven/{idea.number}/poort/"
    assert "punt=p1:eigen-2" in text(secretary.get(gate))
    at = f"{gate}punt/eigen-1/"
    assert reader.get(at).status_code == NO
    assert secretary.get(f"{gate}punt/eigen-2/").status_code == GONE
    assert secretary.post(at, text="").status_code == WRONG
    assert secretary.post(at, text="Ja.", link="javascript:alert(1)").status_code == WRONG
    assert secretary.post(at, text="Ja.", link="https://www.voorbeeld.test/1").status_code == SENT
    shown = text(secretary.get(gate))
    assert 'href="https://www.voorbeeld.test/1"' in shown
    assert "Verander het antwoord" in shown
    assert "Ja." in text(secretary.get(at))


def test_what_runs_is_told_that_the_network_made_newer_lists(scene):
    initiative = take_in(scene, make_idea(scene))
    answers = [PointRow("answers"), PointRow("no_patient_data"), PointRow("lookalikes", weight="off")]
    publish(scene, answers, gate="p0")
    secretary = Browser(scene.network, scene.group.secretary)
    at = f"initiatieven/{initiative.number}/poort/"
    assert "Volg de nieuwste lijsten van dit netwerk" in text(secretary.get(at))
    assert "verandert er niets" in text(secretary.get(f"{at}editie/"))
    assert secretary.post(f"{at}editie/", reason="Zo blijft het gelijk.").status_code == SENT
    story = text(secretary.get(f"initiatieven/{initiative.number}/"))
    assert "De poorten volgen nu de nieuwste lijsten van dit netwerk" in story


def test_the_pages_cost_the_same_with_one_version_and_with_five(scene):
    manager = Browser(scene.network, scene.manager)
    publish(scene, [*rows_of_p1(), OWN])
    paths = (DESK, f"{DESK}p1/", f"{DESK}p1/nieuw/")
    few = [questions(manager, path) for path in paths]
    for after in range(1, 5):
        own = PointRow("eigen-1", f"Vraag {after}", kind="answer")
        publish(scene, [*rows_of_p1(), own], after=after)
    assert [questions(manager, path) for path in paths] == few


def test_who_keeps_which_list_follows_the_road_of_each(scene):
    take_in(scene, make_idea(scene))
    with looking(scene.manager) as manager:
        kept = {
            name.slug: queries.who_keeps(
                scene.network, manager, queries.gate_list(scene.network, manager, name)
            )
            for name in queries.list_names()
        }
    assert kept["p0"] == "Geen lopend initiatief komt nog bij deze poort."
    assert "1 × versie 3 van Schakel" in kept["p3"]
    assert "1 × versie 3 van Schakel" in kept["p3-licht"]
    assert "1 × versie 1 van Schakel" in kept["p6-licht"]


def test_another_network_sees_neither_list_nor_answer(scene):
    publish(scene, [*rows_of_p1(), OWN])
    idea = take_in(scene, make_idea(scene))
    with looking(scene.manager) as manager:
        actions.answer_point(idea, by=manager, gate="p1", code="eigen-1", text="Ja.")
    elsewhere = make_scene()
    with looking(elsewhere.manager):
        assert not GateList.objects.exists()
        assert not PointAnswer.objects.exists()
    assert Browser(scene.network, elsewhere.manager).get(f"{DESK}p1/").status_code in {NO, GONE}
