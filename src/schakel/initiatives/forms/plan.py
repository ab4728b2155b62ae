"""The plan: its texts, its parts as lists of small forms, and what is asked of partners."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Day, Euro, Percent, Text, Whole
from schakel.initiatives.rules import TEXTS, CommitmentKind, CostType, Obligation, Size, YesNoUnknown
from schakel.web.fields import Offer, Pick, offer

LONG = 10_000
NOT_CHOSEN = [("", _("Nog niet gekozen"))]


def _long(name: str, rows: int = 4, hint: Any = "") -> Text:
    return Text(label=TEXTS[name], longest=LONG, rows=rows, required=False, help_text=hint)


class AssignmentForm(forms.Form):
    """The assignment in short, and what is there when it is done."""

    summary = _long("summary", hint=_("Wat gaan we doen, voor wie, en waarom nu? Vijf zinnen is genoeg."))
    result = _long("result", rows=3, hint=_("Schrijf het zo op dat iedereen kan zien of het er is."))
    needs_pilot = forms.BooleanField(
        label=TEXTS["needs_pilot"],
        required=False,
        help_text=_("Met een pilot komt er eerst een proef, en daarna poort P4."),
    )


class PeopleForm(forms.Form):
    """Who hears of it, how people who find reading hard take part, and how residents join in."""

    communication = _long("communication", hint=_("Wie hoort wat, wanneer en van wie?"))
    low_literacy = _long(
        "low_literacy",
        hint=_(
            "Eén op de zes volwassenen leest moeilijk. Denk aan beeld, vertellen, terugvragen, "
            "en meelezen door ervaringsdeskundigen."
        ),
    )
    participation = _long(
        "participation", hint=_("Wie denkt mee, wanneer, en wat gebeurt er met wat zij zeggen?")
    )


class CheckForm(forms.Form):
    """Personal data and competition: two questions that must be looked at before a start."""

    privacy_check = _long("privacy_check", hint=_("Zijn er geen persoonsgegevens nodig? Schrijf dat dan op."))
    restricts_competition = forms.ChoiceField(
        label=TEXTS["restricts_competition"],
        choices=YesNoUnknown.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text=_(
            "Bijvoorbeeld: partners verdelen gebieden of patiënten, of maken afspraken over prijzen. "
            "Dit is hulp, geen juridisch advies."
        ),
    )
    competition_reason = _long("competition_reason", rows=3, hint=_("Alleen als u hierboven ja koos."))


#: What to write where hours and euros share one box.
HOW_MUCH = _("Schrijf een getal: zoveel uur of zoveel euro, bijvoorbeeld 40 of 1250.")


class PartForm(forms.Form):
    """One row of a part of a plan; the key lasts over versions."""

    key = forms.UUIDField(label=_("Regel"), widget=forms.HiddenInput, required=False)

    #: Fields that may be filled by default and say nothing on their own.
    SILENT: frozenset[str] = frozenset({"key", "DELETE"})

    @property
    def is_blank(self) -> bool:
        """Nothing was filled in, so this row is not kept."""
        known = getattr(self, "cleaned_data", {})
        return not any(value for name, value in known.items() if name not in self.SILENT)

    def has_changed(self) -> bool:
        """An empty row is skipped, also when a hidden key or a default choice came along; taking a row away counts."""
        return any(name == "DELETE" or name not in self.SILENT for name in self.changed_data)

    def row(self) -> dict[str, Any]:
        """Give this row as the action takes it."""
        known = {name: value for name, value in self.cleaned_data.items() if name != "DELETE"}
        key: UUID | None = known.pop("key", None)
        return known | ({"key": key} if key else {})


class GoalForm(PartForm):
    """A goal: measurable, with a date and an owner."""

    text = Text(label=_("Wat wordt er beter?"), longest=500, rows=2, needed=_("Schrijf het doel op."))
    measure = Text(label=_("Waaraan ziet u het?"), longest=300, required=False)
    target = Text(label=_("Streefwaarde"), longest=200, required=False)
    due_on = Day(label=_("Bereikt op"), required=False)
    owner = Text(label=_("Eigenaar"), longest=200, required=False)


class ActivityForm(PartForm):
    """Something that someone does in a period."""

    text = Text(label=_("Wat gebeurt er?"), longest=500, rows=2, needed=_("Schrijf op wat er gebeurt."))
    owner = Text(label=_("Wie"), longest=200, required=False)
    starts_on = Day(label=_("Begint op"), required=False)
    due_on = Day(label=_("Klaar op"), required=False)
    depends_on = Text(label=_("Kan pas na"), longest=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        starts, ends = self.cleaned_data.get("starts_on"), self.cleaned_data.get("due_on")
        if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
            self.add_error("due_on", _("Deze dag ligt voor de dag van het begin."))
        return self.cleaned_data


class MilestoneForm(PartForm):
    """What a partner owes on a day: an effort or a result, with the evidence for it."""

    SILENT = frozenset({"key", "DELETE", "kind"})

    text = Text(
        label=_("Wat is er dan klaar?"), longest=500, rows=2, needed=_("Schrijf op wat er dan klaar is.")
    )
    kind = forms.ChoiceField(label=_("Soort"), choices=Obligation.choices, initial=Obligation.RESULT)
    debtor = Pick(label=_("Welke partner zorgt ervoor?"), empty=_("Nog niet gekozen"), required=False)
    due_on = Day(label=_("Klaar op"), required=False)
    evidence = Text(label=_("Bewijs"), longest=300, required=False)
    payment_share_percent = Percent(label=_("Deel van de betaling (%)"), required=False)


class BudgetForm(PartForm):
    """Money or hours of one kind, in one year, from one source."""

    SILENT = frozenset({"key", "DELETE", "cost_type", "year"})

    text = Text(label=_("Waarvoor?"), longest=300, needed=_("Schrijf op waarvoor dit is."))
    cost_type = forms.ChoiceField(label=_("Soort kosten"), choices=CostType.choices, initial=CostType.STAFF)
    year = Whole(label=_("Jaar"), least=2000, most=2100)
    amount_eur = Euro(label=_("Bedrag in euro"), required=False)
    hours = Whole(label=_("Uren"), required=False)
    funding_line = Pick(label=_("Uit welke geldstroom?"), empty=_("Geen geldstroom"), required=False)
    funding_source = Text(label=_("Of waar komt het vandaan?"), longest=200, required=False)
    partner = Pick(label=_("Partner die dit betaalt of levert"), empty=_("Geen partner"), required=False)

    def row(self) -> dict[str, Any]:
        """Give this row; what was left empty is nothing."""
        row = super().row()
        return row | {"amount_eur": row.get("amount_eur") or Decimal(0), "hours": row.get("hours") or 0}


class RiskForm(PartForm):
    """What can go wrong and what we do about it."""

    text = Text(
        label=_("Wat kan er misgaan?"), longest=500, rows=2, needed=_("Schrijf op wat er mis kan gaan.")
    )
    likelihood = forms.ChoiceField(label=_("Kans"), choices=[*NOT_CHOSEN, *Size.choices], required=False)
    impact = forms.ChoiceField(label=_("Gevolg"), choices=[*NOT_CHOSEN, *Size.choices], required=False)
    measure = Text(label=_("Wat we eraan doen"), longest=500, rows=2, required=False)
    owner = Text(label=_("Eigenaar"), longest=200, required=False)


class RoleForm(PartForm):
    """Who does what in the project."""

    name = Text(label=_("Welke rol?"), longest=200, needed=_("Schrijf op welke rol dit is."))
    who = Text(label=_("Wie"), longest=200, required=False)
    tasks = Text(label=_("Taken"), longest=500, rows=2, required=False)


class BaseParts(forms.BaseFormSet):
    """All rows of one part of a plan."""

    def __init__(self, *args: Any, partners: Offer = (), funding_lines: Offer = (), **options: Any) -> None:
        """Offer the partners and the funding lines of the network wherever a row names one."""
        self.partners, self.funding_lines = list(partners), list(funding_lines)
        super().__init__(*args, **options)

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Fill the choices; call the box that removes a row by what it does."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            if isinstance(field, Pick):
                field.offer(self.funding_lines if name == "funding_line" else self.partners)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Haal dit weg")

    def rows(self) -> list[dict[str, Any]]:
        """Give the rows to keep, in order."""
        known = [form for form in self.forms if getattr(form, "cleaned_data", None)]
        return [form.row() for form in known if not form.cleaned_data.get("DELETE") and not form.is_blank]


#: The parts of a plan that are lists, with their forms and the words of the page.
PART_FORMS: dict[str, type[PartForm]] = {
    "goals": GoalForm,
    "activities": ActivityForm,
    "milestones": MilestoneForm,
    "budget_lines": BudgetForm,
    "risks": RiskForm,
    "roles": RoleForm,
}
MOST_ROWS = 60


def part_formset(part: str, *, n_empty: int = 1) -> type[BaseParts]:
    """Make the list of forms for one part, with so many empty rows."""
    made = forms.formset_factory(
        PART_FORMS[part],
        formset=BaseParts,
        extra=n_empty,
        can_delete=True,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS + 20,
        validate_max=True,
    )
    assert issubclass(made, BaseParts), "the list is made from the class that was given"
    return made


class AskCommitmentForm(forms.Form):
    """What the project asks of one partner."""

    partner = Pick(
        label=_("Welke partner?"),
        empty=_("Kies een partner"),
        error_messages={"required": _("Kies een partner.")},
    )
    kind = forms.ChoiceField(
        label=_("Wat vraagt u?"),
        choices=CommitmentKind.choices,
        error_messages={
            "required": _("Kies er een."),
            "invalid_choice": _("Kies uren, geld, invoering of gegevens."),
        },
    )
    amount = Euro(label=_("Hoeveel uur of euro?"), required=False, invalid=HOW_MUCH)
    text = Text(label=_("Waarvoor?"), longest=500, rows=2, needed=_("Schrijf op waarvoor u dit vraagt."))
    due_on = Day(label=_("Antwoord graag vóór"), required=False)

    def __init__(self, *args: Any, partners: Offer = (), **options: Any) -> None:
        """Offer the partners of the network."""
        super().__init__(*args, **options)
        offer(self, "partner", partners)

    def clean(self) -> dict[str, Any]:
        """Hours and money need a number."""
        if self.cleaned_data.get("kind") in {
            CommitmentKind.HOURS,
            CommitmentKind.MONEY,
        } and not self.cleaned_data.get("amount"):
            self.add_error("amount", _("Schrijf op hoeveel."))
        return self.cleaned_data


class AnswerCommitmentForm(forms.Form):
    """Yes, no, or something else, by the partner itself."""

    answer = Text(label=_("Toelichting"), longest=2000, rows=3, required=False)
    amount = Euro(label=_("Hoeveel wel?"), required=False, invalid=HOW_MUCH)

    def __init__(self, *args: Any, deed: str = "", has_amount: bool = False, **options: Any) -> None:
        """Ask what the answer needs: a reason with no, another size with something else."""
        super().__init__(*args, **options)
        self.deed = deed
        if not has_amount:
            del self.fields["amount"]

    def clean(self) -> dict[str, Any]:
        """Say why not, and say what then."""
        if self.deed == "decline" and not self.cleaned_data.get("answer"):
            self.add_error("answer", _("Schrijf op waarom niet. De trekker leest dat."))
        if self.deed == "amend":
            if (
                "amount" in self.fields
                and self.cleaned_data.get("amount") is None
                and "amount" not in self.errors
            ):
                self.add_error("amount", _("Schrijf op hoeveel u wel kunt toezeggen."))
            if not self.cleaned_data.get("answer"):
                self.add_error("answer", _("Schrijf op wat u wel kunt toezeggen."))
        return self.cleaned_data
