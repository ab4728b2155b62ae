"""Forms of taking a decision: the reason, the conditions, and a partner's answer."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.rules import NewCondition
from schakel.network.models import Partner
from schakel.web.fields import CHOOSE, LONG, Day, Words

MAX_CONDITIONS = 20


class CloseForm(forms.Form):
    """Why the group decides this, for the members and for everyone, and from when it holds."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    reason = Words(
        label=gettext_lazy("Waarom besluit de groep dit?"),
        help_text=gettext_lazy("Zoals het in de besluitenlijst komt te staan."),
        most=LONG,
        rows=4,
    )
    public_reason = Words(
        label=gettext_lazy("De reden voor iedereen"),
        help_text=gettext_lazy("De indiener leest dit als eerste. Gewone woorden, zonder namen van mensen."),
        most=LONG,
        rows=4,
        required=False,
    )
    effective_on = Day(label=gettext_lazy("Vanaf welke dag geldt het?"), required=False)

    def __init__(self, *args: Any, needs_public_reason: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["public_reason"].required = needs_public_reason


class ConditionForm(forms.Form):
    """Something that must be met after the decision: what, by whom, by when."""

    text = Words(label=gettext_lazy("Wat moet er gebeuren?"), most=LONG, rows=2)
    owner = forms.ChoiceField(
        label=gettext_lazy("Welke partner zorgt ervoor?"), required=False, error_messages=CHOOSE
    )
    owner_name = Words(label=gettext_lazy("Of wie anders?"), required=False)
    due_on = Day(label=gettext_lazy("Uiterlijk op"))

    def __init__(self, *args: Any, partners: Sequence[Partner], **options: Any) -> None:
        super().__init__(*args, **options)
        self._partners = {partner.slug: partner for partner in partners}
        field: Any = self.fields["owner"]
        field.choices = [("", _("geen partner")), *((slug, one.name) for slug, one in self._partners.items())]

    def clean(self) -> dict[str, Any]:
        """Somebody takes care of it."""
        values = super().clean() or self.cleaned_data
        if self.has_changed() and not values.get("owner") and not values.get("owner_name"):
            self.add_error("owner", _("Kies een partner, of schrijf wie ervoor zorgt."))
        return values

    def as_condition(self) -> NewCondition:
        """The condition as governance takes it."""
        return NewCondition(
            text=self.cleaned_data["text"],
            due_on=self.cleaned_data["due_on"],
            owner_partner=self._partners.get(self.cleaned_data["owner"]),
            owner_name=self.cleaned_data["owner_name"],
        )


ConditionFormSet = forms.formset_factory(
    ConditionForm, extra=0, max_num=MAX_CONDITIONS, absolute_max=MAX_CONDITIONS, validate_max=True
)


def filled(rows: forms.BaseFormSet) -> list[NewCondition]:
    """The conditions that were written down; rows that were left empty do not count."""
    return [form.as_condition() for form in rows.forms if form.has_changed()]


class ConsentForm(forms.Form):
    """What a representative wants to say with a consent."""

    reason = Words(label=gettext_lazy("Wilt u er iets bij zeggen?"), most=LONG, rows=3, required=False)


class RefuseForm(forms.Form):
    """Why a representative gives no consent."""

    reason = Words(
        label=gettext_lazy("Waarom geeft u geen akkoord?"),
        help_text=gettext_lazy("De groep leest dit en kan het voorstel aanpassen."),
        most=LONG,
        rows=4,
    )


class WithdrawForm(forms.Form):
    """Why a proposal is taken back."""

    reason = Words(label=gettext_lazy("Waarom trekt u het in?"), most=LONG, rows=4)
