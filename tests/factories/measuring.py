"""The smallest valid indicators; each made by the platform itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from schakel.measuring import actions
from schakel.measuring.models import IndicatorVersion
from schakel.measuring.rules import Definition
from schakel.network.models import Network
from tests.factories.governance import as_platform


def a_definition(name: str = "Thuis gebleven", **facts: Any) -> Definition:
    """A share in percents, checked by nobody yet."""
    return Definition(
        **{
            "name": name,
            "question": "Hoeveel ouderen blijven thuis?",
            "kind": "outcome",
            "aim": "experience",
            "trilemma": "access",
            "direction": "higher",
            "type": "proportion",
            "numerator": "Ritten waarna de oudere thuisbleef",
            "denominator": "Alle ritten",
            "population": "",
            "unit": "%",
            "multiplier": 100,
            "period": "month",
            "chart": "p",
            "rule_set": "nhs7",
            "interval": "wilson",
            "disclosure": "people",
            "source": "Ritregistratie",
            "caveats": "",
            "authored_by": "onderzoeker",
            "checked_by": "nog niet getoetst",
            "reviewed_on": date(2026, 1, 1),
            "review_before": date(2099, 1, 1),
            **facts,
        }
    )


def a_count(name: str = "Valpartijen", **facts: Any) -> Definition:
    """A count without a denominator."""
    plain = {
        "type": "count",
        "denominator": "",
        "multiplier": 1,
        "unit": "keer",
        "chart": "c",
        "interval": "byar",
    }
    return a_definition(name, **{**plain, "direction": "lower", **facts})


def make_indicator(network: Network, name: str = "Thuis gebleven", **facts: Any) -> IndicatorVersion:
    """The first version of an indicator of the network itself."""
    if "target" in facts:
        facts = {"target_origin": "Themagroep", **facts, "target": Decimal(facts["target"])}
    with as_platform(network):
        return actions.define_indicator(network, by=None, definition=a_definition(name, **facts))
