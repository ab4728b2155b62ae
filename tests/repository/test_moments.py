"""What a page shows may change by the clock only where the page knows of it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "schakel"
#: What reads for a page. Actions run once and tasks and commands make no pages.
READING = ("queries", "permissions", "models", "rules", "views", "gates")
KNOWING = {"has_come", "good_until"}
#: Filters of the database that compare with a moment.
COMPARING = ("__gt", "__gte", "__lt", "__lte", "__range")
#: Functions that compare with now for what is never on a page that is remembered, with the reason.
NEVER_REMEMBERED = {
    "why_not_restore": "the page of a document is made anew each time",
    "calendar_meetings": "a calendar is a file, made anew each time",
    "_is_recent": "the pages of the work and of a printout are made anew each time",
    "printout_state": "the page of a printout is made anew each time",
    "worker_state": "the page of the work is made anew each time",
}


def names_in(node: ast.AST) -> set[str]:
    return {
        one.id if isinstance(one, ast.Name) else one.attr
        for one in ast.walk(node)
        if isinstance(one, ast.Name | ast.Attribute)
    }


def is_about_now(node: ast.AST) -> bool:
    """Whether a value is now or reckoned from it; what a function makes of now is that function's concern."""
    if isinstance(node, ast.Call):
        return is_about_now(node.func)
    if isinstance(node, ast.Name):
        return node.id == "now"
    if isinstance(node, ast.Attribute):
        return node.attr == "now" or is_about_now(node.value)
    return any(is_about_now(child) for child in ast.iter_child_nodes(node))


def compares_with_now(function: ast.AST) -> bool:
    """Whether a function puts a moment beside now, in Python or in a filter of the database."""
    for node in ast.walk(function):
        if isinstance(node, ast.Compare) and is_about_now(node):
            return True
        if (
            isinstance(node, ast.keyword)
            and (node.arg or "").endswith(COMPARING)
            and is_about_now(node.value)
        ):
            return True
    return False


def reading_functions() -> list[tuple[str, ast.FunctionDef]]:
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        inside = path.relative_to(SOURCE).parts
        if len(inside) > 1 and inside[1].removesuffix(".py") in READING:
            tree = ast.parse(path.read_text())
            found += [
                ("/".join(inside), node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
            ]
    return found


def test_who_compares_a_moment_with_now_tells_the_page() -> None:
    silent = {
        f"{path}: {one.name}"
        for path, one in reading_functions()
        if compares_with_now(one) and not names_in(one) & KNOWING and one.name not in NEVER_REMEMBERED
    }
    assert not silent, "These compare with now; use has_come or good_until of schakel.web.moments"


def test_the_exceptions_are_all_needed() -> None:
    comparing = {one.name for _path, one in reading_functions() if compares_with_now(one)}
    assert set(NEVER_REMEMBERED) <= comparing


@pytest.mark.parametrize(
    ("words", "is_seen"),
    [
        ("def f(a, now):\n    return a.closes_at < now", True),
        ("def f(a):\n    return a.closes_at < timezone.now()", True),
        ("def f(a, now):\n    return M.filter(closes_at__gt=now - HOUR)", True),
        ("def f(a, now):\n    return timezone.localdate(now) < a.held_on", False),
        ("def f(a, now):\n    return why_not_record(a, now) is None", False),
        ("def f(a, today):\n    return a.due_on < today", False),
    ],
)
def test_the_check_sees_what_it_must(words: str, is_seen: bool) -> None:
    assert compares_with_now(ast.parse(words)) == is_seen
