"""What an initiative follows, and what it promises."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Text, Whole
from schakel.initiatives.queries import Comparable
from schakel.initiatives.rules.measures import MOST_PERIODS, Way
from schakel.measuring.rules import IndicatorKind
from schakel.web.fields import Figure, Offer, Pick, PickMany, offer

ONE = {"required": _("Kies er een.")}
KINDS = (
    (IndicatorKind.OUTCOME, _("Uitkomst: hier doen wij het voor")),
    (IndicatorKind.PROCESS, _("Proces: gebeurt wat wij afspraken?")),
    (IndicatorKind.BALANCING, _("Balans: wat er niet slechter van mag worden")),
)


class MeasureForm(forms.Form):
    """Which series of figures, as what, and what it aims at."""

    series = Pick(
        label=_("Welk cijfer volgt u?"),
        empty=_("Kies een cijfer"),
        error_messages={"required": _("Kies een cijfer.")},
        help_text=_("Hier staat wat uw netwerk al meet. Wat er nog niet bij staat, begint bij Meten."),
    )
    kind = forms.ChoiceField(
        label=_("Waarvoor volgt u dit?"), choices=KINDS, widget=forms.RadioSelect, error_messages=ONE
    )
    target = Figure(
        label=_("Welk cijfer wilt u halen?"),
        required=False,
        help_text=_("In de eenheid van het cijfer. Leeg betekent: het doel uit de definitie."),
    )

    def __init__(self, *args: Any, series: Offer = (), **options: Any) -> None:
        """Offer what the network measures."""
        super().__init__(*args, **options)
        offer(self, "series", series)


class NoBaselineForm(forms.Form):
    """Why a figure has no baseline."""

    reason = Text(
        label=_("Waarom is er geen nulmeting?"),
        longest=2000,
        rows=3,
        needed=_("Schrijf op waarom er geen nulmeting is."),
        help_text=_("Bijvoorbeeld: vóór de start telde niemand dit. De groep leest dit bij poort P3."),
    )


class ClaimForm(forms.Form):
    """What will change, how much, when, and why that is to be expected."""

    way = forms.ChoiceField(
        label=_("Wordt het cijfer hoger of lager?"),
        choices=Way.choices,
        widget=forms.RadioSelect,
        error_messages=ONE,
    )
    threshold = Figure(
        label=_("Hoeveel verschil is er minstens?"),
        help_text=_(
            "Bijvoorbeeld 10. Straks telt ook de onzekerheid mee: de voorzichtigste schatting moet dit halen."
        ),
    )
    after_periods = Whole(label=_("Na hoeveel periodes vanaf de start?"), least=1, most=MOST_PERIODS)
    why = Text(
        label=_("Waarom verwacht u dit?"),
        longest=2000,
        rows=3,
        needed=_("Schrijf op waarom u dit verwacht."),
        help_text=_("Bijvoorbeeld wat elders werd gevonden."),
    )
    is_chosen_for_score = forms.BooleanField(
        label=_("Wie meedoet, is gekozen omdat het daar slecht ging"),
        required=False,
        help_text=_(
            "Zo’n groep scoort daarna vanzelf beter. Dan telt een gewone vergelijking van voor en na niet."
        ),
    )

    beside = PickMany(
        label=_("Met wie vergelijkt u?"),
        required=False,
        help_text=_(
            "Kies één reeks van wie niet meedoet en op u lijkt, of 19 of meer. Met 2 tot en met 18 is de onzekerheid"
            " niet te berekenen; dan rust het oordeel op uw eigen reeks."
        ),
    )

    def __init__(
        self, *args: Any, unit: str = "", period: str = "", beside: Comparable | None = None, **options: Any
    ) -> None:
        """Say in which unit and which period is counted, and with whom it may be compared."""
        super().__init__(*args, **options)
        if beside and beside.offered:
            offer(self, "beside", beside.offered)
            self.fields["beside"].help_text = f"{self.fields['beside'].help_text} {beside.words}".strip()
        else:
            del self.fields["beside"]
        if unit:
            self.fields["threshold"].label = _("Hoeveel verschil is er minstens, in %(unit)s?") % {
                "unit": unit
            }
        if period:
            self.fields["after_periods"].label = _(
                "Na hoeveel periodes vanaf de start? Eén periode is een %(period)s."
            ) % {"period": period}
