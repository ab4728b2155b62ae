"""Form to lay a decision before another body."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from schakel.governance.models import Body
from schakel.web.fields import LONG, Pick, Words, offer


class EscalateForm(forms.Form):
    """To which body a decision is handed, and why."""

    body = Pick(label=gettext_lazy("Aan welke groep legt u het voor?"))
    reason = Words(label=gettext_lazy("Waarom?"), most=LONG, rows=4)

    def __init__(self, *args: Any, bodies: Sequence[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "body", [(body.slug, body.name, body) for body in bodies])
