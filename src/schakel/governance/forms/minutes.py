"""Forms of the minutes of a meeting: the text, when the group adopted it, what is added later."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.models import Meeting
from schakel.web.fields import CHOOSE, LONG, Day, Words
from schakel.web.formats import weekday_date

OUTSIDE = "buiten"


class MinutesForm(forms.Form):
    """What was said, one text with the points of the agenda."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    text = Words(
        label=gettext_lazy("Wat is er besproken?"),
        help_text=gettext_lazy("Iedereen in dit netwerk kan het concept meteen lezen. Noem geen patiënten."),
        most=60_000,
        rows=24,
    )

    def clean_seen(self) -> int:
        """The version that was before the writer; none is 0."""
        return self.cleaned_data["seen"] or 0


class AdoptMinutesForm(forms.Form):
    """In which meeting the group adopted the minutes, or on which day and how."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    adopted_in = forms.ChoiceField(
        label=gettext_lazy("Wanneer heeft de groep dit verslag vastgesteld?"),
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    on = Day(label=gettext_lazy("Buiten een overleg: op welke dag?"), required=False)
    how = Words(
        label=gettext_lazy("Buiten een overleg: hoe?"),
        help_text=gettext_lazy("Bijvoorbeeld: per mail, niemand had een opmerking."),
        most=300,
        required=False,
    )

    def __init__(self, *args: Any, meetings: Sequence[Meeting], **options: Any) -> None:
        super().__init__(*args, **options)
        self._meetings = {one.number: one for one in meetings}
        field: Any = self.fields["adopted_in"]
        field.choices = [
            *(
                (
                    number,
                    _("In overleg %(number)s van %(day)s")
                    % {"number": number, "day": weekday_date(one.starts_at)},
                )
                for number, one in self._meetings.items()
            ),
            (OUTSIDE, _("Buiten een overleg")),
        ]
        field.initial = next(iter(self._meetings), OUTSIDE)
        if not self._meetings:
            field.widget = forms.HiddenInput()
            self.fields["on"].required = self.fields["how"].required = True

    def clean_adopted_in(self) -> Meeting | None:
        """The meeting that was chosen; outside a meeting is None."""
        return self._meetings.get(self.cleaned_data["adopted_in"])

    def clean(self) -> dict[str, Any]:
        """Outside a meeting the day and the way must be told."""
        values = super().clean() or self.cleaned_data
        if "adopted_in" in values and values["adopted_in"] is None:
            for name in ("on", "how"):
                if not values.get(name) and name not in self.errors:
                    self.add_error(name, _("Vul dit in."))
        return values


class AddToMinutesForm(forms.Form):
    """What is added beside adopted minutes, and why."""

    text = Words(label=gettext_lazy("Wat vult u aan?"), most=LONG, rows=6)
    reason = Words(label=gettext_lazy("Waarom?"), most=300)
