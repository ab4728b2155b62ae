"""The house keeps its own rules: sizes, who may see a page, no inline styles."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "schakel"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(PACKAGE.rglob("*.html"))

#: A longer function needs a reason; each is given here.
LONG_FOR_A_REASON: dict[str, str] = {}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def ids(paths):
    return [str(path.relative_to(PACKAGE)) for path in paths]


@pytest.mark.parametrize("path", MODULES, ids=ids(MODULES))
def test_a_file_is_at_most_500_lines_and_a_function_60(path):
    assert path.read_text().count("\n") <= 500, "split it by concept into a folder of the same name"
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or 0) - node.lineno + 1
            name = f"{path.stem}.{node.name}"
            assert size <= 60 or name in LONG_FOR_A_REASON, f"{name} has {size} lines"


@pytest.mark.parametrize("path", MODULES, ids=ids(MODULES))
def test_every_module_and_public_function_says_what_it_is(path):
    tree = parsed(path)
    if not tree.body:
        return
    assert ast.get_docstring(tree), "the module has no docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


@pytest.mark.parametrize("path", TEMPLATES, ids=ids(TEMPLATES))
def test_templates_hold_no_inline_style_script_or_handler(path):
    text = path.read_text()
    assert not re.search(r"\sstyle=[\"']|<style|\son[a-z]+=[\"']|\|\s*safe\b|autoescape off", text)
    # Data for a script is no script: the content security policy never runs application/json.
    assert not re.search(r"<script(?![^>]*(\bsrc=|type=\"application/json\"))", text)


def test_no_nameless_drawers():
    assert [path for path in MODULES if path.stem in {"utils", "helpers", "services", "misc", "common"}] == []


def patterns(resolver: URLResolver, prefix: str = ""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield prefix + str(entry.pattern), entry.callback


OURS = [(route, view) for route, view in patterns(get_resolver()) if view.__module__.startswith("schakel.")]


@pytest.mark.parametrize(("route", "view"), OURS, ids=[route or "/" for route, _ in OURS])
def test_every_page_says_who_it_is_for(route, view):
    assert getattr(view, "audience", None) in {"public", "signed_in", "members", "demo", "secret_link"}
    if "<slug:network>" in route and getattr(view, "audience", None) == "signed_in":
        pytest.fail("a page of a network is for its members or for everyone")
