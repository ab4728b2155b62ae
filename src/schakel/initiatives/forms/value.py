"""What a change costs and brings: the choices, one line, and the figures of each practice or area."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.initiatives.forms.fields import Euro, Text, Whole
from schakel.initiatives.models import ValueLine
from schakel.initiatives.rules.prices import index_read
from schakel.initiatives.rules.savings import WHOLE
from schakel.initiatives.rules.value import (
    MOST_AMOUNTS,
    Comparison,
    Direction,
    Moment,
    Perspective,
    Purse,
    Sort,
    groups_read,
)
from schakel.web.fields import Figure, Offer, Pick, dutch_number, offer

#: The answer that a saving is another one.
APART = "andere"
Beside = Callable[[Any, str, int], Iterable[ValueLine]]
ONE = {"required": gettext_lazy("Kies er een.")}
_APART = re.compile(r"[;\n]")


class Amounts(Text):
    """One to four amounts, with a semicolon between them."""

    def __init__(self, **options: Any) -> None:
        """One line of text."""
        super().__init__(longest=120, needed=gettext_lazy("Schrijf minstens één bedrag op."), **options)

    def clean(self, value: Any) -> Any:
        """Read each amount by itself."""
        text = super().clean(value)
        found = [Euro(required=False).clean(one.strip()) for one in _APART.split(text) if one.strip()]
        if not 1 <= len(found) <= MOST_AMOUNTS or any(one is None or one <= 0 for one in found):
            raise forms.ValidationError(
                _("Schrijf één tot vier bedragen op, elk groter dan nul, met een puntkomma ertussen.")
            )
        return found

    def prepare_value(self, value: Any) -> Any:
        """Show amounts that are known the way they are typed."""
        if isinstance(value, list):
            return "; ".join(dutch_number(Decimal(one)) for one in value)
        return value


def _choice(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices.choices, widget=forms.RadioSelect, error_messages=ONE, **more
    )


class ValueForm(forms.Form):
    """Compared with what, whose costs count, over how long, and from which amount it is worth it; chosen before."""

    effect = Text(
        label=gettext_lazy("Welke uitkomst telt?"),
        longest=120,
        help_text=gettext_lazy("Bijvoorbeeld: opnames in het ziekenhuis, of kwaliteit van leven (QALY)."),
    )
    effect_unit = Text(
        label=gettext_lazy("In welke eenheid?"),
        longest=60,
        help_text=gettext_lazy("Eén: opname, QALY, dag thuis."),
    )
    is_less_better = forms.BooleanField(label=gettext_lazy("Minder is beter"), required=False)
    comparison = _choice(gettext_lazy("Waarmee vergelijkt u?"), Comparison)
    perspective = _choice(gettext_lazy("Wiens kosten tellen?"), Perspective)
    horizon_months = Whole(label=gettext_lazy("Over hoeveel maanden kijkt u?"), least=1, most=240)
    price_year = Whole(
        label=gettext_lazy("Van welk jaar zijn de prijzen?"),
        least=2000,
        most=2099,
        help_text=gettext_lazy("Prijzen van andere jaren rekent Schakel om met de prijsindex hieronder."),
    )
    price_index = Text(
        label=gettext_lazy("De prijsindex, per jaar"),
        longest=600,
        rows=3,
        required=False,
        help_text=gettext_lazy(
            "Alleen als er prijzen van andere jaren bij zijn. Eén regel per jaar, bijvoorbeeld van het CBS: jaar; "
            "indexcijfer."
        ),
    )
    price_index_source = Text(
        label=gettext_lazy("Waar komt de prijsindex vandaan?"),
        longest=300,
        required=False,
        help_text=gettext_lazy("De naam van de tabel en de dag waarop u keek."),
    )
    amounts_eur = Amounts(
        label=gettext_lazy("Wat mag één eenheid van de uitkomst kosten, in euro?"),
        help_text=gettext_lazy(
            "Eén tot vier bedragen, met een puntkomma ertussen. Voor een QALY: 20.000; 50.000; 80.000."
        ),
    )
    amounts_origin = Text(label=gettext_lazy("Waar komen die bedragen vandaan?"), longest=300)
    holds_own_cost = forms.BooleanField(
        label=gettext_lazy("De kosten van de aanpak zelf zitten al in de kosten per mens"),
        required=False,
        help_text=gettext_lazy("Zo niet, dan tellen de regels van de aanpak zelf erbij op."),
    )
    not_counted = Text(
        label=gettext_lazy("Wat telt niet mee?"),
        longest=2000,
        rows=3,
        help_text=gettext_lazy("Bijvoorbeeld tijd van mantelzorgers, of wat na een jaar komt."),
    )
    why = Text(label=gettext_lazy("Waarom kiest u dit zo?"), longest=2000, rows=3)

    def clean(self) -> dict[str, Any]:
        """An index that can be read has a source."""
        values = super().clean() or self.cleaned_data
        index, faults = index_read(values.get("price_index", ""))
        for one in faults:
            self.add_error("price_index", one)
        if index and "price_index_source" in values and not values["price_index_source"]:
            self.add_error("price_index_source", _("Schrijf op waar de prijsindex vandaan komt."))
        return values


class ValueLineForm(forms.Form):
    """One line of cost or gain."""

    what = Text(label=gettext_lazy("Waarvoor?"))
    direction = _choice(gettext_lazy("Kost dit geld of levert het op?"), Direction)
    moment = _choice(gettext_lazy("Eenmalig of doorlopend?"), Moment)
    sort = _choice(gettext_lazy("Waar valt dit onder?"), Sort)
    partner = Pick(
        label=gettext_lazy("Bij welke partner?"), empty=gettext_lazy("Geen partner"), required=False
    )
    purse = _choice(gettext_lazy("Wiens geld is het?"), Purse)
    volume = Figure(label=gettext_lazy("Hoeveel?"), min_value=0, decimal_places=2)
    unit = Text(
        label=gettext_lazy("Waarvan?"), longest=60, help_text=gettext_lazy("Uren, bezoeken, opnamedagen.")
    )
    price_eur = Euro(label=gettext_lazy("Prijs per eenheid, in euro"))
    year = Whole(label=gettext_lazy("In welk jaar?"), least=2000, most=2099)
    price_year = Whole(
        label=gettext_lazy("Van welk jaar is deze prijs?"),
        least=2000,
        most=2099,
        required=False,
        help_text=gettext_lazy(
            "Leeg is het prijspeil dat u koos. Voor een ander jaar is de prijsindex nodig."
        ),
    )
    source = Text(
        label=gettext_lazy("Waar komt de prijs vandaan?"),
        help_text=gettext_lazy("Bijvoorbeeld de Kostenhandleiding, of een offerte."),
    )
    share_percent = Whole(
        label=gettext_lazy("Welk deel telt hier mee, in procenten?"),
        least=1,
        most=WHOLE,
        required=False,
        help_text=gettext_lazy(
            "Leeg is alles. Telt een ander initiatief dezelfde besparing ook mee, spreek dan af wie welk deel telt."
        ),
    )
    same_as = forms.ChoiceField(
        label=gettext_lazy("Is dit dezelfde besparing als die van een ander initiatief?"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Een besparing telt per jaar maar één keer, over alle initiatieven samen."),
        error_messages=ONE,
    )

    def __init__(
        self, *args: Any, partners: Offer = (), beside: Beside | None = None, **options: Any
    ) -> None:
        """Offer the partners of the network; ask about other savings only where there are any.

        beside: finds the savings of others at a partner, of a purse, in a year.
        """
        super().__init__(*args, **options)
        offer(self, "partner", partners)
        self.fields["share_percent"].widget.attrs["inputmode"] = "numeric"
        self.beside = self._others(beside) if beside else []
        if self.beside:
            told = [(str(one.pk), saving_words(one)) for one in self.beside]
            same = self.fields["same_as"]
            assert isinstance(same, forms.ChoiceField)
            same.choices = [*told, (APART, _("Nee, dit is een andere besparing"))]
        else:
            del self.fields["same_as"]

    def _others(self, beside: Beside) -> list[ValueLine]:
        """What others save at the same partner, of the same purse, in the same year; as far as that is filled in."""
        told = {}
        for name in ("partner", "purse", "year", "direction"):
            field = self.fields[name]
            raw = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            try:
                told[name] = field.clean(raw)
            except forms.ValidationError:
                return []
        if told.pop("direction") == Direction.PAYS:
            return []
        return list(beside(told["partner"], told["purse"], told["year"]))

    def clean(self) -> dict[str, Any]:
        """The answer as the line that is meant, and whether it is another saving."""
        values = super().clean() or self.cleaned_data
        answer = values.pop("same_as", "")
        values["same_as"] = next((one for one in self.beside if str(one.pk) == answer), None)
        values["is_apart"] = answer == APART
        return values


def saving_words(line: ValueLine) -> str:
    """A saving of another initiative, to choose it."""
    return _("Ja, als “%(what)s” bij %(number)s, %(title)s (%(share)s %%)") % {
        "what": line.what,
        "number": line.assessment.initiative.number,
        "title": line.assessment.initiative.title,
        "share": line.share_percent,
    }


class ValueGroupsForm(forms.Form):
    """What was measured in each practice or area, pasted from Excel; never a line for one person."""

    text = Text(
        label=gettext_lazy("Plak de cijfers"),
        longest=10_000,
        rows=12,
        help_text=gettext_lazy(
            "Eén regel per praktijk of gebied, met een puntkomma of tab ertussen: nieuw of gewoon; naam; hoeveel "
            "mensen; kosten per mens; uitkomst per mens. Zijn de prijzen van een ander jaar? Zet dat jaar erachter."
        ),
    )
    n_took_part = Whole(
        label=gettext_lazy("Hoeveel mensen deden er in alle groepen samen mee?"),
        least=1,
        most=10_000_000,
        required=False,
        help_text=gettext_lazy(
            "Ook wie geen cijfers heeft. Dan staat op de kaart van hoeveel mensen cijfers ontbreken."
        ),
    )
    source = Text(label=gettext_lazy("Waar komen deze cijfers vandaan?"), longest=300)

    def clean_text(self) -> str:
        """Say of each line what is wrong with it."""
        text: str = self.cleaned_data["text"]
        _groups, faults = groups_read(text)
        if faults:
            raise forms.ValidationError(faults)
        return text
