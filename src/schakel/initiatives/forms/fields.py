"""The fields of our forms: text without hidden signs or patient data, days, and choices that bring their object."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.rules import clean_text, why_not_text
from schakel.web.fields import dutch_number

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
MISSING = {"required": _("Vul dit in.")}


class Text(forms.CharField):
    """Text as people meant it: control signs are left out, text that is too long or about one patient is refused."""

    def __init__(self, *, longest: int = 200, rows: int = 0, needed: str = "", **options: Any) -> None:
        """Ask for one line, or for ``rows`` lines; ``needed`` says why it cannot stay empty."""
        self.longest = longest
        if rows:
            options.setdefault("widget", forms.Textarea(attrs={"rows": rows, "maxlength": longest}))
        else:
            options.setdefault("widget", forms.TextInput(attrs={"maxlength": longest}))
        options.setdefault("error_messages", {"required": needed or MISSING["required"]})
        super().__init__(strip=False, **options)

    def to_python(self, value: Any) -> str:
        """Take the text without signs that nobody typed on purpose."""
        return clean_text(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        """Refuse what is empty, too long, or looks like data about one patient."""
        super().validate(value)
        if len(value) > self.longest:
            raise forms.ValidationError(
                _("Dit is %(count)s tekens lang; er passen er %(most)s. Maak het korter.")
                % {"count": len(value), "most": self.longest}
            )
        if reason := why_not_text(value):
            raise forms.ValidationError(reason)


class Day(forms.DateField):
    """A day between 2000 and 2100, chosen or typed."""

    def __init__(self, **options: Any) -> None:
        """Show the day picker of the browser; a day may also be typed as 31-12-2026."""
        options.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        options.setdefault(
            "error_messages", {"invalid": _("Dit is geen dag. Schrijf bijvoorbeeld 31-12-2026."), **MISSING}
        )
        super().__init__(input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"], **options)

    def validate(self, value: date | None) -> None:
        """Refuse a day that cannot be meant."""
        super().validate(value)
        if value and not FIRST_DAY <= value <= LAST_DAY:
            raise forms.ValidationError(_("Kies een dag tussen 2000 en 2100."))


class Whole(forms.IntegerField):
    """A whole number, such as hours."""

    def __init__(self, *, most: int = 1_000_000, least: int = 0, **options: Any) -> None:
        """Take numbers from ``least`` to ``most``."""
        messages = {"invalid": _("Schrijf een heel getal, zonder punt of komma."), **MISSING}
        super().__init__(min_value=least, max_value=most, error_messages=messages, **options)


class Euro(forms.DecimalField):
    """An amount in euros, written as 1.250,50 or 1250.50."""

    def __init__(self, *, invalid: Any = "", **options: Any) -> None:
        """Take amounts up to a billion; ``invalid`` says what to write where it can be something else than euros."""
        messages = {"invalid": invalid or _("Schrijf een bedrag, bijvoorbeeld 1250 of 1250,50."), **MISSING}
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "maxlength": 20}))
        super().__init__(min_value=0, max_digits=11, decimal_places=2, error_messages=messages, **options)

    def to_python(self, value: Any) -> Any:
        """Read it as a Dutch reader writes it: a point before three figures is for thousands."""
        if isinstance(value, str):
            value = clean_text(value).replace("€", "").replace("\xa0", "").replace(" ", "")
            if "," in value:
                value = value.replace(".", "").replace(",", ".")
            elif value.count(".") > 1 or (value.count(".") == 1 and len(value.rsplit(".", 1)[1]) == 3):
                value = value.replace(".", "")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """Show an amount that is known the way it is typed; what somebody typed stays as it is."""
        return dutch_number(value) if isinstance(value, Decimal) else value


class Percent(forms.DecimalField):
    """A share from 0 to 100, with decimals only where there are some."""

    def __init__(self, **options: Any) -> None:
        """Take shares of a whole."""
        super().__init__(min_value=0, max_value=100, max_digits=5, decimal_places=2, **options)

    def prepare_value(self, value: Any) -> Any:
        """Show 30 and not 30.00; what somebody typed stays as it is."""
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


class Once(forms.UUIDField):
    """The mark that makes a form count once, however often it is sent."""

    def __init__(self) -> None:
        """Travel along unseen; a mark that somebody changed is refused in words."""
        broken = _(
            "Dit formulier is niet compleet binnengekomen. Uw tekst staat er nog; dien hem opnieuw in."
        )
        super().__init__(
            label=_("Formulier"),
            widget=forms.HiddenInput,
            error_messages={"required": broken, "invalid": broken},
        )


def one_more(data: Any, prefix: str, *, most: int) -> Any:
    """Copy what was sent with one more empty row in a list of forms; a count that makes no sense begins again."""
    typed = str(data.get(f"{prefix}-TOTAL_FORMS", ""))
    count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
    data = data.copy()
    data[f"{prefix}-TOTAL_FORMS"] = str(min(count, most) + 1)
    return data
