"""Who is invited, as what, on which seat; and what somebody new fills in to come in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.models import Seat
from schakel.governance.rules import TenureKind
from schakel.network.models import Partner
from schakel.network.rules import Role
from schakel.people.actions import why_not_address
from schakel.web.fields import CHOOSE, EMPTY, Words


class InvitationForm(forms.Form):
    """Somebody who is invited by mail."""

    name = Words(label=gettext_lazy("Hoe heet deze persoon?"), most=120)
    email = Words(
        label=gettext_lazy("E-mailadres van het werk"),
        help_text=gettext_lazy("Hierheen gaat een mail met een link die veertien dagen werkt, één keer."),
        most=254,
        widget=forms.EmailInput,
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Welke rol?"),
        choices=Role.choices,
        initial=Role.PROFESSIONAL,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    partner = forms.ChoiceField(
        label=gettext_lazy("Namens welke partner?"),
        help_text=gettext_lazy("Voor wie een partner vertegenwoordigt is dit nodig."),
        required=False,
        error_messages=CHOOSE,
    )
    title = Words(label=gettext_lazy("Functie"), most=120, required=False)
    seat = forms.ChoiceField(label=gettext_lazy("Op welke zetel?"), required=False, error_messages=CHOOSE)
    kind = forms.ChoiceField(
        label=gettext_lazy("Als lid of als plaatsvervanger?"),
        choices=TenureKind.choices,
        initial=TenureKind.HOLDER,
        widget=forms.RadioSelect,
        required=False,
        error_messages=CHOOSE,
    )

    def __init__(
        self, *args: Any, partners: Iterable[Partner], seats: Iterable[Seat], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._partners = {partner.slug: partner for partner in partners}
        self._seats = {str(seat.pk): seat for seat in seats}
        fields: Any = self.fields
        fields["partner"].choices = [
            ("", _("geen partner")),
            *((slug, partner.name) for slug, partner in self._partners.items()),
        ]
        fields["seat"].choices = [
            ("", _("geen zetel")),
            *((key, f"{seat.body.name}: {seat.name}") for key, seat in self._seats.items()),
        ]

    def clean_email(self) -> str:
        """An address that a mail can go to, on one line."""
        email = self.cleaned_data["email"]
        if reason := why_not_address(email):
            raise forms.ValidationError(reason)
        return email

    def clean_partner(self) -> Partner | None:
        """The partner that was chosen."""
        return self._partners.get(self.cleaned_data["partner"])

    def clean_seat(self) -> Seat | None:
        """The seat that was chosen."""
        return self._seats.get(self.cleaned_data["seat"])

    def clean_kind(self) -> str:
        """As member unless said otherwise."""
        return self.cleaned_data["kind"] or TenureKind.HOLDER


class AccountForm(forms.Form):
    """What somebody new fills in: the name as others see it, and a password."""

    name = Words(label=gettext_lazy("Uw naam, zoals anderen u zien"), most=120)
    password = forms.CharField(
        label=gettext_lazy("Kies een wachtwoord"),
        help_text=gettext_lazy("Minstens twaalf tekens. Een zin die alleen u kent is het best."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=200,
        error_messages=EMPTY,
    )

    def clean_password(self) -> str:
        """A password that is hard to guess."""
        validate_password(self.cleaned_data["password"])
        return self.cleaned_data["password"]
