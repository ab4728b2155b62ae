"""Form to lay a decision before another body."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from schakel.governance.models import Body
from schakel.web.fields import CHOOSE, LONG, Words


class EscalateForm(forms.Form):
    """To which body a decision is handed, and why."""

    body = forms.ChoiceField(label=gettext_lazy("Aan welke groep legt u het voor?"), error_messages=CHOOSE)
    reason = Words(label=gettext_lazy("Waarom?"), most=LONG, rows=4)

    def __init__(self, *args: Any, bodies: Sequence[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        self._bodies = {body.slug: body for body in bodies}
        field: Any = self.fields["body"]
        field.choices = [(slug, body.name) for slug, body in self._bodies.items()]

    def clean_body(self) -> Body:
        """The body that was chosen."""
        return self._bodies[self.cleaned_data["body"]]
