"""Forms of deciding: votes, recusals, reasons, a written round, ratifying and escalating."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.forms.bodies import Whence
from schakel.governance.models import Body, Decision
from schakel.governance.rules import CHOICES_OF, Choice, Method, SeatVote, why_not_choice
from schakel.web.fields import CHOOSE, LONG, Clock, Day, Pick, Words, offer

NOTHING, RECUSED = "", "betrokken"
CHOICE_WORDS = {
    Choice.FOR: gettext_lazy("Voor"),
    Choice.AGAINST: gettext_lazy("Tegen"),
    Choice.ABSTAIN: gettext_lazy("Onthouding"),
    Choice.OBJECTION: gettext_lazy("Bezwaar"),
}


def choices_for(method: str) -> list[tuple[str, Any]]:
    """What a seat may say by this method, as words on the screen."""
    return [(choice.value, CHOICE_WORDS[choice]) for choice in CHOICES_OF.get(method, ())]


class ReasonForm(forms.Form):
    """A reason that has to be given."""

    reason = Words(label=gettext_lazy("Waarom?"), most=LONG, rows=4)


class ObjectionForm(ReasonForm):
    """Taking back an objection, with what took it away."""

    reason = Words(label=gettext_lazy("Wat heeft het bezwaar weggenomen?"), most=LONG, rows=3)
    vote = forms.UUIDField(widget=forms.HiddenInput)


class VotesForm(forms.Form):
    """What each seat says in a meeting, written down by the secretary, with the verdict it is about."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, decision: Decision, lines: Sequence[Any], **options: Any) -> None:
        """Ask for each seat; a seat that was recused already is not asked.

        lines: rows with seat, person (who sits there now), vote and recusal (or None), is_present.
        """
        super().__init__(*args, **options)
        self.decision = decision
        self._lines = {str(line.seat.pk): line for line in lines if line.recusal is None}
        if len(decision.options) > 1:
            self.fields["verdict"] = forms.ChoiceField(
                label=_("Over welke uitkomst wordt gestemd?"),
                choices=[(option["code"], option["label"]) for option in decision.options],
                initial=decision.verdict,
                widget=forms.RadioSelect,
                error_messages=CHOOSE,
            )
        for key, line in self._lines.items():
            self._ask(key, line)

    def _ask(self, key: str, line: Any) -> None:
        offered = choices_for(self.decision.method)
        if self.decision.method == Method.CHAIR and not line.seat.is_chair:
            offered = []
        self.fields[f"choice_{key}"] = forms.ChoiceField(
            label=line.seat.name,
            choices=[*offered, (NOTHING, _("Geen stem")), (RECUSED, _("Stemt niet mee"))],
            initial=line.vote.choice if line.vote else NOTHING,
            required=False,
            widget=forms.RadioSelect,
            error_messages=CHOOSE,
        )
        self.fields[f"reason_{key}"] = Words(
            label=_("Reden (%(seat)s)") % {"seat": line.seat.name},
            help_text=_("Nodig bij een bezwaar, en als deze zetel niet meestemt.")
            if Choice.OBJECTION in CHOICES_OF.get(self.decision.method, ())
            else _("Nodig als deze zetel niet meestemt."),
            most=LONG,
            required=False,
            initial=line.vote.reason if line.vote else "",
        )

    def clean(self) -> dict[str, Any]:
        """An objection and a recusal say why."""
        values = super().clean() or self.cleaned_data
        for key in self._lines:
            choice, reason = values.get(f"choice_{key}"), values.get(f"reason_{key}")
            if choice is None or reason is None:
                continue
            if choice == RECUSED and not reason:
                self.add_error(f"reason_{key}", _("Schrijf op waarom deze zetel niet meestemt."))
            elif choice not in {NOTHING, RECUSED}:
                why = why_not_choice(self.decision.method, choice, reason)
                if why:
                    self.add_error(f"reason_{key}", why)
        if self._lines and not self.errors and not self.says_anything:
            self.add_error(None, _("U legde nog geen stem vast. Kies bij elke zetel wat zij zegt."))
        return values

    @property
    def says_anything(self) -> bool:
        """Whether any seat says something, or said so before; taking back every vote is a choice too."""
        had_votes = any(line.vote for line in self._lines.values())
        return had_votes or any(self.said(key) != NOTHING for key in self._lines)

    def votes(self) -> list[SeatVote]:
        """What was written down, for each seat."""
        return [
            SeatVote(
                seat_id=line.seat.pk,
                choice="" if values_choice == RECUSED else values_choice,
                reason=self.cleaned_data[f"reason_{key}"],
                person_id=line.person.pk if line.person else None,
                is_recused=values_choice == RECUSED,
            )
            for key, line in self._lines.items()
            for values_choice in [self.cleaned_data[f"choice_{key}"]]
        ]

    def all_for(self) -> None:
        """Fill in *for* at every seat that is there and says nothing yet; nothing is kept by it."""
        data: dict[str, Any] = {name: self.data[name] for name in self.data}
        is_noted = any(line.is_present for line in self._lines.values())
        for key, line in self._lines.items():
            field: Any = self.fields[f"choice_{key}"]
            is_there = line.is_present or not is_noted
            if is_there and self.said(key) == NOTHING and Choice.FOR in dict(field.choices):
                data[f"choice_{key}"] = Choice.FOR
        self.data = data

    def said(self, key: str) -> str:
        """What is filled in for a seat at this moment, valid or not; for the count while typing."""
        if key not in self._lines:
            return RECUSED
        return str(self[f"choice_{key}"].value() or NOTHING)

    def rows(self) -> list[dict[str, Any]]:
        """Each seat with its two fields, in order."""
        somebody_is_noted = any(line.is_present for line in self._lines.values())
        absent = _("niet als aanwezig vastgelegd") if somebody_is_noted else ""
        author = _("diende dit idee in")

        def note(line: Any) -> str:
            notes = [
                "" if line.is_present else absent,
                author if self.decision.brought_in_by(line.person) else "",
            ]
            return ", ".join(one for one in notes if one)

        return [
            {
                "name": line.seat.name,
                "person": line.person.name if line.person else "",
                "note": note(line),
                "choice": self[f"choice_{key}"],
                "reason": self[f"reason_{key}"],
            }
            for key, line in self._lines.items()
        ]


class CastVoteForm(forms.Form):
    """The vote of a seat holder in a written round."""

    choice = forms.ChoiceField(
        label=gettext_lazy("Wat zegt u?"), widget=forms.RadioSelect, error_messages=CHOOSE
    )
    reason = Words(
        label=gettext_lazy("Waarom?"),
        help_text=gettext_lazy("De anderen lezen dit mee. Bij een bezwaar is een reden nodig."),
        most=LONG,
        rows=4,
        required=False,
    )

    def __init__(self, *args: Any, method: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self._method = method
        field: Any = self.fields["choice"]
        field.choices = choices_for(method)

    def clean(self) -> dict[str, Any]:
        """An objection says why."""
        values = super().clean() or self.cleaned_data
        if "choice" in values and "reason" in values:
            why = why_not_choice(self._method, values["choice"], values["reason"])
            if why:
                self.add_error("reason", why)
        return values


class RecuseForm(forms.Form):
    """Someone who has an interest steps aside for one decision."""

    reason = Words(
        label=gettext_lazy("Wat is uw belang?"),
        help_text=gettext_lazy(
            "Bijvoorbeeld: mijn organisatie voert dit plan uit. De reden staat bij het besluit."
        ),
        most=LONG,
        rows=3,
    )


class WrittenForm(forms.Form):
    """Until when votes can be given in a written round."""

    closes_on = Day(label=gettext_lazy("Stemmen kan tot en met"))
    closes_time = Clock(label=gettext_lazy("Tot hoe laat?"), required=False)

    def clean(self) -> dict[str, Any]:
        """The moment of closing; without a time the end of the day."""
        values = super().clean() or self.cleaned_data
        if values.get("closes_on") and "closes_time" in values:
            at = values["closes_time"] or datetime.max.time().replace(second=0, microsecond=0)
            values["closes_at"] = timezone.make_aware(datetime.combine(values["closes_on"], at))
        return values


class RatifyForm(Whence):
    """Which body ratifies a decision, and where."""

    body = Pick(label=gettext_lazy("Welke groep bekrachtigt het?"))
    proposal = Words(label=gettext_lazy("Toelichting voor die groep"), most=LONG, rows=5, required=False)

    field_order = ("body", "proposal", "where", "closes_on", "closes_time")

    def __init__(self, *args: Any, bodies: Sequence[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "body", [(body.slug, body.name, body) for body in bodies])

    def clean(self) -> dict[str, Any]:
        """A meeting belongs to the body that ratifies."""
        values = super().clean()
        meeting, body = values.get("meeting"), values.get("body")
        if meeting and body and meeting.body_id != body.pk:
            self.add_error(
                "where",
                _("Dit overleg is van een andere groep. Kies een overleg van %(body)s.")
                % {"body": body.name},
            )
        return values


class ConditionMetForm(forms.Form):
    """How and when a condition was met."""

    condition = forms.UUIDField(widget=forms.HiddenInput)
    met_on = Day(label=gettext_lazy("Vervuld op"))
    note = Words(label=gettext_lazy("Hoe is het vervuld?"), most=LONG, rows=3)
