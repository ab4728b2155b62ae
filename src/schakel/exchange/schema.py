"""Checks the shape of a network file against its published JSON Schema, in Dutch and at the place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from schakel.exchange.tree import Fault, Node

SCHEMA_FILE = "network-file.schema.json"


def schema() -> dict[str, Any]:
    """The published schema of the network file."""
    return json.loads(files("schakel.exchange").joinpath(SCHEMA_FILE).read_text("utf-8"))


@cache
def validator() -> Draft202012Validator:
    """The schema, ready to check with."""
    return Draft202012Validator(schema())


def faults_of_shape(root: Node) -> list[Fault]:
    """Everything in the file that the schema does not allow, in the order of the file."""
    found: set[Fault] = set()
    for error in validator().iter_errors(root.plain()):
        found.update(_faults(error, root))
    return sorted(found)


def _faults(error: ValidationError, root: Node) -> Iterator[Fault]:
    """Say one error of the schema in Dutch; one error can have several places."""
    node = root.at(*error.absolute_path)
    if error.validator == "anyOf":
        yield from _faults_of_choice(error, root, node)
    elif error.validator == "additionalProperties":
        known = list(_schema_of(error).get("properties", ()))
        for name, (line, column) in node.keys.items():
            if name not in known:
                yield Fault(line, column, _unknown_name(name, known))
    elif error.validator == "required":
        for name in _asked(error):
            if name not in node.value:
                yield node.fault(_("hier ontbreekt “%(name)s”.") % {"name": name})
    else:
        yield node.fault(_sentence(error))


def _faults_of_choice(error: ValidationError, root: Node, node: Node) -> Iterator[Fault]:
    """Several shapes are allowed: speak about the one whose type fits what was written."""
    kind = _type_of(error.instance)
    branches: dict[int, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(int(inner.relative_schema_path[0]), []).append(inner)
    for number, branch in enumerate(_asked(error)):
        if _allows(branch, kind):
            for inner in branches.get(number, ()):
                yield from _faults(inner, root)
            return
    kinds = [allowed for branch in _asked(error) for allowed in _types(branch)]
    yield node.fault(_wrong_type(kinds, kind))


def _allows(branch: Mapping[str, Any], kind: str) -> bool:
    allowed = _types(branch)
    return kind in allowed or (kind == "integer" and "number" in allowed)


def _types(branch: Mapping[str, Any]) -> list[str]:
    if "$ref" in branch:
        branch = schema()["$defs"][branch["$ref"].rsplit("/", 1)[1]]
    kind = branch.get("type", [])
    return [kind] if isinstance(kind, str) else list(kind)


def _schema_of(error: ValidationError) -> Mapping[str, Any]:
    """The part of the schema that a value does not fit."""
    assert isinstance(error.schema, Mapping), "our schema says nothing with a bare true or false"
    return error.schema


def _asked(error: ValidationError) -> Any:
    """What that part of the schema asks: a type, a limit, a list of names."""
    return error.validator_value


def _sentence(error: ValidationError) -> str:
    value, limit = error.instance, _asked(error)
    if error.validator == "type":
        return _wrong_type([limit] if isinstance(limit, str) else limit, _type_of(value))
    if error.validator in {"enum", "const"}:
        return _unknown_value(value, limit if isinstance(limit, list) else [limit])
    if error.validator == "pattern":
        return _("“%(value)s” is niet %(wanted)s.") % {
            "value": str(value)[:60],
            "wanted": _schema_of(error).get("x-nl", _("goed geschreven")),
        }
    sentences = {
        "minLength": _("dit mag niet leeg zijn."),
        "maxLength": _("dit is te lang: hooguit %(limit)s tekens."),
        "minItems": _("hier hoort minstens %(limit)s in te staan."),
        "maxItems": _("hier staan er te veel in: hooguit %(limit)s."),
        "uniqueItems": _("hier staat iets twee keer in."),
        "minimum": _("dit getal is te klein: minstens %(limit)s."),
        "exclusiveMinimum": _("dit getal is te klein: meer dan %(limit)s."),
        "maximum": _("dit getal is te groot: hooguit %(limit)s."),
    }
    return sentences[str(error.validator)] % {"limit": limit}


def _unknown_name(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    hint = (
        _("Bedoelt u “%(near)s”?") % {"near": near[0]}
        if near
        else _("Bekend zijn: %(known)s.") % {"known": ", ".join(known)}
    )
    return _("“%(name)s” is hier geen bekende naam. %(hint)s") % {"name": name[:60], "hint": hint}


def _unknown_value(value: Any, known: list[Any]) -> str:
    near = get_close_matches(str(value), map(str, known), n=1)
    hint = _("Bedoelt u “%(near)s”? ") % {"near": near[0]} if near else ""
    return _("“%(value)s” kan hier niet. %(hint)sKies uit: %(known)s.") % {
        "value": str(value)[:60],
        "hint": hint,
        "known": ", ".join(map(str, known)),
    }


def _type_of(value: Any) -> str:
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return kinds.get(type(value), "null")


def _wrong_type(wanted: list[str], found: str) -> str:
    words = {
        "string": _("tekst"),
        "integer": _("een geheel getal"),
        "number": _("een getal"),
        "boolean": _("true of false"),
        "array": _("een lijst"),
        "object": _("een blok met namen"),
        "null": _("niets"),
    }
    return _("hier hoort %(wanted)s te staan, en er staat %(found)s.") % {
        "wanted": _(" of ").join(dict.fromkeys(words[kind] for kind in wanted)),
        "found": words[found],
    }
