"""Gate, decision, body and partner."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from schakel.web.gallery.lists import CHECKS

PROOFS: list[dict[str, Any]] = [
    {"ok": True, "words": _("Mandaat op die dag: beginnen tot € 50.000")},
    {"ok": True, "words": _("Genoeg leden: 7 van 9 zetels, nodig 5")},
    {"ok": True, "words": _("Zonder bezwaar genomen; Lindeblad stemde niet mee")},
]

DECISION: dict[str, Any] = {
    "title": _("Laatste besluit"),
    "number": "B-2026-012",
    "href": "#besluit",
    "state": "go_if",
    "by": _("Themagroep Ouder worden, 15 juni 2026."),
    "conditions": [
        {"state": "met", "text": _("Elk kwartaal cijfers over vallen"), "note": _("op 2 september")},
        {"state": "late", "text": _("Een bewoner in de projectgroep"), "note": _("sinds 1 oktober")},
    ],
    "answer": _("Ja."),
    "proofs": [*PROOFS, {"ok": True, "words": _("Lindeblad gaf akkoord voor eigen geld")}],
    "dossier": "#besluit",
}

GOVERNING: dict[str, Any] = {
    "gate": {
        "title": _("Volgende poort: P3 Start"),
        "question": _("Kan Beweegmaatje na ontslag beginnen?"),
        "ready": 2,
        "total": 5,
        "partly": 1,
        "planned": _("gepland op 14 januari"),
        "checks": CHECKS,
    },
    "gate_deeds": [
        {"label": _("Geef akkoord namens Lindehof"), "href": "#poort"},
        {
            "label": _("Zet op de agenda"),
            "what": _("U kunt dit nog niet op de agenda zetten."),
            "refusal": [
                _("Zorggroep Lindehof gaf nog geen akkoord. Dat kunt u zelf doen."),
                _("Er is nog geen geld voor 2028. Ilse Voorbeeld zoekt het uit."),
            ],
            "help": _("De netwerkmanager zet het op de agenda zodra beide klaar zijn."),
        },
    ],
    "decision": DECISION,
    "provisional": {
        **DECISION,
        "title": _("Besluit onder voorbehoud"),
        "number": "B-2026-031",
        "state": "provisional",
        "conditions": [],
        "answer": _("Nog niet: één akkoord ontbreekt."),
        "proofs": [
            *PROOFS[:2],
            {"ok": False, "words": _("Lindeblad gaf nog geen akkoord voor eigen geld")},
            {"ok": None, "words": _("Bekrachtiging door het platform volgt op 9 december")},
        ],
    },
    "mandates": [
        _("Deze groep mag projecten laten beginnen tot € 50.000, met akkoord van elke partner in het plan.")
    ],
    "seats": [
        {
            "constituency": _("Ouderenzorg"),
            "holder": "Margreet Voorbeeld",
            "deputy": "Tom Voorbeeld",
            "is_chair": True,
            "votes": True,
            "term": _("tot 1 januari 2028"),
        },
        {
            "constituency": _("Huisartsen"),
            "holder": "Ruben Voorbeeld",
            "votes": True,
            "term": _("tot 1 januari 2028"),
        },
        {
            "constituency": _("Ondersteuning"),
            "holder": "Daan Voorbeeld",
            "is_secretary": True,
            "votes": False,
        },
        {"constituency": _("Bewoners"), "is_vacant": True, "votes": True},
    ],
    "free": [
        {"constituency": _("Huisartsenpost"), "votes": True},
        {"constituency": _("Wijkverpleging"), "votes": True},
        {"constituency": _("Gemeenten"), "votes": True, "is_chair": True},
        {"constituency": _("Bureau"), "votes": False},
    ],
    "partner": {
        "name": "Zorggroep Lindehof",
        "href": "#partners",
        "kind": _("Verpleeghuizen en zorg thuis"),
        "state": "partner",
        "since": "2023",
        "seats": 2,
        "promises": [
            {"state": "late", "label": _("Cijfers over vallen"), "note": _("Te laat sinds 1 oktober.")},
            {"state": "confirmed", "label": _("40 uur voor Beweegmaatje")},
        ],
        "initiatives": [
            {"title": _("Beweegmaatje"), "href": "#partners"},
            {"title": _("Nachtzorg delen"), "href": "#partners"},
        ],
        "contact": "Margreet Voorbeeld",
        "deputy": "Tom Voorbeeld",
    },
    "candidate": {
        "name": "Stichting Welzijn Elzenhout",
        "kind": _("Welzijn"),
        "state": "candidate",
        "note": _("Wil weten of het netwerk ook voor jongeren is."),
    },
}
