"""Who takes over what somebody leaves behind, thing by thing; and the day of leaving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.overview.queries.handover import OpenThing
from schakel.web.fields import CHOOSE, Day, Words

END = "einde"


class HandOverForm(forms.Form):
    """One choice for each open thing: somebody takes it over, or it ends; what is left empty stays open."""

    def __init__(
        self, *args: Any, things: Sequence[OpenThing], takers: Sequence[Any], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._takers = {str(one.pk): one for one in takers}
        give = [(key, one.name) for key, one in self._takers.items()]
        for thing in things:
            if not (thing.can_give or thing.can_end):
                continue
            choices = [("", _("staat nog open"))]
            choices += [(END, _("beëindig: %(words)s") % {"words": thing.end_words})] if thing.can_end else []
            choices += give if thing.can_give else []
            self.fields[thing.key] = forms.ChoiceField(
                label=f"{thing.what}: {thing.title}",
                help_text=thing.detail,
                choices=choices,
                required=False,
                error_messages=CHOOSE,
            )
        self.has_choices = bool(self.fields)
        self.fields["why"] = Words(label=_("Waarom?"), most=500)

    def answers(self) -> dict[str, Any]:
        """What was chosen: for each thing who takes it over, or None where it ends."""
        chosen = {key: value for key, value in self.cleaned_data.items() if key != "why" and value}
        return {key: None if value == END else self._takers[value] for key, value in chosen.items()}


class LeaveForm(forms.Form):
    """The day from which somebody no longer takes part, and why."""

    on = Day(
        label=gettext_lazy("Vanaf welke dag niet meer?"),
        help_text=gettext_lazy("Op die dag ziet diegene niets meer van het netwerk."),
    )
    reason = Words(label=gettext_lazy("Waarom?"), most=500, rows=3)
