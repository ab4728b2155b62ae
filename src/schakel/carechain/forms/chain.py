"""What people type about purposes, logs, columns and norms becomes clean values; nothing is saved here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.carechain.models import DataPurpose
from schakel.carechain.rules import (
    LONGEST_MONTHS,
    NEEDED,
    NEXT_STATES,
    ROLES,
    BottleneckState,
    Cause,
    NormUnit,
    unit_words,
    why_not_so_long,
)
from schakel.carechain.rules.norms import KnownNorm, known_norms
from schakel.network.choosing import AreaFilter
from schakel.network.models import Agreement, Area
from schakel.web.fields import CHOOSE, Day, Pick, Words, offer
from schakel.web.sent_file import SentFile, say_too_large

#: What a file of events may be called.
ENDINGS = ".csv,.gz,.xlsx,.xes,.parquet,.txt"


class PurposeForm(forms.Form):
    """Why event data may be used."""

    agreement = forms.ChoiceField(
        label=gettext_lazy("In welke overeenkomst staat dat gegevens gedeeld worden?"), error_messages=CHOOSE
    )
    goal = Words(
        label=gettext_lazy("Waarvoor gebruikt het netwerk de gegevens?"),
        help_text=gettext_lazy("Bijvoorbeeld: zien waar mensen wachten tussen ziekenhuis en verpleeghuis."),
        most=1_000,
        rows=3,
    )
    ground = Words(
        label=gettext_lazy("Waarom mag dat?"),
        help_text=gettext_lazy("De grondslag, en wat de partijen daarover afspraken."),
        most=1_000,
        rows=3,
    )
    longest_months = forms.IntegerField(
        label=gettext_lazy("Hoeveel maanden bewaart u een logboek hoogstens?"),
        min_value=1,
        max_value=LONGEST_MONTHS,
        initial=24,
        error_messages={
            "required": gettext_lazy("Vul dit in."),
            "invalid": gettext_lazy("Schrijf een heel getal, bijvoorbeeld 24."),
            "min_value": gettext_lazy("Het is minstens 1 maand."),
            "max_value": gettext_lazy("Het is hoogstens %(limit_value)s maanden."),
        },
    )

    def __init__(self, *args: Any, agreements: Sequence[Agreement], **options: Any) -> None:
        super().__init__(*args, **options)
        self._agreements = {str(one.pk): one for one in agreements}
        field: Any = self.fields["agreement"]
        field.choices = [
            ("", _("Kies een overeenkomst")),
            *((key, one.title) for key, one in self._agreements.items()),
        ]

    def clean_agreement(self) -> Agreement:
        """The agreement itself."""
        return self._agreements[self.cleaned_data["agreement"]]


class LogForm(forms.Form):
    """A file with events, why it may be used, and until when it is kept."""

    purpose = forms.ChoiceField(label=gettext_lazy("Waarvoor zijn deze gegevens?"), error_messages=CHOOSE)
    title = Words(
        label=gettext_lazy("Hoe noemt u dit logboek?"),
        help_text=gettext_lazy("Bijvoorbeeld: Ouderenzorg, 2025 en eerste helft 2026."),
        most=120,
    )
    file = SentFile(
        label=gettext_lazy("Het bestand"),
        help_text=gettext_lazy(
            "CSV, Excel (.xlsx), XES of Parquet, CSV en XES ook als .gz. Per regel een zaak, een stap, een tijdstip"
            " en liefst een organisatie. Hoogstens 1 GB; wat groter is dan 8 MB gaat in stukken."
        ),
        endings=ENDINGS,
    )
    is_pseudonymised = forms.BooleanField(
        label=gettext_lazy("De zaken in dit bestand zijn al pseudoniemen"),
        help_text=gettext_lazy("Anders vervangt Schakel ze, met een sleutel die alleen voor dit netwerk is."),
        required=False,
    )
    keep_until = Day(label=gettext_lazy("Tot en met welke dag bewaart u het?"))

    def __init__(
        self,
        *args: Any,
        purposes: Sequence[DataPurpose],
        is_too_large: bool = False,
        is_in_pieces: bool = False,
        **options: Any,
    ) -> None:
        """is_in_pieces: the file itself comes later; its name and size are told now."""
        super().__init__(*args, **options)
        if is_in_pieces:
            del self.fields["file"]
            self.fields["filename"] = Words(label=gettext_lazy("Het bestand"), most=255)
            self.fields["size"] = forms.IntegerField(label=gettext_lazy("Het bestand"), min_value=0)
        self._purposes = {str(one.pk): one for one in purposes}
        field: Any = self.fields["purpose"]
        field.choices = [(key, one.goal[:90]) for key, one in self._purposes.items()]
        if not is_in_pieces:
            say_too_large(self, self.too_large_words(), is_too_large=is_too_large)

    @staticmethod
    def too_large_words() -> str:
        """What to do with a file that does not fit."""
        return _(
            "Dit bestand is groter dan 8 MB, en uw browser stuurt het niet in stukken. Zet JavaScript aan, of"
            " comprimeer het tot .gz of maak er Parquet van; dan wordt het vaak tien keer zo klein."
        )

    @property
    def faults(self) -> list[str]:
        """What is wrong, each with the field it is about."""
        found = []
        for name, reasons in self.errors.items():
            label = self.fields[name].label if name in self.fields else ""
            found += [f"{label}: {reason}" if label else str(reason) for reason in reasons]
        return found

    def clean_purpose(self) -> DataPurpose:
        """The purpose itself."""
        return self._purposes[self.cleaned_data["purpose"]]


class SameFileForm(forms.Form):
    """The file of which a part is in, to go on with it."""

    file = SentFile(
        label=gettext_lazy("Het bestand"),
        endings=ENDINGS,
    )


class ColumnsForm(forms.Form):
    """Which column of the file is what, up to which day events count, and when a case has ended."""

    def __init__(
        self, *args: Any, columns: Sequence[Mapping[str, Any]], mapping: Mapping[str, str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        names = [(one["name"], one["name"] or _("(zonder naam)")) for one in columns]
        for role, words in ROLES.items():
            self.fields[role] = forms.ChoiceField(
                label=words,
                choices=[("", _("Kies een kolom") if role in NEEDED else _("staat er niet in")), *names],
                required=role in NEEDED,
                initial=mapping.get(role, ""),
                error_messages=CHOOSE,
            )
        self.fields["cut_off"] = Day(
            label=_("Tot en met welke dag telt het?"),
            help_text=_("Wie op die dag wacht, staat apart. Leeg: alles telt."),
            required=False,
        )
        self.fields["closing"] = Words(
            label=_("Met welke stappen is een zaak klaar?"),
            help_text=_(
                "Bijvoorbeeld: afgesloten, overleden. Met een komma ertussen. Leeg: met de laatste stap."
            ),
            most=500,
            required=False,
        )

    @property
    def mapping(self) -> dict[str, str]:
        """Role → name of the column, as chosen."""
        return {role: self.cleaned_data[role] for role in ROLES if self.cleaned_data.get(role)}

    @property
    def closing_steps(self) -> list[str]:
        """The steps with which a case ends."""
        return [word.strip() for word in self.cleaned_data["closing"].split(",") if word.strip()]


class NormForm(forms.Form):
    """Within how many days or hours people go on, and who says so: a norm that everybody knows, or one of their own."""

    known = Pick(
        label=gettext_lazy("Is het een bekende norm?"),
        help_text=gettext_lazy("Dan staan de tijd, het aantal mensen en wie het zegt vast."),
        empty=gettext_lazy("Nee, ik vul hem zelf in"),
        required=False,
    )
    most = forms.IntegerField(
        label=gettext_lazy("Binnen hoeveel dagen of uren?"),
        help_text=gettext_lazy(
            "Vier weken is 28 kalenderdagen of 20 werkdagen. Niet nodig als u een norm koos."
        ),
        required=False,
        min_value=0,
        max_value=3_650,
        error_messages={
            "required": gettext_lazy("Vul dit in."),
            "invalid": gettext_lazy("Schrijf een heel getal, bijvoorbeeld 28."),
            "min_value": gettext_lazy("Minder dan 0 kan niet."),
            "max_value": gettext_lazy("Meer dan 3.650 kan niet."),
        },
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Telt u dagen of uren?"),
        help_text=gettext_lazy(
            "Werkdagen zijn maandag tot en met vrijdag, zonder feestdagen. Van vrijdag op maandag is één werkdag."
            " Uren tellen ook ’s nachts mee; op werkdagen staan ze in het weekend stil."
        ),
        choices=[(one.value, one.label.capitalize()) for one in NormUnit],
        widget=forms.RadioSelect,
        initial=NormUnit.DAYS,
        error_messages=CHOOSE,
    )
    percent = forms.IntegerField(
        label=gettext_lazy("Voor hoeveel van de honderd mensen?"),
        min_value=1,
        max_value=100,
        initial=80,
        required=False,
        error_messages={
            "required": gettext_lazy("Vul dit in."),
            "invalid": gettext_lazy("Schrijf een heel getal, bijvoorbeeld 80."),
            "min_value": gettext_lazy("Het is minstens 1."),
            "max_value": gettext_lazy("Het is hoogstens 100."),
        },
    )
    origin = Words(
        label=gettext_lazy("Wie zegt dat?"),
        help_text=gettext_lazy(
            "Bijvoorbeeld: een afspraak van het netwerk, met de datum. Niet nodig als u een norm koos."
        ),
        required=False,
    )
    valid_from = Day(label=gettext_lazy("Vanaf welke dag geldt het?"))
    is_for_all = forms.BooleanField(
        label=gettext_lazy("Ook voor wie van elders naar deze plek gaat"), required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "known", [(one.key, str(one), one) for one in known_norms()])

    def clean(self) -> dict[str, Any]:
        """Take over what a known norm says; without one each question is answered here."""
        told = self.cleaned_data
        known: KnownNorm | None = told.get("known")
        if known is not None:
            if told.get("most") not in {None, known.most}:
                self.add_error(
                    "most",
                    _("De bekende norm zegt %(days)s. Laat dit leeg, of kies geen bekende norm.")
                    % {"days": unit_words(known.most, known.unit)},
                )
            self.errors.pop("unit", None)
            return told | {name: getattr(known, name) for name in ("most", "unit", "percent", "origin")}
        for name, words in (
            ("most", _("Vul in hoeveel, of kies een bekende norm.")),
            ("percent", _("Vul dit in.")),
            ("origin", _("Schrijf op wie dat zegt, of kies een bekende norm.")),
        ):
            if told.get(name) in {None, ""} and name not in self.errors:
                self.add_error(name, words)
        if (
            "most" not in self.errors
            and "unit" in told
            and (why := why_not_so_long(told["most"], told["unit"]))
        ):
            self.add_error("most", why)
        return told


class BottleneckFilter(AreaFilter):
    """Which bottlenecks to show; a filter that is no choice is passed by."""

    oorzaak = forms.ChoiceField(
        label=gettext_lazy("Waardoor?"),
        choices=[("", gettext_lazy("Alle oorzaken")), *Cause.choices],
        required=False,
    )

    def cause(self) -> str:
        """The cause that was chosen, or nothing."""
        self.is_valid()
        return str(self.cleaned_data.get("oorzaak", ""))


class BottleneckForm(forms.Form):
    """Where it stalls, why, and for which part of the region."""

    title = Words(label=gettext_lazy("Wat hapert er?"))
    story = Words(
        label=gettext_lazy("Wat gebeurt er dan?"),
        help_text=gettext_lazy("Voor de patiënt en voor wie er werkt. Noem geen namen van mensen."),
        most=2_000,
        rows=5,
    )
    cause = forms.ChoiceField(
        label=gettext_lazy("Waardoor komt het vooral?"),
        choices=[("", gettext_lazy("Kies een oorzaak")), *Cause.choices],
        error_messages=CHOOSE,
    )
    area = forms.ChoiceField(label=gettext_lazy("In welk gebied?"), required=False, error_messages=CHOOSE)
    heard_from = Words(
        label=gettext_lazy("Van wie hoorde u het?"),
        help_text=gettext_lazy("Een functie is genoeg, bijvoorbeeld: transferverpleegkundige."),
        most=120,
        required=False,
    )

    def __init__(self, *args: Any, areas: Sequence[Area], **options: Any) -> None:
        super().__init__(*args, **options)
        self._areas = {one.slug: one for one in areas}
        field: Any = self.fields["area"]
        field.choices = [("", _("De hele regio")), *((slug, one.name) for slug, one in self._areas.items())]

    def clean_area(self) -> Area | None:
        """The area itself, or none for the whole region."""
        return self._areas.get(self.cleaned_data["area"])


class BottleneckStateForm(forms.Form):
    """What became of a bottleneck."""

    state = forms.ChoiceField(
        label=gettext_lazy("Hoe staat het ermee?"), widget=forms.RadioSelect, error_messages=CHOOSE
    )
    reason = Words(label=gettext_lazy("Waarom?"), most=1_000, rows=3)

    def __init__(self, *args: Any, now: str, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["state"]
        after = NEXT_STATES[BottleneckState(now)]
        field.choices = [(one.value, str(one.label).capitalize()) for one in BottleneckState if one in after]
