"""The chain in its three forms, and the table."""

from typing import Any

from django.utils.translation import gettext_lazy as _

STEPS = (
    _("Idee"), _("Screening"), _("Verkenning"), _("Plan"), _("Pilot"), _("Invoering"), _("Borging"), _("Klaar"),
)  # fmt: skip
GATES = ("", "P0", "P1", "P2", "P3", "P4", "P5", "P6")
STATES = ("done", "done", "done", "now", "next", "", "", "")
COUNTS = (3, 3, 2, 2, 2, 2, 0, 3)

CHAIN: dict[str, Any] = {
    "steps": [
        {"label": label, "gate": gate, "state": state}
        for label, gate, state in zip(STEPS, GATES, STATES, strict=True)
    ],
    "told": [
        {"label": label, "gate": gate, "state": "unknown" if nr < 4 else "done" if nr == 4 else ""}
        for nr, (label, gate) in enumerate(zip(STEPS, GATES, strict=True))
    ],
    "counts": [
        {"label": label, "count": count, "href": "#keten" if count else ""}
        for label, count in zip(STEPS, COUNTS, strict=True)
    ],
    "parked": [
        {"label": label, "gate": gate, "state": "done" if nr < 2 else ""}
        for nr, (label, gate) in enumerate(zip(STEPS, GATES, strict=True))
    ],
}

CARD: dict[str, Any] = {
    "title": _("Beweegmaatje na ontslag"),
    "href": "#bord",
    "meta": _("Ouder worden\u00a0· Wijkzorg"),
    "state": "partly",
    "word": _("Toezegging Lindehof open"),
}

COLUMNS: list[dict[str, Any]] = [
    {
        "label": _("Idee"),
        "count": 2,
        "cards": [
            {
                **CARD,
                "title": _("Samen eten in de buurt"),
                "state": "not_begun",
                "word": _("Antwoord vóór 2 dec"),
            },
            {
                **CARD,
                "title": _("App voor jonge mantelzorgers"),
                "state": "late",
                "word": _("Antwoord 9 werkdagen te laat"),
            },
        ],
    },
    {
        "label": _("Screening"),
        "gate": "P0",
        "count": 1,
        "cards": [
            {**CARD, "title": _("Eén telefoonnummer na een beroerte"), "word": _("Score: 3 van 5 klaar")}
        ],
    },
    {"label": _("Verkenning"), "gate": "P1", "count": 0, "cards": []},
    {
        "label": _("Plan"),
        "gate": "P2",
        "count": 14,
        "cards": [CARD],
        "more": _("Nog 13 initiatieven"),
        "more_href": "#bord",
    },
    {
        "label": _("Pilot"),
        "gate": "P3",
        "count": 1,
        "cards": [
            {**CARD, "title": _("Beeldbellen met de ambulance"), "state": "ready", "word": _("Op schema")}
        ],
    },
]

TABLE_COLUMNS: list[dict[str, Any]] = [
    {"label": _("Initiatief")},
    {"label": _("Nummer")},
    {"label": _("Thema")},
    {"label": _("Stap")},
    {"label": _("Gevraagd"), "num": True},
    {"label": _("Stand")},
]

TABLE_ROWS: list[dict[str, Any]] = [
    {
        "cells": [
            {"text": _("Beweegmaatje na ontslag"), "href": "#tabel"},
            {"label": _("Nummer"), "text": "I-2026-004", "no": True},
            {"label": _("Thema"), "text": _("Ouder worden")},
            {"label": _("Stap"), "text": _("Plan")},
            {"label": _("Gevraagd"), "text": "€\u00a062.000", "num": True},
            {"label": _("Stand"), "state": "partly"},
        ]
    },
    {
        "cells": [
            {"text": _("App voor jonge mantelzorgers"), "href": "#tabel"},
            {"label": _("Nummer"), "text": "I-2026-018", "no": True},
            {"label": _("Thema"), "text": _("Jeugd")},
            {"label": _("Stap"), "text": _("Idee")},
            {"label": _("Gevraagd"), "text": "\u2013", "num": True},
            {"label": _("Stand"), "state": "late", "word": _("Antwoord 9 werkdagen te laat")},
        ]
    },
]
