"""A network file with a fault: a clear Dutch sentence, at the place, and never a traceback."""

from __future__ import annotations

import pytest

from schakel.exchange.network_file import open_network_file, read_network_file
from schakel.exchange.tree import MAX_BYTES, MAX_VALUES, CannotRead

HEAD = "format: schakel-network/1\nnetwork: {slug: proef, name: Proefnetwerk}\n"

#: What is wrong: (the rest of the file after two good lines, line, column, words of the message).
CORPUS = {
    "an unknown section": (
        "partnerz: []\n",
        3,
        1,
        "“partnerz” is hier geen bekende naam. Bedoelt u “partners”?",
    ),
    "an unknown name without a near one": (
        "themes: [{slug: a, name: A, qqq: 1}]\n",
        3,
        29,
        "Bekend zijn: slug, name, scope.",
    ),
    "an unknown kind": (
        "partners:\n  - {key: zgt, name: ZGT, kind: hospitall}\n",
        4,
        33,
        "“hospitall” kan hier niet. Bedoelt u “hospital”?",
    ),
    "a kind that resembles nothing": (
        "areas: [{slug: a, name: A, kind: xyz}]\n",
        3,
        34,
        "Kies uit: region, subregion,",
    ),
    "a missing name": ("partners:\n  - {key: zgt, kind: hospital}\n", 4, 5, "hier ontbreekt “name”."),
    "text where a list belongs": (
        "partners: geen\n",
        3,
        11,
        "hier hoort een lijst te staan, en er staat tekst.",
    ),
    "a number where text belongs": (
        "themes:\n  - {slug: a, name: 12}\n",
        4,
        21,
        "hier hoort tekst te staan, en er staat een geheel getal.",
    ),
    "a block where text belongs": (
        "themes:\n  - slug: a\n    name: {nl: A}\n",
        5,
        11,
        "en er staat een blok met namen.",
    ),
    "nothing where text belongs": (
        "themes:\n  - slug: a\n    name:\n",
        5,
        10,
        "hier hoort tekst te staan, en er staat niets.",
    ),
    "a truth where a list belongs": (
        "themes: true\n",
        3,
        9,
        "hier hoort een lijst te staan, en er staat true of false.",
    ),
    "a list where a seat belongs": (
        "bodies: [{slug: b, name: B, kind: panel, seats: [[]]}]\n",
        3,
        50,
        "hier hoort tekst of een blok met namen te staan, en er staat een lijst.",
    ),
    "a seat in a shape of its own": (
        "bodies: [{slug: b, name: B, kind: panel, seats: [{name: Vrij, stem: 1}]}]\n",
        3,
        63,
        "“stem” is hier geen bekende naam.",
    ),
    "a number where a fact belongs": (
        "facts: [{key: f, title: F, module: work, items: [12]}]\n",
        3,
        50,
        "hier hoort tekst of een blok met namen te staan, en er staat een geheel getal.",
    ),
    "a term with a day that does not exist": (
        "partners: [{key: a, name: A, kind: other, status: left, joined: 2020-01-01, left: 2021-02-30}]\n",
        3,
        83,
        "de datum “2021-02-30” bestaat niet.",
    ),
    "a broken number": (
        "partners: [{key: a, name: A, kind: hospital, organisations: 0}]\n",
        3,
        61,
        "te klein: minstens 1.",
    ),
    "a number too large": (
        "agreements: [{slug: a, title: A, kind: other, notice_months: 999}]\n",
        3,
        62,
        "te groot: hooguit 240.",
    ),
    "an empty name": ("themes: [{slug: a, name: ''}]\n", 3, 26, "dit mag niet leeg zijn."),
    "a name too long": (
        f"themes: [{{slug: a, name: {'x' * 121}}}]\n",
        3,
        26,
        "dit is te lang: hooguit 120 tekens.",
    ),
    "a set without criteria": (
        "criteria_sets: [{name: S, kind: yes_no, criteria: []}]\n",
        3,
        51,
        "minstens 1",
    ),
    "an ambition named twice in a criterion": (
        "ambitions: [{code: A1, text: t}]\ncriteria_sets: [{name: S, kind: yes_no, criteria: "
        "[{code: C1, text: t, refers_to: [A1, A1]}]}]\n",
        4,
        83,
        "hier staat iets twee keer in.",
    ),
    "a weight of nothing": (
        "criteria_sets: [{name: S, kind: weighed, criteria: [{code: C1, text: t, weight: 0}]}]\n",
        3,
        81,
        "te klein: meer dan 0.",
    ),
    "capitals in a key": (
        "partners: [{key: ZGT, name: ZGT, kind: hospital}]\n",
        3,
        18,
        "“ZGT” is niet een sleutel van kleine letters, cijfers en streepjes",
    ),
    "a number without quotes": (
        "partners: [{key: a, name: A, kind: other, kvk: 12345678}]\n",
        3,
        48,
        "hier hoort tekst te staan, en er staat een geheel getal.",
    ),
    "a number of seven digits": (
        "partners: [{key: a, name: A, kind: other, agb: '1234567'}]\n",
        3,
        48,
        '“1234567” is niet een AGB-code: 8 cijfers tussen aanhalingstekens, zoals "01234567"',
    ),
    "a date as people say it": (
        "history: [{key: a, title: A, date: 14 oktober}]\n",
        3,
        36,
        "“14 oktober” is niet een jaar",
    ),
    "a day that does not exist": (
        "history: [{key: a, title: A, date: 2015-02-30}]\n",
        3,
        36,
        "de datum “2015-02-30” bestaat niet.",
    ),
    "a date and a period": (
        "history: [{key: a, title: A, date: 2015, period: lang}]\n",
        3,
        11,
        "een datum (date) of een periode",
    ),
    "a name twice in one block": (
        "themes:\n  - slug: a\n    name: A\n    name: B\n",
        6,
        5,
        "“name” staat er twee keer; de eerste staat op regel 5.",
    ),
    "a section twice": (
        "themes: []\nthemes: []\n",
        4,
        1,
        "“themes” staat er twee keer; de eerste staat op regel 3.",
    ),
    "a partner twice": (
        "partners:\n  - {key: mst, name: MST, kind: hospital}\n  - {key: mst, name: MST, kind: hospital}\n",
        5,
        11,
        "“mst” staat er twee keer; de eerste staat op regel 4.",
    ),
    "a partner that is its own member": (
        "partners:\n  - key: samen14\n    name: S\n    kind: municipality\n    members:\n"
        "      - {key: samen14, name: S, kind: municipality}\n",
        8,
        15,
        "“samen14” staat er twee keer; de eerste staat op regel 4.",
    ),
    "a partner that is a participant too": (
        "partners: [{key: a, name: A, kind: hospital}]\nparticipants: [{key: a, name: A, kind: hospital}]\n",
        4,
        22,
        "“a” staat er twee keer",
    ),
    "areas in a ring": (
        "areas:\n  - {slug: a, name: A, kind: zone, within: b}\n  - {slug: b, name: B, kind: zone, within: a}\n",
        4,
        44,
        "dit draait in een kring: a → b → a.",
    ),
    "an area within itself": (
        "areas: [{slug: a, name: A, kind: zone, within: a}]\n",
        3,
        48,
        "dit draait in een kring: a → a.",
    ),
    "bodies in a ring": (
        "bodies:\n  - {slug: a, name: A, kind: panel, parent: c}\n  - {slug: b, name: B, kind: panel, parent: a}\n"
        "  - {slug: c, name: C, kind: panel, parent: b}\n",
        4,
        45,
        "dit draait in een kring: a → c → b → a.",
    ),
    "a partner in an unknown area": (
        "areas: [{slug: borne, name: B, kind: zone}]\npartners: [{key: a, name: A, kind: other, areas: [bornu]}]\n",
        4,
        51,
        "er is in dit bestand geen gebied “bornu”. Bedoelt u “borne”?",
    ),
    "a seat of an unknown partner": (
        "partners: [{key: tactus, name: T, kind: other}]\nbodies: [{slug: b, name: B, kind: panel, seats: [taktus]}]\n",
        4,
        50,
        "er is in dit bestand geen partner of deelnemer “taktus”. Bedoelt u “tactus”?",
    ),
    "a partner twice in a body": (
        "partners: [{key: a, name: A, kind: other}]\n"
        "bodies: [{slug: b, name: B, kind: panel, seats: [a, {partner: a}]}]\n",
        4,
        63,
        "“a” staat hier twee keer.",
    ),
    "a seat of nobody": (
        "bodies: [{slug: b, name: B, kind: panel, seats: [{voting: true}]}]\n",
        3,
        50,
        "een zetel heeft een partner, een naam of een achterban",
    ),
    "two chairs": (
        "bodies: [{slug: b, name: B, kind: panel, seats: [{name: V, chair: true}, {name: W, chair: true}]}]\n",
        3,
        91,
        "een gremium heeft één voorzitter.",
    ),
    "a body of an unknown theme": (
        "bodies: [{slug: b, name: B, kind: theme_group, theme: x}]\n",
        3,
        55,
        "geen thema “x”",
    ),
    "a criterion about an unknown ambition": (
        "criteria_sets: [{name: S, kind: yes_no, criteria: [{code: C1, text: t, refers_to: [A9]}]}]\n",
        3,
        84,
        "geen ambitie “A9”",
    ),
    "a criterion without weight": (
        "criteria_sets: [{name: S, kind: weighed, criteria: [{code: C1, text: t}]}]\n",
        3,
        53,
        "een criterium dat meetelt heeft een gewicht (weight).",
    ),
    "a signature without a name": (
        "partners: [{key: a, name: A, kind: other}]\nagreements: [{slug: s, title: S, kind: other, "
        "parties: [{partner: a, signed_on: 2020-01-01}]}]\n",
        4,
        57,
        "een dag (signed_on) én een naam (signed_by).",
    ),
    "a term that ends before it begins": (
        "agreements: [{slug: s, title: S, kind: other, starts: 2021, ends: 2020-12-31}]\n",
        3,
        67,
        "dit eindigt vóór het begint.",
    ),
    "who left without having left": (
        "partners: [{key: a, name: A, kind: other, left: 2020-01-01}]\n",
        3,
        49,
        "heeft de status left.",
    ),
    "an initiative of an unknown theme and partner": (
        "initiatives: [{key: i, name: I, theme: t, carried_out_by: p, initiators: [q], areas: [r]}]\n",
        3,
        40,
        "geen thema “t”",
    ),
    "a tab": ("themes:\n\t- a\n", 4, 1, "hier staat een tab. Gebruik spaties"),
    "an unclosed quote": ("themes: 'a\n", 4, 1, "een aanhalingsteken is niet gesloten."),
    "an unclosed bracket": ("themes: [a, b\n", 4, 1, "hier ontbreekt een komma of een sluithaak"),
    "a colon too many": ("themes:\n  - slug: a: b\n", 4, 12, "hier staat een dubbele punt te veel."),
    "a missing colon": ("themes\npartners: []\n", 4, 1, "hier ontbreekt een dubbele punt achter een naam."),
    "wrong indentation": ("themes:\n  - slug: a\n name: A\n", 5, 2, "de inspringing klopt niet"),
    "an unknown escape": ('themes: "a\\qb"\n', 3, 12, "de \\ betekent hier niets."),
    "a strange first character": ("themes: @a\n", 3, 9, "met dit teken kan een waarde niet beginnen."),
    "an anchor": ("themes: &t []\n", 3, 9, "verwijzingen met & en * horen niet"),
    "an alias": ("themes: *t\n", 3, 9, "verwijzingen met & en * horen niet"),
    "a label that makes things": (
        "themes: !!python/object/apply:os.system [ls]\n",
        3,
        9,
        "labels met ! horen niet",
    ),
    "a list as a name": ("? [a]\n: b\n", 3, 3, "hier hoort een naam te staan, geen lijst of blok."),
    "a second document": ("---\nformat: x\n", 3, 1, "hier begint een tweede document"),
    "NUL": ("themes: [a\x00b]\n", 3, 11, "onzichtbaar stuurteken (U+0000)"),
    "escape": ("themes: \x1b[31m\n", 3, 9, "onzichtbaar stuurteken (U+001B)"),
    "NUL written out": ('themes: ["a\\0b"]\n', 3, 10, "onzichtbaar stuurteken (U+0000)"),
    "half a sign written out": ('themes: ["a\\uD800b"]\n', 3, 10, "onzichtbaar stuurteken (U+D800)"),
    "a name turned around": ('"a\\u202Eb": 1\n', 3, 1, "onzichtbaar stuurteken (U+202E)"),
    "text turned around": ("themes: a\u202eb\n", 3, 10, "onzichtbaar stuurteken (U+202E)"),
    "too deep": (f"themes: {'[' * 5000}\n", 3, 21, "dit zit te diep in elkaar."),
    "too many values": (f"themes: [{'a,' * MAX_VALUES}]\n", 3, None, "het bestand bevat te veel waarden."),
    "an address of the platform": (None, 2, 17, "het adres “inloggen” is van het platform zelf."),
}


@pytest.mark.parametrize("wrong", CORPUS)
def test_a_fault_is_told_in_dutch_at_its_place(wrong: str) -> None:
    rest, line, column, words = CORPUS[wrong]
    text = HEAD + rest if rest is not None else HEAD.replace("proef,", "inloggen,")
    with pytest.raises(CannotRead) as caught:
        read_network_file(text.encode())
    first = caught.value.faults[0]
    assert words in first.text
    assert first.line == line
    assert column is None or first.column == column
    assert str(first).startswith(f"Regel {line}, kolom {first.column}: ")


def test_the_corpus_is_large_enough() -> None:
    assert len(CORPUS) >= 15


def test_every_unknown_reference_of_an_initiative_is_told_at_once() -> None:
    rest = CORPUS["an initiative of an unknown theme and partner"][0]
    with pytest.raises(CannotRead) as caught:
        read_network_file((HEAD + str(rest)).encode())
    assert [fault.text.split("“")[1][0] for fault in caught.value.faults] == ["t", "p", "q", "r"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Regel 1, kolom 1: het bestand is leeg."),
        (b"  \n\n", "het bestand is leeg."),
        (b"# alleen een opmerking\n", "het bestand bevat alleen opmerkingen."),
        (b"format: schakel-network/1\nnetwork: {name: Caf\xe9}\n", "Regel 2, kolom 20: dit is geen UTF-8."),
        (b"\xff\xfef\x00o\x00", "Regel 1, kolom 1: dit is geen UTF-8."),
        (b"x" * (MAX_BYTES + 1), "dit bestand is groter dan 1 MB"),
        (b"een zin", "hier hoort een blok met namen te staan, en er staat tekst."),
        (b"- a\n- b\n", "hier hoort een blok met namen te staan, en er staat een lijst."),
        (b"format: schakel-network/9\n", "Kies uit: schakel-network/1."),
    ],
)
def test_a_file_that_is_no_network_file_at_all(data: bytes, words: str) -> None:
    with pytest.raises(CannotRead, match="Regel") as caught:
        read_network_file(data)
    assert words in str(caught.value)


def test_a_file_with_a_byte_order_mark_and_windows_lines_is_read() -> None:
    data = b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode()
    assert read_network_file(data).slug == "proef"


def test_a_file_that_is_not_there_says_so(tmp_path) -> None:
    with pytest.raises(CannotRead, match="dit bestand kan niet gelezen worden"):
        open_network_file(tmp_path / "niets.yaml")
    with pytest.raises(CannotRead, match="dit bestand kan niet gelezen worden"):
        open_network_file(tmp_path)
