"""A workbook comes in: first a dry run, then all of it or nothing, through the ordinary actions."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from schakel.exchange import actions, queries
from schakel.exchange.models import WorkbookImport
from schakel.governance.models import Body, Mandate, Seat
from schakel.initiatives.models import Initiative
from schakel.journal.models import Entry
from schakel.methods.workbooks import write_workbook
from schakel.network.models import Network, Partner, Theme
from schakel.network.rules import Role
from schakel.people.models import Person
from schakel.tenancy.context import person as looking_as
from schakel.web.refusal import Refused
from tests.factories.network import make_area, make_member, make_partner
from tests.factories.workbooks import SMALL, bring_in, check, faults, make_workbook

pytestmark = pytest.mark.django_db


def made(found: WorkbookImport) -> dict[str, tuple[int, int, int]]:
    """How many are new, changed and the same, for each sheet."""
    return {
        sheet["title"]: (len(sheet["made"]), sheet["n_changed"], sheet["n_same"])
        for sheet in found.outcome["sheets"]
    }


def test_a_dry_run_tells_what_would_be_made_and_makes_nothing(network: Network, manager: Person) -> None:
    with looking_as(manager.pk):
        found = check(network, manager, make_workbook(**SMALL))
        assert found.is_right, faults(found)
        assert found.filename == "proef.xlsx"
        assert made(found) == {
            "Partners": (3, 0, 0),
            "Groepen": (2, 0, 0),
            "Zetels": (3, 0, 0),
            "Projecten": (2, 0, 0),
        }
        assert found.outcome["themes"] == ["Ouderenzorg"]
        assert found.outcome["n_examples"] == 1
        for model in (Partner, Body, Seat, Theme, Initiative):
            assert not model.objects.of(network).exists()


def test_bringing_in_makes_everything_as_the_manager_and_records_it(
    network: Network, manager: Person
) -> None:
    with looking_as(manager.pk):
        found = bring_in(network, manager, **SMALL)
        assert found.done_at is not None
        assert found.pages == []
        partners = {row.slug: row for row in Partner.objects.of(network)}
        assert {key: row.status for key, row in partners.items()} == {
            "zo": "partner",
            "huisartsen-oost": "partner",
            "gast": "participant",
        }
        group = Body.objects.of(network).select_related("parent", "theme").get(slug="ouderen")
        assert (group.parent.slug, group.theme.slug) == ("platform", "ouderenzorg")
        seats = {row.name: row for row in Seat.objects.of(network)}
        assert seats["Voorzitter"].is_chair
        assert seats["Huisartsen Oost"].partner == partners["huisartsen-oost"]
        assert not seats["alle huisartsen"].is_voting
        assert Entry.objects.filter(person_id=manager.pk, verb="brought in").count() == 1
        assert Entry.objects.filter(person_id=manager.pk, verb="added").exists()


def test_a_running_project_comes_in_as_history_and_no_gate_is_ready(
    network: Network, manager: Person
) -> None:
    with looking_as(manager.pk):
        bring_in(network, manager, **SMALL)
        runs, old = Initiative.objects.of(network).order_by("-title").select_related("theme", "body")
        assert (runs.stage, runs.source, runs.is_historic) == ("execution", "Excel-import", True)
        assert (runs.started_on, runs.started_precision) == (date(2024, 1, 1), "year")
        assert (runs.theme.slug, runs.body.slug) == ("ouderenzorg", "ouderen")
        assert {row.partner.slug for row in runs.taking_part.select_related("partner")} == {
            "zo",
            "huisartsen-oost",
        }
        assert (old.stage, old.public_reason, old.started_precision) == (
            "stopped",
            "Te weinig mensen",
            "month",
        )
        assert runs.moved_by is None


def test_a_project_that_began_since_the_network_works_here_is_no_history(
    manager: Person, network: Network
) -> None:
    today = timezone.localdate()
    for began, words in (
        (today.isoformat(), "met Schakel. Wat daarna gebeurde"),
        ("", "Schrijf op wanneer dit was"),
        (f"{today:%Y}", "begon dit netwerk met Schakel|met Schakel. Wat daarna gebeurde"),
    ):
        sheets = {**SMALL, "projecten": [{**SMALL["projecten"][0], "Begonnen": began}]}
        with looking_as(manager.pk):
            found = check(network, manager, make_workbook(**sheets))
            assert not found.is_right
        assert re.search(words, str(faults(found)))


def test_bodies_of_a_new_network_get_the_default_mandates_and_the_page_says_so(
    network: Network, manager: Person
) -> None:
    with looking_as(manager.pk):
        found = bring_in(network, manager, **SMALL)
        assert found.outcome["defaults"] == ["mandaten van Platform", "mandaten van Ouderen"]
        assert all("Standaard" in row.note for row in Mandate.objects.of(network))


def test_the_same_workbook_again_changes_nothing(network: Network, manager: Person) -> None:
    with looking_as(manager.pk):
        bring_in(network, manager, **SMALL)
        again = bring_in(network, manager, **SMALL)
        assert again.outcome["is_without_effect"]
        assert made(again) == {
            "Partners": (0, 0, 3),
            "Groepen": (0, 0, 2),
            "Zetels": (0, 0, 3),
            "Projecten": (0, 0, 2),
        }


def test_what_came_in_already_is_not_looked_at_again(network: Network, manager: Person) -> None:
    with looking_as(manager.pk):
        done = bring_in(network, manager, **SMALL)
        n_looks = Entry.objects.filter(verb="checked").count()
        again = actions.check(done, by=manager, tell=lambda _row: pytest.fail("it was tried again"))
        assert (again.outcome, again.done_at) == (done.outcome, done.done_at)
        assert Entry.objects.filter(verb="checked").count() == n_looks


def test_only_what_was_changed_in_the_workbook_changes(network: Network, manager: Person) -> None:
    with looking_as(manager.pk):
        bring_in(network, manager, **SMALL)
        found = bring_in(
            network,
            manager,
            partners=[
                {"Sleutel": "zo", "Naam": "Ziekenhuis Oost-Nederland", "Soort organisatie": "ziekenhuis"}
            ],
            projecten=[{"Titel": "Oud plan", "Stand": "Afgerond"}],
        )
        assert made(found)["Partners"] == (0, 1, 0)
        assert found.outcome["sheets"][0]["changed"] == [
            "partners zo, naam: “Ziekenhuis Oost” → “Ziekenhuis Oost-Nederland”"
        ]
        assert found.outcome["deviating"] == ["initiatief oud-plan, stand: stopped; in het bestand finished"]
        assert Partner.objects.of(network).count() == 3


def test_rows_may_refer_to_what_is_only_in_the_platform(network: Network, manager: Person) -> None:
    make_area(network, "almelo", name="Almelo")
    make_partner(network, "dimence", name="Dimence")
    with looking_as(manager.pk):
        bring_in(
            network, manager, groepen=[{"Naam": "Wijkgroep", "Soort groep": "taakgroep", "Gebied": "almelo"}]
        )
        bring_in(
            network,
            manager,
            partners=[{"Naam": "Post Noord", "Soort organisatie": "thuiszorg", "Hoort bij": "Dimence"}],
            zetels=[{"Groep": "Wijkgroep", "Partner": "Dimence"}],
            projecten=[
                {
                    "Titel": "Vast punt",
                    "Stand": "Pilot",
                    "Begonnen": 2024,
                    "Uitgevoerd door": "Dimence",
                    "Gebieden": "Almelo",
                }
            ],
        )
        assert Partner.objects.of(network).get(slug="post-noord").member_of.slug == "dimence"
        assert Seat.objects.of(network).get(body__slug="wijkgroep").body.area.slug == "almelo"
        assert Initiative.objects.of(network).get().areas.get().slug == "almelo"


def test_the_network_as_a_workbook_comes_in_again_without_any_change(
    network: Network, manager: Person
) -> None:
    make_area(network, "almelo", name="Almelo")
    sheets = {name: [dict(row) for row in rows] for name, rows in SMALL.items()}
    sheets["partners"] += [
        {
            "Naam": "=Kliniek",
            "Soort organisatie": "thuiszorg",
            "Sleutel": "kliniek",
            "Partner sinds": date(2020, 2, 3),
            "Gebieden": "Almelo",
            "KvK-nummer": 12345678,
            "AGB-code": "01 23.45-67",
        },
        {
            "Naam": "Post",
            "Soort organisatie": "thuiszorg",
            "Hoort bij": "=Kliniek",
            "Toelichting": "-2 graden",
            "Gebieden": "almelo",
        },
        {
            "Naam": "Weg",
            "Soort organisatie": "wonen",
            "Status": "uitgetreden",
            "Uitgetreden op": "03-02-2021",
        },
    ]
    sheets["projecten"] += [
        {
            "Titel": "Vervolg",
            "Stand": "Pilot",
            "Begonnen": 2025,
            "Vervolg op": "Oud plan",
            "Gebieden": "Almelo",
        }
    ]
    with looking_as(manager.pk):
        first = bring_in(network, manager, **sheets)
        assert first.done_at, faults(first)
        out = write_workbook(queries.filled_workbook(manager, network), title="uit", made_at=first.done_at)
        assert "'=Kliniek" in [row[2] for row in load_workbook(io.BytesIO(out))["Partners"].values]
        again = actions.bring_in(check(network, manager, out), by=manager)
        assert again.outcome["is_without_effect"], again.outcome
        assert again.outcome["deviating"] == []
        kliniek = Partner.objects.of(network).get(slug="kliniek")
        assert kliniek.name == "=Kliniek"
        assert (kliniek.organisation.kvk_number, kliniek.organisation.agb_code) == ("12345678", "01234567")
        placed = Partner.objects.of(network).filter(areas__slug="almelo").order_by("slug")
        assert [one.slug for one in placed] == ["kliniek", "post"]


def test_the_empty_template_has_nothing_to_bring_in(network: Network, manager: Person) -> None:
    data = write_workbook(
        queries.empty_workbook(),
        title="leeg",
        made_at=datetime(2026, 1, 1),
    )
    with looking_as(manager.pk):
        found = check(network, manager, data)
    assert found.outcome["general"] == ["Er is nog niets ingevuld. Vul eerst regels in onder de voorbeelden."]


def test_who_is_no_manager_sends_nothing_and_reads_why(network: Network) -> None:
    reader = make_member(network, Role.READER)
    with looking_as(reader.pk), pytest.raises(Refused, match="Alleen de netwerkmanager"):
        check(network, reader, make_workbook(**SMALL))


def test_what_no_longer_fits_when_it_is_brought_in_is_told_and_nothing_is_written(
    network: Network, manager: Person
) -> None:
    with looking_as(manager.pk):
        found = check(
            network,
            manager,
            make_workbook(
                partners=[{"Naam": "Zorg", "Soort organisatie": "thuiszorg"}],
                groepen=[{"Naam": "G", "Soort groep": "panel", "Gebied": "x"}],
            ),
        )
        assert faults(found) == [("Groepen", 2, "F", "“x” staat niet in Schakel.")]
        with pytest.raises(Refused, match="fouten"):
            actions.bring_in(found, by=manager)
    make_area(network, "wijk", name="Wijk")
    with looking_as(manager.pk):
        right = check(
            network,
            manager,
            make_workbook(
                partners=[{"Naam": "Zorg", "Soort organisatie": "thuiszorg"}],
                groepen=[{"Naam": "G", "Soort groep": "panel", "Gebied": "Wijk"}],
            ),
        )
        assert right.is_right
        WorkbookImport.objects.filter(pk=right.pk).update(
            pages=[
                [
                    title,
                    [[n, [["s", "Elders"] if c == ["s", "Wijk"] else c for c in cells]] for n, cells in rows],
                ]
                for title, rows in right.pages
            ]
        )
        late = actions.bring_in(right, by=manager)
        assert (late.done_at, late.is_right) == (None, False)
        assert not Partner.objects.of(network).exists()


def test_a_refusal_of_an_action_stands_at_its_row(network: Network, manager: Person) -> None:
    make_partner(network, "kring", name="Kring")
    with looking_as(manager.pk):
        found = check(
            network,
            manager,
            make_workbook(
                groepen=[{"Naam": "G", "Soort groep": "panel"}],
                zetels=[
                    {"Groep": "G", "Partner": "Kring", "Voorzitter": "ja", "Zetel": "een"},
                    {"Groep": "G", "Partner": "Kring", "Voorzitter": "ja", "Zetel": "twee"},
                ],
            ),
        )
    assert faults(found) == [("Zetels", 3, "G", "Een gremium heeft één voorzitter.")]


def test_an_upload_is_seen_by_nobody_else(network: Network, manager: Person) -> None:
    other = make_member(network, Role.MANAGER)
    with looking_as(manager.pk):
        check(network, manager, make_workbook(**SMALL))
    with looking_as(other.pk):
        assert not WorkbookImport.objects.exists()


@pytest.mark.slow
def test_many_rows_on_four_sheets_come_in_together(network: Network, manager: Person) -> None:
    """More rows than go without a job, on every sheet."""
    sheets = {
        "partners": [{"Naam": f"Organisatie {n}", "Soort organisatie": "thuiszorg"} for n in range(80)],
        "groepen": [
            {"Naam": "Platform", "Soort groep": "bestuurlijk platform"},
            *({"Naam": f"Groep {n}", "Soort groep": "taakgroep"} for n in range(8)),
        ],
        "zetels": [{"Groep": f"Groep {n % 8}", "Partner": f"Organisatie {n}"} for n in range(72)],
        "projecten": [
            {
                "Titel": f"Project {n}",
                "Stand": "Uitvoering",
                "Begonnen": 2024,
                "Deden mee": f"Organisatie {n}",
            }
            for n in range(40)
        ],
    }
    data = make_workbook(**sheets)
    with looking_as(manager.pk):
        found = check(network, manager, data)
        assert actions.bring_in(found, by=manager).done_at
        assert Partner.objects.of(network).count() == 80


def test_a_row_costs_few_questions(network: Network, manager: Person) -> None:
    """About seven for each row: what it asks, makes and tells the journal; no savepoint around each.

    A project asks one more: which of the network's own lists of gates it keeps.
    """
    n = 12
    rows: dict[str, list[dict[str, Any]]] = {
        "partners": [{"Naam": f"Partner {i}", "Soort organisatie": "thuiszorg"} for i in range(n)],
        "groepen": [{"Naam": f"Groep {i}", "Soort groep": "taakgroep"} for i in range(n)],
        "zetels": [{"Groep": f"Groep {i}", "Partner": f"Partner {i}"} for i in range(n)],
        "projecten": [
            {"Titel": f"Project {i}", "Stand": "Uitvoering", "Begonnen": 2024, "Deden mee": f"Partner {i}"}
            for i in range(n)
        ],
    }
    with looking_as(manager.pk), CaptureQueriesContext(connection) as asked:
        assert check(network, manager, make_workbook(**rows)).is_right
    assert len(asked) < (7 * 4 + 1) * n + 90
