"""An area as a filter of a list: the field in the form, and the line that says what concerns more than the area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from schakel.network.queries import AreaNode, ChosenArea, chosen_area

#: What stands in the address when what concerns more than the chosen area is shown too.
WIDE = "ja"
#: How the fields are called, in a form and in an address.
IN_AN_AREA = ("gebied", "breed")


class AreaFilter(forms.Form):
    """The part of a filter form that chooses an area; a network without areas is not asked."""

    gebied = forms.ChoiceField(label=gettext_lazy("Gebied"), required=False)
    breed = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)

    def __init__(self, *args: Any, areas: Sequence[AreaNode], **options: Any) -> None:
        super().__init__(*args, **options)
        self._areas = areas
        if not areas:
            del self.fields["gebied"]
        else:
            # A closed list shows the words of what was chosen: those are the plain name.
            chosen = self.data.get("gebied", "")
            indented = [
                (
                    one.area.slug,
                    "\u00a0\u00a0\u00a0" * (one.depth if one.area.slug != chosen else 0) + one.area.name,
                )
                for one in areas
            ]
            field: Any = self.fields["gebied"]
            field.choices = [("", _("Het hele gebied")), *indented]
        if self.data.get("breed") != WIDE:
            del self.fields["breed"]

    def chosen_area(self) -> ChosenArea | None:
        """The area that was chosen, or None; what is no area is passed by."""
        self.is_valid()
        slug = getattr(self, "cleaned_data", {}).get("gebied", "")
        return chosen_area(self._areas, slug, is_wide="breed" in self.fields) if slug else None


def beyond_line(
    request: HttpRequest,
    chosen: ChosenArea | None,
    count: Callable[[ChosenArea], int],
    words: Callable[[int], str] | None = None,
) -> dict[str, str] | None:
    """Say which area it is and how many concern more, with the way to see them too; None when nobody chose an area.

    count: how many there are, asked only when they are not shown. words: how to say it of this list.
    """
    if chosen is None:
        return None
    asked = request.GET.copy()
    asked.pop("page", None)
    where = _("Gebied: %(area)s, en wat erin ligt.") if len(chosen.within) > 1 else _("Gebied: %(area)s.")
    line = {"where": where % {"area": chosen.area.name}}
    if chosen.is_wide:
        asked.pop("breed", None)
        return line | {
            "text": _("Ook wat voor het hele netwerk of een groter gebied geldt, staat hierbij."),
            "label": _("Toon alleen %(area)s") % {"area": chosen.area.name},
            "href": f"{request.path}?{asked.urlencode()}",
        }
    n = count(chosen.only_beyond())
    if not n:
        return line
    asked["breed"] = WIDE
    return line | {
        "text": (words or _in_words)(n),
        "label": _("Toon die ook"),
        "href": f"{request.path}?{asked.urlencode()}",
    }


def _in_words(n: int) -> str:
    return ngettext(
        "Nog één geldt voor het hele netwerk of voor een groter gebied.",
        "Nog %(n)s gelden voor het hele netwerk of voor een groter gebied.",
        n,
    ) % {"n": n}
