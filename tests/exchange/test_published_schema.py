"""The schema in the docs is the schema that is used, and it knows the same kinds as the tables."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from schakel.exchange.actions.load import module_words
from schakel.exchange.schema import schema
from schakel.governance.rules import BodyKind
from schakel.initiatives.actions.history import NOT_FROM_A_SOURCE
from schakel.initiatives.rules import Kind, Stage
from schakel.network.rules import (
    AgreementKind,
    AreaKind,
    CriteriaKind,
    CriterionRule,
    GrowthStage,
    Hue,
    OrganisationKind,
    PartnerStatus,
)

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def enum(definition: str, name: str = "") -> set[str]:
    """The values that a field of the schema allows."""
    found = schema()["$defs"][definition]
    return set((found["properties"][name] if name else found)["enum"])


def test_the_schema_in_the_docs_is_the_one_that_checks() -> None:
    assert json.loads((REFERENCE / "network-file.schema.json").read_text("utf-8")) == schema()


def test_the_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_schema_knows_the_kinds_of_the_tables() -> None:
    assert enum("organisation_kind") == set(OrganisationKind.values)
    assert enum("growth_stage") == set(GrowthStage.values)
    assert enum("area", "kind") == set(AreaKind.values)
    assert enum("agreement", "kind") == set(AgreementKind.values)
    assert enum("criteria_set", "kind") == set(CriteriaKind.values)
    assert enum("criterion", "rule") == set(CriterionRule.values) - {""}
    assert enum("network", "hue") == set(Hue.values)
    assert enum("body", "kind") == set(BodyKind.values)
    assert enum("partner", "status") == set(PartnerStatus.values) - {"participant"}
    assert enum("initiative", "kind") == set(Kind.values)
    assert enum("initiative", "stage") == set(Stage.values) - set(NOT_FROM_A_SOURCE)
    assert enum("fact_group", "module") == set(module_words())


def test_every_section_and_field_is_explained_in_the_reference() -> None:
    told = (REFERENCE / "network-file.md").read_text("utf-8")
    missing = {
        f"{definition}.{name}"
        for definition, found in {**schema()["$defs"], "": schema()}.items()
        for name in found.get("properties", {})
        if f"`{name}`" not in told
    }
    assert missing == set()
