"""Following what runs: the three-minute update, the register of risks, and an emergency stop."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Day, Text
from schakel.initiatives.rules import RiskState, Size, UpdateState
from schakel.web.fields import Offer, Pick, offer

ONE = {"required": _("Kies er een.")}


class UpdateForm(forms.Form):
    """How it goes, why, what changed, and what would help."""

    state = forms.ChoiceField(
        label=_("Hoe gaat het?"), choices=UpdateState.choices, widget=forms.RadioSelect, error_messages=ONE
    )
    because = Text(
        label=_("Waarom?"),
        longest=2000,
        rows=3,
        needed=_("Schrijf op waarom. Een stand zonder reden zegt niets."),
    )
    changed = Text(label=_("Wat veranderde er sinds de vorige keer?"), longest=2000, rows=2, required=False)
    help_needed = Text(
        label=_("Wat zou helpen, en van wie?"),
        longest=2000,
        rows=2,
        required=False,
        help_text=_("Vul dit in als u hulp nodig hebt."),
    )

    def clean(self) -> dict[str, Any]:
        """Who needs help says which."""
        known = self.cleaned_data
        if known.get("state") == UpdateState.HELP and not known.get("help_needed"):
            self.add_error("help_needed", _("Schrijf op welke hulp u nodig hebt, en van wie."))
        return known


class RunningRiskForm(forms.Form):
    """One risk as it stands now."""

    text = Text(
        label=_("Wat kan er misgaan?"), longest=500, rows=2, needed=_("Schrijf op wat er mis kan gaan.")
    )
    likelihood = forms.ChoiceField(
        label=_("Kans"), choices=Size.choices, widget=forms.RadioSelect, error_messages=ONE
    )
    impact = forms.ChoiceField(
        label=_("Gevolg"), choices=Size.choices, widget=forms.RadioSelect, error_messages=ONE
    )
    measure = Text(
        label=_("Wat doet u eraan?"), longest=500, rows=2, needed=_("Schrijf op wat u eraan doet.")
    )
    owner = Text(label=_("Wie let hierop?"), longest=200, needed=_("Schrijf op wie hierop let."))
    state = forms.ChoiceField(
        label=_("Hoe staat het ervoor?"),
        choices=RiskState.choices,
        widget=forms.RadioSelect,
        initial=RiskState.OPEN,
        error_messages=ONE,
    )


class HaltForm(forms.Form):
    """Why it must stop at once, and what that means."""

    reason = Text(
        label=_("Waarom moet dit nu stilliggen?"),
        longest=3000,
        rows=3,
        needed=_("Schrijf de reden op. De indiener leest die als eerste, daarna iedereen."),
        help_text=_("De indiener leest dit als eerste, daarna iedereen. Noem geen patiënten."),
    )
    effect = Text(
        label=_("Wat betekent dit voor wat partners toezegden?"),
        longest=3000,
        rows=3,
        needed=_("Schrijf op wat dit betekent voor wat partners toezegden."),
    )
    communication = Text(label=_("Wie hoort dit, en van wie?"), longest=3000, rows=2, required=False)
    is_for_safety = forms.BooleanField(
        label=_("Het gaat om de veiligheid van mensen"),
        required=False,
        help_text=_("Om de veiligheid kan ook de trekker dit doen; anders alleen de voorzitter."),
    )


class FollowForm(forms.Form):
    """What became of an idea that was sent on."""

    text = Text(label=_("Wat is ermee gebeurd?"), longest=2000, rows=3, needed=_("Schrijf op wat u hoorde."))
    next_on = Day(
        label=_("Wanneer vraagt u het weer?"),
        required=False,
        help_text=_("Leeg betekent: het is klaar, u volgt het niet meer."),
    )


class SuccessorForm(forms.Form):
    """On which initiative that ended this one follows."""

    of = Pick(
        label=_("Is dit een vervolg op?"),
        empty=_("Kies een initiatief"),
        error_messages={"required": _("Kies een initiatief.")},
    )

    def __init__(self, *args: Any, ended: Offer = (), **options: Any) -> None:
        """Offer what ended."""
        super().__init__(*args, **options)
        offer(self, "of", ended)
