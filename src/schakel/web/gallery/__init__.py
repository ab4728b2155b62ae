"""Every component in every state, with content of the made-up network. Only the page of components uses this."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from schakel.web.charts import Part, bars, strip
from schakel.web.gallery.chain import CHAIN, COLUMNS, TABLE_COLUMNS, TABLE_ROWS
from schakel.web.gallery.charts import example_chains, example_on_page
from schakel.web.gallery.forms import sample_forms
from schakel.web.gallery.governing import GOVERNING
from schakel.web.gallery.lists import CHECKS, DOCUMENTS, LISTS, PAPERS
from schakel.web.states import LOOKS

REFUSAL = _(
    "De groep mag tot € 50.000 besluiten; dit plan vraagt € 62.000. Leg het voor aan het bestuurlijk platform."
)


def gallery() -> dict[str, Any]:
    """Give the page of components everything it shows. No database query."""
    return {
        "today": date(2026, 11, 23),
        "refusal": REFUSAL,
        "all_states": list(LOOKS),
        "network": {
            "name": "Zorgnetwerk De Linde",
            "region": _("Lindestreek"),
            "partner_count": 12,
            "slug": "voorbeeld",
            "is_example": True,
        },
        "menu_items": [
            {
                "href": "#menu",
                "word": _("Mijn overzicht"),
                "short": _("Overzicht"),
                "icon": "home",
                "thumb": True,
                "current": "page",
            },
            {"href": "#menu", "word": _("Portfolio"), "icon": "board", "thumb": True},
            {"href": "#menu", "word": _("Besluiten"), "icon": "decision", "thumb": True},
            {"href": "#menu", "word": _("Gremia"), "icon": "body"},
            {
                "href": "#menu",
                "word": _("Dien een idee in"),
                "short": _("Nieuw idee"),
                "icon": "idea",
                "thumb": True,
                "deed": True,
            },
        ],
        "crumbs": [
            {"label": _("Portfolio"), "href": "#kop"},
            {"label": _("Ouder worden"), "href": "#kop"},
            {"label": "I-2026-004"},
        ],
        "view_items": [
            {"label": _("Bord"), "href": "#kop", "current": True},
            {"label": _("Tabel"), "href": "#tabel"},
        ],
        "tab_items": [
            {"label": _("Kern"), "href": "#kop", "current": True},
            {"label": _("Verkenning"), "href": "#kop"},
            {"label": _("Plan"), "href": "#kop"},
            {"label": _("Poort"), "href": "#poort", "count": "2/5"},
        ],
        "checks": CHECKS,
        "documents": DOCUMENTS,
        "papers": PAPERS,
        **LISTS,
        **GOVERNING,
        **_drawings(),
        "board": COLUMNS,
        "table_columns": TABLE_COLUMNS,
        "table_rows": TABLE_ROWS,
        **sample_forms(),
    }


def _drawings() -> dict[str, Any]:
    """Give the drawings: the steps, who said what, and how much in each year."""
    return {
        "chain": CHAIN,
        "control_chart": example_on_page(),
        "drawing": example_on_page(),
        **example_chains(),
        "strip": strip(
            [
                Part("for", 4, _("4 voor")),
                Part("objection", 1, _("1 bezwaar")),
                Part("abstain", 1, _("1 onthouding")),
                Part("against", 1, _("1 tegen")),
                Part("absent", 2, _("2 niet aanwezig")),
            ],
            needed=5,
            needed_words=_("streep: zoveel leden moeten meedoen (5)"),
        ),
        "bars": bars(
            [
                ("2026", Decimal(12_500), "€\u00a012.500"),
                ("2027", Decimal(31_000), "€\u00a031.000"),
            ]
        ),
    }
