"""Form fields that speak Dutch: words, days, times and amounts, each with a plain message when something is wrong."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

#: Control signs and signs that steer the direction of text; nobody types them on purpose. NUL is refused instead.
_INVISIBLE = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
#: A figure in which points can only be thousands, and one in which the point can be both.
_SURE_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}((\.\d{3})+,\d+|(\.\d{3}){2,})", re.ASCII)
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+(,\d{1,2})?")

LONG = 5_000
SHORT = 200

EMPTY = {"required": gettext_lazy("Vul dit in.")}
CHOOSE = {
    "required": gettext_lazy("Kies een van de mogelijkheden."),
    "invalid_choice": gettext_lazy("Deze keuze is er niet (meer). Kies opnieuw."),
}


def without_invisible_signs(text: str) -> str:
    """Drop the signs that are not seen but change how text is shown; lines end in one way.

    >>> without_invisible_signs("rood\\u202e blauw\\r\\n")
    'rood blauw\\n'
    """
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).replace("\r\n", "\n").replace("\r", "\n")
    return _INVISIBLE.sub("", text)


class Words(forms.CharField):
    """Text that someone types: one line, or more with ``rows``; never longer than ``most`` characters."""

    def __init__(self, *, most: int = SHORT, rows: int = 0, **options: Any) -> None:
        if rows:
            options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        options["error_messages"] = {
            **EMPTY,
            "max_length": gettext_lazy(
                "Dit is %(show_value)d tekens lang; er passen er %(limit_value)d. Maak het korter."
            ),
            **options.get("error_messages", {}),
        }
        super().__init__(max_length=most, **options)

    def to_python(self, value: Any) -> str:
        """Take the text as it is meant: without invisible signs, and without a sign that no database holds."""
        text = super().to_python(value) or ""
        if "\x00" in text:
            raise forms.ValidationError(
                _("Hier staat een teken dat wij niet kunnen bewaren. Typ de tekst opnieuw."), code="null"
            )
        return without_invisible_signs(text).strip()


class Day(forms.DateField):
    """A day out of a calendar, or typed as 26-11-2026."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        options["input_formats"] = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
        options["error_messages"] = {
            "required": gettext_lazy("Vul een datum in."),
            "invalid": gettext_lazy("Dit is geen datum. Schrijf bijvoorbeeld 26-11-2026."),
            **options.get("error_messages", {}),
        }
        super().__init__(**options)

    def clean(self, value: Any) -> date | None:
        """Refuse years in which nobody means a day."""
        day = super().clean(value)
        if day is not None and not 1900 <= day.year <= 2199:
            raise forms.ValidationError(_("Kies een jaar tussen 1900 en 2199."), code="invalid")
        return day


class Clock(forms.TimeField):
    """A time of day, such as 16.00 or 16:00."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
        options["input_formats"] = ["%H:%M", "%H.%M", "%H:%M:%S"]
        options["error_messages"] = {
            "required": gettext_lazy("Vul een tijd in."),
            "invalid": gettext_lazy("Dit is geen tijd. Schrijf bijvoorbeeld 16:00."),
        }
        super().__init__(**options)


class Euros(forms.DecimalField):
    """An amount as Dutch people write it: 50.000 or 1.250,50 or € 50000."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        options.setdefault("min_value", Decimal(0))
        options.setdefault("max_digits", 12)
        options.setdefault("decimal_places", 2)
        options["error_messages"] = {
            **EMPTY,
            "invalid": gettext_lazy("Dit is geen bedrag. Schrijf bijvoorbeeld 50.000 of 1.250,50."),
            "min_value": gettext_lazy("Een bedrag is niet lager dan € 0."),
            "max_digits": gettext_lazy("Dit bedrag is te groot."),
            "max_whole_digits": gettext_lazy("Dit bedrag is te groot."),
            "max_decimal_places": gettext_lazy("Schrijf niet meer dan twee cijfers achter de komma."),
        }
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        """Read points as thousands and a comma as the decimal sign."""
        return super().to_python(plain_number(value) if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        """Show an amount that is known the way it is typed; what somebody typed stays as it is."""
        return dutch_number(value) if isinstance(value, Decimal) else value


def dutch_number(value: Decimal) -> str:
    """Write a number as it is typed into a form: points for thousands, decimals only when there are some.

    >>> [dutch_number(Decimal(text)) for text in ("31000.00", "1250.50", "0.00")]
    ['31.000', '1.250,50', '0']
    """
    shown = f"{value:,.2f}".removesuffix(".00")
    return shown.translate(str.maketrans(",.", ".,"))


def plain_number(text: str) -> str:
    """Write a Dutch amount the way a computer reads it; what is not one is left as it is.

    >>> [plain_number(text) for text in ("€ 50.000", "1.250,50", "1250.5", "veel")]
    ['50000', '1250.50', '1250.5', 'veel']
    """
    bare = text.replace("€", "").replace("\u00a0", "").replace(" ", "").strip()
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    return bare.replace(",", ".")


def plain_figure(text: str) -> str:
    """Write a figure the way a computer reads it; what is not one is left as it is.

    A point is a decimal sign, unless there is a comma or a second point behind it.

    >>> [plain_figure(text) for text in ("77,5", "0.125", "1.250,5", "-1.250.000", "veel")]
    ['77.5', '0.125', '1250.5', '-1250000', 'veel']
    """
    bare = text.replace("\u00a0", "").replace(" ", "").replace("\N{MINUS SIGN}", "-").strip()
    if _SURE_THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    return bare.replace(",", ".")


def why_two_meanings(text: str) -> str | None:
    """Why a figure is not taken: 8.125 is eight and a bit for one, eight thousand for another.

    >>> why_two_meanings("8.125"), why_two_meanings("0.125"), why_two_meanings("8,125")
    ('“8.125” kan twee dingen betekenen. Schrijf 8125 of 8,125.', None, None)
    """
    bare = text.replace("\u00a0", "").replace(" ", "").replace("\N{MINUS SIGN}", "-").strip()
    if not _EITHER.fullmatch(bare):
        return None
    words = _("“%(told)s” kan twee dingen betekenen. Schrijf %(large)s of %(small)s.")
    return words % {"told": bare, "large": bare.replace(".", ""), "small": bare.replace(".", ",")}


class Figure(forms.DecimalField):
    """A number such as 77,5 or 1250; what could be a thousand times larger than was meant is asked back."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        options.setdefault("max_digits", 14)
        options.setdefault("decimal_places", 4)
        options["error_messages"] = {
            **EMPTY,
            "invalid": gettext_lazy("Dit is geen getal. Schrijf bijvoorbeeld 77,5 of 1250."),
            "max_digits": gettext_lazy("Dit getal is te groot."),
            "max_whole_digits": gettext_lazy("Dit getal is te groot."),
            "max_decimal_places": gettext_lazy("Schrijf niet meer dan vier cijfers achter de komma."),
        }
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        """Read a comma or a point as the decimal sign; a point that can be both is refused."""
        if isinstance(value, str):
            if refusal := why_two_meanings(value):
                raise forms.ValidationError(refusal, code="two_meanings")
            value = plain_figure(value)
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """Show a figure that is known the way it is typed; what somebody typed stays as it is."""
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


#: What may be chosen: the word in the address or form, the words on screen, the thing itself.
Offer = Iterable[tuple[str, str, Any]]


class Pick(forms.ChoiceField):
    """A choice between our own objects by a plain word; the clean value is the object, or None."""

    def __init__(self, *, empty: str | None = None, **options: Any) -> None:
        """Ask for one of what ``offer`` is given; ``empty`` are the words for no choice."""
        self.empty = empty
        self.things: dict[str, Any] = {}
        messages = {
            "required": gettext_lazy("Kies er een."),
            "invalid_choice": gettext_lazy("Deze keuze is er niet (meer). Kies opnieuw."),
        }
        options["error_messages"] = messages | options.get("error_messages", {})
        super().__init__(**options)

    def offer(self, things: Offer) -> None:
        """Say what may be chosen."""
        rows = list(things)
        self.things = {key: thing for key, _words, thing in rows}
        first = [("", self.empty)] if self.empty is not None else []
        self.choices = first + [(key, words) for key, words, _thing in rows]

    def clean(self, value: Any) -> Any:
        """Give the object that was chosen."""
        return self.things.get(super().clean(value))


class PickMany(forms.MultipleChoiceField):
    """Any number of our own objects; the clean value is a list of them."""

    def __init__(self, **options: Any) -> None:
        """Show a row of boxes to tick."""
        self.things: dict[str, Any] = {}
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        options.setdefault(
            "error_messages",
            {
                "required": gettext_lazy("Kies er ten minste een."),
                "invalid_choice": gettext_lazy("Deze keuze is er niet (meer)."),
            },
        )
        super().__init__(**options)

    def offer(self, things: Offer) -> None:
        """Say what may be chosen."""
        rows = list(things)
        self.things = {key: thing for key, _words, thing in rows}
        self.choices = [(key, words) for key, words, _thing in rows]

    def clean(self, value: Any) -> list[Any]:
        """Give the objects that were chosen, in the order of the list."""
        chosen = set(super().clean(value))
        return [thing for key, thing in self.things.items() if key in chosen]


def offer(form: forms.BaseForm, name: str, things: Offer) -> None:
    """Say what may be chosen in one field of a form."""
    field = form.fields[name]
    assert isinstance(field, Pick | PickMany), f"{name} is a choice from our own objects"
    field.offer(things)
