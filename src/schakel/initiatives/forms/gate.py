"""A proposal at a gate: the verdict that a group is asked for, with what that verdict needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.answers import Answering
from schakel.initiatives.forms.fields import Day, Text, Whole
from schakel.initiatives.models import InitiativePartner
from schakel.initiatives.rules import Need, Terms, Verdict, missing_terms
from schakel.web.fields import Offer, Pick, PickMany, offer

#: How the group decides: at its next meeting, at a chosen meeting, or in writing before a day.
NEXT, WRITING = "volgende", "schriftelijk"

_FIELDS: dict[Need, Callable[[], forms.Field]] = {
    Need.PUBLIC_REASON: lambda: Text(
        label=_("Reden voor iedereen"),
        longest=3000,
        rows=4,
        required=False,
        help_text=_("De indiener leest dit als eerste, daarna iedereen. Schrijf in gewone woorden."),
    ),
    Need.WAKE_ON: lambda: Day(
        label=_("Terug op de agenda op"),
        required=False,
        help_text=_("Binnen twaalf maanden. Er gebeurt dan niets vanzelf."),
    ),
    Need.EXPLORER: lambda: Pick(label=_("Wie verkent?"), empty=_("Kies iemand"), required=False),
    Need.DUE_ON: lambda: Day(label=_("Verkenning klaar op"), required=False),
    Need.LEAD: lambda: Pick(label=_("Wie trekt dit?"), empty=_("Kies iemand"), required=False),
    Need.COMMISSIONER: lambda: Text(label=_("Wie geeft de opdracht?"), longest=200, required=False),
    Need.EXTENDED_TO: lambda: Day(label=_("Uitstel tot en met"), required=False),
    Need.FUNDING_LINE: lambda: Pick(
        label=_("Op welke geldstroom wacht dit?"), empty=_("Kies een geldstroom"), required=False
    ),
    Need.PHASE: lambda: forms.TypedChoiceField(
        label=_("Fase"),
        choices=[(1, _("1, snel resultaat")), (2, _("2, groter effect"))],
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    ),
}


class TermsForm(Answering):
    """What goes with a verdict: who explores, when it comes back, why it stops."""

    BOX = Need.PUBLIC_REASON.value

    def __init__(
        self,
        *args: Any,
        needs: frozenset[Need],
        people: Offer = (),
        funding_lines: Offer = (),
        **options: Any,
    ) -> None:
        """Ask only what is needed."""
        templates = options.pop("templates", ())
        super().__init__(*args, **options)
        asked = {need.value: field() for need, field in _FIELDS.items() if need in needs}
        if Need.EXPLORER in needs:
            asked["hours_cap"] = Whole(
                label=_("Ten hoogste zoveel uur"), required=False, most=10_000, least=1
            )
        self.fields = {**asked, **self.fields}
        self.offer_templates(templates)
        people = list(people)
        for name in ("explorer", "lead"):
            if name in self.fields:
                offer(self, name, people)
        if "funding_line" in self.fields:
            offer(self, "funding_line", funding_lines)

    def terms(self) -> dict[str, Any]:
        """Give what was filled in, under the names of the action."""
        names = {
            "public_reason",
            "wake_on",
            "explorer",
            "due_on",
            "hours_cap",
            "lead",
            "commissioner",
            "phase",
            "funding_line",
            "extended_to",
        }
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name in names and value not in (None, "")
        }


class EditionForm(forms.Form):
    """Why newer checklists hold for an initiative from now on."""

    reason = Text(
        label=_("Waarom volgt dit initiatief de nieuwe lijsten?"),
        longest=2000,
        rows=3,
        needed=_("Schrijf op waarom dit initiatief de nieuwe lijsten volgt."),
        help_text=_("Dit staat in het verhaal van het initiatief."),
    )


class ProposeForm(TermsForm):
    """One verdict with its terms, and when the group decides."""

    reason = Text(
        label=_("Waarom stelt u dit voor?"),
        longest=3000,
        rows=3,
        required=False,
        help_text=_("De leden lezen dit bij het agendapunt."),
    )
    moment = Pick(label=_("Wanneer beslist de groep?"), widget=forms.RadioSelect)
    closes_on = Day(
        label=_("Stemmen kan tot en met"),
        required=False,
        help_text=_("Alleen als de groep schriftelijk beslist."),
    )

    def __init__(
        self, *args: Any, verdict: Verdict, meetings: Sequence[tuple[str, str, Any]] = (), **options: Any
    ) -> None:
        """Ask what this verdict needs; offer the coming meetings of the group."""
        super().__init__(*args, needs=verdict.needs, **options)
        self.verdict = verdict
        first = [] if meetings else [(NEXT, _("Op het eerstvolgende overleg"), NEXT)]
        writing = (WRITING, _("Schriftelijk, zonder overleg"), WRITING)
        offer(self, "moment", [*meetings, *first, writing])
        self.fields["closes_on"].widget.attrs["data-for"] = WRITING  # in sight only when this is chosen
        if not self.is_bound:
            self.initial.setdefault("moment", meetings[0][0] if meetings else NEXT)

    @property
    def is_written(self) -> bool:
        """The group decides in writing."""
        return self.cleaned_data.get("moment") == WRITING

    @property
    def meeting(self) -> Any:
        """The meeting that was chosen, or None."""
        moment = self.cleaned_data.get("moment")
        return None if moment in {NEXT, WRITING} else moment

    @property
    def closes_at(self) -> datetime | None:
        """The last minute of the last day on which can be voted: mandate and seats of that day count."""
        if not self.is_written:
            return None
        last: date = self.cleaned_data["closes_on"]
        return timezone.make_aware(datetime.combine(last, time(23, 59)))

    def check(self, today: date, *, n_conditions: int = 0) -> None:
        """Put at each field what the rules say is still missing."""
        known = self.cleaned_data
        names = {need.value for need in Need}
        # The group itself is already known here: it is the one that is asked.
        terms = Terms(
            **{name: value for name, value in known.items() if name in names}, n_conditions=n_conditions
        )
        for name, words in missing_terms(self.verdict, terms, today=today).items():
            if name not in self.errors:
                self.add_error(name if name in self.fields else None, words)
        if self.is_written and "closes_on" not in self.errors:
            closes_on = known.get("closes_on")
            if closes_on is None:
                self.add_error("closes_on", _("Kies tot en met welke dag leden kunnen stemmen."))
            elif closes_on <= today:
                self.add_error("closes_on", _("Kies een dag na vandaag."))


class ConditionForm(forms.Form):
    """A condition: what, before when, and who takes care of it."""

    text = Text(label=_("Voorwaarde"), longest=1000, rows=2, needed=_("Schrijf de voorwaarde op."))
    due_on = Day(label=_("Uiterlijk op"), error_messages={"required": _("Kies een dag.")})
    owner_partner = Pick(label=_("Welke partner?"), empty=_("Geen partner"), required=False)
    owner_name = Text(label=_("Of wie?"), longest=200, required=False)

    def clean(self) -> dict[str, Any]:
        """A condition has an owner."""
        if (
            not self.cleaned_data.get("owner_partner")
            and not self.cleaned_data.get("owner_name")
            and not self.errors
        ):
            self.add_error("owner_name", _("Schrijf op wie hiervoor zorgt, of kies een partner."))
        return self.cleaned_data


class BaseConditions(forms.BaseFormSet):
    """The conditions that go with a verdict."""

    def __init__(self, *args: Any, partners: Offer = (), **options: Any) -> None:
        """Offer the partners of the network."""
        self.partners = list(partners)
        super().__init__(*args, **options)

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Fill the choices of partners."""
        super().add_fields(form, index)
        offer(form, "owner_partner", self.partners)

    def filled(self) -> list[dict[str, Any]]:
        """Give the conditions that were filled in."""
        return [form.cleaned_data for form in self.forms if form.has_changed() and form.cleaned_data]


def condition_formset(*, n_empty: int = 1) -> type[BaseConditions]:
    """Make the list of conditions, with so many empty rows."""
    made = forms.formset_factory(
        ConditionForm, formset=BaseConditions, extra=n_empty, max_num=20, absolute_max=30, validate_max=True
    )
    assert issubclass(made, BaseConditions), "the list is made from the class that was given"
    return made


class AppointForm(forms.Form):
    """Who leads, who explores, and who gives the assignment."""

    lead = Pick(label=_("Trekker"), empty=_("Nog niemand"), required=False)
    explorer = Pick(label=_("Verkenner"), empty=_("Nog niemand"), required=False)
    commissioner = Text(label=_("Opdrachtgever"), longest=200, required=False)

    def __init__(self, *args: Any, people: Offer = (), **options: Any) -> None:
        """Offer the people of the network."""
        super().__init__(*args, **options)
        people = list(people)
        for name in ("lead", "explorer"):
            offer(self, name, people)


class PartnersForm(forms.Form):
    """Which part each partner has, one more partner, and where it takes place."""

    add = Pick(label=_("Voeg een partner toe"), empty=_("Niemand erbij"), required=False)
    areas = PickMany(label=_("In welke gebieden?"), required=False)

    def __init__(
        self,
        *args: Any,
        taking_part: Iterable[Any] = (),
        partners: Offer = (),
        areas: Offer = (),
        **options: Any,
    ) -> None:
        """Ask the part of each partner that takes part now."""
        super().__init__(*args, **options)
        self.taking_part = list(taking_part)
        parts = {}
        for row in self.taking_part:
            parts[f"part-{row.partner.slug}"] = forms.ChoiceField(
                label=row.partner.name,
                choices=[*InitiativePartner.Part.choices, ("", _("doet niet meer mee"))],
                initial=row.part,
                required=False,
            )
        self.fields = {**parts, **self.fields}
        present = {row.partner.slug for row in self.taking_part}
        offer(self, "add", [one for one in partners if one[0] not in present])
        offer(self, "areas", areas)

    def part_fields(self) -> list[Any]:
        """Give the fields of the partners that take part now."""
        return [self[f"part-{row.partner.slug}"] for row in self.taking_part]

    def parts(self) -> dict[Any, str]:
        """Give each partner that takes part from now on, with its part."""
        chosen = {row.partner: self.cleaned_data[f"part-{row.partner.slug}"] for row in self.taking_part}
        found = {partner: part for partner, part in chosen.items() if part}
        if added := self.cleaned_data["add"]:
            found[added] = InitiativePartner.Part.PARTICIPANT
        return found
