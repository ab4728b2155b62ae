"""An invented region shows what was planted in it; pseudonyms hide who it is about."""

from __future__ import annotations

import base64
from statistics import median

import pytest

from schakel.methods.eventlog import pseudonyms
from schakel.methods.eventlog.answers import answers
from schakel.methods.eventlog.generate import GeneratedSource, Region
from schakel.methods.eventlog.log import open_log
from schakel.methods.eventlog.prepare import prepare_source
from schakel.methods.eventlog.pseudonyms import BadKey, WeakKey, key_from


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_planted_bottleneck_stands_out_in_the_log(tmp_path, seed):
    source = GeneratedSource(40_000, seed, part=15_000)
    manifest = prepare_source(source, tmp_path / "log", {"seed": seed})
    assert manifest["counts"] | {"read": 40_000, "events": 40_000, "rejected": 0} == manifest["counts"]
    assert source.share() == 1
    told = answers(open_log(tmp_path / "log"))
    of_kind: dict[tuple[str, str], list[float]] = {}
    links = [link for link in told["links"] if link["n"] >= 30]
    for link in links:
        of_kind.setdefault((link["from"].split()[0], link["to"].split()[0]), []).append(link["p50_s"])
    slow = {
        (link["from"], link["to"]): link["p50_s"]
        / median(of_kind[link["from"].split()[0], link["to"].split()[0]])
        for link in links
    }
    truth = Region.of(seed).truth["bottleneck"]
    assert max(slow, key=lambda pair: slow[pair]) == (truth["from"], truth["to"])
    assert told["overlaps"] > 0 < told["handovers_unknown"]
    assert told["organisations"] == 60
    by_month = [row["n"] for row in told["links_by_month"]]
    assert sum(by_month) == told["handovers"]


def test_the_same_seed_gives_the_same_events_and_another_gives_others():
    def first(seed):
        return next(iter(GeneratedSource(900, seed).batches(["case_id", "start"]))).frame

    assert first(5).equals(first(5))
    assert not first(5).equals(first(6))
    assert GeneratedSource(900, 5).sample()[0]["case_id"].startswith("V0000-")


KEYS = {
    "too short": (b"geheim", WeakKey.SHORT),
    "a long password": (b"correct horse battery staple, and one more", WeakKey.WORDS),
    "bytes that repeat": (b"\x00\x01" * 40, WeakKey.GUESSABLE),
    "zeros in hexadecimal": (b"0" * 64, WeakKey.GUESSABLE),
    "too short in hexadecimal": (bytes(range(16)).hex().encode(), WeakKey.SHORT),
    "too short in base64": (b"c2xldXRlbHNsZXV0ZWxz", WeakKey.SHORT),
}


@pytest.mark.parametrize("name", KEYS)
def test_a_key_that_can_be_guessed_is_refused(name):
    content, why = KEYS[name]
    with pytest.raises(BadKey) as caught:
        key_from(content)
    assert caught.value.why == why


def test_a_strong_key_may_be_bytes_or_text():
    raw = bytes((7 * n + 3) % 256 for n in range(40))
    assert key_from(raw) == raw
    assert key_from(base64.b64encode(raw) + b"\n") == raw
    assert key_from(raw.hex().encode()) == raw


def test_a_pseudonym_depends_on_the_key_and_the_value_alone():
    one, other = (pseudonyms.pseudonym(key, "111222333") for key in (b"k" * 32, b"l" * 32))
    assert one != other
    assert len(one) == 21
    assert pseudonyms.pseudonym(b"k" * 32, "12345672") == pseudonyms.pseudonym(b"k" * 32, "012345672")
    assert pseudonyms.is_bsn("12345672")
    assert not pseudonyms.holds_bsns(["", " "])
