"""What people type about transfers: a file, what partners agreed, and by what health gained is measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.carechain.forms.chain import LogForm
from schakel.carechain.rules.home import LONGEST_DAYS, LONGEST_HOURS, LONGEST_NIGHTS
from schakel.measuring.models import Series
from schakel.web.fields import CHOOSE, Day, Words


class TransfersForm(LogForm):
    """A file with transfers, why it may be used, up to which day it counts, and until when it is kept."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"].label = _("Hoe noemt u dit bestand?")
        self.fields["title"].help_text = _("Bijvoorbeeld: Overdrachten, eerste helft 2026.")
        if "file" in self.fields:
            self.fields["file"].help_text = _(
                "CSV of Excel (.xlsx), ook als .gz. De namen van de kolommen staan op de eerste regel."
            )
            self.fields["file"].widget.attrs["accept"] = ".csv,.gz,.xlsx,.txt"
        self.fields["is_pseudonymised"].label = _("De patiënten in dit bestand zijn al pseudoniemen")
        self.fields["cut_off"] = Day(
            label=_("Tot en met welke dag telt het?"),
            help_text=_("Wie op die dag wacht, staat apart. Leeg: tot en met de laatste dag in het bestand."),
            required=False,
        )
        self.order_fields(["purpose", "title", "file", "is_pseudonymised", "cut_off", "keep_until"])


def _whole(label: Any, least: int, most: int, **more: Any) -> forms.IntegerField:
    """A whole number within limits, with words for each that it passes."""
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        error_messages={
            "required": gettext_lazy("Vul dit in."),
            "invalid": gettext_lazy("Schrijf een heel getal, bijvoorbeeld 24."),
            "min_value": gettext_lazy("Het is minstens %(limit_value)s."),
            "max_value": gettext_lazy("Het is hoogstens %(limit_value)s."),
        },
        **more,
    )


class TransferAgreementForm(forms.Form):
    """What partners agreed on about transfers, and who says so."""

    answer_within_hours = _whole(
        gettext_lazy("Binnen hoeveel uur komt er antwoord op een aanvraag?"),
        1,
        LONGEST_HOURS,
        help_text=gettext_lazy("Verstreken uren, ook ’s nachts. Een weigering is ook een antwoord."),
    )
    sent_before_leaving_hours = _whole(
        gettext_lazy("Hoeveel uur voor vertrek is de overdracht verstuurd?"), 0, LONGEST_HOURS
    )
    delay_nights_max = _whole(
        gettext_lazy("Hoeveel nachten wacht iemand hoogstens die klaar is voor vertrek?"),
        0,
        LONGEST_NIGHTS,
        help_text=gettext_lazy("Zonder de nachten waar de patiënt zelf om vroeg."),
    )
    readmission_days = _whole(
        gettext_lazy("Terug in het ziekenhuis binnen hoeveel dagen is een heropname?"), 1, LONGEST_DAYS
    )
    percent = _whole(gettext_lazy("Voor hoeveel van de honderd mensen moet dit lukken?"), 1, 100, initial=90)
    origin = Words(
        label=gettext_lazy("Wie sprak dit af?"),
        help_text=gettext_lazy("Bijvoorbeeld: het transferoverleg van 3 maart 2026."),
    )
    valid_from = Day(label=gettext_lazy("Vanaf welke dag geldt het?"))


class GainForm(forms.Form):
    """By which series the health that a step gains is measured."""

    series = forms.ChoiceField(
        label=gettext_lazy("Welke reeks zegt wat deze stap aan gezondheid oplevert?"),
        help_text=gettext_lazy("U kiest uit wat uw netwerk meet. Uitkomsten staan bovenaan."),
        required=False,
        error_messages=CHOOSE,
    )

    def __init__(self, *args: Any, series: Sequence[Series], **options: Any) -> None:
        super().__init__(*args, **options)
        self._series = {str(one.pk): one for one in series}
        field: Any = self.fields["series"]
        field.choices = [("", _("Niet gemeten")), *((key, str(one)) for key, one in self._series.items())]

    def clean_series(self) -> Series | None:
        """The series itself, or none."""
        return self._series.get(self.cleaned_data["series"])
