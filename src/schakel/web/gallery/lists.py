"""Rows, story, facts and figures."""

from datetime import UTC, date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from schakel.web.changes import Change

CHECKS: list[dict[str, Any]] = [
    {
        "state": "missing",
        "label": _("Akkoord van elke partner in het plan"),
        "note": _("Ontbreekt: Zorggroep Lindehof."),
        "who": _("Margreet Voorbeeld, vóór 26 november"),
    },
    {
        "state": "partly",
        "label": _("Geld voor elk jaar"),
        "note": _("Voor 2027 wel, voor 2028 nog niet."),
        "who": _("Ilse Voorbeeld, vóór 15 december"),
    },
    {
        "state": "ready",
        "label": _("Doelen met een maat"),
        "note": _("3 doelen."),
        "href": "#poort",
        "href_label": _("Bekijk"),
    },
    {"state": "ready", "label": _("Een trekker met naam"), "note": "Ilse Voorbeeld."},
    {"state": "not_begun", "label": _("Uitleg voor wie moeilijk leest")},
]

PAPERS: list[dict[str, Any]] = [
    {
        "label": _("Agenda"),
        "kinds": [
            {"label": "Word", "href": "#documenten"},
            {"label": _("PDF"), "href": "#documenten", "is_made": True},
        ],
    },
    {
        "label": _("Alle stukken bij de agenda"),
        "kinds": [{"label": _("PDF"), "href": "#documenten", "is_made": True}],
    },
    {"label": _("Zet in uw agenda (.ics)"), "href": "#documenten"},
]
DOCUMENTS: list[dict[str, Any]] = [
    {
        "title": _("Offerte telefoonlijn"),
        "href": "#rijen",
        "note": _("PDF, 45 kB, versie 2"),
        "who": _("Ilse Voorbeeld, 3 november 2026"),
    },
    {
        "title": _("Verslag werkbezoek"),
        "href": "#rijen",
        "note": _("Word, 1,2 MB"),
        "who": _("Noor Voorbeeld, 12 oktober 2026"),
        "is_withdrawn": True,
        "reason": _("Hierin stonden namen van bewoners."),
    },
]

LISTS: dict[str, Any] = {
    "ledger": [
        {
            "due_on": date(2026, 11, 10),
            "state": "late",
            "title": _("Geef antwoord: App voor jonge mantelzorgers"),
            "href": "#rijen",
            "because": _("De indiener kreeg een antwoord beloofd vóór 10 november."),
            "deed": {"label": _("Geef antwoord"), "href": "#rijen"},
        },
        {
            "due_on": date(2026, 11, 26),
            "state": "ask_consent",
            "title": _("Beweegmaatje na ontslag: mag het beginnen?"),
            "href": "#rijen",
            "because": _(
                "U beslist over de inzet van Zorggroep Lindehof. Zonder uw akkoord begint het niet."
            ),
            "deed": {"label": _("Lees en beslis"), "href": "#rijen"},
        },
        {
            "due_on": date(2026, 11, 30),
            "state": "ask_promise",
            "title": _("Bevestig 60 uur voor Medicatie bij ontslag"),
            "href": "#rijen",
            "because": _("In het plan staan 60 uur van u. Het telt pas als u ja zegt."),
            "deed": {"label": _("Ja, nee of anders"), "href": "#rijen", "quiet": True},
        },
        {
            "due_on": date(2026, 12, 3),
            "state": "ask_score",
            "title": _("Beoordeel: Eén telefoonnummer na een beroerte"),
            "href": "#rijen",
            "because": _("U bent een van vijf beoordelaars. Drie zijn klaar."),
            "deed": {
                "label": _("Geef score"),
                "refusal": _(
                    "U beoordeelt niet uw eigen idee. De vier andere beoordelaars doen dat vóór 3 december."
                ),
            },
        },
    ],
    "shift": [
        {
            "at": datetime(2026, 11, 20, 15, 10, tzinfo=UTC),
            "title": _("Beweegmaatje na ontslag, poort P3"),
            "href": "#rijen",
            "before": _("4 van 7 punten gereed"),
            "after": _("5 van 7 punten gereed"),
            "because": _("Wijkzorg Lindestreek zegde 40 uur toe."),
        },
        {
            "at": datetime(2026, 11, 18, 8, 5, tzinfo=UTC),
            "title": _("I-2026-019: Samen eten in de buurt"),
            "href": "#rijen",
            "after": _("Nieuw idee van een partner"),
            "also": _("antwoord beloofd op 2 december"),
        },
    ],
    "story": [
        {
            "icon": "open",
            "happened_on": date(2027, 1, 14),
            "title": _("Poort P3: mag het beginnen?"),
            "is_ahead": True,
            "text": _("Kan op de agenda als de twee open punten klaar zijn."),
        },
        {
            "icon": "decision",
            "happened_on": date(2026, 6, 15),
            "title": _("Besluit B-2026-012: maak een plan"),
            "who": _("Themagroep Ouder worden"),
            "text": _("Poort P2, met één voorwaarde."),
            "href": "#verhaal",
            "href_label": _("Naar het besluit en het mandaat"),
        },
        {
            "icon": "view",
            "precision": "unknown",
            "title": _("Acht partners gaven hun kijk"),
            "text": _("Zes willen meedoen."),
        },
        {
            "icon": "idea",
            "happened_on": date(2026, 2, 1),
            "precision": "month",
            "title": _("Het idee komt binnen"),
            "text": _("Van Wijkzorg Lindestreek."),
        },
    ],
    "changes": [
        Change(_("Gewijzigd"), _("Artikel 3: Mandaat"), _("Tot € 40.000."), _("Tot € 50.000.")),
        Change(_("Nieuw artikel"), _("Artikel 4: Evaluatie"), "", _("Wij kijken elk jaar terug.")),
        Change(_("Vervallen artikel"), _("Artikel 5: Slot"), _("Getekend in tweevoud."), ""),
    ],
    "finished": [
        {
            "state": "finished",
            "title": _("Dezelfde ontslagbrief voor iedereen"),
            "href": "#klaar",
            "text": _("In gebruik bij elf van de twaalf partners."),
        },
        {
            "state": "stopped",
            "title": _("Dorpsbus naar het ziekenhuis"),
            "href": "#klaar",
            "text": _("De gemeente regelt het vervoer voortaan zelf."),
        },
        {
            "state": "parked",
            "title": _("Nachtzorg delen"),
            "href": "#klaar",
            "text": _("Wacht op de nieuwe aanbesteding, tot 1 maart 2027."),
        },
    ],
    "facts": [
        {"label": _("Stand"), "value": _("Plan in de maak")},
        {"label": _("Opdracht van"), "value": _("Themagroep Ouder worden"), "href": "#kop"},
        {"label": _("Trekker"), "value": "Ilse Voorbeeld"},
        {"label": _("Ingediend"), "value": _("3 februari 2026")},
    ],
    "way": [
        {"label": _("Een idee"), "text": _("Iemand ziet wat beter kan en schrijft dat op.")},
        {"label": _("Een besluit"), "text": _("De groep die dat mag, beslist en zegt waarom.")},
        {"label": _("Zorg die blijft"), "text": _("Werkt het? Dan voeren de partners het in.")},
    ],
    "definitions": [
        {
            "label": _("Probleem"),
            "value": _("Wie na een operatie thuiskomt, beweegt te weinig.\nDaardoor vallen mensen vaker."),
        },
        {"label": _("Voor wie"), "value": ""},
        {
            "label": _("Kijk van Lindehof"),
            "state": "yes",
            "value": _("Wij geven 40 uur per jaar."),
            "note": _("gegeven op 3 mei 2026"),
        },
    ],
    "hits": [
        {
            "href": "#vondsten",
            "icon": "decision",
            "kind": _("Besluit"),
            "number": "B-2026-014",
            "at": date(2026, 11, 12),
            "title": [(_("Eén "), False), (_("verwijzing"), True), (_(" voor de hele wijk"), False)],
            "excerpt": [
                (_("De huisarts schrijft één "), False),
                (_("verwijzing"), True),
                (_("; de wijkverpleging hoort dezelfde dag wie er komt."), False),
            ],
            "state": "valid",
            "label": _("Beweegmaatje na ontslag"),
        },
        {
            "href": "#vondsten",
            "icon": "view",
            "kind": _("Gesprek"),
            "number": "I-2026-014",
            "at": date(2026, 11, 3),
            "title": [(_("Beweegmaatje na ontslag"), False)],
            "excerpt": [
                (_("Wie doet de "), False),
                (_("verwijzingen"), True),
                (_(" in het weekend?"), False),
            ],
            "is_internal": True,
        },
    ],
    "figures": [
        {"value": "12", "label": _("partners")},
        {
            "value": "82",
            "unit": "%",
            "label": _("ideeën met antwoord op tijd"),
            "source": _("18 van 22, sinds januari"),
        },
        {"value": "€\u00a062.000", "label": _("gevraagd voor 2027")},
        {"value": _("nog niet te zeggen"), "label": _("wat het opleverde"), "is_word": True},
    ],
    "entry_columns": [_("teller"), _("noemer")],
    "entry_people": [{"who": _("Ziekenhuis De Linde")}, {"who": _("Wijkzorg Lindestreek")}],
    "entry_lines": [
        {
            "words": "okt 2026",
            "cells": [
                {"name": f"rooster-{at}", "text": text, "label": label, "is_wrong": at > 2}
                for at, (text, label) in enumerate(
                    (
                        ("31", _("Ziekenhuis De Linde, oktober 2026, teller")),
                        ("80", _("Ziekenhuis De Linde, oktober 2026, noemer")),
                        ("90", _("Wijkzorg Lindestreek, oktober 2026, teller")),
                        ("80", _("Wijkzorg Lindestreek, oktober 2026, noemer")),
                    ),
                    start=1,
                )
            ],
            "wrong": [_("Wijkzorg Lindestreek: de teller is groter dan de noemer.")],
        },
    ],
}
