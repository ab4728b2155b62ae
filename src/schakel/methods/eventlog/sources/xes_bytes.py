"""XES in its bytes: the parser of the standard library sees to it that it is XML, machine code finds the values.

A parser that calls back for each element spends most of its time on those calls. Here it is asked only whether this is
XML; that being so, finding elements is no more than looking for ``<``, ``>`` and quotes. For UTF-8 only: the walk of
``xes.handlers`` finds the same in any encoding, and is what this is held to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from schakel.methods.eventlog.machine_code import compiled

#: Bytes of the marks that are looked for.
_LESS, _MORE, _SLASH, _IS, _BANG, _ASKS, _DASH, _CLOSES, _AND, _QUOTE, _QUOTES = b"<>/=!?-]&'\""
_KEY_SIGNS, _VALUE_SIGNS = tuple(b"key__"), tuple(b"value")
_SPACE = 32
#: Numbers of the names of elements; higher ones are passed by with all that is in them, −1 is none we know.
_EVENT, _TRACE = 0, 1
#: What is known of an element: bounds of its name, of what its ``key`` and its ``value`` say, the place behind it, and
#: whether it closes, stands alone, and has a value.
_NAME, _KEY, _VALUE, _PLACE, _CLOSED, _ALONE, _HAS_VALUE = 0, 2, 4, 6, 7, 8, 9
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")


class OddName(Exception):
    """The name of an attribute is not written as it reads; the slower walk knows what to do."""


def is_utf8(head: bytes) -> bool:
    """Whether a file that begins like this is UTF-8 by its own words.

    >>> is_utf8(b"<?xml version='1.0' encoding='utf-8'?>"), is_utf8(b"<log>"), is_utf8(b"\\xff\\xfe<")
    (True, True, False)
    """
    declared = _DECLARED.match(head)
    if declared:
        return declared[1].lower() in {b"utf-8", b"utf8", b"us-ascii"}
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") and b"\0" not in head


class Scanner:
    """Finds the events in the pieces of one file, each piece after it was seen to be XML.

    needed: the attributes that are wanted, those of a trace with ``case:`` before their name.
    passed: names of elements that hold a value of their own, or are passed by with all that is in them.
    """

    def __init__(self, needed: Sequence[str], passed: Sequence[str]) -> None:
        self._n = len(needed)
        self._elements = _packed(["event", "trace", *passed])
        self._of_event = _packed(needed)
        self._of_trace = _packed([name[5:] if name.startswith("case:") else "\0" for name in needed])
        #: What was not used up of the pieces so far, and the trace they ended in with its values.
        self._rest = b""
        self._trace = [b""] * self._n
        self._in_trace = False

    def found(self, piece: bytes) -> tuple[int, list[bytes]]:
        """How many events end in this piece, and per attribute their values for ``texts``; empty where there is none.

        Raises OddName when the name of an attribute holds an entity or a line end.
        """
        before = b"".join(self._trace)
        data = b"".join((before, self._rest, piece))
        signs = np.frombuffer(data, dtype=np.uint8)
        tags = np.empty((int(np.count_nonzero(signs == _LESS)) + 1, 2), dtype=np.int64)
        tags = tags[: compiled(_tags)(signs, len(before), tags)]
        elements = np.empty((len(tags), _HAS_VALUE + 1), dtype=np.int64)
        compiled(_described)(signs, tags, elements)
        kinds, of_event, of_trace = (
            _which(signs, elements, column, words)
            for column, words in ((_NAME, self._elements), (_KEY, self._of_event), (_KEY, self._of_trace))
        )
        trace = np.zeros((self._n, 2), dtype=np.int64)
        trace[:, 1] = np.cumsum([len(value) for value in self._trace])
        trace[1:, 0] = trace[:-1, 1]
        found = np.zeros((self._n, int(np.count_nonzero(kinds == _EVENT)) + 1, 2), dtype=np.int64)
        n_events, used, self._in_trace = compiled(_walk)(
            elements, kinds, of_event, of_trace, self._in_trace, len(before), trace, found
        )
        self._trace = [data[begin:end] for begin, end in trace.tolist()]
        self._rest = data[used:]
        return n_events, [_joined(signs, values[:n_events]) for values in found]


Words = tuple[NDArray[np.uint8], NDArray[np.int64]]


def _packed(words: Sequence[str]) -> Words:
    """Words behind each other, and where each begins; the last bound is the end."""
    coded = [word.encode() for word in words]
    bounds = np.zeros(len(coded) + 1, dtype=np.int64)
    np.cumsum([len(word) for word in coded], out=bounds[1:])
    return np.frombuffer(b"".join(coded), dtype=np.uint8), bounds


def _which(
    signs: NDArray[np.uint8], elements: NDArray[np.int64], column: int, words: Words
) -> NDArray[np.int64]:
    which = np.empty(len(elements), dtype=np.int64)
    if compiled(_matched)(signs, elements, column, *words, which):
        raise OddName
    return which


def _joined(signs: NDArray[np.uint8], bounds: NDArray[np.int64]) -> bytes:
    """What stands between each pair of bounds, with behind each the sign 0, that no XML holds."""
    joined = np.zeros(int((bounds[:, 1] - bounds[:, 0]).sum()) + len(bounds), dtype=np.uint8)
    compiled(_join)(signs, bounds, joined)
    return joined.tobytes()


def texts(pieces: Sequence[bytes]) -> pl.Series:
    """The values in one or more pieces of the same attribute, as the parser would read them; at least one.

    Many at once, and cut by Polars: a million texts of Python take longer than all else.

    >>> texts([b"a\\0", b"b &amp; c\\0\\0"]).to_list()
    ['a', 'b & c', '']
    """
    text = b"".join(pieces)[:-1].decode()
    if "\n" in text or "\t" in text or "\r" in text:
        # So does XML with line ends and tabs in the value of an attribute.
        text = text.replace("\r\n", " ").translate({9: " ", 10: " ", 13: " "})
    found = pl.Series([text]).str.split("\0").explode()
    if "&" not in text:
        return found
    at = found.str.contains("&", literal=True).arg_true()
    return found.scatter(at, [_ENTITY.sub(_meant, one) for one in found.gather(at).to_list()])


def _meant(entity: re.Match[str]) -> str:
    hexadecimal, decimal, name = entity.groups()
    return _NAMED[name] if name else chr(int(hexadecimal, 16) if hexadecimal else int(decimal))


def _join(signs, bounds, joined):  # type: ignore[no-untyped-def]
    """Copy the signs between each pair of bounds, with one sign 0 behind each."""
    to = 0
    for row in range(len(bounds)):
        for at in range(bounds[row, 0], bounds[row, 1]):
            joined[to] = signs[at]
            to += 1
        to += 1


def _tags(signs, at, tags):  # type: ignore[no-untyped-def]
    """Find the tags that end after a place: where each begins and ends. Returns how many; what is not whole is left."""
    n, size = 0, len(signs)
    while True:
        while at < size and signs[at] != _LESS:
            at += 1
        begin = at
        if at + 3 >= size:
            return n
        if signs[at + 1] == _BANG or signs[at + 1] == _ASKS:
            # A comment, a piece of plain text or a word to a program: until its own end.
            is_word = signs[at + 1] == _ASKS
            last = _ASKS if is_word else _DASH if signs[at + 2] == _DASH else _CLOSES
            at += 3 if is_word else 5
            while at < size and (
                signs[at] != _MORE or signs[at - 1] != last or signs[at - 1 - 1 * (not is_word)] != last
            ):
                at += 1
            continue
        quote = 0
        while at < size and (quote or signs[at] != _MORE):
            if quote:
                quote = 0 if signs[at] == quote else quote
            elif signs[at] == _QUOTE or signs[at] == _QUOTES:
                quote = signs[at]
            at += 1
        if at >= size:
            return n
        tags[n, 0], tags[n, 1] = begin, at
        n += 1


def _described(signs, tags, elements):  # type: ignore[no-untyped-def]
    """What each tag says: the columns of ``elements`` are named above."""
    for row in range(len(tags)):
        at, end = tags[row]
        closes, alone = signs[at + 1] == _SLASH, signs[end - 1] == _SLASH
        found = elements[row]
        found[:] = 0
        found[_NAME], found[_PLACE], found[_CLOSED], found[_ALONE] = at + 1 + closes, end + 1, closes, alone
        at = found[_NAME]
        while at < end and signs[at] > _SPACE and signs[at] != _SLASH:
            at += 1
        found[_NAME + 1] = at
        while at < end:
            while at < end and signs[at] <= _SPACE:
                at += 1
            word = at
            while at < end and signs[at] != _QUOTE and signs[at] != _QUOTES:
                at += 1
            begin = at + 1
            at = begin
            while at < end and signs[at] != signs[begin - 1]:
                at += 1
            is_key, is_value = begin < end, begin < end
            for sign in range(5):
                is_key = is_key and (sign > 2 or signs[word + sign] == _KEY_SIGNS[sign])
                is_value = is_value and signs[word + sign] == _VALUE_SIGNS[sign]
            if is_key and signs[word + 3] <= _IS:
                found[_KEY], found[_KEY + 1] = begin, at
            elif is_value and signs[word + 5] <= _IS:
                found[_VALUE], found[_VALUE + 1], found[_HAS_VALUE] = begin, at, 1
            at += 1


def _matched(signs, elements, column, words, bounds, which):  # type: ignore[no-untyped-def]
    """Put in ``which`` the number of the word that stands between two bounds of each element, −1 when it is no word.

    Returns whether any of them is not written as it reads.
    """
    is_odd = False
    for row in range(len(which)):
        begin, end = elements[row, column], elements[row, column + 1]
        which[row] = -1
        for word in range(len(bounds) - 1):
            same = bounds[word + 1] - bounds[word] == end - begin
            for sign in range(end - begin if same else 0):
                same = same and words[bounds[word] + sign] == signs[begin + sign]
            if same:
                which[row] = word
        for sign in signs[begin:end]:
            is_odd = is_odd or sign == _AND or sign < _SPACE
    return is_odd


def _walk(elements, kinds, of_event, of_trace, in_trace, used, trace, found):  # type: ignore[no-untyped-def]
    """Go through elements and put the bounds of the values of each event in ``found``.

    Returns how many events ended, the place up to which all is used, and whether that is in a trace.
    """
    event = np.zeros_like(trace)
    n_events, inside, in_event = 0, 0, False
    for row in range(len(kinds)):
        kind, element = kinds[row], elements[row]
        closes, opens = element[_CLOSED] == 1, element[_CLOSED] == 0 and element[_ALONE] == 0
        if inside:
            inside += 1 if opens else -1 if closes else 0
        elif kind == _EVENT:
            if not closes:
                event[:] = trace
            if not opens:
                found[:, n_events] = event
                n_events += 1
            in_event = opens
        elif kind == _TRACE:
            if not closes:
                trace[:] = 0
            in_trace = opens
        elif kind > _TRACE:
            inside = 1 if opens else 0
            if element[_HAS_VALUE] and in_event and of_event[row] >= 0:
                event[of_event[row]] = element[_VALUE : _VALUE + 2]
            elif element[_HAS_VALUE] and in_trace and not in_event and of_trace[row] >= 0:
                trace[of_trace[row]] = element[_VALUE : _VALUE + 2]
        if not inside and not in_event:
            used = element[_PLACE]
    return n_events, used, in_trace
