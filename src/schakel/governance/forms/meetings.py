"""Forms of a meeting: when and where, its agenda, who is there."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.models import Body
from schakel.governance.rules import AgendaKind
from schakel.web.fields import CHOOSE, LONG, Clock, Day, Words

ABSENT = "afwezig"


class MeetingForm(forms.Form):
    """When and where a body meets."""

    body = forms.ChoiceField(label=gettext_lazy("Welke groep?"), error_messages=CHOOSE)
    day = Day(label=gettext_lazy("Op welke dag?"))
    time = Clock(label=gettext_lazy("Hoe laat?"))
    place = Words(label=gettext_lazy("Waar?"), required=False)
    title = Words(
        label=gettext_lazy("Titel"),
        help_text=gettext_lazy("Laat leeg als het een gewoon overleg van de groep is."),
        required=False,
    )
    late_reason = Words(
        label=gettext_lazy("Is het overleg al geweest? Waarom legt u het achteraf vast?"),
        help_text=gettext_lazy(
            "Alleen de secretaris doet dit. De reden staat bij elk besluit uit dit overleg."
        ),
        most=300,
        required=False,
    )

    def __init__(self, *args: Any, bodies: Sequence[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        self._bodies = {body.slug: body for body in bodies}
        field: Any = self.fields["body"]
        field.choices = [(slug, body.name) for slug, body in self._bodies.items()]
        if self.initial.get("number"):
            del self.fields["late_reason"]  # it has been planned already
        if len(self._bodies) == 1:
            field.widget = forms.HiddenInput()
            field.initial = next(iter(self._bodies))

    def clean_body(self) -> Body:
        """The body that was chosen."""
        return self._bodies[self.cleaned_data["body"]]

    def clean(self) -> dict[str, Any]:
        """Put day and time together as one moment on the clock of the Netherlands."""
        values = super().clean() or self.cleaned_data
        if values.get("day") and values.get("time"):
            values["starts_at"] = timezone.make_aware(datetime.combine(values["day"], values["time"]))
        return values


class AgendaItemForm(forms.Form):
    """A point of one's own on the agenda; decisions come from a proposal."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Wat voor punt?"),
        choices=[(kind.value, kind.label) for kind in (AgendaKind.DISCUSSION, AgendaKind.REPORT)],
        initial=AgendaKind.DISCUSSION,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    title = Words(label=gettext_lazy("Waar gaat het over?"), most=300)
    note = Words(label=gettext_lazy("Toelichting"), most=LONG, rows=4, required=False)


class MoveForm(forms.Form):
    """Another place for a point on the agenda."""

    item = forms.UUIDField(widget=forms.HiddenInput)
    to = forms.IntegerField(min_value=1, max_value=500)


class NoteForm(forms.Form):
    """What the secretary notes about the meeting as a whole."""

    secretary_note = Words(
        label=gettext_lazy("Aantekening van de secretaris"), most=20_000, rows=6, required=False
    )


class AttendanceForm(forms.Form):
    """Who is there: for each seat its member, its deputy, or nobody."""

    def __init__(self, *args: Any, seats: Sequence[Any], **options: Any) -> None:
        """Ask for each seat.

        seats: rows with seat, holder and deputy (people or None), person (who is there now, or None), is_known
        (somebody wrote it down) and is_present.
        """
        super().__init__(*args, **options)
        self._seats = {f"seat_{row.seat.pk}": row for row in seats}
        for name, row in self._seats.items():
            present = [
                *(
                    [(str(row.holder.pk), _("%(name)s is er") % {"name": row.holder.name})]
                    if row.holder
                    else []
                ),
                *(
                    [(str(row.deputy.pk), _("%(name)s vervangt") % {"name": row.deputy.name})]
                    if row.deputy
                    else []
                ),
            ]
            self.fields[name] = forms.ChoiceField(
                label=row.seat.name,
                choices=[*present, (ABSENT, _("Niet aanwezig"))],
                initial=str(row.person.pk) if row.is_present else ABSENT if row.is_known else None,
                required=False,
                widget=forms.RadioSelect,
                error_messages=CHOOSE,
            )

    def present(self) -> dict[UUID, UUID | None]:
        """Who sits where; nobody is None. Seats that were not sent along are left out."""
        return {
            row.seat.pk: None if self.cleaned_data[name] == ABSENT else UUID(self.cleaned_data[name])
            for name, row in self._seats.items()
            if self.cleaned_data.get(name)
        }

    def everyone(self) -> dict[UUID, UUID | None]:
        """Every member on their own seat; where there is none the deputy."""
        sitting = ((row.seat.pk, row.holder or row.deputy) for row in self._seats.values())
        return {seat_id: person.pk for seat_id, person in sitting if person}

    def rows(self) -> list[dict[str, Any]]:
        """Each seat on which someone sits, with its field, in order."""
        return [
            {"name": row.seat.name, "choice": self[name], "line": row}
            for name, row in self._seats.items()
            if row.holder or row.deputy
        ]
