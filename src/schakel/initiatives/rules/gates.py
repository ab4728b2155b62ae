"""The gates, who decides there, and the verdicts with what each of them needs (section 5.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.rules.following import HALTABLE
from schakel.initiatives.rules.stages import (
    ACTIVE,
    MAX_PARKED_MONTHS,
    STOPPABLE,
    Stage,
    months_later,
)


class Gate(TextChoices):
    """A moment of decision about an initiative; the value is also the type of the decision in governance."""

    P0 = "p0", _("P0 Ontvankelijk")
    P1 = "p1", _("P1 Screening")
    P2 = "p2", _("P2 Na verkenning")
    P3 = "p3", _("P3 Start")
    P4 = "p4", _("P4 Doorgaan")
    P5 = "p5", _("P5 Borgen")
    P6 = "p6", _("P6 Decharge")
    PX = "px", _("PX Tussentijds")


QUESTION = {
    Gate.P0: _("Is dit iets voor ons en is het duidelijk?"),
    Gate.P1: _("Is dit het onderzoeken waard?"),
    Gate.P2: _("Is dit een plan waard?"),
    Gate.P3: _("Beginnen we hier samen aan?"),
    Gate.P4: _("Werkt het?"),
    Gate.P5: _("Kan dit vast onderdeel worden van de gewone zorg?"),
    Gate.P6: _("Is het klaar en blijft het zo?"),
    Gate.PX: _("Moet er iets veranderen buiten de gewone poorten om?"),
}

#: The gate that an initiative in this stage comes to next.
GATE_OF = {
    Stage.SUBMITTED: Gate.P0,
    Stage.SCREENING: Gate.P1,
    Stage.EXPLORATION: Gate.P2,
    Stage.PREPARATION: Gate.P3,
    Stage.AWAITING_FUNDING: Gate.P3,
    Stage.PILOT: Gate.P4,
    Stage.EXECUTION: Gate.P5,
    Stage.EMBEDDING: Gate.P6,
    Stage.PARKED: Gate.PX,
}

#: Who decides when a network has said nothing else; in words, for the page. The mandates decide in the end.
DECIDES = {
    Gate.P0: _("de netwerkmanager, namens de groep"),
    Gate.P1: _("de themagroep"),
    Gate.P2: _("de themagroep"),
    Gate.P3: _("de themagroep tot het bedrag van het mandaat, daarboven het bestuurlijk platform"),
    Gate.P4: _("de themagroep"),
    Gate.P5: _("de themagroep, met aanvaarding door elke partner"),
    Gate.P6: _("de opdrachtgever"),
    Gate.PX: _("de groep die erover gaat"),
}


class Need(StrEnum):
    """Something a verdict cannot do without; the value is the name of the field on the form."""

    BODY = "body"
    THEME = "theme"
    REFERRED_TO = "referred_to"
    MERGED_INTO = "merged_into"
    PUBLIC_REASON = "public_reason"
    WAKE_ON = "wake_on"
    EXPLORER = "explorer"
    DUE_ON = "due_on"
    LEAD = "lead"
    COMMISSIONER = "commissioner"
    PHASE = "phase"
    CONDITIONS = "n_conditions"
    FUNDING_LINE = "funding_line"
    EXTENDED_TO = "extended_to"


LACKS = {
    Need.BODY: _("Kies de groep die hierover gaat."),
    Need.THEME: _("Kies een thema."),
    Need.REFERRED_TO: _("Schrijf naar wie u dit idee doorstuurt."),
    Need.MERGED_INTO: _("Kies het initiatief waar dit bij hoort."),
    Need.PUBLIC_REASON: _("Schrijf de reden op. De indiener leest die als eerste, daarna iedereen."),
    Need.WAKE_ON: _("Kies de dag waarop dit terugkomt op de agenda."),
    Need.EXPLORER: _("Kies wie de verkenning doet."),
    Need.DUE_ON: _("Kies wanneer de verkenning klaar is."),
    Need.LEAD: _("Kies wie de trekker wordt."),
    Need.COMMISSIONER: _("Schrijf wie de opdracht geeft."),
    Need.PHASE: _("Kies fase 1 (snel resultaat) of fase 2 (groter effect)."),
    Need.EXTENDED_TO: _("Kies tot wanneer de voorwaarden uitstel krijgen."),
    Need.FUNDING_LINE: _("Kies op welke geldstroom dit wacht."),
    Need.CONDITIONS: _("Schrijf ten minste één voorwaarde op, met een eigenaar en een datum."),
}


@dataclass(frozen=True)
class Verdict:
    """One possible outcome of a gate.

    moves_to: the stages it can lead to; empty when the stage stays as it is.
    past: how the story tells it ("gaat op verkenning").
    """

    code: str
    label: str
    past: str
    moves_to: frozenset[Stage] = frozenset()
    needs: frozenset[Need] = frozenset()
    kind: str = ""

    @property
    def stays(self) -> bool:
        """The stage does not change: only the decider, the date or the checklist does."""
        return not self.moves_to


def _verdict(
    code: str, label: str, past: str, to: Stage | set[Stage] | None = None, *needs: Need, kind: str = ""
) -> Verdict:
    moves_to = frozenset() if to is None else frozenset({to} if isinstance(to, Stage) else to)
    return Verdict(code, label, past, moves_to, frozenset(needs), kind)


_PARK = _verdict(
    "park", _("Zet in de wacht"), _("staat in de wacht"), Stage.PARKED, Need.WAKE_ON, Need.PUBLIC_REASON
)
_STOP = _verdict("stop", _("Stop"), _("is gestopt"), Stage.STOPPED, Need.PUBLIC_REASON)
_ESCALATE = _verdict("escalate", _("Leg voor aan het bestuur"), _("gaat naar het bestuur"))

VERDICTS: dict[Gate, tuple[Verdict, ...]] = {
    Gate.P0: (
        _verdict(
            "screen", _("Neem in behandeling"), _("wordt beoordeeld"), Stage.SCREENING, Need.BODY, Need.THEME
        ),
        _verdict(
            "refer",
            _("Stuur door"),
            _("is doorgestuurd"),
            Stage.REFERRED,
            Need.REFERRED_TO,
            Need.PUBLIC_REASON,
        ),
        _verdict(
            "merge",
            _("Voeg samen"),
            _("is samengevoegd"),
            Stage.MERGED,
            Need.MERGED_INTO,
            Need.PUBLIC_REASON,
        ),
    ),
    Gate.P1: (
        _verdict("explore", _("Verken"), _("wordt verkend"), Stage.EXPLORATION, Need.EXPLORER, Need.DUE_ON),
        _verdict(
            "direct_assignment",
            _("Maak er direct een procesopdracht van"),
            _("wordt een procesopdracht"),
            Stage.PREPARATION,
            Need.LEAD,
            Need.COMMISSIONER,
            kind="process_assignment",
        ),
        _PARK,
        _verdict("reject", _("Wijs af"), _("gaat niet door"), Stage.REJECTED, Need.PUBLIC_REASON),
        _ESCALATE,
    ),
    Gate.P2: (
        _verdict(
            "prepare_assignment",
            _("Bereid voor als procesopdracht"),
            _("wordt voorbereid als procesopdracht"),
            Stage.PREPARATION,
            Need.LEAD,
            Need.COMMISSIONER,
            kind="process_assignment",
        ),
        _verdict(
            "prepare_project",
            _("Bereid voor als project"),
            _("wordt voorbereid als project"),
            Stage.PREPARATION,
            Need.LEAD,
            Need.COMMISSIONER,
            Need.PHASE,
            kind="project",
        ),
        _verdict("redo", _("Terug naar de screening"), _("gaat terug naar de screening"), Stage.SCREENING),
        _verdict(
            "explored",
            _("Onderzocht, geen vervolg"),
            _("is onderzocht en krijgt geen vervolg"),
            Stage.EXPLORED,
            Need.PUBLIC_REASON,
        ),
        _PARK,
        _STOP,
        _ESCALATE,
    ),
    Gate.P3: (
        _verdict("start", _("Ga door"), _("gaat van start"), {Stage.PILOT, Stage.EXECUTION}),
        _verdict(
            "start_with_conditions",
            _("Ga door, met voorwaarden"),
            _("gaat van start, met voorwaarden"),
            {Stage.PILOT, Stage.EXECUTION},
            Need.CONDITIONS,
        ),
        _verdict(
            "await_funding",
            _("Goed plan, wacht op geld"),
            _("wacht op geld"),
            Stage.AWAITING_FUNDING,
            Need.FUNDING_LINE,
        ),
        _verdict("redo", _("Pas het plan aan"), _("krijgt een aangepast plan")),
        _PARK,
        _STOP,
        _ESCALATE,
    ),
    Gate.P4: (
        _verdict("go", _("Ga door met invoeren"), _("wordt ingevoerd"), Stage.EXECUTION),
        _verdict(
            "go_with_conditions",
            _("Ga door met invoeren, met voorwaarden"),
            _("wordt ingevoerd, met voorwaarden"),
            Stage.EXECUTION,
            Need.CONDITIONS,
        ),
        _verdict("adjust", _("Pas het plan aan"), _("gaat terug naar het plan"), Stage.PREPARATION),
        _PARK,
        _STOP,
        _ESCALATE,
    ),
    Gate.P5: (
        _verdict("embed", _("Maak het gewoon werk"), _("wordt vast onderdeel"), Stage.EMBEDDING),
        _verdict("continue", _("Voer nog verder in"), _("wordt nog verder ingevoerd")),
        _PARK,
        _STOP,
        _ESCALATE,
    ),
    Gate.P6: (
        _verdict("discharge", _("Verleen decharge"), _("is klaar"), Stage.FINISHED),
        _verdict("not_yet", _("Nog niet klaar"), _("is nog niet klaar")),
        _verdict(
            "not_embedded", _("Terug naar de invoering"), _("gaat terug naar de invoering"), Stage.EXECUTION
        ),
        _PARK,
        _STOP,
        _ESCALATE,
    ),
    Gate.PX: (
        _verdict("resume", _("Hervat"), _("gaat verder"), set(ACTIVE)),
        _verdict("uphold", _("Bezwaar gegrond"), _("wordt opnieuw beoordeeld"), Stage.SCREENING),
        _verdict("lift", _("Hef de noodstop op"), _("gaat weer verder")),
        _verdict(
            "extend",
            _("Geef uitstel voor de voorwaarden"),
            _("krijgt uitstel voor de voorwaarden"),
            None,
            Need.EXTENDED_TO,
        ),
        _verdict(
            "change_scope",
            _("Verander de opdracht"),
            _("krijgt een andere opdracht"),
            None,
            Need.PUBLIC_REASON,
        ),
        _verdict("reopen", _("Open opnieuw"), _("gaat terug naar de borging"), Stage.EMBEDDING),
        _PARK,
        _STOP,
    ),
}

#: The stages in which a PX verdict makes sense.
PX_STAGES = {
    "resume": frozenset({Stage.PARKED}),
    "uphold": frozenset({Stage.REJECTED}),
    "reopen": frozenset({Stage.FINISHED}),
    "lift": HALTABLE,
    "extend": ACTIVE,
    "change_scope": frozenset({Stage.PILOT, Stage.EXECUTION}),
    "park": ACTIVE,
    "stop": STOPPABLE,
}


def verdict(gate: Gate, code: str) -> Verdict | None:
    """Return the verdict of a gate by its code, or None when the gate does not know it."""
    return next((one for one in VERDICTS[Gate(gate)] if one.code == code), None)


#: The verdicts by which work goes on. While a condition is late, or the work lies still, they wait.
FORWARD = frozenset(
    {"start", "start_with_conditions", "await_funding", "go", "go_with_conditions", "embed", "discharge"}
)


def gate_of(stage: Stage, *, is_light: bool = False) -> Gate | None:
    """Return the gate that comes next: a process assignment goes from execution straight to its discharge."""
    return Gate.P6 if is_light and stage == Stage.EXECUTION else GATE_OF.get(stage)


def gates_for(stage: Stage, *, is_light: bool = False) -> list[Gate]:
    """Return the gates at which a body can decide about an initiative in this stage; P0 is delegated, so not here."""
    own = gate_of(stage, is_light=is_light)
    gates: list[Gate] = [] if own is None or own in {Gate.P0, Gate.PX} else [own]
    if any(stage in stages for stages in PX_STAGES.values()):
        gates.append(Gate.PX)
    return gates


def verdicts_for(gate: Gate, stage: Stage, *, is_light: bool = False) -> tuple[Verdict, ...]:
    """Return the verdicts that this gate offers to an initiative in this stage."""
    if gate == Gate.PX:
        return tuple(one for one in VERDICTS[Gate.PX] if stage in PX_STAGES[one.code])
    offered = VERDICTS[gate] if gate_of(stage, is_light=is_light) == gate else ()
    return tuple(one for one in offered if (one.code, stage) not in _NOT_HERE)


#: While a plan waits for money it stands, and what is being introduced cannot go back to being introduced.
_NOT_HERE = {("redo", Stage.AWAITING_FUNDING), ("not_embedded", Stage.EXECUTION)}


@dataclass(frozen=True)
class Terms:
    """What was filled in beside a verdict; each name is that of a ``Need``, and only whether it is there counts."""

    body: object = None
    theme: object = None
    referred_to: str = ""
    merged_into: object = None
    public_reason: str = ""
    wake_on: date | None = None
    explorer: object = None
    due_on: date | None = None
    lead: object = None
    commissioner: str = ""
    phase: int | None = None
    n_conditions: int = 0
    funding_line: object = None
    extended_to: date | None = None


def missing_terms(one: Verdict, terms: Terms, *, today: date) -> dict[str, str]:
    """Say for each field what a verdict still lacks or what is wrong with it; empty when it can be given."""
    lacks = {}
    for need in sorted(one.needs):
        value = getattr(terms, need.value)
        if not (value.strip() if isinstance(value, str) else value):
            lacks[need.value] = str(LACKS[need])
    if Need.WAKE_ON in one.needs and terms.wake_on:
        if terms.wake_on <= today:
            lacks["wake_on"] = str(_("Kies een dag na vandaag."))
        elif terms.wake_on > months_later(today, MAX_PARKED_MONTHS):
            lacks["wake_on"] = str(_("Kies een dag binnen twaalf maanden. Langer parkeren kan niet."))
    if Need.DUE_ON in one.needs and terms.due_on and terms.due_on <= today:
        lacks["due_on"] = str(_("Kies een dag na vandaag."))
    if Need.EXTENDED_TO in one.needs and terms.extended_to and terms.extended_to <= today:
        lacks["extended_to"] = str(_("Kies een dag na vandaag."))
    if Need.PHASE in one.needs and terms.phase not in {None, 1, 2}:
        lacks["phase"] = str(LACKS[Need.PHASE])
    return lacks


def destination(
    one: Verdict, *, stage: Stage, return_stage: str, is_project: bool, needs_pilot: bool
) -> Stage:
    """Return the stage that a verdict leads to; the present stage when it stays.

    Start goes to the pilot when a project has one, else straight to execution. Resume goes to the remembered stage.
    """
    if one.stays:
        return stage
    if one.code == "resume":
        return Stage(return_stage)
    if one.code in {"start", "start_with_conditions"}:
        return Stage.PILOT if is_project and needs_pilot else Stage.EXECUTION
    return next(iter(one.moves_to))
