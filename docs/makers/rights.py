"""docs/reference/rights.md: who may do what, from the one table of rights in governance."""

from __future__ import annotations

import django


def pages() -> dict[str, str]:
    """The page, as the code is now."""
    django.setup()
    from schakel.governance.permissions import PARTNER_ROLES, RIGHTS, SEAT_ROLES, WORDS, Permission, Role

    lines = [
        "# Who may do what",
        "",
        "Made from `RIGHTS` in `governance/permissions/table.py` by `make docs`. Rights follow from memberships",
        "and seats of today, never from the account. A refusal on the screen is made from the same table.",
        "",
        "| role | in Dutch | comes from | counts |",
        "| --- | --- | --- | --- |",
    ]
    for role in Role:
        origin, where = "membership of the network", "in the whole network"
        if role in SEAT_ROLES:
            origin, where = "a seat", "in the body of that seat"
        elif role in PARTNER_ROLES:
            origin, where = "membership for a partner", "for that partner, where a partner is concerned"
        lines.append(f"| `{role.value}` | {role.label} | {origin} | {where} |")
    lines += [
        "",
        "| permission | in Dutch | " + " | ".join(f"`{role.value}`" for role in Role) + " |",
        "| --- | --- |" + " :-: |" * len(Role),
    ]
    for permission in Permission:
        marks = " | ".join("x" if role in RIGHTS[permission] else "" for role in Role)
        lines.append(f"| `{permission.value}` | {WORDS[permission]} | {marks} |")
    lines += [
        "",
        "Beside the table:",
        "",
        "- A deputy stands in for a member and for the secretary, not for the chair.",
        "- In a body without a secretary the network manager records what happens.",
        "- Votes in writing and consents are given by the person themself, signed in, never on their behalf.",
        "- After the first decision in a network, bodies and mandates change only with a valid decision under them.",
        "",
    ]
    return {"reference/rights.md": "\n".join(lines)}
