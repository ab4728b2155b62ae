"""Rating an idea by the criteria of the network, standing aside, and naming a topic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.forms.fields import Day, Text, Whole
from schakel.initiatives.rules import LACKS, SYSTEM_RULES, Need, Value
from schakel.network.models import Criterion
from schakel.web.fields import Offer, Pick, offer

SCORES = range(1, 6)


class ScoreForm(forms.Form):
    """Each criterion with its answers as rows: yes, no, not yet with a reason, or 1 to 5 with the words of each."""

    def __init__(
        self, *args: Any, criteria: Iterable[Criterion], is_weighed: bool, given: Any = None, **options: Any
    ) -> None:
        """Ask every criterion that the system does not answer itself; ``given`` is the assessment to change."""
        super().__init__(*args, **options)
        self.criteria = [one for one in criteria if one.rule not in SYSTEM_RULES]
        self.is_weighed = is_weighed
        before = {one.criterion_id: one for one in given.answers.all()} if given else {}
        for criterion in self.criteria:
            self._ask(criterion, before.get(criterion.pk))
        self.fields["remark"] = Text(
            label=_("Wilt u nog iets kwijt?"),
            longest=2000,
            rows=2,
            required=False,
            initial=given.remark if given else "",
        )

    def takes_score(self, criterion: Criterion) -> bool:
        """Tell whether a criterion is answered with 1 to 5; only a weight in a weighed set asks for that."""
        return self.is_weighed and criterion.weight is not None

    def _ask(self, criterion: Criterion, before: Any) -> None:
        takes_score = self.takes_score(criterion)
        if takes_score:
            choices = [
                (str(n), f"{n} · {words}" if (words := criterion.anchors.get(str(n))) else str(n))
                for n in SCORES
            ]
            chosen = str(before.score) if before and before.score else None
            lacks = _("Kies een score van 1 tot 5.")
        else:
            choices = list(Value.choices)
            chosen = before.value if before else None
            lacks = _("Kies ja, nee of nog niet.")
        self.fields[f"answer-{criterion.code}"] = forms.ChoiceField(
            label=criterion.text,
            choices=choices,
            widget=forms.RadioSelect,
            initial=chosen,
            error_messages={"required": lacks, "invalid_choice": lacks},
        )
        self.fields[f"reason-{criterion.code}"] = Text(
            label=_("Waarom? (%(code)s)") % {"code": criterion.code},
            longest=2000,
            rows=2,
            required=not takes_score,
            initial=before.reason if before else "",
            needed=_("Schrijf op waarom."),
        )

    def rows(self) -> list[dict[str, Any]]:
        """List the questions for the page."""
        return [
            {
                "field": self[f"answer-{one.code}"],
                "reason": self[f"reason-{one.code}"],
                "code": one.code,
                "hint": _("Liefst: %(what)s.") % {"what": one.preference} if one.preference else "",
                "refers_to": one.refers_to,
            }
            for one in self.criteria
        ]

    def answers(self) -> dict[Any, dict[str, Any]]:
        """Give the clean answers per criterion, as the action takes them."""
        found = {}
        for one in self.criteria:
            answer = self.cleaned_data[f"answer-{one.code}"]
            reason = self.cleaned_data[f"reason-{one.code}"]
            if self.takes_score(one):
                found[one.pk] = {"value": "", "score": int(answer), "reason": reason}
            else:
                found[one.pk] = {"value": answer, "score": None, "reason": reason}
        return found

    def mend(self, problems: Mapping[str, str]) -> None:
        """Put what the rules refuse at the criterion it is about."""
        for code, words in problems.items():
            name = f"answer-{code}"
            self.add_error(name if name in self.fields else None, words)


class RecusalForm(forms.Form):
    """Standing aside, with the reason."""

    reason = Text(
        label=_("Waarom bent u betrokken?"),
        longest=500,
        rows=2,
        needed=_("Schrijf op waarom u niet meedoet. De groep leest dat."),
    )


class InviteForm(forms.Form):
    """Until when the members of the group can rate an idea."""

    due_on = Day(label=_("Vóór welke dag?"), required=False)


class TopicForm(forms.Form):
    """A topic that a group names itself, without an idea that was sent in."""

    title = Text(label=_("Onderwerp"), longest=200, needed=_("Geef het onderwerp een naam."))
    problem = Text(
        label=_("Wat is het probleem, en voor wie?"),
        longest=5000,
        rows=5,
        needed=_("Schrijf op wat het probleem is, en voor wie."),
    )
    theme = Pick(label=_("Thema"), empty=_("Kies een thema"), error_messages={"required": LACKS[Need.THEME]})
    explorer = Pick(
        label=_("Wie verkent?"), empty=_("Kies iemand"), error_messages={"required": LACKS[Need.EXPLORER]}
    )
    due_on = Day(label=_("Wanneer is de verkenning klaar?"), error_messages={"required": LACKS[Need.DUE_ON]})
    hours_cap = Whole(label=_("Ten hoogste zoveel uur"), required=False, most=10_000, least=1)
    meeting = Pick(label=_("Op welk overleg?"), empty=_("Het eerstvolgende overleg"), required=False)

    def __init__(
        self, *args: Any, themes: Offer = (), people: Offer = (), meetings: Offer = (), **options: Any
    ) -> None:
        """Offer the themes and people of the network and the coming meetings of the group."""
        super().__init__(*args, **options)
        offer(self, "theme", themes)
        offer(self, "explorer", people)
        offer(self, "meeting", meetings)
