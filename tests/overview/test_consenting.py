"""A partner's own answer to a decision in the browser: consent or not, once, by its own representative."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from schakel.governance.models import ConsentRequest, Decision
from schakel.governance.rules import Means
from schakel.network.rules import Role
from tests.factories.browsing import Browser, text
from tests.factories.governance import (
    Group,
    as_platform,
    decide,
    make_decision,
    make_mandate,
    state_of,
)
from tests.factories.network import make_member, make_partner

pytestmark = pytest.mark.django_db

NO = 403
WRONG = 422


def asked(group: Group, ground: str = "partners_in_plan", **mandate: Any) -> tuple[Decision, Browser, str]:
    """A decision under reserve for want of one partner, its representative at a browser, and where to answer."""
    make_mandate(group.body, consents=[ground])
    partner = make_partner(group.network, "zgt", name="ZGT")
    director = Browser(group.network, make_member(group.network, Role.REPRESENTATIVE, partner=partner))
    means = [Means(partner, ground, amount_eur=Decimal(30_000), hours=Decimal(120))]
    decision = decide(group, make_decision(group, means=means), "fff")
    slug = {"partners_in_plan": "inzet", "funder": "financiering"}[ground]
    return decision, director, f"{partner.slug}/{slug}/"


@pytest.mark.parametrize("ground", ["partners_in_plan", "funder"])
def test_the_representative_reads_what_a_consent_means_and_gives_it(ground: str, group: Group) -> None:
    decision, director, where = asked(group, ground)
    at = f"besluiten/{decision.number}/"
    assert "U bent aan zet" in text(director.get(at))
    page = text(director.get(f"{at}akkoord/{where}"))
    assert "Het gaat om €\u00a030.000 en 120 uur van ZGT." in page
    assert "Dit geldt als uw handtekening" in page
    assert director.post(f"{at}akkoord/{where}", reason="").status_code == 302
    assert state_of(decision) == "valid"
    assert f"{decision.number} geldt nu." in text(director.get(at))


def test_pressing_twice_gives_one_consent(group: Group) -> None:
    decision, director, where = asked(group)
    at = f"besluiten/{decision.number}/akkoord/{where}"
    for _again in range(2):
        assert director.post(at, reason="").status_code == 302
    assert "ZGT gaf al akkoord." in text(director.get(f"besluiten/{decision.number}/"))


def test_a_refusal_needs_a_reason_and_leaves_the_decision_under_reserve(group: Group) -> None:
    decision, director, where = asked(group)
    at = f"besluiten/{decision.number}/geen-akkoord/{where}"
    assert director.get(at).status_code == 200
    assert director.post(at, reason="").status_code == WRONG
    assert director.post(at, reason="Wij hebben de mensen niet.").status_code == 302
    assert state_of(decision) == "provisional"
    page = text(director.get(f"besluiten/{decision.number}/"))
    assert "Wij hebben de mensen niet." in page
    assert "Geef akkoord namens ZGT" in page


@pytest.mark.parametrize("answer", ["akkoord", "geen-akkoord"])
def test_nobody_answers_for_another_partner(answer: str, group: Group) -> None:
    decision, _director, where = asked(group)
    other = make_partner(group.network, "menzis", name="Menzis")
    strangers = [
        group.secretary,
        group.chair,
        make_member(group.network, Role.MANAGER),
        make_member(group.network, Role.REPRESENTATIVE, partner=other),
    ]
    for person in strangers:
        refused = Browser(group.network, person).post(
            f"besluiten/{decision.number}/{answer}/{where}", reason="Ja."
        )
        assert refused.status_code == NO
        assert "Alleen de vertegenwoordiger van ZGT kan akkoord geven namens ZGT." in text(refused)
    with as_platform(group.network):
        assert ConsentRequest.objects.get().state == "asked"


@pytest.mark.parametrize("where", ["menzis/inzet/", "zgt/financiering/", "zgt/anders/"])
def test_what_was_not_asked_cannot_be_answered(where: str, group: Group) -> None:
    decision, director, _where = asked(group)
    assert director.get(f"besluiten/{decision.number}/akkoord/{where}").status_code == 404
