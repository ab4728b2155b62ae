"""Mandates on the day itself, by type, stage, amount and delegate; every refusal in plain words."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.governance.rules import (
    STAGE_WORDS,
    TYPE_WORDS,
    DecisionType,
    Delegate,
    Ground,
    Mandated,
    Matter,
    Method,
    find_mandate,
    is_within_ceiling,
    who_instead,
    why_no_mandate,
    why_not_dates,
)

NEW_YEAR = date(2026, 1, 1)
DAY = date(2026, 6, 15)


def mandate(*types: str, **more) -> Mandated:
    return Mandated(**{"mandate_id": "m", "decision_types": types or ("p3",), "valid_from": NEW_YEAR, **more})


def matter(type: str = "p3", on: date = DAY, **more) -> Matter:
    return Matter(type=type, on=on, **more)


def said(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_the_group_may_decide_up_to_its_ceiling_and_not_above():
    ceiling = [mandate(ceiling_eur=Decimal(50_000))]
    fits = matter(amount_eur=Decimal(50_000), asks_money=True)
    assert why_no_mandate(ceiling, fits) is None
    too_much = matter(amount_eur=Decimal(62_000), asks_money=True)
    assert said(why_no_mandate(ceiling, too_much, higher_body="Bestuurlijk platform")) == (
        "De groep mag tot € 50.000 besluiten; dit plan vraagt € 62.000. Leg het voor aan: Bestuurlijk platform."
    )


def test_the_group_to_turn_to_is_the_nearest_above_that_may_and_never_one_that_may_not():
    above = {"panel": "board", "board": None, "care": "board"}
    assert who_instead("panel", above=above, able=["care"]) == "care"
    assert who_instead("panel", above=above, able=["care", "board"]) == "board"
    assert who_instead("panel", above=above, able=[]) is None
    assert who_instead("panel", above=above, able=["care", "home"]) is None
    assert who_instead("a", above={"a": "b", "b": "a"}, able=["a"]) is None


def test_an_unknown_amount_counts_as_nothing_only_when_no_money_is_asked():
    ceiling = [mandate(ceiling_eur=Decimal(50_000))]
    finding = find_mandate(ceiling, matter())
    assert said(finding.words) == (
        "Mandaat op 15 juni 2026: starten (P3) tot € 50.000; er wordt geen geld gevraagd."
    )
    assert said(why_no_mandate(ceiling, matter(asks_money=True))) == (
        "De groep mag tot € 50.000 besluiten; hoeveel geld dit vraagt is nog niet bekend."
    )
    assert why_no_mandate([mandate()], matter(asks_money=True)) is None


def test_a_found_mandate_is_told_in_words():
    asked = matter(amount_eur=Decimal("1250.50"), asks_money=True)
    assert said(find_mandate([mandate(ceiling_eur=Decimal(2_000))], asked).words) == (
        "Mandaat op 15 juni 2026: starten (P3) tot € 2.000; dit vraagt € 1.250,50."
    )
    assert find_mandate([mandate()], asked).words == (
        "Mandaat op 15 juni 2026: starten (P3), zonder grens aan het bedrag."
    )


def test_no_mandate_for_this_type():
    assert (
        why_no_mandate([mandate("p1")], matter("new_body"))
        == "De groep heeft geen mandaat voor nieuwe gremia."
    )
    assert why_no_mandate([], matter("membership")) == (
        "De groep heeft geen mandaat voor toetreden en vertrekken van partners."
    )
    assert why_no_mandate([], matter("something else")) == "De groep heeft geen mandaat voor ander besluit."


def test_a_mandate_that_ends_at_midnight():
    ending = [mandate(valid_until=date(2027, 1, 1))]
    assert why_no_mandate(ending, matter(on=date(2026, 12, 31))) is None
    assert why_no_mandate(ending, matter(on=date(2027, 1, 1))) == (
        "Het mandaat gold niet meer op 1 januari 2027: het liep af met ingang van 1 januari 2027."
    )


def test_a_mandate_does_not_reach_back():
    assert why_no_mandate([mandate()], matter(on=date(2025, 12, 31))) == (
        "Het mandaat gold nog niet op 31 december 2025: het gaat in op 1 januari 2026."
    )
    assert why_no_mandate([mandate()], matter(on=NEW_YEAR)) is None


def test_between_two_terms_the_one_that_ended_is_named():
    two = [mandate(valid_until=date(2026, 3, 1)), mandate(valid_from=date(2026, 9, 1))]
    assert "liep af met ingang van 1 maart 2026" in why_no_mandate(two, matter())


def test_a_mandate_holds_only_in_its_stages():
    staged = [mandate(stages=("preparation", "awaiting_funding"))]
    assert why_no_mandate(staged, matter(stage="preparation")) is None
    assert why_no_mandate(staged, matter(stage="pilot")) == (
        "Het mandaat geldt alleen in de fase plan, wacht op geld; dit is nu in de fase pilot."
    )
    assert why_no_mandate(staged, matter()) == (
        "Het mandaat geldt alleen in de fase plan, wacht op geld; bij dit besluit hoort geen fase."
    )


def test_one_person_decides_only_when_the_mandate_names_that_person():
    plain, chair, manager = (
        mandate(),
        mandate(delegated_to=Delegate.CHAIR),
        mandate(delegated_to=Delegate.MANAGER),
    )
    assert "noemt de voorzitter niet" in why_no_mandate([plain, manager], matter(), method=Method.CHAIR)
    assert "noemt de netwerkmanager niet" in why_no_mandate([plain, chair], matter(), method=Method.DELEGATED)
    assert why_no_mandate([chair], matter(), method=Method.CHAIR) is None
    assert why_no_mandate([manager], matter(), method=Method.DELEGATED) is None
    assert (
        why_no_mandate([chair], matter(), method=Method.MAJORITY) is None
    )  # the body keeps what it handed on


def test_of_several_mandates_the_one_that_asks_most_consents_is_used():
    loose = mandate(mandate_id="loose")
    strict = mandate(mandate_id="strict", consents=(Ground.FUNDER,), ceiling_eur=Decimal(10))
    assert find_mandate([loose, strict], matter()).mandate == strict
    dear = matter(amount_eur=Decimal(11), asks_money=True)
    assert find_mandate([loose, strict], dear).mandate == loose


def test_the_highest_ceiling_is_named():
    two = [mandate(ceiling_eur=Decimal(100)), mandate(ceiling_eur=Decimal(300))]
    assert "tot € 300" in said(why_no_mandate(two, matter(amount_eur=Decimal(301), asks_money=True)))


def test_a_term_ends_after_it_begins():
    assert why_not_dates(NEW_YEAR, None) is None
    assert why_not_dates(NEW_YEAR, date(2026, 1, 2)) is None
    assert why_not_dates(NEW_YEAR, NEW_YEAR) == "De einddatum ligt vóór of op de begindatum."


def test_every_type_has_its_words():
    assert set(TYPE_WORDS) == set(DecisionType.values)


def test_the_stages_of_mandates_are_the_stages_of_initiatives():
    stages = pytest.importorskip("schakel.initiatives.rules")
    assert set(STAGE_WORDS) == set(stages.Stage.values)


days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
amounts = st.decimals(0, 1_000_000, places=2)
mandates = st.lists(
    st.builds(
        mandate,
        st.sampled_from(["p1", "p2", "p3"]),
        mandate_id=st.text("abc", min_size=1, max_size=3),
        valid_from=days,
        valid_until=st.none() | days,
        stages=st.lists(st.sampled_from(["pilot", "preparation"]), max_size=2).map(tuple),
        ceiling_eur=st.none() | amounts,
        delegated_to=st.sampled_from(Delegate.values),
    ),
    max_size=5,
)
matters = st.builds(
    Matter,
    type=st.sampled_from(["p1", "p2", "p3"]),
    on=days,
    stage=st.sampled_from(["", "pilot", "preparation"]),
    amount_eur=st.none() | amounts,
    asks_money=st.booleans(),
)


@given(mandates, matters, st.sampled_from(["", *Method.values]))
def test_a_found_mandate_really_covers_the_matter(held, asked, method):
    finding = find_mandate(held, asked, method=method)
    wanted = {Method.CHAIR: Delegate.CHAIR, Method.DELEGATED: Delegate.MANAGER}.get(method)

    def covers(one: Mandated) -> bool:
        return (
            asked.type in one.decision_types
            and one.valid_from <= asked.on
            and (one.valid_until is None or asked.on < one.valid_until)
            and (not one.stages or asked.stage in one.stages)
            and (wanted is None or one.delegated_to == wanted)
            and is_within_ceiling(one, asked)
        )

    assert finding.ok == any(map(covers, held))
    assert finding.words
    if finding.ok:
        assert covers(finding.mandate)
    assert (why_no_mandate(held, asked, method=method) is None) == finding.ok


@given(mandates, matters)
def test_a_mandate_granted_afterwards_changes_nothing_for_the_day_before(held, asked):
    later = mandate(asked.type, valid_from=asked.on + timedelta(days=1))
    assert find_mandate([*held, later], asked).ok == find_mandate(held, asked).ok
