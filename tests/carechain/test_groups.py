"""Groups of people in mental health care over a whole region: weighted, and no small number follows from them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.carechain import actions, queries
from schakel.carechain.rules import ProviderWait, Split, Waited, months_before, region_groups
from schakel.methods.disclosure import Policy
from schakel.methods.waits.delivered import Delivered
from schakel.network.rules import Role
from tests.factories.browsing import Browser, text
from tests.factories.carechain import make_purpose
from tests.factories.governance import looking
from tests.factories.network import make_member, make_network, make_partner

DAY = date(2026, 10, 1)
WAITS = "keten/wachttijden-ggz/"


def provider(key: str, n: int, **facts) -> ProviderWait:
    return ProviderWait(key, key, DAY, DAY, told=Delivered(n, 30.0 if n else None), **facts)


def test_a_group_is_weighted_over_the_providers_that_count() -> None:
    """(30·40 + 10·60) / 40 = 45; the small, the old, those of events and a provider of a told site stay out."""
    providers = [
        provider("a", 60),
        provider("b", 50, parent="c"),
        provider("c", 90),
        provider("small", 60, n_professionals=10),
        provider("old", 60, is_current=False),
        provider("events", 60, has_events=True),
    ]
    angst = (Split.DIAGNOSIS, "angst")
    told = {one.key: {angst: Delivered(30, 40.0)} for one in providers}
    told["b"] = {(Split.DIAGNOSIS, "Angst"): Delivered(10, 60.0), (Split.FORM, "groep"): Delivered(20, 10.0)}
    found = region_groups(providers, told, Policy())
    assert [(one.split, one.name.casefold(), one.told, one.n_providers) for one in found] == [
        ("diagnosis", "angst", Delivered(40, 45.0), 2),
        ("form", "groep", Delivered(20, 10.0), 1),
    ]


def test_a_name_in_capitals_and_in_small_letters_is_one_group_of_a_provider() -> None:
    """(20·10 + 30·40) / 50 = 28; with the rest of four nobody may see it."""
    told = {
        "a": {
            (Split.DIAGNOSIS, "Angst"): Delivered(20, 10.0),
            (Split.DIAGNOSIS, "angst"): Delivered(30, 40.0),
        }
    }
    (found,) = region_groups([provider("a", 60)], told, Policy())
    assert (found.name, found.told, found.n_providers) == ("Angst", Delivered(50, 28.0), 1)
    assert region_groups([provider("a", 54)], told, Policy()) == []


NUMBERS = st.lists(st.integers(0, 25), min_size=1, max_size=4)


@settings(max_examples=80)
@given(st.lists(st.tuples(NUMBERS, st.integers(0, 25)), min_size=1, max_size=3))
def test_whoever_knows_the_providers_as_a_whole_finds_no_small_number(drawn):
    providers, told = [], {}
    for at, (groups, rest) in enumerate(drawn):
        providers.append(provider(str(at), sum(groups) + rest))
        told[str(at)] = {
            (Split.FORM, f"vorm {number}, {at}"): Delivered(n, 20.0 if n else None)
            for number, n in enumerate(groups)
        }
    found = {one.name: one.told.n for one in region_groups(providers, told, Policy())}
    for at, (groups, rest) in enumerate(drawn):
        shown = [n for name, n in found.items() if name.endswith(f", {at}")]
        left = sum(groups) + rest - sum(shown)
        assert all(n >= 10 for n in shown)
        assert not shown or left == 0 or left >= 10


@pytest.mark.django_db
def test_the_page_tells_of_groups_over_the_region_and_of_none_that_is_small() -> None:
    network = make_network()
    purpose, manager = make_purpose(network), make_member(network, Role.MANAGER)
    month = months_before(timezone.localdate().replace(day=1), 1)
    with looking(manager):
        for name, whole, group in (("de-brug", 50, 30), ("het-veer", 40, 10), ("de-kade", 40, 4)):
            partner = make_partner(network, name)
            for split, of, n, mean in (
                (Split.ALL, "", whole, "4"),
                (Split.FORM, "Groepstherapie", group, "8" if group == 30 else "4"),
            ):
                told = Waited(Decimal(mean), n)
                actions.report_waits(
                    purpose,
                    partner,
                    by=manager,
                    month_on=month,
                    phases=[actions.ReportedPhase("A", told, "weeks")],
                    split=split,
                    split_name=of,
                )
    page = text(Browser(network, make_member(network, Role.READER)).get(WAITS))
    part = page[page.index('id="groepen"') : page.index('id="norm"')]
    # (30·8 + 10·4) / 40 = 7 weeks; the four people of De Kade are in no figure.
    assert "Groepstherapie" in part
    assert ">7 weken<" in part
    assert ">40<" in part
    assert ">2<" in part
    assert "behandelvorm" in part
    assert 'id="groepen"' not in text(Browser(network, manager).get(WAITS, fase="behandeling"))


@pytest.mark.django_db
@pytest.mark.parametrize("before_n", [None, 0], ids=["not told", "of nobody"])
def test_a_group_is_of_the_months_of_its_whole_and_of_no_other(before_n) -> None:
    """Of the month before, the whole was not told: eight of the group then would make a rest of nobody of eight."""
    network = make_network()
    purpose, manager = make_purpose(network), make_member(network, Role.MANAGER)
    month = months_before(timezone.localdate().replace(day=1), 1)
    before = months_before(month, 1)
    form = (Split.FORM, "Groepstherapie")
    told = [(month, (Split.ALL, ""), 40), (month, form, 32), (before, form, 8)]
    told += [(before, (Split.ALL, ""), before_n)] if before_n is not None else []
    with looking(manager):
        partner = make_partner(network, "de-brug")
        for on, (split, name), n in told:
            waited = Waited(Decimal(4), n) if n else Waited(None, None, n_waiting=12)
            phases = [actions.ReportedPhase("A", waited, "weeks")]
            actions.report_waits(
                purpose, partner, by=manager, month_on=on, phases=phases, split=split, split_name=name
            )
        page = queries.ggz_waits(network, manager, "A", today=timezone.localdate())
    assert page.phases["A"].providers[0].told.n == 40
    assert page.phases["A"].groups == (), "eight people of the whole are in no group"
