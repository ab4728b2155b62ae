"""A report as one page that stands alone: the picture of the chain, and every number of it in tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from schakel.web.chain_map import Line, draw, time_words
from schakel.web.formats import number

#: Rows of a table; the rest is in the JSON.
MOST_ROWS = 200
STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.55 system-ui, sans-serif; color: #2b2620; background: #fbf8f1; margin: 0; }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.9rem; margin: 0 0 .25rem; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; }
p { max-width: 46rem; margin: .4rem 0; }
.figures { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 1.2rem 0; padding: 0; list-style: none; }
.figures b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; } svg { min-width: 46rem; width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .35rem .7rem; border-bottom: 1px solid #e2dac9; white-space: nowrap; }
th:first-child, td:first-child, th.word, td.word { text-align: left; white-space: normal; }
thead th { border-bottom: 2px solid #2b2620; }
@media print { body { background: #fff; } main { padding: 0; } }
"""
LINK_HEADS = (
    "van",
    "naar",
    "overdrachten",
    "helft binnen",
    "80 % binnen",
    "90 % binnen",
    "gemiddeld",
    "overlap",
)
NORM_HEADS = (
    "fase",
    "organisatie",
    "klaar",
    "mediaan (d)",
    "binnen norm",
    "wacht nu",
    "waarvan te lang",
    "geschat (d)",
)
UNITS = {
    "days": "kalenderdagen",
    "workdays": "werkdagen",
    "hours": "uur",
    "workhours": "uur op werkdagen",
}
LINK_NORM_HEADS = ("van", "naar", "norm", "wachttijden", "op tijd", "te laat", "oordeel")


def page(answer: dict[str, Any], *, title: str) -> str:
    """The whole page in HTML; nothing in it is fetched from elsewhere and nothing in it runs."""
    has_links = bool(answer["links"])
    rows = answer["links"] if has_links else answer["arcs"]
    lines = [Line(row["from"], row["to"], row["n"], row["p50_s"]) for row in rows if row["from"] != row["to"]]
    what = "organisaties" if has_links else "stappen"
    parts = [
        f"<h1>{escape(title)}</h1><p>Gebeurtenissen tot en met {escape(_day(answer['cut_off']))}.</p>",
        _figures(answer),
        f'<h2>De keten</h2><div class="scroll">{draw(lines, title=f"Overdrachten tussen {what}")}</div>',
        "<p>Hoe breder een lijn, hoe meer overdrachten. Het getal is de wachttijd die de helft niet overschrijdt.</p>",
        f"<h2>Wachten tussen {what}</h2>",
        _table(LINK_HEADS, [_link_cells(row) for row in rows[:MOST_ROWS]], n_words=2),
        _norms(answer["norms"]),
        _link_norms(answer["link_norms"]),
        _waiting(answer["waiting_now"]),
        "<h2>Hoe is geteld</h2>",
        *(f"<p>{escape(sentence)}</p>" for sentence in remarks(answer)),
    ]
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>{''.join(parts)}</main></body></html>\n"
    )


def remarks(answer: dict[str, Any]) -> list[str]:
    """What a reader has to know of the numbers: ties, overlaps, rejected rows, and how quantiles are taken."""
    said = []
    share = answer["ties"]["share"]
    if share:
        said.append(
            f"Bij {number(share * 100, 1)} % van de opeenvolgende stappen is het tijdstip gelijk."
            " Hun volgorde is die van het bronbestand."
        )
    if answer["overlaps"]:
        said.append(
            f"{number(answer['overlaps'], 0)} keer begon een stap voor de vorige klaar was. Dat is geen"
            " wachten: het staat apart en telt in geen gemiddelde mee."
        )
    if answer["handovers_unknown"]:
        said.append(
            f"Bij {number(answer['handovers_unknown'], 0)} stappen is niet bekend welke organisatie het was."
        )
    if answer["rejected"]:
        said.append(
            f"Van {number(answer['read'], 0)} regels zijn er {number(answer['rejected'], 0)} niet gebruikt;"
            " zie rejected.csv."
        )
    said.append(
        "Wachten loopt van het einde van een stap tot het begin van de volgende, in verstreken tijd. Grenzen zoals"
        " 80 % zijn exact, recht tussen twee waarden in."
    )
    return said


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}-{int(month)}-{year}"


def _figures(answer: dict[str, Any]) -> str:
    through = answer["throughput"]
    items = [
        (number(answer["events"], 0), "gebeurtenissen"),
        (number(answer["cases"], 0), "zaken"),
        (number(answer["organisations"], 0), "organisaties"),
        (number(answer["handovers"], 0), "overdrachten"),
        (time_words(through["p50_s"]), "doorlooptijd, helft binnen"),
        (time_words(through["p90_s"]), "doorlooptijd, 90 % binnen"),
    ]
    return f'<ul class="figures">{"".join(f"<li><b>{value}</b>{words}</li>" for value, words in items)}</ul>'


def _link_cells(row: dict[str, Any]) -> list[str]:
    waits = [time_words(row[name]) for name in ("p50_s", "p80_s", "p90_s", "mean_s")]
    return [row["from"], row["to"], number(row["n"], 0), *waits, number(row["overlaps"], 0)]


def _norms(rows: Sequence[dict[str, Any]]) -> str:
    if not rows:
        return ""
    cells = []
    for row in rows:
        organisation = "alle" if row["organisation"] == "all" else row["organisation"]
        within = "–" if row["within_norm_pct"] is None else f"{number(row['within_norm_pct'], 1)} %"
        days = [
            "–" if row[name] is None else number(row[name], 1) for name in ("net_median", "km_median_days")
        ]
        counts = [number(row[name], 0) for name in ("completed_n", "waiting_n", "waiting_over_norm_n")]
        cells.append([row["phase"], organisation, counts[0], days[0], within, counts[1], counts[2], days[1]])
    return f"<h2>Tegen de norm</h2>{_table(NORM_HEADS, cells, n_words=2)}"


def _link_norms(rows: Sequence[dict[str, Any]]) -> str:
    if not rows:
        return ""
    note = (
        "<p>Kalenderdagen zijn het verschil van twee datums. Werkdagen: maandag tot en met vrijdag zonder feestdagen,"
        " na de dag van vertrek tot en met die van aankomst. Uren zijn verstreken uren, ook ’s nachts; uren op"
        " werkdagen zijn daarvan die op maandag tot en met vrijdag zonder feestdagen.</p>"
    )
    table = _table(LINK_NORM_HEADS, [norm_cells(row) for row in rows[:MOST_ROWS]], n_words=3)
    return f"<h2>Schakels tegen hun norm</h2>{table}{note}"


def norm_cells(row: dict[str, Any]) -> list[str]:
    """A norm of a link in words, in the order of the heads."""
    most = number(row["norm"], 0 if row["norm"] == int(row["norm"]) else 1)
    norm = f"{most} {UNITS[row['unit']]}, {number(row['percent'], 0)} %"
    share = "–" if row["within_pct"] is None else f"{number(row['within_pct'], 1)} %"
    verdict = {True: "haalt de norm", False: "haalt de norm niet", None: "niemand wachtte"}[row["met"]]
    counts = [number(row[name], 0) for name in ("waits", "over_n")]
    return [row["from"], row["to"], norm, counts[0], share, counts[1], verdict]


def _waiting(rows: Sequence[dict[str, Any]]) -> str:
    if not rows:
        return ""
    heads = ("van", "naar", "wacht nu", "helft al", "langste", "geschatte mediaan")
    cells = [
        [row["from"], row["to"] or "nog niet bekend", number(row["n"], 0)]
        + [time_words(row[name]) for name in ("p50_s", "longest_s", "km_p50_s")]
        for row in rows[:MOST_ROWS]
    ]
    note = "<p>De schatting (Kaplan-Meier) telt wie nog wacht mee; wat al klaar is, alleen dat staat hierboven.</p>"
    return f"<h2>Wacht nu</h2>{_table(heads, cells, n_words=2)}{note}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, n_words: int) -> str:
    """A table of text; the first columns are words, the others numbers."""

    def cells(tag: str, row: Sequence[str]) -> str:
        return "".join(
            f"<{tag}{' class=word' if at < n_words else ''}>{escape(str(cell))}</{tag}>"
            for at, cell in enumerate(row)
        )

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{cells("th", heads)}</tr></thead><tbody>{body}</tbody></table></div>'
