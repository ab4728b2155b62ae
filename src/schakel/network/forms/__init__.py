"""What people type about partners, people and agreements becomes clean values; nothing is saved here."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.network.choosing import AreaFilter
from schakel.network.models import Area, Partner
from schakel.network.queries import AreaNode
from schakel.network.rules import (
    AgreementKind,
    OrganisationKind,
    PartnerStatus,
    clean_number,
    why_not_agb_code,
    why_not_kvk_number,
)
from schakel.network.rules.articles import LONGEST_ARTICLE
from schakel.web.fields import CHOOSE, Day, Words

TEXT = {"most": 2_000, "rows": 4, "required": False}

#: A new organisation comes in as one of these; leaving is a deed of its own.
NEW_STATUSES = (
    PartnerStatus.PARTNER,
    PartnerStatus.OWNER,
    PartnerStatus.LISTENER,
    PartnerStatus.CANDIDATE,
    PartnerStatus.PARTICIPANT,
)


class PartnerFilterForm(AreaFilter):
    """Which partners to show."""

    q = Words(label=gettext_lazy("Zoek op naam"), most=100, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Soort"), required=False)
    field_order = ("q", "kind", "gebied", "breed")

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["kind"]
        field.choices = [("", _("alle soorten")), *kinds]


class Eight(Words):
    """A number of eight digits; spaces, points and dashes in it are left out."""

    def to_python(self, value: Any) -> str:
        """The digits as they are kept."""
        return clean_number(super().to_python(value))


class PartnerForm(forms.Form):
    """An organisation that comes into the network."""

    name = Words(label=gettext_lazy("Hoe heet de organisatie?"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Wat voor organisatie is het?"),
        choices=[("", gettext_lazy("Kies een soort")), *OrganisationKind.choices],
        error_messages=CHOOSE,
    )
    status = forms.ChoiceField(
        label=gettext_lazy("Hoe hoort zij bij het netwerk?"),
        choices=[(status.value, status.label) for status in NEW_STATUSES],
        initial=PartnerStatus.PARTNER,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    member_of = forms.ChoiceField(
        label=gettext_lazy("Hoort zij bij een andere partner?"),
        help_text=gettext_lazy(
            "Bijvoorbeeld een praktijk onder een huisartsenorganisatie. Zij telt dan niet apart."
        ),
        required=False,
        error_messages=CHOOSE,
    )
    joined_on = Day(label=gettext_lazy("Vanaf welke dag?"), required=False)
    areas = forms.MultipleChoiceField(
        label=gettext_lazy("In welke gebieden werkt zij?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=CHOOSE,
    )
    kvk_number = Eight(
        label=gettext_lazy("KvK-nummer"),
        help_text=gettext_lazy("8 cijfers. Het geldt in elk netwerk waar deze organisatie meedoet."),
        most=20,
        required=False,
    )
    agb_code = Eight(
        label=gettext_lazy("AGB-code"),
        help_text=gettext_lazy("8 cijfers. Alleen zorgaanbieders hebben er een."),
        most=20,
        required=False,
    )
    note = Words(label=gettext_lazy("Toelichting"), **TEXT)

    def __init__(
        self, *args: Any, partners: Iterable[Partner], areas: Iterable[AreaNode], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._areas = {one.area.slug: one.area for one in areas}
        if not self._areas:
            del self.fields["areas"]
        else:
            places: Any = self.fields["areas"]
            places.choices = [(slug, area.name) for slug, area in self._areas.items()]
        self._partners = {partner.slug: partner for partner in partners}
        field: Any = self.fields["member_of"]
        field.choices = [
            ("", _("nee, zij staat op zichzelf")),
            *((slug, partner.name) for slug, partner in self._partners.items()),
        ]

    def clean_member_of(self) -> Partner | None:
        """The partner under which it stands."""
        return self._partners.get(self.cleaned_data["member_of"])

    def clean_areas(self) -> list[Area]:
        """The areas that were ticked."""
        return [self._areas[slug] for slug in self.cleaned_data["areas"]]

    def clean_kvk_number(self) -> str:
        """A number of the trade register, or nothing."""
        return _right(self.cleaned_data["kvk_number"], why_not_kvk_number)

    def clean_agb_code(self) -> str:
        """A code of a care provider, or nothing."""
        return _right(self.cleaned_data["agb_code"], why_not_agb_code)

    def clean_name(self) -> str:
        """A name that an address can be made of."""
        name = self.cleaned_data["name"]
        if not slugify(name):
            raise forms.ValidationError(_("Gebruik letters of cijfers in de naam."))
        return name


def _right(number: str, why_not: Callable[[str], str | None]) -> str:
    if (refusal := why_not(number)) is not None:
        raise forms.ValidationError(refusal)
    return number


class ChangePartnerForm(PartnerForm):
    """How a partner stands in the network; what it wants and offers it tells itself."""

    reason = Words(label=gettext_lazy("Waarom verandert dit?"))


class PartnerFactsForm(forms.Form):
    """What a partner tells the others about itself."""

    wants = Words(
        label=gettext_lazy("Wat wilt u van het netwerk?"),
        help_text=gettext_lazy("Bijvoorbeeld: sneller overleg met de tweede lijn over ouderen thuis."),
        **TEXT,
    )
    offers = Words(
        label=gettext_lazy("Wat brengt u in?"),
        help_text=gettext_lazy("Mensen, ruimte, gegevens, kennis."),
        **TEXT,
    )
    can_teach = Words(
        label=gettext_lazy("Wat kunt u anderen leren?"),
        help_text=gettext_lazy("Iets wat bij u al goed gaat."),
        **TEXT,
    )


class AgreementForm(forms.Form):
    """An agreement for the register, with the partners that are asked to sign."""

    title = Words(label=gettext_lazy("Hoe heet de overeenkomst?"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Wat voor afspraak is het?"), choices=AgreementKind.choices, error_messages=CHOOSE
    )
    starts_on = Day(label=gettext_lazy("Vanaf welke dag geldt zij?"), required=False)
    ends_on = Day(label=gettext_lazy("Wat is de laatste dag?"), required=False)
    notice_months = forms.IntegerField(
        label=gettext_lazy("Opzegtermijn in maanden"), min_value=0, max_value=240, required=False
    )
    renewal_months = forms.IntegerField(
        label=gettext_lazy("Met hoeveel maanden wordt zij vanzelf verlengd?"),
        help_text=gettext_lazy("Leeg betekent: zij wordt niet vanzelf verlengd."),
        min_value=1,
        max_value=240,
        required=False,
    )
    text = Words(
        label=gettext_lazy("Tekst"),
        help_text=gettext_lazy("Plak de hele tekst, als u die hebt. Schakel verdeelt haar in artikelen."),
        most=LONGEST_ARTICLE,
        rows=10,
        required=False,
    )
    parties = forms.MultipleChoiceField(
        label=gettext_lazy("Wie tekenen er?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, partners: Iterable[Partner], **options: Any) -> None:
        super().__init__(*args, **options)
        self._partners = {partner.slug: partner for partner in partners}
        field: Any = self.fields["parties"]
        field.choices = [(slug, partner.name) for slug, partner in self._partners.items()]

    def clean_parties(self) -> list[Partner]:
        """The partners that were ticked."""
        return [self._partners[slug] for slug in self.cleaned_data["parties"]]

    def clean_title(self) -> str:
        """A title that an address can be made of."""
        title = self.cleaned_data["title"]
        if not slugify(title):
            raise forms.ValidationError(_("Gebruik letters of cijfers in de titel."))
        return title

    def clean(self) -> None:
        """A term ends after it begins."""
        starts, ends = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("De laatste dag ligt vóór de eerste."))
        if self.cleaned_data.get("renewal_months") and not ends:
            self.add_error("ends_on", _("Wat vanzelf wordt verlengd heeft een laatste dag."))


class PaperSignatureForm(forms.Form):
    """A signature that stands on paper, put into the register by the network manager."""

    signed_by_name = Words(label=gettext_lazy("Wie tekende er?"), most=120)
    signed_on = Day(label=gettext_lazy("Op welke dag?"))


class EndMembershipForm(forms.Form):
    """Somebody leaves the network, or loses a role."""

    until_on = Day(
        label=gettext_lazy("Vanaf welke dag niet meer?"),
        help_text=gettext_lazy("Op deze dag geldt de rol niet meer."),
    )
    reason = Words(label=gettext_lazy("Waarom?"))
