"""Forms with one field of each kind, good and wrong."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label=_("Hoe heet uw idee?"), max_length=120)
    problem = forms.CharField(
        label=_("Wat is het probleem, en voor wie?"),
        help_text=_("Schrijf zoals u het een collega vertelt."),
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 800}),
    )
    theme = forms.ChoiceField(
        label=_("Thema"),
        choices=[("", _("Nog geen thema")), ("ouder", _("Ouder worden")), ("spoed", _("Spoedzorg"))],
    )
    starts_on = forms.DateField(
        label=_("Begint op"), widget=forms.DateInput(attrs={"type": "date"}), required=False
    )
    kind = forms.ChoiceField(
        label=_("Soort vervolg"),
        choices=[("process", _("Procesopdracht")), ("project", _("Project"))],
        widget=forms.RadioSelect,
    )
    areas = forms.MultipleChoiceField(
        label=_("Gebied"),
        choices=[("noord", _("Lindeveen")), ("zuid", _("Wilgenrade")), ("west", _("Elzenhout"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(label=_("Ik heb dit met mijn organisatie besproken"))


class CriterionForm(forms.Form):
    """A yes-or-no criterion and a weighed one."""

    patient = forms.ChoiceField(
        label=_("Wordt de zorg voor de patiënt er merkbaar beter van?"),
        choices=[("yes", _("Ja")), ("no", _("Nee")), ("not_yet", _("Nog niet te zeggen"))],
        widget=forms.RadioSelect,
    )
    patient_reason = forms.CharField(label=_("Waarom?"), widget=forms.Textarea(attrs={"rows": 2}))
    support = forms.ChoiceField(
        label=_("Hoe groot is het draagvlak?"),
        choices=[
            ("1", _("1. Alleen de indiener wil het")),
            ("2", _("2. Eén andere partner denkt mee")),
            ("3", _("3. Drie partners willen tijd geven")),
            ("4", _("4. De meeste partners willen meedoen")),
            ("5", _("5. Alle partners staan klaar")),
        ],
        widget=forms.RadioSelect,
    )


class BallotForm(forms.Form):
    """One seat: what it says, and why."""

    choice = forms.ChoiceField(
        label=_("Stem"),
        choices=[("for", _("Voor")), ("against", _("Tegen")), ("abstain", _("Onthouding"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("Waarom?"), required=False)


def _ballot() -> list[dict[str, Any]]:
    seats = ((_("Ouderenzorg"), "Margreet Voorbeeld", "for"), (_("Huisartsen"), "Ruben Voorbeeld", "against"))
    rows = []
    for nr, (name, person, choice) in enumerate(seats):
        form = BallotForm(initial={"choice": choice}, prefix=f"zetel{nr}")
        rows.append({"name": name, "person": person, "choice": form["choice"], "reason": form["reason"]})
    return rows


class GoalForm(forms.Form):
    """One goal of a plan."""

    text = forms.CharField(label=_("Wat willen we bereiken?"))
    measure = forms.CharField(label=_("Waaraan zien we het?"), required=False)
    due_on = forms.DateField(
        label=_("Klaar op"), widget=forms.DateInput(attrs={"type": "date"}), required=False
    )


class FilterForm(forms.Form):
    """Filters of a list."""

    theme = forms.ChoiceField(
        label=_("Thema"), choices=[("", _("Alle thema’s")), ("ouder", _("Ouder worden"))], required=False
    )
    partner = forms.ChoiceField(label=_("Partner"), choices=[("", _("Alle partners"))], required=False)
    q = forms.CharField(label=_("Woord"), required=False)


def sample_forms() -> dict[str, Any]:
    """Make the forms, filled in and not."""
    goals = forms.formset_factory(GoalForm, extra=2)
    wrong = {"problem": "Te weinig mensen bewegen.", "kind": ""}
    return {
        "good_form": SampleForm(auto_id="goed_%s"),
        "wrong_form": SampleForm(wrong, auto_id="fout_%s"),
        "criterion_form": CriterionForm(initial={"patient": "yes"}, auto_id="score_%s"),
        "wrong_criterion_form": CriterionForm({"support": "3"}, auto_id="scorefout_%s"),
        "question_form": SampleForm(auto_id="vraag_%s"),
        "confirm_form": CriterionForm(auto_id="vooraf_%s"),
        "ballot": _ballot(),
        "filter_form": FilterForm(auto_id="filter_%s"),
        "goals": goals(prefix="doelen"),
        "page": Paginator(range(64), 20).page(2),
    }
