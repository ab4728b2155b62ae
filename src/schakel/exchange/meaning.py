"""Checks what the shape cannot say: keys once, references that exist, trees without loops, days that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from django.utils.translation import gettext as _

from schakel.exchange.tree import Fault, Node
from schakel.network.rules import RESERVED_SLUGS, loops, written_day


def faults_of_meaning(root: Node) -> list[Fault]:
    """Everything that has the right shape and yet cannot be true, in the order of the file."""
    return sorted({*_twice(root), *_unknown(root), *_loops(root), *_days(root), *_alone(root)})


def _list(root: Node, name: str) -> list[Node]:
    return root.value[name].value if name in root.value else []


def _organisations(root: Node) -> Iterator[Node]:
    """Every organisation of the file: partners, the members under them, participants."""
    for partner in _list(root, "partners"):
        yield partner
        yield from _list(partner, "members")
    yield from _list(root, "participants")


def _twice(root: Node) -> Iterator[Fault]:
    """Keys that must be unique within their list, and organisations over the whole file."""
    lists: dict[str, list[Iterable[Node]]] = {
        "key": [
            _organisations(root),
            *(_list(root, name) for name in ("history", "process", "initiatives", "facts")),
        ],
        "slug": [_list(root, name) for name in ("themes", "areas", "bodies", "agreements")],
        "code": [_list(root, "ambitions"), *(_list(one, "criteria") for one in _list(root, "criteria_sets"))],
        "name": [_list(root, "criteria_sets")],
    }
    for field, groups in lists.items():
        for group in groups:
            seen: dict[str, int] = {}
            for item in group:
                node = item.value[field]
                if node.value in seen:
                    yield node.fault(
                        _("“%(key)s” staat er twee keer; de eerste staat op regel %(line)d.")
                        % {"key": node.value, "line": seen[node.value]}
                    )
                seen.setdefault(node.value, node.line)
    for body in [*_list(root, "bodies"), *_list(root, "agreements")]:
        yield from _seats_twice(body)


def _seats_twice(owner: Node) -> Iterator[Fault]:
    """A partner that holds two nameless seats in one body, or is party to an agreement twice."""
    seen: set[str] = set()
    for item in [*_list(owner, "seats"), *_list(owner, "parties")]:
        is_named = isinstance(item.value, dict) and ("name" in item.value or "constituency" in item.value)
        key = _partner_of(item)
        if key is None or is_named:
            continue
        if key.value in seen:
            yield key.fault(_("“%(key)s” staat hier twee keer.") % {"key": key.value})
        seen.add(key.value)


def _partner_of(item: Node) -> Node | None:
    return item.value.get("partner") if isinstance(item.value, dict) else item


def _unknown(root: Node) -> Iterator[Fault]:
    """References to something that is not in the file."""
    partners = {node.value["key"].value for node in _organisations(root)}
    themes = {node.value["slug"].value for node in _list(root, "themes")}
    areas = {node.value["slug"].value for node in _list(root, "areas")}
    bodies = {node.value["slug"].value for node in _list(root, "bodies")}
    agreements = {node.value["slug"].value for node in _list(root, "agreements")}
    ambitions = {node.value["code"].value for node in _list(root, "ambitions")}
    yield from _unknown_areas(root, areas)
    for body in _list(root, "bodies"):
        yield from _missing(body, "theme", themes, _("thema"))
        yield from _missing(body, "area", areas, _("gebied"))
        yield from _missing(body, "parent", bodies, _("gremium"))
    for owner in [*_list(root, "bodies"), *_list(root, "agreements")]:
        for item in [*_list(owner, "seats"), *_list(owner, "parties")]:
            yield from _not_in(_partner_of(item), partners, _("partner of deelnemer"))
    for one in _list(root, "criteria_sets"):
        yield from _missing(one, "agreement", agreements, _("overeenkomst"))
        yield from _missing(one, "theme", themes, _("thema"))
        for criterion in _list(one, "criteria"):
            for code in _list(criterion, "refers_to"):
                yield from _not_in(code, ambitions, _("ambitie"))
    staged = {node.value["key"].value for node in _list(root, "initiatives") if "stage" in node.value}
    for initiative in _list(root, "initiatives"):
        yield from _missing(initiative, "theme", themes, _("thema"))
        yield from _missing(initiative, "body", bodies, _("gremium"))
        yield from _missing(initiative, "successor_of", staged, _("initiatief met een stand (stage)"))
        yield from _missing(initiative, "carried_out_by", partners, _("partner of deelnemer"))
        for name in ("initiators", "participants"):
            for item in _list(initiative, name):
                yield from _not_in(item, partners, _("partner of deelnemer"))


def _unknown_areas(root: Node, areas: set[str]) -> Iterator[Fault]:
    """Areas that something lies, works or takes place in, and that are not in the file."""
    for area in _list(root, "areas"):
        yield from _missing(area, "within", areas, _("gebied"))
    for owner in [*_organisations(root), *_list(root, "initiatives")]:
        for item in _list(owner, "areas"):
            yield from _not_in(item, areas, _("gebied"))


def _missing(node: Node, field: str, known: set[str], word: str) -> Iterator[Fault]:
    yield from _not_in(node.value.get(field), known, word)


def _not_in(node: Node | None, known: set[str], word: str) -> Iterator[Fault]:
    if node is None or node.value in known:
        return
    near = get_close_matches(node.value, known, n=1)
    hint = _(" Bedoelt u “%(near)s”?") % {"near": near[0]} if near else ""
    yield node.fault(
        _("er is in dit bestand geen %(word)s “%(key)s”.%(hint)s")
        % {"word": word, "key": node.value, "hint": hint}
    )


def _loops(root: Node) -> Iterator[Fault]:
    """Areas that lie in each other, bodies above each other, initiatives that follow each other."""
    trees = (
        ("areas", "slug", "within"),
        ("bodies", "slug", "parent"),
        ("initiatives", "key", "successor_of"),
    )
    for name, key, field in trees:
        parents: Mapping[str, str | None] = {
            node.value[key].value: node.value[field].value if field in node.value else None
            for node in _list(root, name)
        }
        places = {node.value[key].value: node.value.get(field) for node in _list(root, name)}
        for loop in loops(parents):
            place = places[loop[0]]
            assert place is not None
            chain = " → ".join([*loop, loop[0]])
            yield place.fault(_("dit draait in een kring: %(chain)s.") % {"chain": chain})


def _days(root: Node) -> Iterator[Fault]:
    """Days that are in no calendar, and terms that end before they begin."""
    for node in _dates(root):
        try:
            written_day(node.value)
        except ValueError:
            yield node.fault(_("de datum “%(day)s” bestaat niet.") % {"day": node.value})
    pairs = [
        *((node, "joined", "left") for node in _list(root, "partners")),
        *((node, "starts", "ends") for node in _list(root, "agreements")),
        *(
            (node.value["grant"], "from", "to")
            for node in _list(root, "initiatives")
            if "grant" in node.value
        ),
    ]
    for node, first, last in pairs:
        if first in node.value and last in node.value:
            try:
                is_wrong = written_day(node.value[last].value).day < written_day(node.value[first].value).day
            except ValueError:
                continue
            if is_wrong:
                yield node.value[last].fault(_("dit eindigt vóór het begint."))


def _dates(root: Node) -> Iterator[Node]:
    fields = {
        "partners": ("joined", "left"),
        "agreements": ("starts", "ends"),
        "criteria_sets": ("valid_from",),
        "history": ("date",),
        "initiatives": ("started",),
    }
    owners = [(node, names) for name, names in fields.items() for node in _list(root, name)]
    owners.append((root.value["network"], ("started",)))
    owners += [
        (party, ("signed_on",)) for one in _list(root, "agreements") for party in _list(one, "parties")
    ]
    owners += [
        (node.value["grant"], ("from", "to")) for node in _list(root, "initiatives") if "grant" in node.value
    ]
    for node, names in owners:
        for name in names:
            if isinstance(node.value, dict) and name in node.value:
                yield node.value[name]


def _alone(root: Node) -> Iterator[Fault]:
    """Things that need each other: a date or a period, a leaving day with a status, a seat with somebody."""
    slug = root.value["network"].value["slug"]
    if slug.value in RESERVED_SLUGS:
        yield slug.fault(_("het adres “%(slug)s” is van het platform zelf.") % {"slug": slug.value})
    for event in _list(root, "history"):
        if ("date" in event.value) == ("period" in event.value):
            yield event.fault(_("hier hoort een datum (date) of een periode (period), één van de twee."))
    for partner in _list(root, "partners"):
        status = partner.value["status"].value if "status" in partner.value else "partner"
        if "left" in partner.value and status != "left":
            yield partner.value["left"].fault(_("wie een dag van uittreden heeft, heeft de status left."))
    for body in _list(root, "bodies"):
        yield from _seats_alone(body)
    for agreement in _list(root, "agreements"):
        for party in _list(agreement, "parties"):
            if isinstance(party.value, dict) and ("signed_on" in party.value) != ("signed_by" in party.value):
                yield party.fault(_("een handtekening heeft een dag (signed_on) én een naam (signed_by)."))
    for one in _list(root, "criteria_sets"):
        yield from _weights_alone(one)


def _weights_alone(one: Node) -> Iterator[Fault]:
    """Criteria that count in a weighed set and have no weight."""
    is_weighed = one.value["kind"].value == "weighed"
    for criterion in _list(one, "criteria"):
        is_knockout = criterion.value["knockout"].value if "knockout" in criterion.value else not is_weighed
        if not is_knockout and "weight" not in criterion.value:
            yield criterion.fault(_("een criterium dat meetelt heeft een gewicht (weight)."))


def _seats_alone(body: Node) -> Iterator[Fault]:
    """A seat of nobody, and a second chair."""
    chairs = 0
    for seat in _list(body, "seats"):
        if not isinstance(seat.value, dict):
            continue
        if not {"partner", "name", "constituency"} & set(seat.value):
            yield seat.fault(_("een zetel heeft een partner, een naam of een achterban (constituency)."))
        chairs += "chair" in seat.value and seat.value["chair"].value
        if chairs > 1 and seat.value.get("chair"):
            yield seat.value["chair"].fault(_("een gremium heeft één voorzitter."))
