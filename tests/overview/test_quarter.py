"""The overview of a quarter: what was decided, what moved, which money came, how it goes, and what is due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from schakel.governance.models import Condition, Decision
from schakel.initiatives.actions import give_update
from schakel.initiatives.models import StageMove
from schakel.initiatives.rules import Stage, UpdateState
from schakel.measuring.rules.periods import first_day
from schakel.network.models import Partner
from schakel.network.rules import Role
from schakel.overview.queries.quarter import Quarter, quarter_page, quarters
from tests.documents.test_pdf import bookmarks
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import make_idea, make_initiative
from tests.factories.jobs import printed
from tests.factories.network import make_area, make_member, make_network

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(scene) -> Browser:
    return Browser(scene.network, make_member(scene.network, Role.READER))


def test_a_quarter_ends_where_the_next_begins():
    last = Quarter(date(2026, 10, 1))
    assert (last.word, last.label, last.until) == ("2026-K4", "4e kwartaal 2026", date(2027, 1, 1))
    assert last.holds(date(2026, 12, 31))
    assert not last.holds(date(2027, 1, 1))


def test_it_says_what_moved_by_which_decision_and_how_it_goes(scene, in_pilot, reader):
    with looking(scene.lead) as lead:
        give_update(
            in_pilot, by=lead, state=UpdateState.HELP, because="Te weinig mensen.", help_needed="Twee handen."
        )
    page = text(reader.get("kwartaal/"))
    assert "Te weinig mensen. Hulp: Twee handen." in page
    with as_platform(scene.network):
        moves = list(StageMove.objects.exclude(to_stage=Stage.SUBMITTED).select_related("decision"))
        n = Decision.objects.filter(decided_on__isnull=False).count()
    assert f"{n} besluit" in page
    assert f"{len(moves)} stappen verder" in page
    for move in moves:
        assert f"Besluit {move.decision.number}." in page


def test_what_is_late_and_what_comes_is_named_with_who(scene, reader):
    make_initiative(scene, Stage.EXPLORATION)
    today = timezone.localdate()
    later = Quarter(quarters_of(scene)[0].until).first + timedelta(days=3)
    with as_platform(scene.network):
        decision = Decision.objects.filter(decided_on__isnull=False)[0]
        for words, day in (("Tel de wachtenden.", today - timedelta(days=2)), ("Vraag de bewoners.", later)):
            Condition.objects.create(
                network=scene.network, decision=decision, text=words, due_on=day, owner_name="Team wonen"
            )
    page = text(reader.get("kwartaal/"))
    assert (
        page.index("Nu te laat")
        < page.index("Tel de wachtenden.")
        < page.index("Volgend kwartaal aan de beurt")
    )
    assert page.index("Volgend kwartaal aan de beurt") < page.index("Vraag de bewoners.")
    assert f"Team wonen, voorwaarde bij {decision.number}." in page


def quarters_of(scene) -> list[Quarter]:
    with looking(scene.manager) as manager:
        return quarters(manager, scene.network, timezone.localdate())


def test_an_earlier_quarter_is_chosen_and_a_strange_one_is_the_present(scene, reader, monkeypatch):
    now = quarters_of(scene)[0]
    before = Quarter(first_day("quarter", now.first - timedelta(days=1)))
    monkeypatch.setattr("schakel.overview.views.quarter.quarters", lambda *asked: [now, before])
    with as_platform(scene.network):
        partner = Partner.objects.of(scene.network)[0]
        Partner.objects.filter(pk=partner.pk).update(joined_on=before.first)
    page = text(reader.get("kwartaal/", kwartaal=before.word))
    assert f'value="{before.word}" selected' in page
    assert partner.name in page
    assert "Werd partner." in page
    assert f"{now.label}: " in text(reader.get("kwartaal/", kwartaal="2026-K9"))


def test_the_quarters_go_back_to_the_first_step(scene):
    make_idea(scene)
    today = timezone.localdate()
    with looking(scene.manager) as manager:
        later = quarters(manager, scene.network, today + timedelta(days=400))
    assert later[-1].holds(today)
    assert 4 <= len(later) <= 6


def test_a_quarter_in_which_nothing_happened_says_so():
    network = make_network()
    reader = Browser(network, make_member(network, Role.READER))
    assert "In dit kwartaal is niets vastgelegd." in text(reader.get("kwartaal/"))


def test_more_happens_and_the_page_asks_no_more(scene, reader):
    make_initiative(scene, Stage.PILOT)
    n = questions(reader, "kwartaal/")
    for _more in range(3):
        make_initiative(scene, Stage.EXPLORATION)
    assert questions(reader, "kwartaal/") <= n


def test_the_query_costs_what_it_says(scene, django_assert_max_num_queries):
    make_initiative(scene, Stage.PILOT)
    now = quarters_of(scene)[0]
    with looking(scene.manager) as manager, django_assert_max_num_queries(17):
        page = quarter_page(manager, scene.network, now, timezone.localdate())
    assert page.n_ideas == 1
    assert page.decisions.n_more == 0


def test_it_can_be_taken_along_as_word_and_as_pdf(scene, in_pilot, reader):
    page = text(reader.get("kwartaal/"))
    now = quarters_of(scene)[0]
    assert f"{now.label}, </span>Word" in page
    word = reader.get("kwartaal/kwartaal.docx")
    assert f"kwartaal-{now.word}.docx" in word["Content-Disposition"]
    document = printed(reader, "kwartaal/kwartaal.pdf")
    assert bookmarks(document)[:2] == ["Besluiten", "Wat een stap verder kwam"]
    told = " ".join(" ".join(one.extract_text() for one in document.pages).split())
    with as_platform(scene.network):
        for decision in Decision.objects.filter(decided_on__isnull=False):
            assert decision.number in told
    assert in_pilot.title in told


def test_a_quarter_and_an_area_that_were_chosen_stay_chosen_on_paper(scene, reader):
    with as_platform(scene.network):
        area = make_area(scene.network, "west", name="West")
    make_idea(scene)
    before = quarters_of(scene)[0]
    page = text(reader.get("kwartaal/", kwartaal=before.word, gebied=area.slug))
    assert (
        f'href="/{scene.network.slug}/kwartaal/kwartaal.docx?kwartaal={before.word}&amp;gebied=west"' in page
    )
    document = printed(reader, f"kwartaal/kwartaal.pdf?kwartaal={before.word}&gebied=west&onzin={'x' * 500}")
    told = " ".join(document.pages[0].extract_text().split())
    assert ", West" in told
    assert "onzin" not in told
    assert "In dit kwartaal is niets vastgelegd." in told
