"""The filters of the register of decisions."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.models import Body
from schakel.governance.rules import DecisionStatus, DecisionType
from schakel.web.fields import CHOOSE, Words


class RegisterForm(forms.Form):
    """Which decisions to show; a filter that is no choice is passed by, so that an old address still works."""

    q = Words(label=gettext_lazy("Woord of nummer"), required=False)
    body = forms.ChoiceField(label=gettext_lazy("Groep"), required=False, error_messages=CHOOSE)
    type = forms.ChoiceField(label=gettext_lazy("Soort"), required=False, error_messages=CHOOSE)
    status = forms.ChoiceField(label=gettext_lazy("Stand"), required=False, error_messages=CHOOSE)
    year = forms.ChoiceField(label=gettext_lazy("Jaar"), required=False, error_messages=CHOOSE)

    def __init__(self, *args: Any, bodies: Sequence[Body], years: Iterable[int], **options: Any) -> None:
        super().__init__(*args, **options)
        offered: dict[str, list[tuple[str, Any]]] = {
            "body": [("", _("alle groepen")), *((body.slug, body.name) for body in bodies)],
            "type": [("", _("alle soorten")), *DecisionType.choices],
            "status": [("", _("alle")), *DecisionStatus.choices],
            "year": [("", _("alle jaren")), *((str(year), str(year)) for year in years)],
        }
        for name, choices in offered.items():
            field: Any = self.fields[name]
            field.choices = choices

    def chosen(self) -> dict[str, str]:
        """The filters that are good; the others count as not chosen."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}
