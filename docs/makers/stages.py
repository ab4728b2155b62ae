"""docs/reference/stages.md: the stages of an initiative, the steps and the gates, from the tables in the code."""

from __future__ import annotations

import django


def pages() -> dict[str, str]:
    """The page, as the code is now."""
    django.setup()
    return {"reference/stages.md": "\n".join([*diagram(), *stages(), *gates(), *checklists(), ""])}


def diagram() -> list[str]:
    """The stages and every allowed step as a drawing."""
    from schakel.initiatives.rules import NEXT, Stage

    lines = [
        "# Stages, gates and verdicts",
        "",
        "Made from `NEXT`, `VERDICTS` and the checklists of gates by `make docs`. A step is taken only by a valid",
        "decision; the database refuses any other (trigger `an_initiative_moves_by_a_valid_decision`).",
        "",
        "Left out of the drawing to keep it readable: from every stage that runs an initiative can be *parked* and",
        "come back, and from every one after screening it can be *stopped*.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        "  [*] --> draft",
    ]
    for stage in Stage:
        steps = [to for to in Stage if to in NEXT[stage] and to not in {Stage.PARKED, Stage.STOPPED}]
        if stage not in {Stage.PARKED, Stage.STOPPED}:
            lines += [f"  {stage.value} --> {to.value}" for to in steps]
        if not NEXT[stage] and stage != Stage.STOPPED:
            lines.append(f"  {stage.value} --> [*]")
    return [*lines, "```", ""]


def stages() -> list[str]:
    """Every stage with its words and its normal length."""
    from schakel.initiatives.rules import CHAIN, NEXT, PUBLIC_LABEL, Stage, chain_position
    from schakel.initiatives.rules.stages import NORMAL_MONTHS, NORMAL_WEEKS

    lines = [
        "## Stages",
        "",
        "| stage | exact term | for everyone | place in the chain | normally takes | next |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for stage in Stage:
        term = {"submitted": "10 working days"}.get(stage.value, "")
        term = f"{NORMAL_WEEKS[stage]} weeks" if stage in NORMAL_WEEKS else term
        term = f"{NORMAL_MONTHS[stage]} months" if stage in NORMAL_MONTHS else term
        off = stage in {Stage.PARKED, Stage.STOPPED}
        place = "where it left" if off else str(CHAIN[chain_position(stage) - 1][1])
        following = ", ".join(f"`{to.value}`" for to in Stage if to in NEXT[stage])
        lines.append(
            f"| `{stage.value}` | {stage.label} | {PUBLIC_LABEL[stage]} | {place} | {term} | {following} |"
        )
    return [*lines, ""]


def gates() -> list[str]:
    """Every gate with its question, who decides and what can be decided."""
    from schakel.initiatives.rules import DECIDES, QUESTION, VERDICTS, Gate

    lines = ["## Gates", ""]
    for gate in Gate:
        lines += [f"### {gate.label}", "", f"{QUESTION[gate]} Beslist: {DECIDES[gate]}.", ""]
        if not VERDICTS[gate]:
            lines += ["Not in this release.", ""]
            continue
        lines += ["| verdict | on the screen | leads to | needs |", "| --- | --- | --- | --- |"]
        for one in VERDICTS[gate]:
            to = ", ".join(f"`{stage.value}`" for stage in sorted(one.moves_to)) or "stays"
            to = "the stage it came from" if one.code == "resume" else to
            needs = ", ".join(f"`{need.value}`" for need in sorted(one.needs))
            lines.append(f"| `{one.code}` | {one.label} | {to} | {needs} |")
        lines.append("")
    return lines


def checklists() -> list[str]:
    """Every checklist as the reviewed text has it."""
    from schakel.initiatives.gates import CHECKS, templates
    from schakel.initiatives.rules import editions

    lines = ["## Checklists", "", "From `definitions/gates/*.toml`. Every point computes itself.", ""]
    lines += [
        "An initiative gets the newest edition when it begins and keeps it; somebody moves it on with a reason.",
        "",
        "| edition | since | versions | what is new |",
        "| --- | --- | --- | --- |",
    ]
    for one in editions():
        versions = ", ".join(f"{gate} {version}" for gate, version in one.versions.items())
        lines.append(f"| {one.number} | {one.since} | {versions} | {one.changes} |")
    lines.append("")
    for form in templates():
        track = "light track" if form.track == "light" else "full track"
        lines += [
            f"### {form.gate.upper()}, {track}, version {form.version}",
            "",
            f"Written by: {form.authored_by}. Checked by: {form.checked_by}. Review before {form.review_before}.",
            "",
            "| point | ready when | needed for |",
            "| --- | --- | --- |",
        ]
        for item in form.items:
            what = str(CHECKS[item.check].__doc__).strip().splitlines()[0]
            needed = ", ".join(f"`{code}`" for code in sorted(item.needed_for)) or "advice only"
            lines.append(f"| {item.label} | {what} | {needed} |")
        lines.append("")
    return lines
