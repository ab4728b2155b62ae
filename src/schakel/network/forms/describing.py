"""What is typed about the network itself, its areas, and an agreement nobody has signed yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.network.forms import AgreementForm
from schakel.network.models import Area, Article, Partner
from schakel.network.rules import AreaKind, Hue
from schakel.web.fields import CHOOSE, LONG, Day, Words


class NetworkForm(forms.Form):
    """What a network tells about itself."""

    name = Words(label=gettext_lazy("Hoe heet het netwerk?"))
    region = Words(label=gettext_lazy("Welke regio?"), required=False)
    mission = Words(
        label=gettext_lazy("Wat wil het netwerk bereiken?"),
        help_text=gettext_lazy("Eén of twee zinnen die iedereen begrijpt."),
        most=2_000,
        rows=4,
        required=False,
    )
    vision = Words(label=gettext_lazy("Hoe wil het dat doen?"), most=4_000, rows=5, required=False)
    principles = Words(
        label=gettext_lazy("Uitgangspunten"),
        help_text=gettext_lazy("Eén per regel."),
        most=4_000,
        rows=5,
        required=False,
    )
    legal_form = Words(label=gettext_lazy("Rechtsvorm"), required=False)
    supported_by = Words(label=gettext_lazy("Wie ondersteunt het netwerk?"), required=False)
    hue_slug = forms.ChoiceField(
        label=gettext_lazy("Kleur van de balk"),
        choices=Hue.choices,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    is_listed = forms.BooleanField(
        label=gettext_lazy("Iedereen mag de openbare pagina lezen"),
        help_text=gettext_lazy(
            "Daar staan missie, thema’s, gebieden, partners en geschiedenis, en wat u apart openbaar maakt."
        ),
        required=False,
    )

    def clean_principles(self) -> list[str]:
        """One principle for each line that says something."""
        return [line.strip() for line in self.cleaned_data["principles"].split("\n") if line.strip()]


class AreaForm(forms.Form):
    """A region, municipality, sub-region or zone."""

    name = Words(label=gettext_lazy("Hoe heet het gebied?"), most=120)
    kind = forms.ChoiceField(
        label=gettext_lazy("Wat voor gebied is het?"),
        choices=AreaKind.choices,
        initial=AreaKind.MUNICIPALITY,
        error_messages=CHOOSE,
    )
    parent = forms.ChoiceField(
        label=gettext_lazy("In welk gebied ligt het?"), required=False, error_messages=CHOOSE
    )
    cbs_code = forms.RegexField(
        r"^(GM|WK|BU|PV|CR)\d{2,8}$",
        label=gettext_lazy("CBS-code"),
        help_text=gettext_lazy("Bijvoorbeeld GM0141."),
        required=False,
        max_length=10,
        error_messages={"invalid": gettext_lazy("Dit is geen CBS-code. Schrijf bijvoorbeeld GM0141.")},
    )
    note = Words(label=gettext_lazy("Toelichting"), most=1_000, rows=2, required=False)

    def __init__(self, *args: Any, areas: Iterable[Area], **options: Any) -> None:
        super().__init__(*args, **options)
        self._areas = {area.slug: area for area in areas}
        field: Any = self.fields["parent"]
        field.choices = [
            ("", _("geen ander gebied")),
            *((slug, one.name) for slug, one in self._areas.items()),
        ]

    def clean_parent(self) -> Area | None:
        """The area it lies in."""
        return self._areas.get(self.cleaned_data["parent"])


class ChangeAgreementForm(AgreementForm):
    """An agreement that nobody has signed yet; who signs is chosen apart."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, partners=(), **options)
        del self.fields["parties"], self.fields["text"]


class PartyForm(forms.Form):
    """One more partner that is asked to sign."""

    partner = forms.ChoiceField(
        label=gettext_lazy("Wie wordt ook gevraagd te tekenen?"), error_messages=CHOOSE
    )

    def __init__(self, *args: Any, partners: Iterable[Partner], **options: Any) -> None:
        super().__init__(*args, **options)
        self._partners = {partner.slug: partner for partner in partners}
        field: Any = self.fields["partner"]
        field.choices = [
            ("", _("kies een partner")),
            *((slug, one.name) for slug, one in self._partners.items()),
        ]

    def clean_partner(self) -> Partner:
        """The partner that was chosen."""
        return self._partners[self.cleaned_data["partner"]]


class ObligationForm(forms.Form):
    """What one party has to do, by when, and where that stands."""

    partner = forms.ChoiceField(label=gettext_lazy("Welke partij?"), error_messages=CHOOSE)
    text = Words(
        label=gettext_lazy("Wat doet deze partij?"),
        help_text=gettext_lazy("Eén zin, bijvoorbeeld: levert elk jaar twee docenten."),
        most=500,
        rows=2,
    )
    article = forms.ChoiceField(
        label=gettext_lazy("Uit welk artikel volgt dat?"), required=False, error_messages=CHOOSE
    )
    source_text = Words(
        label=gettext_lazy("Welke zin is dat?"),
        help_text=gettext_lazy("Alleen nodig als het artikel het niet vanzelf zegt."),
        most=LONG,
        rows=3,
        required=False,
    )
    due_on = Day(label=gettext_lazy("Uiterlijk op welke dag?"), required=False)
    every_months = forms.IntegerField(
        label=gettext_lazy("Na hoeveel maanden keert het terug?"),
        help_text=gettext_lazy("Leeg betekent: het is één keer. Elk jaar is 12."),
        min_value=1,
        max_value=120,
        required=False,
    )

    def __init__(
        self, *args: Any, partners: Iterable[Partner], articles: Iterable[Article] = (), **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._partners = {partner.slug: partner for partner in partners}
        field: Any = self.fields["partner"]
        field.choices = [
            ("", _("kies een partij")),
            *((slug, one.name) for slug, one in self._partners.items()),
        ]
        self._articles = {str(one.mark): one for one in articles}
        if not self._articles:
            del self.fields["article"]
            return
        choice: Any = self.fields["article"]
        choice.choices = [
            ("", _("geen artikel")),
            *((mark, str(one)) for mark, one in self._articles.items()),
        ]

    def clean_article(self) -> Article | None:
        """The article that was chosen."""
        return self._articles.get(self.cleaned_data["article"])

    def clean_partner(self) -> Partner:
        """The party that was chosen."""
        return self._partners[self.cleaned_data["partner"]]


class ConfirmObligationForm(forms.Form):
    """Whether this is so, for a party."""

    agrees = forms.TypedChoiceField(
        label=gettext_lazy("Klopt dit?"),
        choices=[("ja", gettext_lazy("Ja, dit doen wij")), ("nee", gettext_lazy("Nee, dit klopt niet"))],
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    answer = Words(
        label=gettext_lazy("Toelichting"),
        help_text=gettext_lazy("Klopt het niet? Schrijf dan op wat er anders is."),
        most=2_000,
        rows=3,
        required=False,
    )


class ReportObligationForm(forms.Form):
    """Whether it was done, and what shows it; carries the day it is about."""

    due_on = forms.DateField(widget=forms.HiddenInput, required=False)
    is_met = forms.TypedChoiceField(
        label=gettext_lazy("Is het gelukt?"),
        choices=[("ja", gettext_lazy("Ja, nagekomen")), ("nee", gettext_lazy("Nee, niet gelukt"))],
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    evidence = Words(
        label=gettext_lazy("Waaruit blijkt dat, of waarom lukte het niet?"),
        help_text=gettext_lazy("Een bestand zet u bij de documenten van de overeenkomst."),
        most=2_000,
        rows=3,
    )
    on = Day(
        label=gettext_lazy("Op welke dag?"), help_text=gettext_lazy("Leeg betekent vandaag."), required=False
    )


class WithdrawObligationForm(forms.Form):
    """Why it is taken away."""

    reason = Words(label=gettext_lazy("Waarom trekt u dit in?"), most=2_000, rows=3)
