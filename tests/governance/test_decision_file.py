"""A decision as a file: what is in it, and what the register says when somebody brings it back."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from jsonschema import Draft202012Validator

from schakel.governance import actions
from schakel.governance.models import Condition, ConsentRequest, Decision
from schakel.governance.queries import find_decision
from schakel.governance.queries.decision_file import check, decision_file
from schakel.governance.queries.decision_since import earlier
from schakel.governance.rules.decision_file import sealed_with_fingerprint
from schakel.initiatives.rules import Stage
from schakel.journal import actions as journal
from schakel.network.rules import Role
from schakel.site.commandline import main
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import invite, make_initiative, propose, rate
from tests.factories.network import make_member, make_network
from tests.worlds import world

pytestmark = pytest.mark.django_db

NO, WRONG, GONE = 403, 422, 404
OF_A_FILE, OF_A_CHECK, FOR_OTHER_NAMES = 4, 5, 3
CHECK = "besluiten/controleren/"
SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "decision-file.schema.json"


@world
def decided(scene) -> Decision:
    """A decision by vote that moved an initiative, sealed."""
    make_initiative(scene, Stage.EXPLORATION)
    with as_platform(scene.network):
        journal.seal(scene.network.pk)
        return Decision.objects.of(scene.network).get(status="valid", type="p1")


@pytest.fixture
def reader(scene) -> Browser:
    return Browser(scene.network, make_member(scene.network, Role.READER))


def file_of(browser: Browser, decision: Decision) -> dict[str, Any]:
    answer = browser.get(f"besluiten/{decision.number}/controlebestand.json")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].endswith(f'-{decision.number}.json"')
    return json.loads(answer.content)


def said(browser: Browser, told: Any, path: str = CHECK) -> tuple[int, str]:
    sent = told if isinstance(told, bytes) else json.dumps(told).encode()
    answer = browser.post(path, file=SimpleUploadedFile("besluit.json", sent, "application/json"))
    return answer.status_code, text(answer)


def test_a_file_says_what_was_decided_and_the_register_says_that_it_fits(scene, decided, reader):
    told = file_of(reader, decided)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(told)
    assert told["decision"]["number"] == decided.number
    assert told["decision"]["status"] == "valid"
    assert {one["choice"] for one in told["decision"]["votes"] if one["is_present"]} == {"for"}
    assert [one["verb"] for one in told["journal"]["lines"]][-1] == "decided"
    people = {scene.group.chair.name, scene.group.secretary.name, scene.manager.name}
    assert not [name for name in people if name in json.dumps(told, ensure_ascii=False)]
    status, words = said(reader, told)
    assert status == 200
    assert "Klopt: zo staat het in het register" in words
    assert "In het logboek verzegeld op" in words
    assert "Haal het controlebestand op" in text(reader.get(f"besluiten/{decided.number}/"))


def test_a_file_from_before_the_seal_fits_too(scene, decided, reader):
    with as_platform(scene.network):
        journal.record(by=None, verb="met condition", about=decided)
    told = file_of(reader, decided)
    assert told["journal"]["seal"] is None
    assert "elke minuut verzegeld" in said(reader, told)[1]
    with as_platform(scene.network):
        journal.seal(scene.network.pk)
    assert "In het logboek verzegeld op" in said(reader, told)[1]


def test_what_was_changed_in_a_file_is_told_field_by_field(decided, reader):
    told = file_of(reader, decided)
    told["decision"]["verdict"] = "Iets anders"
    words = said(reader, told)[1]
    assert "Dit bestand is veranderd nadat Schakel het maakte" in words
    assert "Iets anders" in words
    assert ">Uitkomst<" in words
    del told["fingerprint"]
    words = said(reader, sealed_with_fingerprint(told))[1]
    assert "Dit staat anders in het register" in words, "a fingerprint anyone can make proves nothing"
    assert "<script>" not in said(reader, told | {"decision": {"number": "<script>"}, "fingerprint": "x"})[1]


def test_what_came_later_is_told_as_such(scene, decided, reader):
    with as_platform(scene.network):
        condition = Condition.objects.create(
            network=scene.network, decision=decided, text="Eerst tellen", owner_name="Bureau",
            due_on=timezone.localdate() + timedelta(days=9),
        )  # fmt: skip
    told = file_of(reader, decided)
    with looking(scene.manager) as manager:
        actions.meet_condition(condition, by=manager, note="Geteld.")
    words = said(reader, told)[1]
    assert "Het register zegt nu iets anders" in words
    assert "Wat er daarna gebeurde" in words
    assert ">Voorwaarden<" in words
    assert "Klopt" not in words


def anew(told: dict[str, Any]) -> dict[str, Any]:
    """A file with a fingerprint that fits again, as anyone can make it."""
    return sealed_with_fingerprint({name: one for name, one in told.items() if name != "fingerprint"})


def test_a_forged_file_with_a_fingerprint_of_its_own_is_never_vouched_for(decided, reader):
    told = file_of(reader, decided)
    forged = told["decision"] | {"body": "Verzonnen groep", "reason": "Verzonnen reden", "mandate": None}
    words = said(reader, anew(told | {"decision": forged, "journal": {"lines": [], "seal": None}}))[1]
    assert "Dit is geen heel bestand van Schakel" in words
    for label in (">Groep<", ">Reden<", ">Mandaat<"):
        assert label in words
    words = said(reader, anew(told | {"decision": forged}))[1]
    assert "Dit staat anders in het register" in words
    assert "Verzonnen groep" in words


def test_a_file_that_leaves_a_line_out_is_not_whole(decided, reader):
    told = file_of(reader, decided)
    for lines in (told["journal"]["lines"][1:], told["journal"]["lines"][::-1], []):
        words = said(reader, anew(told | {"journal": told["journal"] | {"lines": lines}}))[1]
        assert "Dit is geen heel bestand van Schakel" in words


@pytest.mark.parametrize(
    ("part", "name", "value", "words"),
    [
        ("line", "at", "2020-01-01T00:00:00+00:00", "staat anders in het logboek"),
        ("line", "verb", "verzonnen", "staat anders in het logboek"),
        ("seal", "sealed_at", "2020-01-01T00:00:00+00:00", "een ander dan het zegel in het logboek"),
        ("seal", "previous", "1" * 64, "een ander dan het zegel in het logboek"),
        ("network", "name", "Heel ander netwerk", "iets wat erbij staat is nu anders"),
        ("network", "extra", "x", "Dit staat anders in het register"),
        ("journal", "extra", "x", "ontbreekt iets of staat iets op de verkeerde plaats"),
        ("file", "opmerking", "Ook dit klopt", "ontbreekt iets of staat iets op de verkeerde plaats"),
    ],
)
def test_everything_in_a_file_is_compared(decided, reader, part, name, value, words):
    told = file_of(reader, decided)
    parts = {"file": told, "line": told["journal"]["lines"][0], "seal": told["journal"]["seal"]}
    parts.get(part, told.get(part))[name] = value
    answer = said(reader, anew(told))[1]
    assert words in answer
    assert "Klopt" not in answer


def test_what_changes_beside_a_decision_is_told_calmly(scene, decided, reader):
    partner = scene.partners[0]
    with as_platform(scene.network):
        ConsentRequest.objects.create(
            network=scene.network, decision=decided, partner=partner, ground="funder", is_required=False
        )
        earlier = Decision.objects.of(scene.network).exclude(pk=decided.pk).first()
    told = file_of(reader, decided)
    with as_platform(scene.network):
        for row, name in ((decided.body, "Nieuwe groep"), (partner, "Zo heet de partner nu")):
            row.name = name
            row.save(update_fields=["name"])
        decided.mandate.valid_until = timezone.localdate() + timedelta(days=9)
        decided.mandate.save(update_fields=["valid_until"])
        decided.supersedes = earlier
        decided.save(update_fields=["supersedes"])
    words = said(reader, told)[1]
    assert "Zo is besloten; iets wat erbij staat is nu anders" in words
    labels = [">Groep<", ">Akkoord van partners<"]
    labels += [">Mandaat<", ">Vervangt, bekrachtigt of volgt op<"]
    assert [one for one in labels if one not in words] == []
    assert "Wat verschilt" not in words


def test_a_mandate_of_more_money_is_never_told_as_only_another_last_day(decided, reader):
    told = file_of(reader, decided)
    told["decision"]["mandate"] |= {"ceiling_eur": "9000000.00", "valid_until": "2031-01-01"}
    words = said(reader, anew(told))[1]
    assert "Dit staat anders in het register" in words
    assert ">Mandaat<" in words.partition("Wat verschilt")[2]


def test_who_a_condition_was_for_may_have_another_name_now(scene, decided, reader):
    owner = scene.partners[0]
    with as_platform(scene.network):
        Condition.objects.create(
            network=scene.network, decision=decided, text="Eerst tellen", owner_partner=owner,
            due_on=timezone.localdate(),
        )  # fmt: skip
    told = file_of(reader, decided)
    with as_platform(scene.network):
        owner.name = "Zo heet de partner nu"
        owner.save(update_fields=["name"])
    words = said(reader, told)[1]
    assert "Zo is besloten; iets wat erbij staat is nu anders" in words
    assert ">Voorwaarden<" in words
    told["decision"]["conditions"][0]["owner"] = "Nooit zo genoemd"
    assert "Dit staat anders in het register" in said(reader, anew(told))[1]


def test_a_decision_of_nobody_has_no_group_that_was_called_otherwise():
    assert earlier(None, "name") == ()


def test_of_a_list_only_the_lines_that_differ_are_shown(decided, reader):
    told = file_of(reader, decided)
    first, second = told["decision"]["votes"][:2]
    second["seat"] = "Een zetel die er niet is"
    words = said(reader, anew(told))[1]
    rows = words[words.index("<tbody>") : words.index("</tbody>")]
    assert "Een zetel die er niet is" in rows
    assert first["seat"] not in rows


@pytest.mark.parametrize("what", ["line", "seal"])
def test_another_line_or_another_seal_does_not_fit_the_journal(decided, reader, what):
    told = file_of(reader, decided)
    del told["fingerprint"]
    if what == "line":
        told["journal"]["lines"][0]["fingerprint"] = "0" * 64
    else:
        told["journal"]["seal"]["value"] = "0" * 64
    words = said(reader, sealed_with_fingerprint(told))[1]
    assert "Bestand en logboek passen niet bij elkaar" in words
    assert "journal verify" in words


def test_a_journal_that_no_longer_gives_its_seal_is_told(decided, reader, monkeypatch):
    told = file_of(reader, decided)
    monkeypatch.setattr("schakel.governance.queries.decision_file.seal_of", lambda *_lines: "0" * 64)
    assert "past niet meer bij de regels eronder" in said(reader, told)[1]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (b"", "Dit bestand is leeg."),
        (b'{"format": "schakel-besluit", "vers', "geen heel controlebestand"),
        (b"x" * 1_000_000, "te groot"),
        (b'{"a": "\\u0000"}', "geen heel controlebestand"),
        (b'{"a": "\\ud800"}', "geen heel controlebestand"),
        (b"\xff\xfe", "geen heel controlebestand"),
        (b"[" * 3_000 + b"]" * 3_000, "geen heel controlebestand"),
        (b'{"a": 1, "a": 2}', "geen heel controlebestand"),
        (b'{"a": NaN, "b": 1.5}', "geen heel controlebestand"),
        (b"[1]", "geen controlebestand van een besluit"),
        (b'{"format": "schakel-besluit", "version": 0}', "vorm 0"),
        (b'{"format": "schakel-besluit", "version": 1, "decision": []}', "ontbreekt iets"),
        (b'{"format": "schakel-besluit", "version": 1, "journal": []}', "ontbreekt iets"),
    ],
)
def test_what_is_no_file_of_ours_is_refused_in_words(scene, reader, sent, words):
    status, said_words = said(reader, sent)
    assert status == WRONG
    assert words in said_words


@pytest.mark.parametrize(
    "change",
    [
        {"journal": {"lines": [7, {"sequence": 10**40}, {"sequence": "1"}], "seal": {"number": 10**40}}},
        {"journal": {"lines": "x", "seal": []}},
        {"journal": None},
        {"decision": {"number": "B-2026-001", "votes": {"a": [[["x"]]]}, "nieuw": True}},
        {"decision": {"number": "x" * 100_000}},
    ],
)
def test_a_file_with_strange_things_in_it_is_compared_and_no_fault(decided, reader, change):
    assert said(reader, file_of(reader, decided) | change)[0] == 200


def test_a_file_of_another_network_and_a_decision_that_is_not_there(scene, decided, reader):
    told = file_of(reader, decided)
    theirs = make_network()
    stranger = Browser(theirs, make_member(theirs))
    status, words = said(stranger, told)
    assert (status, f"Hier controleert u besluiten van {theirs.name}" in words) == (WRONG, True)
    told["decision"]["number"] = "B-1999-001"
    assert "Dit besluit staat niet in het register" in said(reader, told)[1]
    assert stranger.get(f"besluiten/{decided.number}/controlebestand.json").status_code == GONE
    assert Browser(scene.network).get(CHECK).status_code == 302


def test_what_is_not_decided_yet_has_no_file(scene, in_screening, reader):
    invite(scene, in_screening)
    rate(scene, in_screening)
    open_one = propose(scene, in_screening, "p1", "explore")
    answer = reader.get(f"besluiten/{open_one.number}/controlebestand.json")
    assert answer.status_code == NO
    assert "nog niet genomen" in text(answer)
    assert "Haal het controlebestand op" not in text(reader.get(f"besluiten/{open_one.number}/"))


def test_a_file_and_its_check_ask_the_database_the_same_few_questions_however_much_there_is(scene, decided):
    def asked(told: dict[str, Any] | None = None) -> int:
        with looking(scene.manager) as manager:
            found = find_decision(manager, scene.network, decided.number)
            with CaptureQueriesContext(connection) as questions:
                check(told, found) if told else decision_file(found)
        return len(questions)

    with looking(scene.manager) as manager:
        told = decision_file(find_decision(manager, scene.network, decided.number))
    assert (asked(), asked(told)) == (OF_A_FILE, OF_A_CHECK)
    with as_platform(scene.network):
        for n in range(5):
            Condition.objects.create(
                network=scene.network,
                decision=decided,
                text=f"{n}",
                owner_name="x",
                due_on=timezone.localdate(),
            )
        for partner in scene.partners:
            ConsentRequest.objects.create(
                network=scene.network, decision=decided, partner=partner, ground="funder", is_required=False
            )
    assert (asked(), asked(told)) == (OF_A_FILE, OF_A_CHECK + FOR_OTHER_NAMES)


def test_the_shell_says_what_the_page_says(scene, decided, reader, tmp_path, capsys):
    file = tmp_path / "besluit.json"

    def run(told: Any) -> tuple[int, str]:
        file.write_bytes(told if isinstance(told, bytes) else json.dumps(told).encode())
        code = main(["decision", "verify", str(file)])
        return code, "".join(capsys.readouterr())

    told = file_of(reader, decided)
    code, words = run(told)
    assert code == 0
    assert f"{decided.number}: Klopt: zo staat het in het register." in words
    code, words = run(told | {"decision": told["decision"] | {"title": "Iets anders"}})
    assert code == 1
    assert "bestand:  Iets anders" in words
    for wrong, said_words in (
        ({**told, "version": 9}, "vorm 9"),
        ({**told, "network": {"slug": "nergens"}}, "Dit netwerk is hier niet."),
    ):
        code, words = run(wrong)
        assert (code, said_words in words) == (2, True), words
    public_one = {**told, "edition": "openbaar", "decision": {"number": decided.number}}
    assert "staat niet in het register" in run(public_one)[1]
