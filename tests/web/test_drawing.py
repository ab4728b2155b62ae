"""Fields drawn at once look as Django's own templates draw them."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html
from django.utils.datastructures import MultiValueDict
from django.utils.html import escape
from django.utils.translation import gettext_lazy

from schakel.web.drawing import FieldsOfForms, LongSelect, choice_lines

EVIL = "<b>\"'&"


class Everything(forms.Form):
    """Every sort of field that is drawn at once."""

    plain = forms.ChoiceField(choices=[("", gettext_lazy("Kies")), ("a", EVIL), (EVIL, "b"), (3, 4)])
    grouped = forms.ChoiceField(choices=[("x", "Los"), (EVIL, [("y", "In een groep"), ("z", "Ook")])])
    many = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")])
    yes_no = forms.NullBooleanField()
    word = forms.CharField(max_length=9, widget=forms.TextInput(attrs={"autofocus": True, "hidden": False}))
    number = forms.IntegerField(min_value=0)
    mail = forms.EmailField()
    secret = forms.CharField(widget=forms.PasswordInput)
    kept = forms.CharField(widget=forms.HiddenInput)
    day = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    hour = forms.TimeField(required=False)


@pytest.mark.parametrize(
    "data",
    [
        None,
        {"plain": EVIL, "grouped": "z", "many": ["a", "b"], "yes_no": "true", "word": EVIL, "kept": EVIL},
        {"plain": "unknown", "number": "x", "mail": "a@b.example", "day": "2026-11-26", "hour": "16:00"},
    ],
)
def test_a_field_looks_as_django_draws_it(data: dict | None) -> None:
    """Same tags, attributes and escapes; only the white space between options differs."""
    ours, theirs = Everything(data, renderer=FieldsOfForms()), Everything(data, renderer=DjangoTemplates())
    for name in Everything.base_fields:
        assert _lines(str(ours[name])) == _lines(str(theirs[name])), name


class Long(forms.Form):
    """The same choices by the field of Django and by the one for long lists."""

    CHOICES = ("", gettext_lazy("Kies")), ("a", EVIL), (EVIL, "b"), (3, 4), ("a", "nog eens")
    ours = forms.ChoiceField(choices=CHOICES, widget=LongSelect(attrs={"class": EVIL, "multiple": False}))
    theirs = forms.ChoiceField(choices=CHOICES, widget=forms.Select(attrs={"class": EVIL, "multiple": False}))


@pytest.mark.parametrize("chosen", [None, "", EVIL, "3", "niet te kiezen"])
def test_a_long_list_looks_as_django_draws_it(chosen: str | None) -> None:
    data = None if chosen is None else {"ours": chosen, "theirs": chosen}
    form = Long(data, renderer=DjangoTemplates())
    assert _lines(str(form["ours"])) == _lines(str(form["theirs"]).replace("theirs", "ours"))


class Boxes(forms.Form):
    """Radios and boxes to tick, asked for or not, and with attributes of their own."""

    CHOICES = ("", gettext_lazy("Kies")), ("a", EVIL), (EVIL, "b"), (3, 4)
    radios = forms.ChoiceField(
        choices=CHOICES, widget=forms.RadioSelect(attrs={"class": EVIL, "autofocus": False})
    )
    free = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect, required=False, disabled=True)
    boxes = forms.MultipleChoiceField(
        choices=CHOICES,
        widget=forms.CheckboxSelectMultiple(attrs={"data-x": EVIL}),
        help_text="Kies er een paar.",
    )


@pytest.mark.parametrize("chosen", [None, [], [""], [EVIL], ["a", "3"], ["niet te kiezen"]])
@pytest.mark.parametrize("name", Boxes.base_fields)
def test_choices_look_as_django_draws_them(name: str, chosen: list[str] | None) -> None:
    """Each with its own mark, its words and whether it was chosen; a prefix of the form is kept."""
    data = None if chosen is None else MultiValueDict({f"one-{name}": chosen})
    field = Boxes(data, prefix="one", renderer=DjangoTemplates())[name]
    theirs = "".join(
        f'<label class="choice" for="{one.id_for_label}">{one.tag()}<span>{escape(one.choice_label)}</span></label>'
        for one in field.subwidgets
    )
    assert parse_html(choice_lines(field)) == parse_html(theirs)


def _lines(html: str) -> list[str]:
    return [line.strip() for line in html.splitlines() if line.strip()]
