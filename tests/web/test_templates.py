"""What every template of the project keeps to: no styles, scripts or handlers in it, nothing waved through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import schakel

SOURCE = Path(schakel.__file__).parent
TEMPLATES = sorted(path for path in SOURCE.glob("*/templates/**/*.html"))
WEB = SOURCE / "web"


def of(path: Path) -> str:
    """The template without its comments."""
    text = path.read_text()
    return re.sub(r"\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}", "", text, flags=re.DOTALL)


def named(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_has_no_style_script_or_handler_of_its_own(path: Path):
    text = of(path)
    assert not re.search(r"<style\b|\sstyle=", text), "a style belongs in css/"
    html = re.sub(r"\{%.*?%\}", "", text, flags=re.DOTALL)
    assert not re.search(r"\son[a-z]+=|\shx-on|javascript:", html), "a handler is refused by the policy"
    for script in re.findall(r"<script\b[^>]*>", text):
        assert 'src="{% static' in script or 'type="application/json"' in script, script


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_waves_nothing_through(path: Path):
    text = of(path)
    assert not re.search(r"\|\s*safe\b|\|\s*safeseq\b", text)
    assert "autoescape off" not in text


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_has_no_address_of_another_site(path: Path):
    assert not re.search(r"""(?:src|href|action)=["']https?://""", of(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_every_form_that_posts_carries_its_token(path: Path):
    text = of(path)
    for form in re.findall(r"<form\b[^>]*method=\"post\".*?</form>", text, re.DOTALL | re.IGNORECASE):
        assert "{% csrf_token %}" in form


STACKS = [path for path in TEMPLATES if 'class="table stacks' in path.read_text()]


@pytest.mark.parametrize("path", STACKS, ids=named)
def test_a_row_that_stands_stacked_on_a_phone_says_what_each_cell_is(path: Path):
    for table in re.findall(r"<table class=\"table stacks.*?</table>", of(path), re.DOTALL):
        unsaid = [cell for cell in re.findall(r"<td\b[^>]*>", table) if "data-label" not in cell]
        assert [cell for cell in unsaid if "whole-row" not in cell] == []


@pytest.mark.parametrize(
    "path", sorted((WEB / "templates" / "components").glob("*.html")), ids=lambda path: path.stem
)
def test_a_component_says_how_to_use_it_and_has_a_style_of_the_same_name(path: Path):
    assert "{% comment %}" in path.read_text().split("\n")[0]
    assert (WEB / "static" / "css" / "components" / f"{path.stem}.css").is_file() or path.stem in SHARED_STYLE


#: A part of another component, drawn in its style.
SHARED_STYLE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    "path", sorted((WEB / "static" / "css" / "components").glob("*.css")), ids=lambda path: path.stem
)
def test_a_style_belongs_to_a_component_and_to_a_layer(path: Path):
    assert (WEB / "templates" / "components" / f"{path.stem}.html").is_file()
    text = path.read_text()
    assert text.startswith(("@layer parts {", "@layer frame {"))
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("path", sorted((WEB / "static" / "css").rglob("*.css")), ids=lambda path: path.stem)
def test_a_style_names_no_colour_outside_the_tokens(path: Path):
    if path.name == "tokens.css":
        return
    found = set(re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsl\(", path.read_text()))
    paper_and_camera = {"print.css": {"#000"}, "field.css": {"#fff"}}
    assert found <= paper_and_camera.get(path.name, set())
