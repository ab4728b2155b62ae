"""However a network file is damaged: it loads whole, or it says where it is wrong. Never a traceback, never a half."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.exchange.actions import load_network
from schakel.exchange.network_file import read_network_file
from schakel.exchange.tree import CannotRead
from schakel.network.models import Network, Organisation
from tests.examples import examples

FOLDER = Path(__file__).parents[2] / "src" / "schakel" / "demo" / "networks"
WHOLE = (FOLDER / "zenderen.yaml").read_text("utf-8")
PLAIN = yaml.safe_load((FOLDER / "nieuwegein.yaml").read_text("utf-8"))

#: Values that belong nowhere, or only somewhere else.
STRANGE: list[Any] = [
    *(None, True, 0, -1, 3.5, "", " ", "x" * 300, "zone-1", "2015-02-30", "2015", 2012, 10**30, "A1"),
    *(
        [],
        {},
        [[]],
        [None],
        {"a": {"b": {"c": []}}},
        "\u202e",
        "é\U0001f600",
        "- x",
        "a: b",
        "!!x",
        "&a",
        "*a",
    ),
]


@given(data=st.binary(max_size=400))
@settings(max_examples=examples(60, nightly=5_000))
def test_any_bytes_are_refused_with_a_place_or_read(data: bytes) -> None:
    refuse_or_read(data)


@given(text=st.text(alphabet="abz:-[]{}#&*!|>'\"%@`, \n\t\r01.~?\\é\u2028", max_size=120))
@settings(max_examples=examples(100, nightly=10_000))
def test_any_text_that_looks_like_yaml_is_refused_with_a_place_or_read(text: str) -> None:
    refuse_or_read(b"format: schakel-network/1\nnetwork: {slug: a, name: A}\n" + text.encode())


@pytest.mark.slow
@given(seed=st.integers(0, 10**9))
@settings(max_examples=examples(25, nightly=1_000))
def test_a_real_file_with_pieces_cut_moved_or_doubled_is_refused_with_a_place_or_read(seed: int) -> None:
    dice = random.Random(seed)
    lines = WHOLE.splitlines(keepends=True)
    for _time in range(dice.randint(1, 6)):
        at, to = dice.randrange(len(lines)), dice.randrange(len(lines))
        match dice.randrange(5):
            case 0:
                del lines[at : at + dice.randint(1, 12)]
            case 1:
                lines[at:at] = lines[to : to + dice.randint(1, 8)]
            case 2:
                lines[at], lines[to] = lines[to], lines[at]
            case 3:
                cut = dice.randrange(len(lines[at]) + 1)
                lines[at] = (
                    lines[at][:cut] + dice.choice(["", " ", ":", "}", "'", "\t", "- "]) + lines[at][cut:]
                )
            case 4:
                lines[at] = "  " + lines[at]
        lines = lines or [""]
    refuse_or_read("".join(lines).encode())


@pytest.mark.slow
@pytest.mark.django_db
@given(seed=st.integers(0, 10**9))
@settings(
    max_examples=examples(12, nightly=500),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_damaged_structure_loads_whole_or_not_at_all(seed: int) -> None:
    dice = random.Random(seed)
    damaged = json.loads(json.dumps(PLAIN, default=str))
    for _time in range(dice.randint(1, 3)):
        damage(damaged, dice)
    data = yaml.safe_dump(damaged, allow_unicode=True).encode()
    before = Organisation.objects.count()
    with transaction.atomic():
        try:
            report = load_network(read_network_file(data))
        except CannotRead as faults:
            assert_told(faults)
            assert not Network.objects.exists()
            assert Organisation.objects.count() == before
        else:
            assert load_network(read_network_file(data)).is_without_effect
            assert list(report.lines())
        transaction.set_rollback(True)


def refuse_or_read(data: bytes) -> None:
    """Read it, or fail with a place and a sentence."""
    try:
        read_network_file(data)
    except CannotRead as faults:
        assert_told(faults)


def assert_told(faults: CannotRead) -> None:
    """Every fault has a place and a sentence."""
    assert faults.faults
    for fault in faults.faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert fault.text.strip().endswith((".", "!", "?"))


def damage(value: Any, dice: random.Random) -> None:
    """Change one random thing somewhere inside: another value, another name, gone, or doubled."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = dice.choice(keys)
        inner = value[key]
        if isinstance(inner, dict | list) and inner and dice.random() < 0.8:
            value = inner
            continue
        match dice.randrange(4):
            case 0:
                value[key] = dice.choice(STRANGE)
            case 1:
                del value[key]
            case 2 if isinstance(value, dict):
                value[dice.choice(["slug", "kind", "within", "parent", "x", "key"])] = value.pop(key)
            case 2:
                value.append(inner)
            case 3:
                value[key] = dice.choice([inner, [inner], {"value": inner}])
        return
