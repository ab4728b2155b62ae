"""The page of a theme: who decides, what runs, what came of it, and which aims nobody measures."""

from __future__ import annotations

import pytest
from django.utils import timezone

from schakel.governance.models import Body
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.rules import Stage
from schakel.network.models import Theme
from schakel.network.rules import Role
from schakel.overview.queries.theme import theme_page
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import make_initiative, through
from tests.factories.network import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(scene) -> Browser:
    return Browser(scene.network, make_member(scene.network, Role.READER))


def test_it_names_what_runs_what_ended_and_who_decides(scene, in_pilot, reader):
    stopped = make_initiative(scene, Stage.EXPLORATION)
    through(scene, stopped, "p2", "stop", terms=ProposedTerms(public_reason="Dit doet de gemeente al."))
    with as_platform(scene.network):
        Body.objects.filter(pk=scene.group.body.pk).update(theme=in_pilot.theme)
    page = text(reader.get(f"thema/{in_pilot.theme.slug}/"))
    assert f"{in_pilot.theme.name}: 1 initiatief loopt" in page
    assert page.index(in_pilot.number) < page.index("Wat ervan kwam") < page.index(stopped.number)
    assert scene.group.body.name in page
    assert "Pas dit thema aan" not in page
    assert "Pas dit thema aan" in text(
        Browser(scene.network, scene.manager).get(f"thema/{in_pilot.theme.slug}/")
    )


def test_an_aim_that_nobody_follows_is_a_gap(scene, reader):
    pilot = make_initiative(scene, Stage.PILOT, edition=1)
    assert "4 gaten" in text(reader.get(f"thema/{pilot.theme.slug}/"))


def test_an_empty_theme_says_what_can_be_done_and_a_strange_one_is_not_there(scene, reader):
    with as_platform(scene.network):
        Theme.objects.create(network=scene.network, name="Jeugd", slug="jeugd")
    page = text(reader.get("thema/jeugd/"))
    assert "Jeugd: nog niets begonnen" in page
    assert "Geen groep besluit hierover" in page
    assert reader.get("thema/bestaat-niet/").status_code == 404


def test_more_initiatives_ask_no_more(scene, in_pilot, reader, django_assert_max_num_queries):
    address = f"thema/{in_pilot.theme.slug}/"
    n = questions(reader, address)
    for _more in range(3):
        make_initiative(scene, Stage.PILOT)
    assert questions(reader, address) <= n
    with looking(scene.manager) as manager, django_assert_max_num_queries(16):
        theme_page(scene.network, in_pilot.theme.slug, manager, timezone.localdate())
