"""Becoming ordinary care: the embedding plan, line owners, adoption, measuring again, reports and lessons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Day, Euro, Text, Whole
from schakel.initiatives.rules import AdoptionState, EvidenceGrade, Holds, ReportKind, Stage
from schakel.network.choosing import AreaFilter
from schakel.web.fields import Offer, Pick, offer

LONG = 5000


def _long(label: Any, hint: Any = "", *, rows: int = 3, needed: Any = "") -> Text:
    return Text(label=label, longest=LONG, rows=rows, required=bool(needed), needed=needed, help_text=hint)


class EmbeddingForm(forms.Form):
    """How it becomes ordinary work, and in which parts it falls."""

    structural_funding = _long(
        _("Wie betaalt het blijvend?"), _("Niet de pilot, maar daarna: uit welk gewoon budget.")
    )
    work_instruction = _long(_("Hoe werkt u voortaan?"), _("De werkafspraak, in gewone woorden."))
    training = _long(_("Hoe leren mensen het?"), _("Ook wie er later bij komt."))
    figures = _long(_("Welke cijfers blijven, en wie houdt ze bij?"))
    contract_clause = _long(_("Wat komt er in contracten of overeenkomsten?"), rows=2)
    remeasure = _long(
        _("Wat meet u later opnieuw, en wie doet dat?"),
        _("Na 3, 6, 12 en 24 maanden; bij een procesopdracht één keer, na 6 maanden."),
    )
    components = Text(
        label=_("Uit welke onderdelen bestaat het?"),
        longest=LONG,
        rows=4,
        required=False,
        help_text=_("Eén onderdeel per regel. Per partner houdt u bij hoe ver elk onderdeel is."),
    )
    agreed_share_percent = Whole(
        label=_("Hoeveel procent moet in gebruik zijn?"),
        least=1,
        most=100,
        help_text=_("Van alle partners en onderdelen samen, voordat het vast onderdeel wordt."),
    )

    def clean_components(self) -> list[str]:
        """Read one part on each line."""
        return [line.strip()[:200] for line in self.cleaned_data["components"].splitlines() if line.strip()]


class LineOwnerForm(forms.Form):
    """Which partner takes it into the line, and who looks after it there."""

    partner = Pick(
        label=_("Welke partner neemt het over?"),
        empty=_("Kies een partner"),
        error_messages={"required": _("Kies een partner.")},
    )
    name = Text(
        label=_("Wie zorgt er daar voor?"),
        longest=200,
        needed=_("Schrijf op wie er bij deze partner voor zorgt."),
        help_text=_("Een functie met een naam, iemand uit de gewone lijn."),
    )
    due_on = Day(label=_("Antwoord graag vóór"), required=False)

    def __init__(self, *args: Any, partners: Offer = (), **options: Any) -> None:
        """Offer the partners of the network."""
        super().__init__(*args, **options)
        offer(self, "partner", partners)


class AcceptForm(forms.Form):
    """Yes or no by the partner itself."""

    name = Text(label=_("Wie zorgt er bij u voor?"), longest=200, required=False)
    answer = Text(label=_("Toelichting"), longest=2000, rows=3, required=False)


class AdoptionForm(forms.Form):
    """How far one partner is with each part."""

    since_on = Day(
        label=_("Sinds wanneer?"),
        required=False,
        help_text=_("Voor wat u nu verandert. Leeg is vandaag."),
    )

    def __init__(
        self, *args: Any, components: Iterable[Any] = (), states: Mapping[UUID, str], **options: Any
    ) -> None:
        """Ask one question for each part."""
        super().__init__(*args, **options)
        self.components = list(components)
        asked = {
            f"part-{one.pk}": forms.ChoiceField(
                label=one.name,
                choices=AdoptionState.choices,
                initial=states.get(one.pk, AdoptionState.NOT_STARTED),
            )
            for one in self.components
        }
        self.fields = {**asked, **self.fields}

    def states(self) -> dict[UUID, str]:
        """Give the answers, by part."""
        return {one.pk: self.cleaned_data[f"part-{one.pk}"] for one in self.components}


class RemeasureForm(forms.Form):
    """What was found when it was measured again."""

    done_on = Day(label=_("Gemeten op"))
    holds = forms.ChoiceField(
        label=_("Blijft het goed gaan?"),
        choices=Holds.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies er een.")},
    )
    finding = _long(
        _("Wat kwam eruit?"), _("Cijfers, en hoe u eraan kwam."), needed=_("Schrijf op wat eruit kwam.")
    )


class ReportForm(forms.Form):
    """What came of it, what people experienced, what it cost, and how it goes on."""

    result = _long(
        _("Wat kwam eruit?"),
        _("Zet het naast de doelen van het plan. Ook wat tegenviel."),
        rows=5,
        needed=_("Schrijf op wat eruit kwam, ook als het tegenviel."),
    )
    experience = _long(_("Wat ervoeren inwoners en professionals?"))
    spent_eur = Euro(label=_("Uitgegeven, in euro"), required=False)
    settlement = _long(_("Wat ging anders dan begroot?"), rows=2)
    ahead = _long(_("Hoe gaat het verder?"))

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        """Ask of a pilot how it is introduced, and at the end what is left."""
        super().__init__(*args, **options)
        if kind == ReportKind.PILOT:
            self.fields["ahead"].label = _("Hoe voert u het verder in?")


class LessonForm(forms.Form):
    """A lesson that others can use."""

    context = _long(
        _("In welke situatie was dit?"),
        _("Zodat een ander ziet of het daar ook zo is."),
        rows=2,
        needed=_("Schrijf op in welke situatie dit was."),
    )
    happened = _long(_("Wat gebeurde er?"), needed=_("Schrijf op wat er gebeurde."))
    advice = _long(_("Wat raadt u anderen aan?"), rows=2, needed=_("Schrijf op wat u anderen aanraadt."))
    grade = forms.ChoiceField(
        label=_("Hoe zeker is dit?"),
        choices=EvidenceGrade.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies er een.")},
    )


class LessonsForm(AreaFilter):
    """Which lessons are shown."""

    field_order = ("thema", "gebied", "breed", "afloop", "zekerheid")

    thema = Pick(label=_("Thema"), empty=_("Alle thema’s"), required=False)
    afloop = forms.ChoiceField(
        label=_("Hoe het afliep"),
        choices=[
            ("", _("Alles")),
            (Stage.FINISHED, _("Klaar")),
            (Stage.STOPPED, _("Gestopt")),
            (Stage.EXPLORED, _("Onderzocht, geen vervolg")),
        ],
        required=False,
    )
    zekerheid = forms.ChoiceField(
        label=_("Hoe zeker"), choices=[("", _("Alles")), *EvidenceGrade.choices], required=False
    )

    def __init__(self, *args: Any, themes: Offer = (), **options: Any) -> None:
        """Offer the themes of the network."""
        super().__init__(*args, **options)
        offer(self, "thema", themes)
