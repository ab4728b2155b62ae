"""Reading the code for whatever writes to the database, and for what an action does beside its write.

A write is seen by what is called: `save`, `create`, `update` with values by name, `add` on a relation, SQL that is no
question. Names are followed through our own modules, so that an action may leave its question of permission or its
line in the journal to a function that it calls.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

#: Called on anything, these write: nothing else in our code has methods of these names.
ALWAYS = frozenset(
    {
        *("save", "asave", "save_base", "create", "acreate", "create_user", "create_superuser"),
        *("bulk_create", "abulk_create", "bulk_update", "abulk_update"),
        *("get_or_create", "aget_or_create", "update_or_create", "aupdate_or_create"),
        *("aupdate", "delete", "adelete", "_raw_delete", "raw", "executemany"),
    }
)
#: Sets have these too: they write when they are called on a relation of one of our models.
ON_RELATIONS = frozenset({"add", "aadd", "set", "aset", "remove", "aremove", "clear", "aclear"})
QUESTION = re.compile(r"\s*(select|with|show)\b", re.IGNORECASE)
CHANGE = re.compile(r"\b(insert\s+into|update\s+\w|delete\s+from|truncate|merge\s+into)", re.IGNORECASE)
WHY_NOT = re.compile(r"why_not(_|$)")

#: What of ours a name stands for: the module and the name in it; no name when it is the module itself.
Target = tuple[str, str]


def written_in(tree: ast.AST, relations: frozenset[str]) -> Iterator[str]:
    """Name every write in a piece of code, as it stands there."""
    for node in ast.walk(tree):
        is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_method and _writes(node, node.func, relations):
            yield f"{ast.unparse(node.func)}(…)"


def _writes(call: ast.Call, called: ast.Attribute, relations: frozenset[str]) -> bool:
    if called.attr in ALWAYS:
        return True
    if called.attr == "update":
        # A queryset takes values by name only; a set, a digest or a dictionary takes something in front.
        return not call.args
    if called.attr in ON_RELATIONS:
        return isinstance(called.value, ast.Attribute) and called.value.attr in relations
    return called.attr == "execute" and not _is_question(call)


def _is_question(call: ast.Call) -> bool:
    """Whether SQL only asks; SQL that is not written out here is not believed."""
    first = call.args[0] if call.args else None
    parts = first.values if isinstance(first, ast.JoinedStr) else [first]
    written = [one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return (
        bool(written) and bool(QUESTION.match(written[0])) and not any(CHANGE.search(one) for one in written)
    )


class House:
    """Modules with actions, by name, with the text of each; other modules of ours are names in them."""

    def __init__(self, sources: Mapping[str, str], relations: frozenset[str]) -> None:
        self.relations = relations
        self.imported: dict[str, dict[str, Target]] = {}
        self.pieces: dict[Target, Piece] = {}
        for name, text in sources.items():
            tree = ast.parse(text)
            self.imported[name] = dict(_imports(tree, sources))
            for node in tree.body:
                for title in _titles(node):
                    self.pieces[name, title] = Piece(self, name, node)

    def actions_of(self, package: str) -> dict[str, Target]:
        """The actions of a package: what its front door names; without one, every public function in it."""
        homes = {name: self._home(target) for name, target in self.imported[package].items()}
        named = {name: home for name, home in homes.items() if home[0].startswith(f"{package}.")}
        return named or {
            f"{module}.{title}".removeprefix(f"{package}."): (module, title)
            for (module, title), piece in self.pieces.items()
            if (module == package or module.startswith(f"{package}."))
            and isinstance(piece.node, ast.FunctionDef)
            and not title.startswith("_")
        }

    def reached_from(self, target: Target) -> set[Target]:
        """A function and everything of ours that it leads to, refusals and models left out."""
        found: set[Target] = set()
        waiting = [target]
        while waiting:
            one = waiting.pop()
            if one not in found and one in self.pieces:
                found.add(one)
                waiting += self.pieces[one].names
        return found

    def faults(self, target: Target) -> list[str]:
        """What an action that writes leaves out: its transaction, the question who may, its line in the journal."""
        reached = [self.pieces[one] for one in self.reached_from(target) if ".actions" in one[0]]
        if not any(one.writes for one in reached):
            return []
        found = [] if self.pieces[target].is_atomic else ["transaction"]
        if not any(one.asks_who for one in reached):
            found.append("permission")
        if not any(("schakel.journal.actions", "record") in one.names for one in reached):
            found.append("journal")
        return found

    def meant_by(self, module: str, node: ast.AST) -> Target | None:
        """What of ours a name in a module stands for, or None."""
        if isinstance(node, ast.Name):
            if (module, node.id) in self.pieces:
                return module, node.id
            target = self.imported[module].get(node.id)
            return self._home(target) if target else None
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            whole = self.imported[module].get(node.value.id)
            if whole is not None and not whole[1]:
                return self._home((whole[0], node.attr))
        return None

    def _home(self, target: Target) -> Target:
        """Where something is made: the front door of a package only passes it on."""
        module, name = target
        while name and (module, name) not in self.pieces and name in self.imported.get(module, {}):
            module, name = self.imported[module][name]
        return module, name


@dataclass(eq=False)
class Piece:
    """A function of ours, or a table in which functions stand."""

    house: House
    module: str
    node: ast.stmt

    @cached_property
    def is_atomic(self) -> bool:
        """Whether it is one transaction from its first line to its last."""
        decorators = getattr(self.node, "decorator_list", [])
        return any(ast.unparse(one).startswith("transaction.atomic") for one in decorators)

    @cached_property
    def writes(self) -> bool:
        """Whether it writes itself."""
        return any(True for _ in written_in(self.node, self.house.relations))

    @cached_property
    def names(self) -> set[Target]:
        """What of ours it names."""
        nodes = [one for one in ast.walk(self.node) if isinstance(one, ast.Name | ast.Attribute)]
        return {target for one in nodes if (target := self.house.meant_by(self.module, one))}

    @cached_property
    def asks_who(self) -> bool:
        """Whether it asks if this person may: a refusal from `permissions`, or one that is told who acts."""
        for call in ast.walk(self.node):
            if isinstance(call, ast.Call) and WHY_NOT.match(ast.unparse(call.func).split(".")[-1]):
                home = self.house.meant_by(self.module, call.func)
                passed = [*call.args, *(one.value for one in call.keywords)]
                if (home and ".permissions" in home[0]) or any(ast.unparse(one) == "by" for one in passed):
                    return True
        return False


def _imports(tree: ast.Module, sources: Mapping[str, str]) -> Iterator[tuple[str, Target]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for one in node.names:
                whole = f"{node.module}.{one.name}"
                target = (whole, "") if whole in sources else (node.module, one.name)
                if target[0].startswith("schakel."):
                    yield one.asname or one.name, target


def _titles(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        yield from (one.id for one in node.targets if isinstance(one, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
