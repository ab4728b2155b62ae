"""Loading a file a second time with other facts, and the command around it."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from schakel.exchange.actions import load_network
from schakel.exchange.network_file import read_network_file
from schakel.exchange.report import Report
from schakel.exchange.tree import CannotRead
from schakel.governance import actions as governance_actions
from schakel.governance.models import Body, Seat
from schakel.initiatives.models import Initiative
from schakel.network import actions as network_actions
from schakel.network.models import (
    Agreement,
    Ambition,
    Area,
    CriteriaSet,
    Network,
    NetworkEvent,
    Organisation,
    Partner,
    Theme,
)
from schakel.network.rules import PartnerStatus
from schakel.tenancy.context import system

pytestmark = pytest.mark.django_db

FILE = """
format: schakel-network/1
network:
  slug: proef
  name: Proefnetwerk
  mission: >
    Betere
    zorg
  source: Jaarplan
ambitions:
  - {code: A1, text: Gezonder}
themes:
  - {slug: ouderen, name: Ouderen}
areas:
  - {slug: wijk, name: Wijk, kind: zone, within: stad}
  - {slug: stad, name: Stad, kind: municipality}
partners:
  - key: kring
    name: Kring
    kind: municipality
    members:
      - {key: dorp, name: Dorp, kind: municipality, areas: [stad]}
  - {key: zgt, name: ZGT, kind: hospital, joined: 2020-01-01, areas: [stad, wijk], kvk: "01234567", agb: "06010101"}
participants:
  - {key: gast, name: Gast, kind: other, areas: [wijk]}
bodies:
  - {slug: wijkgroep, name: Wijkgroep, kind: task_group, area: wijk, parent: bestuur}
  - slug: bestuur
    name: Bestuur
    kind: executive_board
    seats:
      - zgt
      - {name: Voorzitter, chair: true}
      - {constituency: alle huisartsen, voting: false}
agreements:
  - slug: convenant
    title: Convenant
    kind: covenant
    starts: 2021-05
    ends: 2030-12-31
    parties:
      - kring
      - {partner: zgt, signed_on: 2021-06-01, signed_by: J. Bos}
criteria_sets:
  - name: Toets
    kind: yes_no
    agreement: convenant
    theme: ouderen
    criteria:
      - {code: C1, text: 'Past het?', refers_to: [A1]}
history:
  - {key: start, date: 2019-09, title: Begin}
initiatives:
  - {key: oud, name: Oud project, stage: stopped, decision: Te weinig mensen, started: 2018}
  - key: nieuw
    name: Nieuw project
    stage: execution
    successor_of: oud
    participants: [zgt, gast]
    finding: Het werkt
  - {key: los, name: Zonder stand}
facts:
  - {key: feit, title: Een feit, module: background, items: [los]}
"""


def load(text: str = FILE, **options: bool) -> Report:
    """Load this text as a network file."""
    return load_network(read_network_file(text.encode()), **options)


def proef() -> Network:
    """The network of the file."""
    return Network.objects.get(slug="proef")


def test_every_kind_of_fact_is_loaded_with_its_links() -> None:
    report = load()
    network = proef()
    assert network.mission == "Betere zorg"
    assert network.is_listed
    with transaction.atomic(), system(network.pk):
        assert Area.objects.of(network).get(slug="wijk").parent.slug == "stad"
        group = Body.objects.of(network).get(slug="wijkgroep")
        assert (group.parent.slug, group.area.slug) == ("bestuur", "wijk")
        works_in = {
            one.slug: [area.slug for area in one.areas.order_by("slug")]
            for one in Partner.objects.of(network).prefetch_related("areas")
        }
        assert works_in == {"kring": [], "dorp": ["stad"], "zgt": ["stad", "wijk"], "gast": ["wijk"]}
        zgt = Organisation.objects.get(key="zgt")
        assert (zgt.kvk_number, zgt.agb_code) == ("01234567", "06010101")
        seats = {seat.name: seat for seat in Seat.objects.of(network).select_related("partner")}
        assert seats["ZGT"].partner.slug == "zgt"
        assert seats["Voorzitter"].is_chair
        assert not seats["alle huisartsen"].is_voting
        agreement = Agreement.objects.of(network).get()
        assert agreement.starts_in_words == "mei 2021"
        signed = {
            party.partner.slug: party.signed_by_name for party in agreement.parties.select_related("partner")
        }
        assert signed == {"kring": "", "zgt": "J. Bos"}
        criteria = CriteriaSet.objects.of(network).get()
        assert (criteria.agreement, criteria.theme.slug) == (agreement, "ouderen")
        new = Initiative.objects.of(network).get(key="nieuw")
        assert new.successor_of.key == "oud"
        assert new.successor_of.public_reason == "Te weinig mensen"
        assert not Initiative.objects.of(network).filter(key="los").exists()
    assert "initiatieven zonder stand: 1" in report.unused
    assert "Een feit (achtergrond)" in report.unused


CHANGES = {
    "the mission": (
        "    Betere\n    zorg\n",
        "    Goede zorg\n",
        "netwerk proef, missie: “Betere zorg” → “Goede zorg”",
    ),
    "an ambition": ("text: Gezonder", "text: Vitaler", "ambities A1, tekst: “Gezonder” → “Vitaler”"),
    "a theme": ("name: Ouderen}", "name: Ouderenzorg}", "thema’s ouderen, naam: “Ouderen” → “Ouderenzorg”"),
    "an area": ("name: Stad,", "name: Centrum,", "gebieden stad, naam: “Stad” → “Centrum”"),
    "a partner": (
        "name: ZGT, kind: hospital",
        "name: ZGT, note: groot, kind: hospital",
        "partners zgt, toelichting: leeg → “groot”",
    ),
    "where a partner works": (
        "areas: [stad, wijk]",
        "areas: [wijk]",
        "partners zgt, gebieden: “Stad, Wijk” → “Wijk”",
    ),
    "where a participant works": ("areas: [wijk]}", "areas: []}", "deelnemers gast, gebieden: “Wijk” → leeg"),
    "a number": ('kvk: "01234567"', 'kvk: "12345678"', "partners zgt, KvK-nummer: “01234567” → “12345678”"),
    "a member": ("name: Dorp,", "name: Stadje,", "leden onder een partner dorp, naam: “Dorp” → “Stadje”"),
    "a participant": ("name: Gast,", "name: Tactus,", "deelnemers gast, naam: “Gast” → “Tactus”"),
    "a body": (
        "name: Wijkgroep,",
        "name: Wijkteam, purpose: De wijk,",
        "gremia wijkgroep, doel: leeg → “De wijk”",
    ),
    "an event": ("date: 2019-09,", "date: 2019,", "gebeurtenissen start, zekerheid: “month” → “year”"),
    "the criteria": ("Past het?", "Past het echt?", "criteriasets Toets, versie: “1” → “2”"),
    "the facts": (
        "items: [los]",
        "items: [los, vast]",
        "netwerk proef, feiten zonder eigen plek: 2 onderdelen → 2 onderdelen",
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_fact_is_changed_and_told_and_then_stays(what: str) -> None:
    before, after, line = CHANGES[what]
    load()
    assert before in FILE
    report = load(FILE.replace(before, after))
    assert line in report.changed
    assert not report.added
    assert load(FILE.replace(before, after)).is_without_effect


def test_the_old_version_of_changed_criteria_stays_and_ends_today() -> None:
    load()
    load(FILE.replace("Past het?", "Past het echt?"))
    with transaction.atomic(), system(proef().pk):
        first, second = CriteriaSet.objects.of(proef()).order_by("version")
        assert (first.criteria.get().text, first.valid_until) == ("Past het?", timezone.localdate())
        assert second.valid_from == timezone.localdate()
    with pytest.raises(CannotRead, match="Versie 2 geldt al vanaf die dag of later"):
        load(FILE.replace("Past het?", "Past het nog?"))


def test_what_the_file_leaves_out_stays_and_is_told() -> None:
    load()
    sections = FILE.split("themes:")[0]
    report = load(sections)
    assert report.is_without_effect
    told = "\n".join(report.only_in_platform)
    for words in (
        "thema’s: Ouderen (ouderen)",
        "gebieden: Stad (stad)",
        "partners: ZGT (zgt)",
        "gremia: Bestuur (bestuur)",
        "overeenkomsten: Convenant (convenant)",
        "criteriasets: Toets, versie 1 (Toets)",
        "gebeurtenissen: Begin (start)",
        "initiatieven uit de bron:",
    ):
        assert words in told
    with transaction.atomic(), system(proef().pk):
        assert Theme.objects.of(proef()).exists()
        assert NetworkEvent.objects.of(proef()).exists()
        assert Ambition.objects.of(proef()).exists()


def test_what_people_wrote_in_the_platform_stays_when_the_file_is_silent() -> None:
    load()
    with transaction.atomic(), system(proef().pk):
        partner = Partner.objects.of(proef()).get(slug="zgt")
        network_actions.change_partner_facts(partner, by=None, wants="Korter wachten")
        network_actions.change_partner(partner, by=None, status=PartnerStatus.OWNER)
    assert load().is_without_effect
    with transaction.atomic(), system(proef().pk):
        partner.refresh_from_db()
        assert (partner.wants, partner.status) == ("Korter wachten", PartnerStatus.OWNER)


def test_a_participant_becomes_a_partner_when_the_file_says_so() -> None:
    load()
    line = "  - {key: gast, name: Gast, kind: other, areas: [wijk]}\n"
    moved = FILE.replace(f"participants:\n{line}", line)
    assert "partners gast, status: “participant” → “partner”" in load(moved).changed
    assert load(moved).is_without_effect


def test_what_a_file_cannot_change_is_told_and_left() -> None:
    load()
    report = load(FILE.replace("kind: task_group, area: wijk,", "kind: panel, area: stad,"))
    assert report.deviating == [
        "gremium wijkgroep, kind: task_group; in het bestand panel",
        "gremium wijkgroep, area: Wijk; in het bestand Stad",
    ]
    with transaction.atomic(), system(proef().pk):
        assert Body.objects.of(proef()).get(slug="wijkgroep").kind == "task_group"


def test_a_seat_that_is_otherwise_in_the_file_is_told_and_left() -> None:
    load()
    report = load(FILE.replace("{name: Voorzitter, chair: true}", "{name: Voorzitter, chair: false}"))
    assert report.deviating == ["zetel Voorzitter in Bestuur: “voorzitter” is in het bestand anders"]
    with transaction.atomic(), system(proef().pk):
        assert Seat.objects.of(proef()).get(name="Voorzitter").is_chair


def test_a_seat_a_party_and_a_signature_are_added_to_what_is_there() -> None:
    load()
    more = FILE.replace(
        "      - zgt\n      - {name: Voorzitter", "      - zgt\n      - kring\n      - {name: Voorzitter"
    )
    more = more.replace(
        "      - kring\n      - {partner: zgt",
        "      - {partner: kring, signed_on: 2021-07-01, signed_by: B. Vos}\n      - gast\n      - {partner: zgt",
    )
    report = load(more)
    assert report.added == {"zetels": 1, "partijen bij een overeenkomst": 1, "handtekeningen": 1}
    assert load(more).is_without_effect


def test_a_signed_agreement_is_not_changed_by_a_file_and_the_place_is_told() -> None:
    load()
    with pytest.raises(CannotRead) as caught:
        load(FILE.replace("title: Convenant", "title: Ander convenant"))
    (fault,) = caught.value.faults
    line = FILE.splitlines().index("  - slug: convenant") + 1
    assert (fault.line, fault.text) == (
        line,
        "Deze overeenkomst is al getekend. Maak een nieuwe die deze vervangt.",
    )
    with transaction.atomic(), system(proef().pk):
        assert Agreement.objects.of(proef()).get().title == "Convenant"


def test_a_refusal_halfway_leaves_nothing_at_all() -> None:
    future = FILE.replace("signed_on: 2021-06-01", "signed_on: 2199-01-01")
    with pytest.raises(CannotRead, match="niet in de toekomst"):
        load(future)
    assert not Network.objects.filter(slug="proef").exists()


def test_a_network_that_is_not_listed_is_found_again() -> None:
    hidden = FILE.replace("  name: Proefnetwerk", "  name: Proefnetwerk\n  listed: false")
    load(hidden)
    assert not Network.objects.filter(slug="proef").exists()
    assert load(hidden).is_without_effect


def test_a_weighed_set_and_every_other_fact_of_a_partner_are_loaded() -> None:
    text = """
format: schakel-network/1
network:
  {slug: proef, name: Proef, hue: iris, example: true, growth_stage: established, started: 2012, principles: [Samen]}
partners:
  - {key: a, name: A, kind: hospital, status: left, joined: 2020-01-01, left: 2021-01-01, organisations: 4,
     planned: 2, wants: w, offers: o, can_teach: t}
criteria_sets:
  - name: Gewogen
    kind: weighed
    valid_from: 2024-01-01
    criteria:
      - {code: K1, text: Moet, knockout: true}
      - {code: W1, text: Effect, weight: 12.5, preference: liefst veel, anchors: {'1': geen, '5': veel}}
history:
  - {key: tijd, period: jarenlang, title: Groei}
process:
  - {key: stap, text: Eén stap}
"""
    report = load(text)
    assert load(text).is_without_effect
    network = proef()
    assert (network.hue_slug, network.is_example, network.started_in_words) == ("iris", True, "2012")
    assert "stappen van het proces: 1" in report.unused
    with transaction.atomic(), system(network.pk):
        partner = Partner.objects.of(network).get()
        assert (partner.n_organisations, partner.n_planned, partner.can_teach) == (4, 2, "t")
        assert partner.left_on.isoformat() == "2021-01-01"
        weighed = CriteriaSet.objects.of(network).get().criteria.get(code="W1")
        assert (str(weighed.weight), weighed.is_knockout, weighed.anchors) == (
            "12.50",
            False,
            {"1": "geen", "5": "veel"},
        )
        assert NetworkEvent.objects.of(network).get().happened_in_words == "jarenlang"


def test_history_that_was_recorded_is_not_rewritten() -> None:
    load()
    report = load(FILE.replace("name: Oud project", "name: Andere naam"))
    with transaction.atomic(), system(proef().pk):
        assert Initiative.objects.of(proef()).get(key="oud").title == "Oud project"
    assert "netwerk proef, feiten zonder eigen plek: 2 onderdelen → 2 onderdelen" in report.changed


def test_once_the_network_decides_itself_a_file_founds_no_body_and_grants_no_mandate() -> None:
    load()
    with transaction.atomic(), system(proef().pk):
        board = Body.objects.of(proef()).get(slug="bestuur")
        governance_actions.open_decision(board, by=None, type="other", title="Het jaarplan")
    assert load().is_without_effect
    more = FILE.replace("agreements:", "  - {slug: panel, name: Panel, kind: panel}\nagreements:", 1)
    with pytest.raises(CannotRead, match="Voor een nieuw gremium is een geldig besluit nodig") as caught:
        load(more)
    assert (
        caught.value.faults[0].line
        == more.splitlines().index("  - {slug: panel, name: Panel, kind: panel}") + 1
    )


# --- The command


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file on disk."""
    path = tmp_path / "proef.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def run(*words: str) -> str:
    """What the command says."""
    out = StringIO()
    call_command("network", *words, stdout=out)
    return out.getvalue()


def test_the_command_loads_and_a_second_time_says_that_nothing_changes(file: Path) -> None:
    first = run("load", str(file))
    assert "Proefnetwerk (proef): nieuw netwerk" in first
    assert "partners 2" in first
    assert "mandaten van Bestuur" in first
    assert "Er verandert niets" in run("load", str(file))


def test_a_dry_run_says_what_would_happen_and_writes_nothing(file: Path) -> None:
    said = run("load", str(file), "--dry-run")
    assert "Proefnetwerk (proef): nieuw netwerk" in said
    assert said.endswith("Proefronde: er is niets opgeslagen.\n")
    assert not Network.objects.filter(slug="proef").exists()


def test_of_several_files_all_are_loaded_or_none(file: Path, tmp_path: Path) -> None:
    bad = tmp_path / "fout.yaml"
    bad.write_text("format: schakel-network/1\nnetwork: {slug: b}\n", encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        run("load", str(file), str(bad))
    assert str(caught.value) == (
        f"{bad}: 1 fout. Er is niets opgeslagen.\n  Regel 2, kolom 10: hier ontbreekt “name”."
    )
    assert not Network.objects.filter(slug="proef").exists()


def test_many_faults_are_counted_and_the_first_fifty_shown(tmp_path: Path) -> None:
    path = tmp_path / "fout.yaml"
    path.write_text(
        "format: schakel-network/1\nnetwork: {slug: a, name: A}\nthemes:\n" + "  - {}\n" * 40,
        encoding="utf-8",
    )
    with pytest.raises(CommandError) as caught:
        run("load", str(path))
    lines = str(caught.value).splitlines()
    assert lines[0].endswith("80 fouten. Er is niets opgeslagen.")
    assert len(lines) == 52
    assert lines[-1] == "  … en nog 30."


def test_a_file_that_is_not_there_is_told_without_a_traceback(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="dit bestand kan niet gelezen worden"):
        run("load", str(tmp_path / "niets.yaml"))


def test_an_agreement_comes_with_articles_as_a_list_or_as_a_text_and_signed_ones_stay() -> None:
    unsigned = FILE.replace(", signed_on: 2021-06-01, signed_by: J. Bos", "")
    listed = """articles:
      - {number: '1', heading: Doel, text: Samen.}
      - {number: '3.10', text: Lang.}
    parties:
      - kring"""

    def articles() -> list[tuple[int, str, str, str]]:
        with transaction.atomic(), system(proef().pk):
            agreement = Agreement.objects.of(proef()).get()
            return [(one.mark, one.number, one.heading, one.text) for one in agreement.articles.all()]

    def written(as_what: str) -> str:
        return unsigned.replace("parties:\n      - kring", as_what)

    load(written(listed))
    assert articles() == [(1, "1", "Doel", "Samen."), (2, "3.10", "", "Lang.")]
    assert load(written(listed)).is_without_effect
    whole = 'text: "Artikel 1 Doel\\nSamen.\\nArtikel 2 Duur\\nKort."\n    parties:\n      - kring'
    assert load(written(whole)).touched == {("overeenkomsten", "convenant")}
    assert articles() == [(1, "1", "Doel", "Samen."), (3, "2", "Duur", "Kort.")]
    load(written(whole).replace("partner: zgt}", "partner: zgt, signed_on: 2021-06-01, signed_by: J. Bos}"))
    with pytest.raises(CannotRead) as caught:
        load(written(listed))
    assert "al getekend" in caught.value.faults[0].text
    assert [row[3] for row in articles()] == ["Samen.", "Kort."]
