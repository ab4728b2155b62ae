"""The components: each one on the page of components, each with only what it was given."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory

import schakel.web
from schakel.web import views
from schakel.web.finders import OneStyleSheet, one_style_sheet
from schakel.web.flash import flash
from schakel.web.gallery import gallery
from schakel.web.icons import ICONS
from schakel.web.refusal import NotYours, Over
from schakel.web.states import LOOKS, look
from schakel.web.styles import CSS, ONE_SHEET, style_sheets
from schakel.web.templatetags import schakel as tags

WEB = Path(schakel.web.__file__).parent
COMPONENTS = sorted(path.stem for path in (WEB / "templates" / "components").glob("*.html"))
PAGE = (WEB / "templates" / "web" / "components.html").read_text()
BASE = (WEB / "templates" / "base.html").read_text()

pytestmark = pytest.mark.django_db


def draw(source: str, **values: object) -> str:
    """Draw a piece of template with our tags."""
    return Template("{% load schakel %}" + source).render(Context(values)).strip()


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_shown_on_the_page_of_components(name: str):
    used = re.findall(r'\{% (?:part "|include "components/)([a-z_]+)', PAGE + BASE)
    used += re.findall(r"\{% (sheet|section|unfold)\b", PAGE)
    seen = set()
    while used:
        one = used.pop()
        if one not in seen:
            seen.add(one)
            text = (WEB / "templates" / "components" / f"{one}.html").read_text()
            used += re.findall(r'\{% part "([a-z_]+)', text)
            used += ["deed"] if "{% deed " in text else []
    assert name in seen


def test_the_page_of_components_is_drawn_without_the_database(django_assert_num_queries):
    request = request_with_messages()
    request.user = AnonymousUser()
    with django_assert_num_queries(0):
        html = views.components(request).content.decode()
    assert 'aria-current="step"' in html
    assert html.count('class="state ') > len(LOOKS)


def test_every_state_has_a_shape_a_word_and_a_colour():
    for code, one in LOOKS.items():
        assert one.icon in ICONS, code
        assert str(one.word), code
        assert one.colour in {"good", "care", "plain", "here"}, code


def test_orange_always_comes_with_a_shape_of_its_own():
    careful = {one.icon for one in LOOKS.values() if one.colour == "care"}
    calm = {one.icon for one in LOOKS.values() if one.colour != "care"}
    assert not careful & calm


def test_a_state_nobody_gave_a_look_is_a_mistake():
    with pytest.raises(KeyError):
        look("bijna klaar")


def test_a_state_can_say_it_more_exactly():
    html = draw('{% state "late" "Antwoord 3 dagen te laat" %}')
    assert 'class="state care"' in html
    assert "Antwoord 3 dagen te laat" in html
    assert 'aria-hidden="true"' in html
    assert "Te laat" in draw('{% state "late" %}')
    assert draw('{{ "late"|state_word }}') == "Te laat"


def test_words_in_a_state_are_escaped():
    assert "&lt;b&gt;" in draw('{% state "late" word %}', word="<b>")


def test_a_part_sees_only_what_it_is_given():
    html = draw(
        '{% part "deed" label="Geef score" href="/score/" %}', refusal="Dat mag niet.", id="x", quiet=True
    )
    assert html == '<a class="button" href="/score/">Geef score</a>'


@pytest.mark.parametrize(
    "asked",
    [
        {"label": "Geef score", "href": "/score/", "quiet": True},
        SimpleNamespace(label="Geef score", href="/score/", quiet=True),
    ],
)
def test_a_deed_may_be_a_dict_or_an_object(asked: object):
    assert draw("{% deed asked %}", asked=asked) == '<a class="button quiet" href="/score/">Geef score</a>'


def test_no_deed_draws_nothing():
    assert draw("{% deed asked %}", asked=None) == ""


def test_a_deed_that_is_never_theirs_is_a_quiet_line_and_one_that_has_gone_by_is_not_there():
    role = draw("{% deed asked %}", asked={"label": "Zet op de agenda", "refusal": NotYours("Alleen Noor.")})
    assert "Zet op de agenda" in role
    assert "Alleen Noor." in role
    assert "<button" not in role
    assert (
        draw("{% deed asked %}", asked={"label": "Zet op de agenda", "refusal": Over("Dit is voorbij.")})
        == ""
    )


def test_a_greyed_deed_keeps_the_focus_and_says_why():
    asked = {
        "label": "Zet op de agenda",
        "refusal": ["Er is geen geld.", "Eén akkoord ontbreekt."],
        "help": "Noor helpt.",
    }
    html = draw("{% deed asked %}", asked=asked)
    assert 'aria-disabled="true"' in html
    assert "disabled>" not in html
    described = re.search(r'aria-describedby="([^"]+)"', html)
    assert described
    assert f'id="{described[1]}"' in html
    assert html.count("<li>") == 2
    assert "Noor helpt." in html


def test_a_deed_that_posts_is_a_form_with_its_fields():
    asked = {"label": "Ja", "action": "/ja/", "fields": [{"name": "keuze", "value": "ja"}]}
    html = draw("{% deed asked %}", asked=asked)
    assert 'method="post" action="/ja/"' in html
    assert '<input type="hidden" name="keuze" value="ja">' in html


def test_one_reason_is_a_sentence_and_several_are_a_list():
    assert tags.as_list("Dat mag niet.") == ["Dat mag niet."]
    assert tags.as_list(["a", "b"]) == ["a", "b"]
    assert tags.as_list("") == tags.as_list(None) == []


def test_a_bar_shows_what_is_done_and_what_is_under_way():
    assert tags.marks(2, 5, 1) == ["on", "on", "half", "", ""]
    assert tags.marks(9, 3) == ["on", "on", "on"]
    assert tags.marks(0, 0) == []


def test_the_chain_says_in_words_where_it_is():
    steps = gallery()["chain"]["steps"]
    html = " ".join(draw('{% part "chain" steps=steps %}', steps=steps).split())
    assert "<strong>Plan</strong>, stap 4 van 8. Volgende poort: P3." in html
    assert html.count('aria-current="step"') == 1


def test_a_sheet_names_itself_by_its_heading():
    html = draw('{% sheet "Wacht op u" id="wacht" note="nu" %}<p>{{ name }}</p>{% endsheet %}', name="<Noor>")
    assert 'id="wacht" aria-labelledby="wacht-kop"' in html
    assert 'id="wacht-kop"' in html
    assert "<p>&lt;Noor&gt;</p>" in html


def test_long_work_says_how_far_and_can_be_refreshed_without_script():
    html = draw('{% part "job" text="Regel 1 van 9 gelezen" done=1 total=9 href="/werk/" is_running=True %}')
    assert '<progress max="9" value="1"' in html
    assert 'hx-trigger="every 2s"' in html
    assert 'href="/werk/"' in html
    assert "progress" not in draw('{% part "job" text="Klaar" state="ready" %}')


def request_with_messages() -> HttpRequest:
    request = RequestFactory().get("/")
    request.session = {}
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    return request


def test_a_flash_says_what_happened_and_offers_the_way_back():
    request = request_with_messages()
    flash(request, "Uw score is bewaard.", more="De anderen zien hem later.", undo="/terug/")
    html = draw('{% part "flash" %}', messages=get_messages(request))
    assert "<strong>Uw score is bewaard.</strong> De anderen zien hem later." in html
    assert 'action="/terug/" method="post"' in html
    assert 'role="status"' in html
    assert "data-focus" in html
    assert "turn" not in html


def test_a_flash_that_asks_something_is_orange_and_a_foreign_one_is_plain():
    request = request_with_messages()
    flash(request, "Er ontbreekt nog een akkoord.", is_care=True)
    get_messages(request).add(25, "Van een ander", "geen json")
    get_messages(request).add(25, "Nog een", "3")
    html = draw('{% part "flash" %}', messages=get_messages(request))
    assert html.count('class="flash turn"') == 1
    assert html.count("autofocus") == 1
    assert "Van een ander" in html
    assert "Maak ongedaan" not in html


def test_style_sheets_come_in_order_names_first_and_print_last():
    sheets = style_sheets()
    assert sheets[:3] == ("css/tokens.css", "css/base.css", "css/frame.css")
    assert sheets[-1] == "css/print.css"
    assert len(sheets) == len(set(sheets)) == len(list(CSS.rglob("*.css")))


def test_a_page_asks_for_one_style_sheet_that_holds_all_of_them():
    assert tags.stylesheets().count("<link ") == 1
    place = finders.find(ONE_SHEET)
    assert place
    text = Path(place).read_text()
    assert all(f"/* {sheet} */" in text for sheet in style_sheets())
    assert text.index("@layer reset, base, frame, parts, print;") < text.index("@layer parts {")
    assert finders.find(ONE_SHEET, find_all=True) == [place]


def test_the_one_style_sheet_is_made_anew_when_it_is_not_what_it_should_be():
    finder = OneStyleSheet()
    place = Path(finder.find(ONE_SHEET))
    place.write_text("oud")
    ((name, storage),) = finder.list(None)
    assert storage.path(name) == str(place)
    assert place.read_text() == one_style_sheet()
    assert finder.find("css/tokens.css") == finder.check() == []
