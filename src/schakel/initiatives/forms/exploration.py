"""The exploration: its time box and questions, what was found, and how a partner looks at it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Day, Text, Whole
from schakel.initiatives.rules import FactorKind, Law, Willingness

LONG = 10_000


class TimeBoxForm(forms.Form):
    """Until when, how many hours at most, and the questions, one on each line."""

    due_on = Day(label=_("Klaar op"), help_text=_("Een verkenning duurt niet langer dan drie maanden."))
    hours_cap = Whole(label=_("Ten hoogste zoveel uur"), required=False, most=10_000, least=1)
    questions = Text(
        label=_("Vragen"),
        longest=5000,
        rows=6,
        help_text=_("Zet elke vraag op een eigen regel."),
        needed=_("Schrijf ten minste één vraag op."),
    )

    def clean_questions(self) -> list[str]:
        """Read one question from each line."""
        lines = [line.strip(" •-\t") for line in self.cleaned_data["questions"].split("\n")]
        found = [line for line in lines if line]
        if any(len(line) > 500 for line in found):
            raise forms.ValidationError(_("Eén van de vragen is langer dan 500 tekens. Maak die korter."))
        return found


class FindingsForm(forms.Form):
    """What the exploration found, in plain words, and what it advises."""

    problem_picture = Text(
        label=_("Hoe groot is het probleem?"),
        longest=LONG,
        rows=4,
        required=False,
        help_text=_("Om hoeveel mensen gaat het, en hoe weet u dat? Noem uw bron."),
    )
    findings = Text(label=_("Wat hebt u gevonden?"), longest=LONG, rows=6, required=False)
    prior_art = Text(
        label=_("Wat is er al?"),
        longest=LONG,
        rows=4,
        required=False,
        help_text=_("Hier, in andere regio’s, in onderzoek. Ook wat eerder stopte."),
    )
    resident_voice = Text(
        label=_("Wat zeggen inwoners?"),
        longest=LONG,
        rows=4,
        required=False,
        help_text=_("Wie hebt u gesproken, en wat vonden zij? Geen namen."),
    )
    embedding_sketch = Text(
        label=_("Hoe kan dit later vast onderdeel worden?"),
        longest=LONG,
        rows=4,
        required=False,
        help_text=_("Wie doet het straks, en wie betaalt het straks?"),
    )
    advice = Text(
        label=_("Wat is uw advies?"),
        longest=LONG,
        rows=5,
        required=False,
        help_text=_("Ook een eerlijk ‘niet doen’ is een goed advies."),
    )


class AnswersForm(forms.Form):
    """The answer on each question of the exploration."""

    def __init__(self, *args: Any, questions: Any = (), **options: Any) -> None:
        """Show a field for each question."""
        super().__init__(*args, **options)
        self.questions = list(questions)
        for question in self.questions:
            self.fields[f"answer-{question.position}"] = Text(
                label=question.text, longest=LONG, rows=3, required=False, initial=question.answer
            )

    def changed_answers(self) -> list[tuple[Any, str]]:
        """Give the questions whose answer is different now."""
        found = []
        for question in self.questions:
            answer = self.cleaned_data[f"answer-{question.position}"]
            if answer != question.answer:
                found.append((question, answer))
        return found


class OptionForm(forms.Form):
    """One way to go, with what speaks for and against it; doing nothing is always one of them."""

    name = Text(label=_("Mogelijkheid"), longest=200, needed=_("Geef deze mogelijkheid een naam."))
    text = Text(label=_("Wat houdt het in?"), longest=3000, rows=3, required=False)
    pros = Text(label=_("Wat pleit ervoor?"), longest=3000, rows=2, required=False)
    cons = Text(label=_("Wat pleit ertegen?"), longest=3000, rows=2, required=False)
    key = forms.UUIDField(label=_("Regel"), widget=forms.HiddenInput, required=False)
    is_advised = forms.BooleanField(label=_("Dit raden wij aan"), required=False)


class BaseOptions(forms.BaseFormSet):
    """All the options of an exploration; at most one is advised."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Call the box that removes an option by what it does; doing nothing stays."""
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Haal deze mogelijkheid weg")
            if form.initial.get("is_do_nothing"):
                del form.fields["DELETE"]

    def clean(self) -> None:
        """Refuse two advised options."""
        rows = [form.cleaned_data for form in self.forms if getattr(form, "cleaned_data", None)]
        rows = [row for row in rows if not row.get("DELETE")]
        if sum(bool(row.get("is_advised")) for row in rows) > 1:
            raise forms.ValidationError(
                _("U kunt één mogelijkheid aanraden. Haal het vinkje bij de andere weg.")
            )

    def rows(self) -> list[dict[str, Any]]:
        """Give the options to keep, in order, as the action takes them."""
        known = [form.cleaned_data for form in self.forms if form.cleaned_data.get("name")]
        return [
            {name: row[name] for name in ("name", "text", "pros", "cons", "is_advised")}
            | {"id": row.get("key")}
            for row in known
            if not row.get("DELETE")
        ]


OPTIONS = forms.formset_factory(
    OptionForm, formset=BaseOptions, extra=1, can_delete=True, max_num=12, absolute_max=20, validate_max=True
)


class FactorForm(forms.Form):
    """One implementation factor: what helps, what hinders, and how far we are."""

    helps = Text(label=_("Wat helpt?"), longest=3000, rows=2, required=False)
    hinders = Text(label=_("Wat werkt tegen?"), longest=3000, rows=2, required=False)
    score = forms.TypedChoiceField(
        label=_("Hoe ver zijn we?"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[
            ("", _("Nog niet te zeggen")),
            ("1", _("1 · alles moet nog beginnen")),
            ("2", _("2 · er zijn grote gaten")),
            ("3", _("3 · de helft is er")),
            ("4", _("4 · bijna klaar")),
            ("5", _("5 · dit zit goed")),
        ],
    )


class PayerForm(forms.Form):
    """Who pays and who gains, for one law."""

    pays = Text(label=_("Wie betaalt, en wat?"), longest=3000, rows=2, required=False)
    gains = Text(label=_("Wie heeft er voordeel van?"), longest=3000, rows=2, required=False)


def factor_forms(
    data: Any = None, known: dict[str, Any] | None = None
) -> list[tuple[FactorKind, FactorForm]]:
    """Give a form for each of the five factors, filled with what is known."""
    known = known or {}
    return [
        (
            kind,
            FactorForm(
                data,
                prefix=f"factor-{kind.value}",
                initial=_of(known.get(kind.value), "helps", "hinders", "score"),
            ),
        )
        for kind in FactorKind
    ]


def payer_forms(data: Any = None, known: dict[str, Any] | None = None) -> list[tuple[Law, PayerForm]]:
    """Give a form for each law, filled with what is known."""
    known = known or {}
    return [
        (
            law,
            PayerForm(data, prefix=f"payer-{law.value}", initial=_of(known.get(law.value), "pays", "gains")),
        )
        for law in Law
    ]


def _of(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names} if row else {}


class ViewForm(forms.Form):
    """How one partner looks at a topic; fits a phone and takes four minutes."""

    willingness = forms.ChoiceField(
        label=_("Doet uw organisatie mee als dit doorgaat?"),
        choices=Willingness.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies ja, misschien of nee."),
            "invalid_choice": _("Kies ja, misschien of nee."),
        },
    )
    interest = Text(
        label=_("Wat is uw belang?"),
        longest=3000,
        rows=3,
        help_text=_("Wat hebben uw patiënten, cliënten of medewerkers eraan?"),
        needed=_("Schrijf op wat uw organisatie eraan heeft. Niets? Schrijf dan: niets."),
    )
    worry = Text(
        label=_("Waar maakt u zich zorgen over?"),
        longest=3000,
        rows=3,
        required=False,
    )
    contribution = Text(
        label=_("Wat kunt u bijdragen?"),
        longest=3000,
        rows=3,
        help_text=_("Uren, kennis, cijfers, een plek om te proberen. Dit is nog geen toezegging."),
        required=False,
    )

    def typed(self) -> dict[str, str]:
        """Give what was typed, complete or not, for a draft that only this partner sees."""
        self.is_valid()
        known = self.cleaned_data
        typed = {name: known.get(name, "") for name in ("interest", "worry", "contribution")}
        return typed | {"willingness": known.get("willingness", "")}
