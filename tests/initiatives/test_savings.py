"""A saving counts once a year: by one initiative whole, or by several in agreed parts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from schakel.initiatives import actions, queries
from schakel.initiatives.models import Initiative, ValueLine
from schakel.initiatives.queries.value import amount_of
from schakel.initiatives.rules import Stage
from schakel.initiatives.rules.savings import why_not_count
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import Scene, fresh, make_initiative, make_scene, through
from tests.initiatives.test_value import CHOICES, LINE
from tests.worlds import world

pytestmark = pytest.mark.django_db

#: Sixty days in hospital at € 500.
SAVED = {
    **LINE,
    "what": "Minder opnamedagen",
    "direction": "gains_capacity",
    "sort": "care_use",
    "purse": "provider",
    "volume": Decimal(60),
    "unit": "dag",
    "price_eur": Decimal(500),
}


def chosen(scene: Scene) -> Initiative:
    """A pilot of which the choices are made."""
    initiative = make_initiative(scene, Stage.PILOT)
    with looking(scene.lead) as by:
        actions.choose_value(initiative, by=by, **CHOICES)
    return initiative


@world
def pair(scene: Scene) -> tuple[Initiative, Initiative]:
    """Two pilots that both keep people out of hospital."""
    return chosen(scene), chosen(scene)


def save(scene: Scene, initiative: Initiative, **more) -> ValueLine:
    with looking(scene.lead) as by:
        return actions.add_value_line(initiative, by=by, **{**SAVED, "partner": scene.partners[0], **more})


def counted(scene: Scene, initiative: Initiative) -> list[Decimal]:
    """What each line of an initiative comes to."""
    with looking(scene.lead) as by:
        return [amount_of(one) for one in queries.value_of(by, fresh(initiative)).lines]


def test_who_saves_at_the_same_partner_says_whether_it_is_the_same(scene, pair):
    first, second = pair
    found = save(scene, first)
    assert save(scene, first, what="Minder ritten"), "one initiative knows what it counts itself"
    with pytest.raises(Refused, match="Kies of dit dezelfde besparing is"):
        save(scene, second)
    with pytest.raises(Refused, match="telt deze besparing al helemaal mee"):
        save(scene, second, same_as=found)
    assert save(scene, second, is_apart=True).share_percent == 100
    assert save(scene, second, year=2027), "another year is another saving"
    assert save(scene, second, purse="zvw"), "and so is other money"
    assert save(scene, second, partner=scene.partners[1])
    assert save(scene, second, partner=None)
    assert save(scene, second, direction="pays"), "a cost is no saving"


def test_parts_are_counted_and_never_more_than_all_of_it(scene, pair):
    first, second = pair
    third = chosen(scene)
    found = save(scene, first, share_percent=60)
    with pytest.raises(Refused, match=r"al 60 % mee\. Hier kan hoogstens 40 % meetellen"):
        save(scene, second, same_as=found, share_percent=41)
    part = save(scene, second, same_as=found, share_percent=30)
    assert counted(scene, first) == [Decimal("18000.00")], "60 days x 500 euro x 60 %"
    assert counted(scene, second) == [Decimal("9000.00")]
    last = save(scene, third, same_as=part, share_percent=10)
    assert last.same_as == found, "whichever of them was chosen, it is one saving"
    fourth = chosen(scene)
    with pytest.raises(Refused, match="al helemaal mee"):
        save(scene, fourth, same_as=last, share_percent=1)


def test_what_one_leaves_behind_stays_one_saving_of_the_others(scene, pair):
    first, second = pair
    third = chosen(scene)
    found = save(scene, first, share_percent=50)
    part = save(scene, second, same_as=found, share_percent=30)
    last = save(scene, third, same_as=found, share_percent=20)
    with looking(scene.lead) as by:
        actions.drop_value_line(found, by=by)
    with as_platform(scene.network):
        now = ValueLine.objects.in_bulk([part.pk, last.pk])
    assert (now[part.pk].same_as_id, now[last.pk].same_as_id) == (None, part.pk)
    with pytest.raises(Refused, match="al 50 % mee"):
        save(scene, first, same_as=last, share_percent=51)
    with pytest.raises(Refused, match="bij geen ander initiatief meer mee"):
        save(scene, first, same_as=found, share_percent=10)
    assert save(scene, first, same_as=last, share_percent=50).same_as == part


def test_what_came_to_an_end_counts_nothing_any_more(scene, pair):
    first, second = pair
    third = chosen(scene)
    found = save(scene, first, share_percent=60)
    part = save(scene, second, same_as=found, share_percent=40)
    through(scene, fresh(first), "p4", "stop")
    with pytest.raises(Refused, match="bij geen ander initiatief meer mee"):
        save(scene, third, same_as=found, share_percent=10)
    assert save(scene, third, same_as=part, share_percent=60).same_as == found
    page = text(Browser(scene.network, scene.lead).get(f"initiatieven/{second.number}/waarde/"))
    assert f"telt hier voor 40 % mee, bij {third.number} voor 60 %" in page
    through(scene, fresh(second), "p4", "stop")
    through(scene, fresh(third), "p4", "stop")
    assert save(scene, chosen(scene)), "nobody counts it any more"


def test_of_a_cost_there_is_no_part(scene, pair):
    for more in ({"share_percent": 50}, {"same_as": save(scene, pair[0])}):
        with pytest.raises(Refused, match="Alleen van wat u overhoudt"):
            save(scene, pair[1], direction="pays", **more)


def test_the_database_keeps_it_too(scene, pair):
    found = save(scene, pair[0], share_percent=60)
    part = save(scene, pair[1], same_as=found, share_percent=40)
    for change in ({"share_percent": 41}, {"share_percent": 0}, {"direction": "pays"}):
        with pytest.raises(DatabaseError), transaction.atomic(), as_platform(scene.network):
            ValueLine.objects.filter(pk=part.pk).update(**change)
    other = save(scene, pair[0], is_apart=True, share_percent=10)
    with pytest.raises(DatabaseError), transaction.atomic(), as_platform(scene.network):
        ValueLine.objects.filter(pk=other.pk).update(same_as=part)


def test_a_saving_of_another_network_is_not_there(scene, pair):
    elsewhere = make_scene()
    theirs = save(elsewhere, chosen(elsewhere))
    save(scene, pair[0], partner=None, is_apart=False)
    with pytest.raises(Refused, match="bij geen ander initiatief meer mee"):
        save(scene, pair[1], partner=None, same_as=theirs)


def test_the_form_asks_it_only_where_it_is_a_question_and_keeps_what_was_typed(scene, pair):
    first, second = pair
    found = save(scene, first, share_percent=60)
    lead = Browser(scene.network, scene.lead)
    at = f"initiatieven/{second.number}/waarde/regel/"
    asked = "Is dit dezelfde besparing als die van een ander initiatief?"
    assert asked not in text(lead.get(at))
    told = {name: str(value) for name, value in SAVED.items() if value is not None}
    told |= {"partner": "ziekenhuis", "volume": "60", "price_eur": "500", "once": "a"}
    answer = lead.post(at, **told)
    assert answer.status_code == 422
    assert asked in text(answer)
    assert f"Minder opnamedagen” bij {first.number}" in text(answer)
    assert 'value="Minder opnamedagen"' in text(answer)
    too_much = lead.post(at, **told, same_as=str(found.pk))
    assert "hoogstens 40 %" in text(too_much).replace("\xa0", " ")
    made = lead.post(at, **told, same_as=str(found.pk), share_percent="40")
    assert made.status_code == 302
    page = text(lead.get(f"initiatieven/{second.number}/waarde/"))
    assert f"telt hier voor 40 % mee, bij {first.number} voor 60 %" in page
    assert "€\xa012.000" in page
    other = lead.post(at, **{**told, "what": "Iets anders", "once": "b"}, same_as="andere")
    assert other.status_code == 302
    costs = {**told, "direction": "pays", "once": "c"}
    assert lead.post(at, **costs).status_code == 302, "of a cost nothing is asked"


def test_more_savings_ask_no_more_of_the_page(scene, pair):
    first, second = pair
    found = save(scene, first, share_percent=10)
    reader, at = Browser(scene.network, scene.lead), f"initiatieven/{second.number}/waarde/"
    save(scene, second, same_as=found, share_percent=10)
    before = questions(reader, at)
    for year in (2027, 2028, 2029):
        other = save(scene, first, year=year, share_percent=10)
        save(scene, second, year=year, same_as=other, share_percent=10)
    assert questions(reader, at) == before


@pytest.mark.parametrize(
    ("share", "others", "why"),
    [
        (100, [], None),
        (40, [60], None),
        (1, [50, 50], "al helemaal mee"),
        (100, [1], "al 1 % mee. Hier kan hoogstens 99 % meetellen"),
        (51, [30, 20], "hoogstens 50 %"),
    ],
)
def test_what_is_left_of_a_saving(share, others, why):
    told = why_not_count(share, others)
    assert told is None if why is None else why in told
