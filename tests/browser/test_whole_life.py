"""A network from nothing: set up from Excel, two people invited, and one idea brought to embedding by its group."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests import database
from tests.browser.conftest import Become
from tests.browser.test_story import number_on, press

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FOUNDER, GROUP = "Demo-netwerkmanager", "Ouder worden"
HOSPITAL, PRACTICES = "Ziekenhuis De Es", "Huisartsen De Es"
TITLE = "Een vaste bezoekdag voor wie thuis wacht"
REASON = "Wij willen dit samen."
#: What is filled in on each sheet of the template, below the examples.
ROWS: dict[str, list[dict[str, Any]]] = {
    "Partners": [
        {"Naam": HOSPITAL, "Soort organisatie": "ziekenhuis"},
        {"Naam": PRACTICES, "Soort organisatie": "huisartsenorganisatie"},
    ],
    "Zetels": [{"Groep": GROUP, "Partner": HOSPITAL}, {"Groep": GROUP, "Partner": PRACTICES}],
    "Projecten": [{"Titel": "Samen eten", "Stand": "Uitvoering", "Groep": GROUP, "Begonnen": 2024}],
}
IDEA = {
    "Hoe noemt u uw idee?": TITLE,
    "Wat is het probleem, en voor wie?": "Wie thuis wacht op een plek weet niet wie er komt, en wanneer.",
    "Wat stelt u voor?": "Elke week komt op een vaste dag iemand langs.",
    "Wat levert het op?": "Minder onrust, en minder spoed.",
    "Wie doen er mee?": "Het ziekenhuis en de huisartsen.",
}
EXPLORATION = {
    "box-questions": "Hoe vaak gebeurt dit?",
    "findings-findings": "Het gebeurt elke week.",
    "findings-resident_voice": "Inwoners willen weten wie er komt.",
    "findings-embedding_sketch": "De afdeling doet het straks zelf.",
    "findings-advice": "Ga door, en begin klein.",
    "options-0-pros": "Kost niets.",
    "options-0-cons": "Lost niets op.",
    "options-1-name": "Een vaste dag",
    "options-1-pros": "Duidelijk.",
    "options-1-cons": "Kost tijd.",
    "payer-wlz-pays": "Het ziekenhuis.",
    "payer-wlz-gains": "Het ziekenhuis.",
}
PLAN = {
    "assignment-summary": "Elke week op een vaste dag iemand langs.",
    "assignment-result": "Iedereen die wacht weet wie er komt.",
    "goals-0-text": "Minder spoed",
    "goals-0-measure": "aantal in een maand",
    "goals-0-target": "10",
    "goals-0-owner": FOUNDER,
    "activities-0-text": "Het rooster maken",
    "activities-0-owner": FOUNDER,
    "milestones-0-text": "Het rooster is klaar",
    "milestones-0-evidence": "Het rooster",
    "budget_lines-0-text": "Reiskosten",
    "budget_lines-0-amount_eur": "5000",
    "budget_lines-0-funding_source": "Begroting van het ziekenhuis",
    "risks-0-text": "Te weinig mensen",
    "risks-0-measure": "Ruilen van dienst",
    "risks-0-owner": FOUNDER,
    "roles-0-name": "Trekker",
    "roles-0-who": FOUNDER,
    "people-communication": "Een brief aan iedereen die wacht.",
    "people-low_literacy": "Een kaart met plaatjes.",
    "checks-privacy_check": "Er zijn geen persoonsgegevens nodig.",
}
REPORT = {
    "result": "Mensen weten wie er komt.",
    "experience": "Het scheelt zoeken.",
    "spent_eur": "4500",
    "ahead": "Per wijk, in een half jaar.",
}
LESSON = {"context": "Thuis.", "happened": "Mensen belden minder.", "advice": "Begin klein."}
EMBEDDING = {
    "structural_funding": "De begroting van het ziekenhuis.",
    "work_instruction": "Elke dinsdag gaat iemand langs.",
    "training": "Een uur meelopen.",
    "figures": "Het ziekenhuis telt.",
    "remeasure": "Het ziekenhuis telt opnieuw.",
    "components": "De vaste dag",
}


@dataclass
class People:
    """The small network, and the browsers of its three people: who began it, and who came on an invitation."""

    at: str
    founder: Page
    hospital: Page
    practices: Page
    number: str = ""

    def go(self, page: Page, path: str) -> None:
        """Open a page of the initiative."""
        page.goto(f"{self.at}initiatieven/{self.number}/{path}")


def soon(days: int = 60) -> str:
    """A day to come, as a date field takes it."""
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def fill(page: Page, values: dict[str, str]) -> None:
    """Fill fields by their names: in a long form the same question stands at every row."""
    for name, value in values.items():
        page.locator(f"main [name='{name}']").fill(value)


def answer_criteria(page: Page) -> None:
    """Say yes to each question of yes and no, with a reason, and give each of the others a four."""
    for yes in page.get_by_role("radio", name="Ja", exact=True).all():
        yes.check()
    for four in page.get_by_role("radio", name=re.compile("^4 ·")).all():
        four.check()
    for reason in page.locator("textarea[name^='reason-K']").all():
        reason.fill("Dat blijkt uit het voorstel.")


# --------------------------------------------------------------------------- setting up


def begin_a_network(become: Become, site: str) -> tuple[Page, str]:
    """The founder begins a network from the front page; it opens on what is still to do."""
    page = become(FOUNDER)
    page.goto(site)
    page.get_by_role("link", name="Begin een netwerk").click()
    page.get_by_label("Hoe heet het netwerk?").fill("Zorgnetwerk De Es")
    page.get_by_label("Met welke thema’s begint u?").fill(GROUP)
    press(page, "Begin dit netwerk")
    expect(page.get_by_role("heading", level=1)).to_contain_text("van de 11 stappen zijn klaar")
    return page, page.url.removesuffix("beheer/")


def add_below(sheet: Worksheet, rows: list[dict[str, Any]]) -> None:
    """Type rows under what stands on a sheet of the template, by the headings of its columns."""
    titles = [str(cell.value).rstrip(" *") for cell in sheet[1]]
    for row in rows:
        assert set(row) <= set(titles)
        sheet.append([row.get(title) for title in titles])


def fill_from_excel(page: Page, at: str) -> None:
    """The template is downloaded, filled in, sent, looked at, and only then brought in."""
    page.goto(f"{at}beheer/")
    page.get_by_role("main").get_by_role("link", name="Begin met Excel").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Haal het lege sjabloon op").click()
    book = load_workbook(io.BytesIO(download.value.path().read_bytes()))
    for title, rows in ROWS.items():
        add_below(book[title], rows)
    made = io.BytesIO()
    book.save(made)
    page.get_by_label("Uw ingevulde werkmap").set_input_files(
        {"name": "de-es.xlsx", "mimeType": XLSX, "buffer": made.getvalue()}
    )
    press(page, "Bekijk wat er gebeurt")
    expect(page.get_by_text("Proefronde: er is nog niets ingevoerd.")).to_be_visible()
    expect(page.get_by_text("5 nieuw, 0 gewijzigd, 0 blijft zoals het is.")).to_be_visible()
    press(page, "Voer in")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Deze werkmap is ingevoerd")


def invite(page: Page, at: str, name: str, email: str, partner: str) -> None:
    """The founder invites a director by mail, on the seat of the partner in the group."""
    page.goto(f"{at}uitnodigingen/nieuw/")
    page.get_by_label("Hoe heet deze persoon?").fill(name)
    page.get_by_label("E-mailadres van het werk").fill(email)
    page.get_by_label("bestuurder-vertegenwoordiger").check()
    page.get_by_label("Namens welke partner?").select_option(label=partner)
    page.get_by_label("Op welke zetel?").select_option(label=f"{GROUP}: {partner}")
    press(page, "Stuur deze uitnodiging")
    expect(page.get_by_text(f"De uitnodiging voor {name} gaat de deur uit.")).to_be_visible()


def come_in(page: Page, site: str, email: str) -> Page:
    """Who is invited reads the mail, opens its link, and makes an account; the page is a browser of their own."""
    page.goto(f"{site}/demo/post/")
    mail = page.locator("section").filter(has_text=email)
    link = mail.get_by_role("link", name="/uitnodiging/").get_attribute("href")
    page.goto(f"{site}{urlsplit(link or '').path}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("U bent uitgenodigd voor Zorgnetwerk De Es")
    page.get_by_label("Kies een wachtwoord").fill("elke dinsdag een vers brood")
    press(page, "Doe mee")
    expect(page.get_by_text("Welkom bij Zorgnetwerk De Es.")).to_be_visible()
    return page


def take_the_seat_of_secretary(page: Page, at: str) -> None:
    """The founder takes the seat of the secretary on the day the group began."""
    page.goto(f"{at}gremia/ouder-worden/")
    page.get_by_role("link", name="Secretaris", exact=True).click()
    page.get_by_label("Wie?").select_option(label=FOUNDER)
    press(page, "Zet deze persoon op de zetel")
    expect(page.get_by_text(f"{FOUNDER} zit nu op de zetel Secretaris.")).to_be_visible()


# --------------------------------------------------------------------------- deciding


def begin_a_meeting(people: People) -> str:
    """The secretary plans a meeting of today, records that everybody is there, and begins it."""
    page = people.founder
    page.goto(f"{people.at}overleggen/plan/?groep=ouder-worden")
    page.get_by_label("Op welke dag?").fill(timezone.localdate().isoformat())
    page.get_by_label("Hoe laat?").fill("00:01")
    press(page, "Plan dit overleg")
    press(page, "Iedereen is er")
    press(page, "Begin het overleg")
    expect(page.get_by_text("2 van 2 zetels aanwezig, nodig 2: genoeg")).to_be_visible()
    return page.url


def decide(people: People, verdict: str, **terms: str) -> None:
    """The secretary proposes this verdict from the gate, records two votes in favour, and closes the decision."""
    page = people.founder
    people.go(page, "poort/")
    page.get_by_role("link", name=f"Stel voor: {verdict[0].lower()}{verdict[1:]}", exact=True).click()
    for question, answer in terms.items():
        field = page.locator(f"main [name='{question}']")
        if field.first.get_attribute("type") == "radio":
            field.and_(page.locator(f"[value='{answer}']")).check()
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=answer)
        else:
            field.fill(answer)
    page.get_by_label("Op het overleg van").first.check()
    press(page, f"Leg voor aan {GROUP}")
    number = number_on(page, "B")
    page.goto(f"{people.at}besluiten/{number}/stemmen/")
    page.get_by_role("radio", name=verdict, exact=True).check()
    for favour in page.get_by_role("radio", name="Voor", exact=True).all():
        favour.check()
    press(page, "Bewaar en bekijk de uitkomst")
    page.get_by_label(re.compile("^Waarom")).first.fill(REASON)
    press(page, "Neem dit besluit")
    expect(page.get_by_text(re.compile(f"^{number} is genomen"))).to_be_visible()


def expect_stage(people: People, stage: str) -> None:
    """The chain on the page of the initiative says where it is."""
    people.go(people.founder, "")
    expect(people.founder.locator(".loop [aria-current='step']")).to_contain_text(stage)


# --------------------------------------------------------------------------- from idea to embedding


def submit(people: People) -> str:
    """The director of the hospital gives an idea on behalf of two partners."""
    page = people.hospital
    page.get_by_role("link", name="Dien een idee in").first.click()
    for question, answer in IDEA.items():
        page.get_by_label(question).fill(answer)
    page.get_by_text("Kies ook de partners").click()
    for partner in (HOSPITAL, PRACTICES):
        page.get_by_label(partner).check()
    press(page, "Dien mijn idee in")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Uw idee is binnen")
    return number_on(page, "I")


def take_in_and_rate(people: People) -> None:
    """The manager takes the idea in; who did not send it in gives an opinion."""
    page = people.founder
    people.go(page, "intake/")
    page.get_by_label("Naar welke groep?").first.select_option(label=GROUP)
    press(page, "Neem in behandeling")
    people.go(page, "beoordeling/")
    press(page, "Vraag de leden om hun oordeel")
    people.practices.goto(people.at)
    people.practices.get_by_role("link", name="Geef uw oordeel").click()
    answer_criteria(people.practices)
    press(people.practices, "Geef mijn oordeel")


def explore(people: People) -> None:
    """The explorer asks and answers, both partners give their view, and the group looks at its criteria again."""
    page = people.founder
    people.go(page, "verkenning/schrijven/")
    fill(page, EXPLORATION)
    page.locator("[name='options-1-is_advised']").check()
    press(page, "Bewaar de verkenning")
    people.go(page, "verkenning/schrijven/")
    page.get_by_label("Hoe vaak gebeurt dit?").fill("Elke week, zeggen de huisartsen.")
    press(page, "Bewaar de verkenning")
    for partner in (people.hospital, people.practices):
        people.go(partner, "verkenning/kijk/")
        partner.get_by_label("Ja, wij doen mee").check()
        partner.get_by_label("Wat is uw belang?").fill("Minder spoed.")
        press(partner, "Geef de kijk van")
    people.go(page, "poort/criteria/")
    answer_criteria(page)
    press(page, "Bewaar wat de groep vindt")


def plan(people: People) -> None:
    """The lead writes the plan, the hospital itself says yes to what it is asked, and the plan is frozen."""
    page = people.founder
    people.go(page, "plan/")
    press(page, "Begin aan het plan")
    fill(page, {**PLAN, "goals-0-due_on": soon(90), "milestones-0-due_on": soon()})
    page.get_by_label("Begint met een pilot").check()
    for name in ("milestones-0-debtor", "budget_lines-0-partner"):
        page.locator(f"[name='{name}']").select_option(label=HOSPITAL)
    page.locator("[name='checks-restricts_competition'][value='no']").check()
    press(page, "Bewaar en bekijk het plan")
    expect(page.get_by_text("Dit plan is volledig")).to_be_visible()
    page.get_by_role("link", name="Vraag een partner iets").click()
    page.get_by_label("Welke partner?").select_option(label=HOSPITAL)
    page.get_by_label("Hoeveel uur of euro?").fill("40")
    page.get_by_label("Waarvoor?").fill("Een verpleegkundige")
    press(page, "Stuur deze vraag")
    people.hospital.goto(people.at)
    people.hospital.get_by_role("link", name="Ja, nee of anders").click()
    press(people.hospital, "Ja, 40 uur")
    people.go(page, "plan/vastleggen/")
    press(page, "Leg versie 1 vast")


def meanwhile(people: People, when: str) -> None:
    """Let the months pass that a browser cannot wait for: what was measured before, or since the start."""
    name = f"schakel_browser_test_whole_life_{database.WORKER}"
    subprocess.run(
        [sys.executable, "-m", "tests.browser.meanwhile", when, urlsplit(people.at).path.strip("/")],
        env={**os.environ, "SCHAKEL_MODE": "demo", "SCHAKEL_DATABASE_NAME": name},
        check=True,
    )


def plan_measures(people: People) -> None:
    """The lead chooses what is followed as outcome, process and balance, and promises an effect beforehand."""
    page = people.founder
    for name, kind in (
        ("Spoedritten", "Uitkomst"),
        ("Bezoeken op de vaste dag", "Proces"),
        ("Uitval van afspraken", "Balans"),
    ):
        people.go(page, "meten/")
        page.get_by_role("link", name="Kies een cijfer om te volgen").click()
        page.get_by_label("Welk cijfer volgt u?").select_option(label=f"{name}, het hele netwerk")
        page.get_by_label(kind).check()
        press(page, "Volg dit cijfer")
    page.get_by_role("link", name="Beloof een effect").click()
    page.get_by_label("lager", exact=True).check()
    fill(page, {"threshold": "5", "after_periods": "6", "why": "Elders was het acht."})
    press(page, "Leg deze belofte vast")
    people.go(page, "poort/")
    for label in (
        "Er is een meetplan: uitkomst, proces en balans",
        "Vastgelegd is welk effect wij verwachten",
    ):
        expect(page.locator(".checks li").filter(has_text=label)).to_contain_text("Gereed")


def nothing_is_measured_yet(people: People) -> None:
    """Right after the start the gate holds a go, says why, and leads to where that is mended."""
    page = people.founder
    people.go(page, "poort/")
    expect(page.get_by_role("main")).to_contain_text("Sinds de start is er geen cijfer van")
    page.get_by_role("link", name="Naar het meetplan").first.click()
    expect(page.get_by_role("heading", name="Wat wij volgen")).to_be_visible()


def give_consent(people: People) -> None:
    """The decision counts only now that the partner whose money it uses gives its consent."""
    page = people.hospital
    page.goto(people.at)
    page.get_by_role("link", name="Lees en beslis").click()
    page.get_by_role("link", name=f"Geef akkoord namens {HOSPITAL}").click()
    press(page, f"Geef akkoord namens {HOSPITAL}")
    expect(page.get_by_text("Mocht deze groep dit besluiten? Ja.")).to_be_visible()


def report(people: People) -> None:
    """The lead writes what came of the pilot, and a lesson for others."""
    page = people.founder
    people.go(page, "verslag/pilot/")
    fill(page, REPORT)
    press(page, "Bewaar het verslag")
    people.go(page, "les/")
    fill(page, LESSON)
    page.get_by_label("Geteld tijdens het werk").check()
    press(page, "Deel deze les")


def embed(people: People) -> None:
    """The lead writes how it stays; the hospital itself takes it over, and says that it is in use."""
    page = people.founder
    people.go(page, "borging/schrijven/")
    fill(page, EMBEDDING)
    press(page, "Bewaar de borging")
    page.get_by_role("link", name="Vraag een partner om het over te nemen").click()
    page.get_by_label("Welke partner neemt het over?").select_option(label=HOSPITAL)
    page.get_by_label("Wie zorgt er daar voor?").fill("Hoofd thuiszorg")
    page.locator("main form").get_by_role("button").first.click()
    expect(page.get_by_text(f"De vraag ligt bij {HOSPITAL}.")).to_be_visible()
    director = people.hospital
    director.goto(people.at)
    director.get_by_role("link", name="Ja of nee").click()
    press(director, "Ja, wij nemen het over")
    people.go(director, "borging/")
    director.get_by_role("main").get_by_role("link", name=HOSPITAL, exact=True).last.click()
    director.get_by_label("De vaste dag").select_option(label="In gebruik")
    press(director, "Bewaar hoe ver het is")


def open_the_list(people: People, meeting: str) -> None:
    """The meeting is closed; its decision list is there."""
    page = people.founder
    page.goto(meeting)
    page.get_by_role("link", name="Sluit het overleg").click()
    press(page, "Sluit dit overleg")
    page.get_by_role("link", name="Bekijk de besluitenlijst").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Besluitenlijst {GROUP}")


def print_the_list(people: People) -> None:
    """The list goes to paper: without menu and buttons, with each decision and where it is from."""
    page = people.founder
    numbers = re.findall(r"B-[0-9]{4}-[0-9]{3}", page.locator("#besluiten").inner_text())
    assert len(numbers) >= 5
    expect(page.locator(".papers")).to_be_visible()
    page.emulate_media(media="print")
    for hidden in (page.locator("nav.menu"), page.locator(".papers")):
        expect(hidden).to_be_hidden()
    paper = PdfReader(io.BytesIO(page.pdf(format="A4")))
    said = "".join("".join(sheet.extract_text() for sheet in paper.pages).split())  # lines break anywhere
    for words in (*numbers, TITLE, REASON, f"Besluitenlijst {GROUP}", "Zorgnetwerk De Es"):
        assert words.replace(" ", "") in said, words
    page.emulate_media(media="screen")


def test_a_network_is_set_up_from_excel_and_brings_an_idea_to_embedding(
    become: Become, site: str, new_context: Callable[[], BrowserContext]
):
    founder, at = begin_a_network(become, site)
    fill_from_excel(founder, at)
    invite(founder, at, "Wim Wever", "wim@de-es.example", HOSPITAL)
    invite(founder, at, "Els Esser", "els@de-es.example", PRACTICES)
    hospital = come_in(new_context().new_page(), site, "wim@de-es.example")
    practices = come_in(new_context().new_page(), site, "els@de-es.example")
    take_the_seat_of_secretary(founder, at)
    people = People(at, founder, hospital, practices)

    people.number = submit(people)
    take_in_and_rate(people)
    meeting = begin_a_meeting(people)
    decide(people, "Verken", explorer=FOUNDER, due_on=soon(30))
    explore(people)
    decide(people, "Bereid voor als project", lead=FOUNDER, phase="1")
    plan(people)
    meanwhile(people, "before")
    plan_measures(people)
    decide(people, "Ga door")
    expect_stage(people, "Plan")
    give_consent(people)
    expect_stage(people, "Pilot")
    report(people)
    nothing_is_measured_yet(people)
    meanwhile(people, "after")
    decide(people, "Ga door met invoeren")
    embed(people)
    decide(people, "Maak het gewoon werk")
    expect_stage(people, "Borging")
    open_the_list(people, meeting)
    print_the_list(people)
