"""The rows of the workbook as the same tree as a network file, each value with its sheet and row as its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from schakel.exchange.meaning import faults_of_meaning
from schakel.exchange.tree import CannotRead, Node
from schakel.exchange.workbook.columns import BODIES, PARTNERS, PROJECTS, SEATS, Take
from schakel.exchange.workbook.rows import Filled, Row, wish
from schakel.exchange.workbook.values import near, plain
from schakel.network.rules import PartnerStatus

#: Addresses that no body can have.
RESERVED = frozenset({"standaard", "wie-mocht-beslissen"})
#: What any organisation may have, also one that is no partner itself.
ANY_FACTS = ("key", "name", "kind", "note", "areas", "kvk", "agb")
MEMBER_FACTS = frozenset({*ANY_FACTS, "within"})
PARTICIPANT_FACTS = frozenset({*ANY_FACTS, "status"})


@dataclass(frozen=True)
class Known:
    """What the platform already has of this network, by key: the facts that a reference needs."""

    network: Mapping[str, str]
    partners: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    bodies: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    initiatives: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    areas: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    themes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def tree_of(filled: Filled, known: Known) -> Node:
    """Check what was filled in and make the tree; raises CannotRead with every fault, in the order of the sheets."""
    builder = _Builder(filled, known)
    root = builder.root()
    seen = {(fault.sheet, fault.line, fault.column) for fault in filled.faults}
    for fault in faults_of_meaning(root):
        if (fault.sheet, fault.line, fault.column) not in seen:
            filled.faults.append(fault)
    if filled.faults:
        raise CannotRead(*set(filled.faults))
    return root


class _Builder:
    """Gives every row its key, finds what each row refers to, and puts the rows in their sections."""

    def __init__(self, filled: Filled, known: Known) -> None:
        self.filled, self.known = filled, known
        self.used: dict[str, set[str]] = defaultdict(set)
        self.new_themes: dict[str, Node] = {}
        self.names: dict[str, dict[str, list[str]]] = {}
        for plan, of in ((PARTNERS, "partners"), (BODIES, "bodies"), (PROJECTS, "initiatives")):
            self.names[of] = self._named(plan, getattr(known, of))
        self.names["areas"] = _by_name(known.areas)

    def root(self) -> Node:
        """The whole tree; what is only known to the platform comes along where something refers to it."""
        partners, participants = self._partners()
        bodies = self._bodies()
        initiatives = self._initiatives()
        self._seats(bodies)
        for of, nodes in (("partners", partners), ("bodies", bodies), ("initiatives", initiatives)):
            here = {*nodes, *(participants if of == "partners" else ())}
            for key in sorted(self.used[of] - here):
                self._bring(of, key, partners if of == "partners" else nodes, participants)
        sections = {
            "format": Node("schakel-network/1", 0, 0),
            "network": _shadow(self.known.network),
            "themes": _list([*self.new_themes.values(), *self._shadows("themes")]),
            "areas": _list(self._shadows("areas")),
            "partners": _list(partners.values()),
            "participants": _list(participants.values()),
            "bodies": _list(bodies.values()),
            "initiatives": _list(initiatives.values()),
        }
        return Node(sections, 0, 0)

    def _bring(self, of: str, key: str, nodes: dict[str, Node], participants: dict[str, Node]) -> None:
        """Bring along something that only the platform knows, so that a reference to it can be followed."""
        facts = dict(getattr(self.known, of)[key])
        within = facts.pop("within", None)
        if of == "partners" and within:
            parent = nodes.get(within) or _shadow(self.known.partners[within], without="within")
            nodes[within] = parent
            members = parent.value.setdefault("members", _list([])).value
            if key not in {member.value["key"].value for member in members}:
                members.append(_shadow(facts, without="status"))
        elif of == "partners" and facts.get("status") == PartnerStatus.PARTICIPANT:
            participants[key] = _shadow(facts, without="status")
        elif key not in nodes:
            nodes[key] = _shadow(facts)

    def _shadows(self, of: str) -> list[Node]:
        return [_shadow(getattr(self.known, of)[key]) for key in sorted(self.used[of])]

    def _named(self, plan: Any, known: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
        """Give every row of a sheet its key, and say which keys a name can mean: rows first, then the platform."""
        in_platform = _by_name(known)
        names: dict[str, list[str]] = defaultdict(list)
        here = set()
        for row in self.filled.rows[plan.title]:
            key_name, name = row.key_name, row.values.get("name", "")
            if key_name not in row.values and name:
                same = in_platform.get(plain(name), [])
                made = same[0] if len(same) == 1 else wish(name)
                if made:
                    row.values[key_name] = made
                elif key_name not in row.wrong:
                    self.filled.wrong(
                        row, key_name, _("van deze naam kunnen wij geen sleutel maken. Vul er een in.")
                    )
            if key_name in row.values:
                here.add(row.values[key_name])
                names[plain(name)].append(row.values[key_name])
        for name, keys in in_platform.items():
            if name not in names:
                names[name] = [key for key in keys if key not in here] or keys
        self.keys = {**getattr(self, "keys", {}), plan.section: here}
        return names

    def find(self, row: Row, name: str, text: str) -> str | None:
        """The key of what a cell refers to, or None after noting why it cannot be found."""
        of = row.plan.cell(name).of
        here = self.keys.get(of, set())
        known = getattr(self.known, of)
        keys = [text] if text in here or text in known else self.names[of].get(plain(text), [])
        if len(set(keys)) > 1:
            words = _("“%(name)s” is de naam van meer dan één regel. Gebruik de sleutel.")
            self.filled.wrong(row, name, words % {"name": text[:60]})
            return None
        if not keys:
            where = {"partners": PARTNERS.title, "bodies": BODIES.title, "initiatives": PROJECTS.title}.get(
                of
            )
            offered = [one["name"] for one in known.values()]
            if where:
                offered += [one.values.get("name", "") for one in self.filled.rows[where]]
                words = _("“%(name)s” staat niet op het blad %(where)s en niet in Schakel.%(near)s")
            else:
                words = _("“%(name)s” staat niet in Schakel.%(near)s")
            facts = {"name": text[:60], "where": where, "near": near(text, filter(None, offered))}
            self.filled.wrong(row, name, words % facts)
            return None
        self.used[of].add(keys[0])
        return keys[0]

    def node(self, row: Row, *names: str) -> Node:
        """A row as a block with the facts that it names; references become keys."""
        node = Node({}, row.number, 1, sheet=row.plan.title)
        for cell in row.plan.cells:
            if cell.name not in names or cell.name not in row.values:
                continue
            value: Any = row.values[cell.name]
            if cell.take is Take.ONE:
                value = self.find(row, cell.name, value)
            elif cell.take is Take.THEME:
                value = self.theme(row, cell.name, value)
            elif cell.take is Take.MANY:
                found = [self.find(row, cell.name, one) for one in value]
                value = [self.at(row, cell.name, key) for key in dict.fromkeys(filter(None, found))]
            if value is not None:
                node.value[cell.name] = self.at(row, cell.name, value)
        return node

    @staticmethod
    def at(row: Row, name: str, value: Any) -> Node:
        """A value at the place of its cell."""
        return Node(value, row.number, row.columns.get(name, 1), sheet=row.plan.title)

    def theme(self, row: Row, name: str, text: str) -> str | None:
        """The theme of a row; a body may bring a new one, a project only uses one that is there."""
        by_name = _by_name(self.known.themes)
        if text in self.known.themes or plain(text) in by_name:
            slug = text if text in self.known.themes else by_name[plain(text)][0]
            self.used["themes"].add(slug)
            return slug
        slug = wish(text)
        if slug in self.new_themes:
            return slug
        if row.plan is BODIES and slug:
            facts = {"slug": self.at(row, name, slug), "name": self.at(row, name, text)}
            self.new_themes[slug] = Node(facts, row.number, row.columns[name], sheet=row.plan.title)
            return slug
        offered = [*(one["name"] for one in self.known.themes.values()), *self._new_theme_names()]
        words = _("er is geen thema “%(name)s”.%(near)s Zet het eerst bij een groep op het blad Groepen.")
        self.filled.wrong(row, name, words % {"name": text[:60], "near": near(text, offered)})
        return None

    def _new_theme_names(self) -> list[str]:
        return [node.value["name"].value for node in self.new_themes.values()]

    def _partners(self) -> tuple[dict[str, Node], dict[str, Node]]:
        """Partners with their members, and participants, by key."""
        partners: dict[str, Node] = {}
        participants: dict[str, Node] = {}
        members: list[tuple[str, Node]] = []
        for row in self.filled.rows[PARTNERS.title]:
            if "key" not in row.values:
                continue
            if "within" in row.values:
                self._only(row, MEMBER_FACTS, _("dit vult u niet in bij een lid onder een partner."))
                within = self.find(row, "within", row.values["within"])
                if within is not None:
                    members.append((within, self.node(row, *ANY_FACTS)))
                continue
            if row.values.get("status") == PartnerStatus.PARTICIPANT:
                self._only(
                    row, PARTICIPANT_FACTS, _("dit vult u niet in bij een deelnemer die geen partner is.")
                )
                _keep(participants, self.node(row, *ANY_FACTS), self.filled, row)
                continue
            self._check_leaving(row)
            names = {cell.name for cell in PARTNERS.cells} - {"within"}
            _keep(partners, self.node(row, *names), self.filled, row)
        for within, node in members:
            parent = partners.get(within)
            if (
                parent is None
                and within in self.known.partners
                and "within" not in self.known.partners[within]
            ):
                parent = partners[within] = _shadow(self.known.partners[within])
            if parent is None:
                self.filled.faults.append(node.fault(_("dit hoort bij iets dat zelf geen partner is.")))
                continue
            parent.value.setdefault("members", _list([])).value.append(node)
        return partners, participants

    def _only(self, row: Row, names: frozenset[str], words: str) -> None:
        for name in set(row.values) - names:
            self.filled.wrong(row, name, words)

    def _check_leaving(self, row: Row) -> None:
        if "left" in row.values and row.values.get("status") != PartnerStatus.LEFT:
            self.filled.wrong(row, "left", _("wie een dag van uittreden heeft, heeft de status uitgetreden."))

    def _bodies(self) -> dict[str, Node]:
        bodies: dict[str, Node] = {}
        for row in self.filled.rows[BODIES.title]:
            if row.values.get("slug") in RESERVED:
                self.filled.wrong(row, "slug", _("deze sleutel is van het platform zelf. Kies een andere."))
            if "slug" in row.values:
                _keep(bodies, self.node(row, *(cell.name for cell in BODIES.cells)), self.filled, row)
        return bodies

    def _seats(self, bodies: dict[str, Node]) -> None:
        """Put every seat under its body, also under one that only the platform knows."""
        seen: dict[tuple[Any, ...], int] = {}
        for row in self.filled.rows[SEATS.title]:
            node = self.node(row, "name", "partner", "constituency", "voting", "chair", "secretary")
            slug = self.find(row, "body", row.values["body"]) if "body" in row.values else None
            partner = node.value["partner"].value if "partner" in node.value else None
            name = row.values.get("name") or row.values.get("constituency") or ""
            if not name and partner is None and "partner" not in row.wrong:
                self.filled.wrong(row, "name", _("zet hier de naam van de zetel, of kies een partner."))
            if slug is None:
                continue
            first = seen.setdefault((slug, partner, plain(name)), row.number)
            if first != row.number:
                words = _("deze zetel staat er al, op rij %(row)d. Geef hem een eigen naam.")
                self.filled.wrong(row, "name", words % {"row": first})
            if slug not in bodies:
                bodies[slug] = _shadow(self.known.bodies[slug])
            bodies[slug].value.setdefault("seats", _list([])).value.append(node)

    def _initiatives(self) -> dict[str, Node]:
        initiatives: dict[str, Node] = {}
        for row in self.filled.rows[PROJECTS.title]:
            if "key" not in row.values:
                continue
            row.values.setdefault("source", _("Excel-import"))
            node = self.node(row, *(cell.name for cell in PROJECTS.cells))
            _keep(initiatives, node, self.filled, row)
        return initiatives


def _keep(nodes: dict[str, Node], node: Node, filled: Filled, row: Row) -> None:
    """Keep a row under its key; a key that was there already is a fault at the second row."""
    name = row.key_name
    key = row.values[name]
    if key in nodes:
        words = _("de sleutel “%(key)s” staat er twee keer; de eerste staat op rij %(row)d.")
        filled.wrong(row, name, words % {"key": key, "row": nodes[key].line})
        return
    nodes[key] = node


def _by_name(known: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for key, facts in known.items():
        names[plain(facts["name"])].append(key)
    return names


def _list(nodes: Any) -> Node:
    return Node(list(nodes), 0, 0)


def _shadow(facts: Mapping[str, Any], *, without: str = "") -> Node:
    """Something that the platform already knows, without a place in the file."""
    return Node({name: Node(value, 0, 0) for name, value in facts.items() if value and name != without}, 0, 0)
