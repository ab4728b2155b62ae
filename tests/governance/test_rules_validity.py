"""One judgement from mandate, quorum, method and consents: valid, under reserve, or not carried."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.governance.rules import (
    PROOFS,
    Choice,
    Consent,
    ConsentState,
    DecisionStatus,
    Ground,
    Judgement,
    Mandated,
    Matter,
    Method,
    SeatState,
    as_json,
    consents_proof,
    from_json,
    judge,
    ratified,
    required_consents,
    silent_proofs,
    version_words,
    with_consents,
)

DAY = date(2026, 6, 15)
MANDATE = Mandated("m", ("p3",), date(2026, 1, 1), consents=(Ground.PARTNERS_IN_PLAN, Ground.FUNDER))
MATTER = Matter("p3", DAY)
THREE_FOR = [SeatState(seat_id=i, choice=Choice.FOR) for i in range(3)]
ZGT = Consent("ZGT", Ground.PARTNERS_IN_PLAN, ConsentState.ASKED)
MENZIS = Consent("Menzis", Ground.FUNDER, ConsentState.GIVEN)


def given_by(consent: Consent) -> Consent:
    return replace(consent, state=ConsentState.GIVEN)


def judged(**more) -> Judgement:
    facts = {"mandates": [MANDATE], "method": Method.MAJORITY, "seats": THREE_FOR, "consents": [], **more}
    return judge(MATTER, **facts)


def test_with_four_good_proofs_a_decision_is_valid():
    found = judged(consents=[given_by(ZGT), MENZIS])
    assert found.status == DecisionStatus.VALID
    assert found.is_valid
    assert not found.is_provisional
    assert found.missing == ()
    assert found.mandate_id == "m"
    assert [proof.code for proof in found.proofs] == list(PROOFS)
    assert found.proof("consents").words == "Akkoord van ZGT en Menzis."


@pytest.mark.parametrize(
    ("lacking", "code"),
    [
        ({"mandates": []}, "mandate"),
        (
            {"seats": [*THREE_FOR[:1], *(replace(s, is_present=False, choice="") for s in THREE_FOR[1:])]},
            "quorum",
        ),
        ({"consents": [ZGT, MENZIS]}, "consents"),
    ],
)
def test_carried_but_lacking_a_proof_is_under_reserve(lacking, code):
    found = judged(**lacking)
    assert found.status == DecisionStatus.PROVISIONAL
    assert found.is_provisional
    assert [proof.code for proof in found.proofs if not proof.ok] == [code]
    assert len(found.missing) == 1


def test_what_the_method_does_not_carry_is_not_carried_whatever_else_holds():
    against = [replace(seat, choice=Choice.AGAINST) for seat in THREE_FOR]
    found = judged(seats=against)
    assert found.status == DecisionStatus.NOT_CARRIED
    assert not found.is_valid
    assert not found.is_provisional


def test_when_everybody_is_recused_nothing_is_carried_and_it_must_go_up():
    found = judged(seats=[replace(seat, is_recused=True) for seat in THREE_FOR], method=Method.CONSENSUS)
    assert found.must_escalate
    assert found.status == DecisionStatus.NOT_CARRIED


def test_a_written_procedure_counts_only_who_spoke():
    silent = [replace(seat, choice="") for seat in THREE_FOR[1:]]
    assert judged(seats=[THREE_FOR[0], *silent], method=Method.CONSENT, is_written=True).is_provisional
    assert judged(seats=[THREE_FOR[0], *silent], method=Method.CONSENT).is_valid


def test_the_higher_body_is_named_when_the_mandate_lacks():
    assert judged(mandates=[], higher_body="Bestuurlijk platform").proof("mandate").words == (
        "De groep heeft geen mandaat voor starten (P3). Leg het voor aan: Bestuurlijk platform."
    )


def test_the_threshold_of_the_body_is_used():
    weighed = [
        replace(seat, weight=Decimal(weight)) for seat, weight in zip(THREE_FOR, (60, 20, 20), strict=True)
    ]
    weighed[1:] = [replace(seat, choice=Choice.AGAINST) for seat in weighed[1:]]
    assert judged(seats=weighed, method=Method.WEIGHTED).carried
    assert not judged(seats=weighed, method=Method.WEIGHTED, threshold_percent=60).carried


# One person decides.

CHAIR = SeatState(seat_id="c", is_chair=True, choice=Choice.FOR)
BY_CHAIR = Mandated("c", ("p3",), date(2026, 1, 1), delegated_to="chair")
BY_MANAGER = Mandated("n", ("p3",), date(2026, 1, 1), delegated_to="manager")


def test_the_chair_decides_alone_when_the_mandate_names_the_chair():
    alone = [CHAIR, *(replace(seat, is_present=False, choice="") for seat in THREE_FOR)]
    found = judged(mandates=[BY_CHAIR], method=Method.CHAIR, seats=alone)
    assert found.is_valid
    assert found.proof("quorum").words == "Niet nodig: de voorzitter besluit namens de groep en meldt het."
    assert judged(method=Method.CHAIR, seats=alone).is_provisional


@pytest.mark.parametrize(
    "seats",
    [THREE_FOR, [replace(CHAIR, is_recused=True), *THREE_FOR], [replace(CHAIR, is_filled=False), *THREE_FOR]],
)
def test_without_a_chair_who_may_speak_the_group_decides(seats):
    found = judged(mandates=[BY_CHAIR], method=Method.CHAIR, seats=seats)
    assert found.must_escalate
    assert found.status == DecisionStatus.NOT_CARRIED
    assert "Leg het voor aan de groep." in found.proof("quorum").words


def test_the_manager_decides_alone_when_the_mandate_names_the_manager():
    found = judged(mandates=[BY_MANAGER], method=Method.DELEGATED, seats=[])
    assert found.is_valid
    assert "netwerkmanager" in found.proof("method").words
    assert judged(method=Method.DELEGATED, seats=[]).is_provisional


# Consents.


def test_the_mandate_says_whose_consent_is_needed():
    funder_only = replace(MANDATE, consents=(Ground.FUNDER,))
    assert required_consents(funder_only, [ZGT, MENZIS]) == [MENZIS]
    assert required_consents(replace(MANDATE, consents=()), [ZGT, MENZIS]) == []
    assert required_consents(None, [ZGT, MENZIS]) == [ZGT, MENZIS]  # without a mandate nobody is passed over


def test_consents_are_told_by_name_each_once():
    assert consents_proof([]).words == "Geen akkoord van een partner nodig."
    refused = replace(ZGT, partner="Mediant", state=ConsentState.REFUSED)
    twice = replace(MENZIS, ground=Ground.PARTNERS_IN_PLAN)
    found = consents_proof([ZGT, MENZIS, twice, refused])
    assert not found.ok
    assert found.words == "Geen akkoord van Mediant. Nog geen antwoord van ZGT. Wel akkoord: Menzis."


def test_a_list_of_points_is_named_by_the_version_that_was_judged():
    kept = {"version": 1, "own_version": 2, "edition": 3}
    assert version_words(kept) == "versie 2 van dit netwerk, editie 3"
    assert version_words({**kept, "own_version": 0}) == "versie 1, editie 3"
    assert version_words({"version": 1}) == "versie 1"


def test_the_missing_consent_makes_it_valid_and_nothing_else_is_judged_again():
    waiting = judged(consents=[ZGT, MENZIS])
    assert waiting.is_provisional
    assert with_consents(waiting, [given_by(ZGT), MENZIS]).is_valid
    without_mandate = judged(mandates=[], consents=[ZGT])
    assert with_consents(without_mandate, [given_by(ZGT)]).is_provisional


# Ratification.


def test_a_ratified_decision_lacks_nothing_but_its_own_consents():
    without_mandate = judged(mandates=[], consents=[ZGT])
    now = ratified(
        without_mandate, body="Bestuurlijk platform", number="B-2026-032", consents=[given_by(ZGT)]
    )
    assert now.is_valid
    assert now.proof("mandate").words == "Bekrachtigd door Bestuurlijk platform met besluit B-2026-032."
    assert now.proof("quorum").words == "Genoeg leden: 3 van 3, nodig 2."
    still = ratified(without_mandate, body="Bestuurlijk platform", number="B-2026-032", consents=[ZGT])
    assert still.is_provisional


# Storing and history.


def test_a_judgement_survives_storage():
    found = judged(mandates=[], consents=[ZGT, MENZIS])
    stored = as_json(found)
    assert stored["ok"] == {"mandate": False, "quorum": True, "method": True, "consents": False}
    assert stored["mandate"] is None
    assert from_json(stored) == found
    assert from_json(as_json(judged())).mandate_id == "m"


def test_where_the_source_is_silent_the_proof_says_so_and_blames_nobody():
    proofs = silent_proofs({"mandate": "Stuurgroep volgens het jaarverslag."})
    assert [proof.words for proof in proofs] == ["Stuurgroep volgens het jaarverslag."] + [
        "Niet in de bron."
    ] * 3
    assert Judgement(carried=True, proofs=proofs).is_valid


states = st.builds(
    SeatState,
    seat_id=st.integers(),
    is_voting=st.booleans(),
    is_filled=st.booleans(),
    is_present=st.booleans(),
    is_recused=st.booleans(),
    weight=st.sampled_from([None, Decimal(50), Decimal(100)]),
    choice=st.sampled_from(["", *Choice.values]),
    has_reason=st.booleans(),
    is_withdrawn=st.booleans(),
    is_chair=st.booleans(),
)
consents = st.lists(
    st.builds(
        Consent, st.sampled_from("ABC"), st.sampled_from(Ground.values), st.sampled_from(ConsentState.values)
    )
)


@given(
    st.lists(st.sampled_from([MANDATE, BY_CHAIR, BY_MANAGER])),
    st.sampled_from(Method.values),
    st.lists(states, max_size=6),
    consents,
    st.booleans(),
)
def test_valid_means_all_four_and_provisional_means_carried_without_all(
    held, method, seats, asked, is_written
):
    found = judge(MATTER, mandates=held, method=method, seats=seats, consents=asked, is_written=is_written)
    everything = all(proof.ok for proof in found.proofs)
    assert found.is_valid == everything
    assert found.is_provisional == (found.proof("method").ok and not everything)
    assert (found.status == DecisionStatus.NOT_CARRIED) == (not found.proof("method").ok)
    if found.is_valid and held == [MANDATE]:
        assert all(consent.state == ConsentState.GIVEN for consent in asked)
    assert from_json(as_json(found)) == found
