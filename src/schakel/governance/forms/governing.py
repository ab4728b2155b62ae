"""Forms with which a body is founded, described and closed, and with which it gets or loses a mandate."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.models import Body, Decision
from schakel.governance.rules import (
    BODY_METHODS,
    GROUND_WORDS,
    STAGE_WORDS,
    TYPE_WORDS,
    BodyKind,
    Delegate,
    Method,
)
from schakel.network.models import Area, Theme
from schakel.web.fields import CHOOSE, LONG, Day, Euros, Words

#: Stages in which a body still decides something.
DECIDED_IN = (
    "screening",
    "exploration",
    "preparation",
    "awaiting_funding",
    "pilot",
    "execution",
    "embedding",
)


class Carried(forms.Form):
    """What a decision carries: which decision, when the network took any; before that nothing is asked."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Uit welk besluit volgt dit?"),
        error_messages={
            **CHOOSE,
            "required": gettext_lazy(
                "Hiervoor is een geldig besluit nodig. Kies het besluit waar dit uit volgt."
            ),
        },
    )

    def __init__(
        self, *args: Any, decisions: Sequence[Decision], is_setting_up: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._decisions = {decision.number: decision for decision in decisions}
        if is_setting_up:
            del self.fields["decision"]
            return
        field: Any = self.fields["decision"]
        field.choices = [
            ("", _("kies een besluit")),
            *((one.number, f"{one.number} {one.title}") for one in decisions),
        ]
        if not decisions:
            field.help_text = _(
                "Er is nog geen geldig besluit hierover. Leg eerst een voorstel voor aan een groep."
            )

    def clean_decision(self) -> Decision | None:
        """The decision that was chosen."""
        return self._decisions.get(self.cleaned_data["decision"])


class BodyForm(Carried):
    """A body that is founded."""

    name = Words(label=gettext_lazy("Hoe heet de groep?"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Wat voor groep is het?"),
        choices=BodyKind.choices,
        initial=BodyKind.THEME_GROUP,
        error_messages=CHOOSE,
    )
    purpose = Words(label=gettext_lazy("Waarvoor is deze groep?"), most=1_000, rows=3, required=False)
    theme = forms.ChoiceField(
        label=gettext_lazy("Over welk thema gaat zij?"), required=False, error_messages=CHOOSE
    )
    area = forms.ChoiceField(label=gettext_lazy("Voor welk gebied?"), required=False, error_messages=CHOOSE)
    parent = forms.ChoiceField(
        label=gettext_lazy("Onder welke groep valt zij?"),
        help_text=gettext_lazy("Wat boven haar mandaat uitgaat, gaat daarheen."),
        required=False,
        error_messages=CHOOSE,
    )
    method = forms.ChoiceField(
        label=gettext_lazy("Hoe besluit zij?"),
        choices=[(method.value, method.label) for method in BODY_METHODS],
        initial=Method.CONSENT,
        error_messages=CHOOSE,
    )
    founded_on = Day(label=gettext_lazy("Vanaf welke dag bestaat zij?"))
    term_until = Day(label=gettext_lazy("Tot welke dag is zij ingesteld?"), required=False)

    field_order = (
        "name",
        "kind",
        "purpose",
        "theme",
        "area",
        "parent",
        "method",
        "founded_on",
        "term_until",
        "decision",
    )

    def __init__(
        self,
        *args: Any,
        themes: Sequence[Theme],
        areas: Sequence[Area],
        bodies: Sequence[Body],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._found: dict[str, dict[str, Any]] = {}
        for name, rows, none in (
            ("theme", themes, _("geen thema")),
            ("area", areas, _("het hele gebied van het netwerk")),
            ("parent", bodies, _("geen; zij staat bovenaan")),
        ):
            self._found[name] = {one.slug: one for one in rows}
            field: Any = self.fields[name]
            field.choices = [("", none), *((one.slug, one.name) for one in rows)]

    def clean(self) -> dict[str, Any]:
        """Turn what was chosen into the rows themselves; a term ends after it begins."""
        values = super().clean() or self.cleaned_data
        chosen = {name: rows.get(values.get(name, "")) for name, rows in self._found.items()}
        begins, ends = values.get("founded_on"), values.get("term_until")
        if begins and ends and ends <= begins:
            self.add_error("term_until", _("De laatste dag ligt vóór de eerste."))
        return {**values, **chosen}


class DescribeBodyForm(forms.Form):
    """The name and the purpose of a body; its address stays."""

    name = Words(label=gettext_lazy("Hoe heet de groep?"))
    purpose = Words(label=gettext_lazy("Waarvoor is deze groep?"), most=1_000, rows=3, required=False)


class CloseBodyForm(forms.Form):
    """A body that ends."""

    on = Day(label=gettext_lazy("Vanaf welke dag bestaat de groep niet meer?"))
    reason = Words(label=gettext_lazy("Waarom?"), most=500, rows=3)


class EndSeatForm(forms.Form):
    """A seat that ends."""

    until_on = Day(label=gettext_lazy("Vanaf welke dag is deze zetel er niet meer?"))
    reason = Words(label=gettext_lazy("Waarom?"), most=500, rows=3)


class Foreseen(Carried):
    """A form of which the effect is shown before it is kept: what was seen must be what is sent."""

    #: Fields that most of these forms do without: folded away until they are asked for.
    RARE: ClassVar[tuple[str, ...]] = ()

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def rare(self) -> list[forms.BoundField]:
        """The fields that stand folded."""
        return [self[name] for name in self.RARE]

    @property
    def uses_rare(self) -> bool:
        """Whether something was filled in there, or is wrong there; then it is unfolded."""
        return any(field.errors or field.value() for field in self.rare)

    @property
    def mark(self) -> str:
        """What tells one set of values from another."""
        values = sorted((name, str(value)) for name, value in self.cleaned_data.items() if name != "seen")
        return sha256(repr(values).encode()).hexdigest()[:20]

    @property
    def was_seen(self) -> bool:
        """Whether the effect of exactly these values was on the page."""
        return bool(self.cleaned_data.get("seen")) and self.cleaned_data["seen"] == self.mark


class MandateForm(Foreseen):
    """What a body may decide from a day on."""

    decision_types = forms.MultipleChoiceField(
        label=gettext_lazy("Waarover mag deze groep besluiten?"),
        choices=list(TYPE_WORDS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={**CHOOSE, "required": gettext_lazy("Kies minstens één onderwerp.")},
    )
    stages = forms.MultipleChoiceField(
        label=gettext_lazy("Alleen in deze fasen van een initiatief"),
        help_text=gettext_lazy("Niets gekozen? Dan geldt het in elke fase."),
        choices=[(stage, STAGE_WORDS[stage]) for stage in DECIDED_IN],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=CHOOSE,
    )
    ceiling_eur = Euros(
        label=gettext_lazy("Tot welk bedrag?"),
        help_text=gettext_lazy("Leeg betekent: zonder grens."),
        required=False,
    )
    consents = forms.MultipleChoiceField(
        label=gettext_lazy("Wie moeten akkoord geven?"),
        choices=list(GROUND_WORDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=CHOOSE,
    )
    delegated_to = forms.ChoiceField(
        label=gettext_lazy("Wie mag dit ook alleen besluiten?"),
        choices=Delegate.choices,
        widget=forms.RadioSelect,
        required=False,
        error_messages=CHOOSE,
    )
    method = forms.ChoiceField(
        label=gettext_lazy("Hoe besluit de groep hierover?"),
        choices=[
            ("", gettext_lazy("zoals de groep altijd besluit")),
            *((m.value, m.label) for m in BODY_METHODS),
        ],
        required=False,
        error_messages=CHOOSE,
    )
    valid_from = Day(label=gettext_lazy("Vanaf welke dag?"))
    valid_until = Day(
        label=gettext_lazy("Tot welke dag?"),
        help_text=gettext_lazy("Op die dag geldt het niet meer. Leeg betekent: tot het wordt beëindigd."),
        required=False,
    )
    note = Words(
        label=gettext_lazy("Waar komt dit mandaat vandaan?"),
        help_text=gettext_lazy("Bijvoorbeeld: bij de start afgesproken, artikel 4 van de overeenkomst."),
        most=500,
        required=False,
    )

    RARE = ("stages", "delegated_to", "method", "valid_until")

    field_order = (
        "decision_types", "stages", "ceiling_eur", "consents", "delegated_to", "method",
        "valid_from", "valid_until", "decision", "note", "seen",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Without a decision it must say where it comes from; a term ends after it begins."""
        values = super().clean() or self.cleaned_data
        if "decision" not in self.fields and not values.get("note") and "note" in values:
            self.add_error("note", _("Vul dit in."))
        begins, ends = values.get("valid_from"), values.get("valid_until")
        if begins and ends and ends <= begins:
            self.add_error("valid_until", _("De einddatum ligt vóór of op de begindatum."))
        return values


class EndMandateForm(Foreseen):
    """A mandate that ends."""

    valid_until = Day(
        label=gettext_lazy("Vanaf welke dag geldt het niet meer?"),
        help_text=gettext_lazy("Vandaag of later. Wat eerder is besloten blijft geldig."),
    )
    reason = Words(label=gettext_lazy("Waarom?"), most=500, rows=3)

    field_order = ("valid_until", "reason", "decision", "seen")


class ThemeForm(Carried):
    """A theme of the network; a new one follows from a decision once the network decides."""

    name = Words(label=gettext_lazy("Hoe heet het thema?"), most=120)
    scope = Words(label=gettext_lazy("Waar gaat het over?"), most=LONG, rows=4, required=False)
    with_group = forms.BooleanField(
        label=gettext_lazy("Stel er meteen een groep voor in, met het gewone mandaat"),
        required=False,
        initial=True,
    )

    field_order = ("name", "scope", "decision", "with_group")

    def __init__(self, *args: Any, is_new: bool, is_setting_up: bool, **options: Any) -> None:
        super().__init__(*args, is_setting_up=is_setting_up or not is_new, **options)
        if not (is_new and is_setting_up):
            del self.fields["with_group"]
