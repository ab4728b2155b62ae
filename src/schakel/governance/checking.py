"""Checking a file of a decision: the form that takes it, the file itself, and what came of it in words.

For the pages of members and for the public ones.
"""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.governance.queries.decision_file import Checked
from schakel.governance.rules.decision_file import TOO_LARGE, Unreadable, read
from schakel.methods.fingerprints import LARGEST
from schakel.network.models import Network
from schakel.web.formats import clock, dutch_date
from schakel.web.sent_file import SentFile, say_too_large

#: What does not fit in the journal, in words.
BROKEN: dict[str, Any] = {
    "lines": gettext_lazy(
        "Er ontbreken regels van het logboek over dit besluit die Schakel er altijd bij zet."
    ),
    "line": gettext_lazy("Een regel die dit bestand noemt, staat anders in het logboek."),
    "seal": gettext_lazy("Het zegel in dit bestand is een ander dan het zegel in het logboek."),
    "journal": gettext_lazy("Het zegel in het logboek past niet meer bij de regels eronder."),
}


class DecisionFileForm(forms.Form):
    """One file of a decision; it is read and compared, and not kept."""

    file = SentFile(
        label=gettext_lazy("Het controlebestand"),
        help_text=gettext_lazy("Een bestand dat eindigt op .json. Wij bewaren het niet."),
        endings=".json,application/json",
    )

    def __init__(self, *args: Any, network: Network, is_too_large: bool = False, **options: Any) -> None:
        """Say that a file was too large to be kept while it came in."""
        super().__init__(*args, **options)
        self.network = network
        say_too_large(self, TOO_LARGE, is_too_large=is_too_large)

    def clean_file(self) -> dict[str, Any]:
        """What the file says, when it is a file of a decision of this network."""
        sent = self.cleaned_data["file"]
        try:
            found = read(sent.read(LARGEST + 1))
        except Unreadable as fault:
            raise forms.ValidationError(fault.reason) from None
        if found["network"]["slug"] != self.network.slug:
            words = _("Dit bestand is van %(theirs)s. Hier controleert u besluiten van %(ours)s.")
            theirs = str(found["network"].get("name") or found["network"]["slug"])[:80]
            raise forms.ValidationError(words % {"theirs": theirs, "ours": self.network.name})
        return found


def as_file(told: dict[str, Any], name: str) -> HttpResponse:
    """A file to save, readable by people too; no cache keeps it."""
    body = json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"
    response = HttpResponse(body, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def sent_form(request: HttpRequest) -> DecisionFileForm:
    """The form, with the file that was sent."""
    if request.method != "POST":
        return DecisionFileForm(network=request.network)
    is_too_large = getattr(request, "upload_too_large", False)
    return DecisionFileForm(request.POST, request.FILES, network=request.network, is_too_large=is_too_large)


def outcome(checked: Checked, href: str) -> dict[str, Any]:
    """What came of a check, in words: the answer, why, what differs, and what came after."""
    state, title, lines = _answer(checked)
    return {
        "state": state,
        "title": title,
        "lines": lines,
        "href": href if checked.is_known else "",
        "number": checked.number,
        "differences": checked.differences,
        "changed_since": checked.changed_since,
        "later": [{"when": dutch_date(one.at), "words": one.words} for one in checked.later],
    }


def _answer(checked: Checked) -> tuple[str, str, list[str]]:
    if not checked.is_known:
        return (
            "unknown",
            _("Dit besluit staat niet in het register"),
            [_("Er is hier geen genomen besluit %(number)s dat u kunt lezen.") % {"number": checked.number}],
        )
    if checked.broken == "lines":
        return "late", _("Dit is geen heel bestand van Schakel"), [str(BROKEN["lines"])]
    if checked.broken:
        return (
            "late",
            _("Bestand en logboek passen niet bij elkaar"),
            [str(BROKEN[checked.broken]), _("Vraag de systeembeheerder om “schakel journal verify”.")],
        )
    if not checked.is_whole:
        return (
            "late",
            _("Dit bestand is veranderd nadat Schakel het maakte"),
            [_("De vingerafdruk past niet bij de inhoud.")],
        )
    if checked.fits:
        return "ready", _("Klopt: zo staat het in het register"), [_sealed(checked)]
    return _differing(checked)


def _differing(checked: Checked) -> tuple[str, str, list[str]]:
    """The answer for a file that is whole and reads otherwise; what the register said before, nobody claims."""
    if checked.says_the_decision:
        return (
            "partly",
            _("Zo is besloten; iets wat erbij staat is nu anders"),
            [
                _(
                    "Een naam, een openbare titel of de einddag van een mandaat kan veranderen zonder dat het besluit "
                    "verandert. Ook kan een later besluit dit vervangen."
                ),
                _sealed(checked),
            ],
        )
    if checked.has_moved_on:
        return (
            "partly",
            _("Het register zegt nu iets anders"),
            [
                _(
                    "Na de laatste stap die dit bestand noemt, gebeurde er nog iets. Kijk zelf of het verschil "
                    "daardoor komt: Schakel bewaart niet wat er in een bestand stond."
                )
            ],
        )
    return (
        "late",
        _("Dit staat anders in het register"),
        [_("Wat verschilt, verandert niet door een latere stap. Vertrouw het register, niet dit bestand.")]
        if any(one.stands for one in checked.differences)
        else [_("Sinds dit bestand was er geen latere stap. Vertrouw het register, niet dit bestand.")],
    )


def _sealed(checked: Checked) -> str:
    if checked.sealed_at is None:
        return _("Het logboek wordt elke minuut verzegeld; de laatste stap is dat nog niet.")
    when = {"day": dutch_date(checked.sealed_at), "time": clock(checked.sealed_at)}
    return _("In het logboek verzegeld op %(day)s om %(time)s uur.") % when
