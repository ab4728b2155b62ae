"""The filters of the register of decisions."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.models import Body
from schakel.governance.rules import DecisionStatus, DecisionType
from schakel.network.choosing import IN_AN_AREA, AreaFilter
from schakel.web.fields import CHOOSE, Words


class RegisterForm(AreaFilter):
    """Which decisions to show; a filter that is no choice is passed by, so that an old address still works."""

    field_order = ("q", "theme", "body", "type", "verdict", "status", "year", "gebied", "breed")
    q = Words(label=gettext_lazy("Woord of nummer"), required=False)
    theme = forms.ChoiceField(label=gettext_lazy("Thema"), required=False, error_messages=CHOOSE)
    body = forms.ChoiceField(label=gettext_lazy("Groep"), required=False, error_messages=CHOOSE)
    type = forms.ChoiceField(label=gettext_lazy("Soort"), required=False, error_messages=CHOOSE)
    verdict = forms.ChoiceField(label=gettext_lazy("Uitkomst"), required=False, error_messages=CHOOSE)
    status = forms.ChoiceField(label=gettext_lazy("Stand"), required=False, error_messages=CHOOSE)
    year = forms.ChoiceField(label=gettext_lazy("Jaar"), required=False, error_messages=CHOOSE)

    def __init__(
        self,
        *args: Any,
        bodies: Sequence[Body],
        years: Iterable[int],
        verdicts: Iterable[str] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        themes = {body.theme.slug: body.theme.name for body in bodies if body.theme}
        offered: dict[str, list[tuple[str, Any]]] = {
            "theme": [("", _("alle thema’s")), *sorted(themes.items(), key=lambda one: one[1])],
            "body": [("", _("alle groepen")), *((body.slug, body.name) for body in bodies)],
            "type": [("", _("alle soorten")), *DecisionType.choices],
            "verdict": [("", _("alle uitkomsten")), *((words, words) for words in verdicts)],
            "status": [("", _("alle")), *DecisionStatus.choices],
            "year": [("", _("alle jaren")), *((str(year), str(year)) for year in years)],
        }
        for name, choices in offered.items():
            field: Any = self.fields[name]
            field.choices = choices

    def chosen(self) -> dict[str, Any]:
        """The filters that are good; the others count as not chosen."""
        self.is_valid()
        typed = {name: self.cleaned_data.get(name) or "" for name in self.fields if name not in IN_AN_AREA}
        return {**typed, "area": self.chosen_area()}
