"""The values that machine code finds in the bytes of XES are those of the walk through its elements."""

from unittest.mock import patch
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.eventlog.machine_code import compiled, plain
from schakel.methods.eventlog.sources import xes, xes_bytes
from schakel.methods.eventlog.sources.xes_bytes import OddName, Scanner, is_utf8

NEEDED = ["case:id", "concept:name", "time", "case:urgency", "é"]
#: Signs that XML may hold, with those that are easily taken for something else.
TEXTS = st.text(st.sampled_from("ab<>&\"'/=!?-]é💛 \t\n\rx0"), max_size=6)
KEYS = st.sampled_from([*NEEDED, "id", "urgency", "case:concept:name", "other", "", "value", "key"])


@st.composite
def values(draw, depth=1):
    """One attribute, now and then with attributes in it, or without a value, or with its words in another order."""
    kind = draw(st.sampled_from(["string", "date", "int", "container"]))
    said = [
        f"key={quoteattr(draw(KEYS))}",
        f"value={quoteattr(draw(TEXTS))}",
        f'keys="{draw(st.sampled_from("ab"))}"',
    ]
    said = draw(st.permutations(said))[: draw(st.integers(1, 3))]
    blank = draw(st.sampled_from([" ", "  ", "\n\t"]))
    begin = f"<{kind}{blank}{blank.join(said)}"
    if depth == 0 or draw(st.booleans()):
        return begin + draw(st.sampled_from(["/>", " />", f"></{kind}>", f">\n</{kind} >"]))
    return f"{begin}>{draw(values(depth - 1))}</{kind}>"


BETWEEN = st.sampled_from(
    ["", "", "\n", "<!-- <event> -->", "<!---->", "<?p > ?>", "<?p?>", "<![CDATA[<event/>]]>", "text"]
)


@st.composite
def logs(draw):
    """A XES file: globals, traces with attributes, events with attributes, and what XML allows in between."""
    parts = [
        '<?xml version="1.0"?><log><global scope="event"><string key="concept:name" value="no"/></global>'
    ]
    for _ in range(draw(st.integers(0, 4))):
        parts += ["<trace>", *draw(st.lists(values(), max_size=2))]
        for _ in range(draw(st.integers(0, 4))):
            inner = [draw(BETWEEN), *draw(st.lists(values(), max_size=4)), draw(BETWEEN)]
            parts += draw(
                st.sampled_from(
                    [["<event>", *inner, "</event>"], ["<event/>"], ["<event >", *inner, "</event >"]]
                )
            )
        parts += [draw(BETWEEN), "</trace>"]
    return "".join([*parts, "</log>"]).encode()


def walked(content: bytes) -> list[list[str]]:
    """What the walk through the elements finds."""
    found: list[dict[str, str]] = []
    parser = xes.parser_of()
    parser.StartElementHandler, parser.EndElementHandler = xes.handlers(frozenset(NEEDED), found)
    parser.Parse(content, True)
    return [[event.get(name, "") for name in NEEDED] for event in found]


def scanned(content: bytes, size: int) -> list[list[str]]:
    """What machine code finds, in pieces of so many bytes."""
    scanner = Scanner(NEEDED, sorted(xes._WHOLE))
    found = [scanner.found(content[at : at + size]) for at in range(0, len(content), size)]
    n, values = sum(one[0] for one in found), zip(*(one[1] for one in found), strict=True)
    if not n:
        return []
    rows = list(zip(*(xes_bytes.texts(column).to_list() for column in values), strict=True))
    assert len(rows) == n
    return [list(row) for row in rows]


@pytest.mark.parametrize("made", [plain, compiled])
@given(content=logs(), size=st.integers(1, 400))
def test_both_find_the_same_events_however_the_file_is_cut(made, content, size):
    with patch.object(xes_bytes, "compiled", made):
        assert scanned(content, size) == walked(content)


def test_a_name_with_an_entity_is_left_to_the_walk():
    content = b'<log><trace><event><string key="concept&#58;name" value="a"/></event></trace></log>'
    assert walked(content) == [["", "a", "", "", ""]]
    with pytest.raises(OddName):
        scanned(content, 1_000)


def file_of(tmp_path, n, last=""):
    """A log with two columns and so many events, the last of them with something odd."""
    events = [f'<event><string key="concept:name" value="{at}&amp;"/></event>' for at in range(n)]
    path = tmp_path / "log.xes"
    path.write_text(
        f'<log><trace><string key="id" value="c"/>{"".join(events)}{last}</trace></log>', encoding="utf-8"
    )
    return path


def rows_of(path):
    """Line, case and activity of every event."""
    batches = list(xes.XesSource(path).batches(["case:id", "concept:name"]))
    return [row for batch in batches for row in batch.frame.select("line", "case:id", "concept:name").rows()]


@pytest.mark.parametrize("last", ["", '<event><string key="concept&#58;name" value="odd"/></event>'])
def test_a_large_file_is_found_in_bytes_and_what_is_odd_in_it_by_the_walk(tmp_path, monkeypatch, last):
    path = file_of(tmp_path, 2_500, last)
    expected = rows_of(path)
    assert (len(expected), expected[41]) == (2_500 + bool(last), (42, "c", "41&"))
    monkeypatch.setattr(xes, "WORTH_BYTES", 0)
    monkeypatch.setattr(xes, "BATCH", 1_000)
    monkeypatch.setattr(xes, "CHUNK", 10_000)
    scans = []
    monkeypatch.setattr(
        Scanner, "found", lambda self, piece, plain=Scanner.found: scans.append(1) or plain(self, piece)
    )
    assert rows_of(path) == expected
    assert len(scans) > 10


@pytest.mark.parametrize(
    ("head", "well"),
    [
        (b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>', True),
        (b"<?xml version='1.0' encoding = 'iso-8859-1'?>", False),
        (b"\n <log>", True),
        ("<log>".encode("utf-16"), False),
        ("<log>".encode("utf-16-le"), False),
    ],
)
def test_only_utf8_is_looked_for_in_bytes(head, well):
    assert is_utf8(head) is well
