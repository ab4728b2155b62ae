"""A field for a figure, as Dutch people write it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from schakel.web.fields import EMPTY, plain_number


class Figure(forms.DecimalField):
    """A number such as 77,5 or 1.250; a comma before the decimals, points between thousands."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        options.setdefault("max_digits", 14)
        options.setdefault("decimal_places", 4)
        options["error_messages"] = {
            **EMPTY,
            "invalid": gettext_lazy("Dit is geen getal. Schrijf bijvoorbeeld 77,5 of 1.250."),
            "max_digits": gettext_lazy("Dit getal is te groot."),
            "max_whole_digits": gettext_lazy("Dit getal is te groot."),
            "max_decimal_places": gettext_lazy("Schrijf niet meer dan vier cijfers achter de komma."),
        }
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        """Read points as thousands and a comma as the decimal sign."""
        return super().to_python(plain_number(value) if isinstance(value, str) else value)
