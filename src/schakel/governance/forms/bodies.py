"""Forms about a body: who could decide, its seats and who sits there, a proposal to it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.models import Meeting
from schakel.governance.rules import STAGE_WORDS, TYPE_WORDS, DecisionType, TenureKind
from schakel.network.models import Partner
from schakel.people.models import Person
from schakel.web.fields import CHOOSE, LONG, Clock, Day, Euros, Words
from schakel.web.formats import clock, weekday_date

#: Gates are proposed from the page of the initiative, where the evidence is; the others begin at the body.
GATES = frozenset({"p0", "p1", "p2", "p3", "p4", "p5", "p6", "px"})
#: Stages in which nothing is decided any more, so nobody asks for a mandate in them.
PAST_STAGES = frozenset({"draft", "merged", "referred"})


class CouldDecideForm(forms.Form):
    """Who could decide about this, on that day?"""

    type = forms.ChoiceField(
        label=gettext_lazy("Waarover gaat het besluit?"),
        choices=list(TYPE_WORDS.items()),
        error_messages=CHOOSE,
    )
    stage = forms.ChoiceField(
        label=gettext_lazy("In welke fase?"),
        choices=[
            ("", gettext_lazy("elke fase")),
            *((code, word) for code, word in STAGE_WORDS.items() if code not in PAST_STAGES),
        ],
        required=False,
        error_messages=CHOOSE,
    )
    amount_eur = Euros(label=gettext_lazy("Welk bedrag?"), required=False)
    on = Day(label=gettext_lazy("Op welke dag?"))


class SeatForm(forms.Form):
    """A new place in a body."""

    name = Words(
        label=gettext_lazy("Hoe heet de zetel?"), help_text=gettext_lazy("Bijvoorbeeld: huisartsen, of ZGT.")
    )
    constituency = Words(
        label=gettext_lazy("Namens wie?"),
        help_text=gettext_lazy("De achterban, bijvoorbeeld: alle huisartsen in Almelo."),
        required=False,
    )
    partner = forms.ChoiceField(
        label=gettext_lazy("Hoort de zetel bij een partner?"), required=False, error_messages=CHOOSE
    )
    is_voting = forms.BooleanField(label=gettext_lazy("Deze zetel stemt mee"), required=False, initial=True)
    is_chair = forms.BooleanField(label=gettext_lazy("Dit is de voorzitter"), required=False)
    is_secretary = forms.BooleanField(label=gettext_lazy("Dit is de secretaris"), required=False)

    def __init__(self, *args: Any, partners: Sequence[Partner], **options: Any) -> None:
        super().__init__(*args, **options)
        self._partners = {str(partner.pk): partner for partner in partners}
        field: Any = self.fields["partner"]
        field.choices = [
            ("", _("geen partner")),
            *((key, partner.name) for key, partner in self._partners.items()),
        ]

    def clean_partner(self) -> Partner | None:
        """The partner that was chosen."""
        return self._partners.get(self.cleaned_data["partner"])


class SeatPersonForm(forms.Form):
    """Who sits on a seat from a day on."""

    person = forms.ChoiceField(label=gettext_lazy("Wie?"), error_messages=CHOOSE)
    kind = forms.ChoiceField(
        label=gettext_lazy("Als lid of als plaatsvervanger?"),
        choices=TenureKind.choices,
        initial=TenureKind.HOLDER,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    from_on = Day(label=gettext_lazy("Vanaf welke dag?"))
    until_on = Day(
        label=gettext_lazy("Tot welke dag?"),
        help_text=gettext_lazy(
            "De termijn. Op deze dag zit diegene er niet meer. Leeg betekent: tot nader order."
        ),
        required=False,
    )

    def __init__(self, *args: Any, people: Sequence[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self._people = {str(person.pk): person for person in people}
        field: Any = self.fields["person"]
        field.choices = [
            ("", _("kies een persoon")),
            *((key, person.name) for key, person in self._people.items()),
        ]

    def clean_person(self) -> Person:
        """The person that was chosen."""
        return self._people[self.cleaned_data["person"]]


class EndTenureForm(forms.Form):
    """Someone leaves a seat."""

    until_on = Day(
        label=gettext_lazy("Vanaf welke dag niet meer?"),
        help_text=gettext_lazy("Op deze dag zit deze persoon er niet meer."),
    )
    reason = Words(label=gettext_lazy("Waarom?"))


class Whence(forms.Form):
    """Where a proposal is decided: in a meeting, in writing, or in the next meeting that is planned."""

    NEXT, WRITTEN = "volgende", "schriftelijk"

    where = forms.ChoiceField(
        label=gettext_lazy("Waar wordt dit besloten?"), widget=forms.RadioSelect, error_messages=CHOOSE
    )
    closes_on = Day(
        label=gettext_lazy("Schriftelijk: stemmen kan tot en met"),
        required=False,
        help_text=gettext_lazy("Alleen invullen bij een schriftelijke ronde."),
    )
    closes_time = Clock(label=gettext_lazy("Tot hoe laat?"), required=False)

    def __init__(self, *args: Any, meetings: Iterable[Meeting] = (), **options: Any) -> None:
        """Offer the meetings that are still to come."""
        super().__init__(*args, **options)
        self._meetings = {meeting.number: meeting for meeting in meetings}
        field: Any = self.fields["where"]
        field.choices = [
            *((number, _in_words(meeting)) for number, meeting in self._meetings.items()),
            (self.NEXT, _("In het volgende overleg dat wordt gepland")),
            (self.WRITTEN, _("Schriftelijk, buiten een overleg om")),
        ]
        for name in ("closes_on", "closes_time"):  # in sight only when this is chosen
            self.fields[name].widget.attrs["data-for"] = self.WRITTEN

    def clean(self) -> dict[str, Any]:
        """Turn the choice into a meeting or a moment of closing."""
        values = super().clean() or self.cleaned_data
        where = values.get("where", "")
        values["meeting"] = self._meetings.get(where)
        values["closes_at"] = None
        if where == self.WRITTEN and "closes_on" in values and "closes_time" in values:
            if values["closes_on"] is None:
                self.add_error("closes_on", _("Tot welke dag kan men stemmen?"))
            else:
                values["closes_at"] = self._moment(values)
        return values

    @property
    def last_on(self) -> date | None:
        """The last day on which can be voted; None where the body decides in a meeting."""
        return self.cleaned_data["closes_on"] if self.cleaned_data["closes_at"] else None

    def _moment(self, values: dict[str, Any]) -> datetime:
        at = values["closes_time"] or datetime.max.time().replace(second=0, microsecond=0)
        return timezone.make_aware(datetime.combine(values["closes_on"], at))


class ProposalForm(Whence):
    """A proposal to a body that is not about a gate of an initiative."""

    type = forms.ChoiceField(
        label=gettext_lazy("Waar gaat het over?"),
        choices=[(value, label) for value, label in DecisionType.choices if value not in GATES],
        error_messages=CHOOSE,
    )
    title = Words(
        label=gettext_lazy("Wat wordt er gevraagd te besluiten?"),
        help_text=gettext_lazy("Eén zin, bijvoorbeeld: De wijkapotheek wordt partner."),
        most=300,
    )
    proposal = Words(label=gettext_lazy("Het voorstel, met de argumenten"), most=LONG, rows=8)
    amount_eur = Euros(label=gettext_lazy("Hoeveel geld vraagt het?"), required=False)

    field_order = ("type", "title", "proposal", "amount_eur", "where", "closes_on", "closes_time")


def _in_words(meeting: Meeting) -> str:
    return _("Overleg %(body)s, %(day)s om %(time)s") % {
        "body": meeting.body.name,
        "day": weekday_date(meeting.starts_at),
        "time": clock(meeting.starts_at),
    }
