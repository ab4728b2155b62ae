"""The five answers of an idea: what they must hold, and what must never be in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from schakel.initiatives.rules.stages import ANSWER_WORKDAYS
from schakel.methods.workdays import add_workdays

#: The five questions, in the order in which they are asked: field, question, longest answer in characters.
QUESTIONS = (
    ("title", _("Hoe noemt u uw idee?"), 200),
    ("problem", _("Wat is het probleem, en voor wie?"), 5000),
    ("proposal", _("Wat stelt u voor?"), 5000),
    ("benefit", _("Wat levert het op?"), 5000),
    ("who_joins", _("Wie doen er mee?"), 5000),
)
ANSWERS = tuple(name for name, _question, _longest in QUESTIONS)
LONGEST = {name: longest for name, _question, longest in QUESTIONS} | {"contact": 200}

#: What an answer could look like, in the words of a resident.
EXAMPLES = {
    "title": _("Bijvoorbeeld: Eén telefoonnummer na een beroerte."),
    "problem": _("Bijvoorbeeld: mensen die na een beroerte thuiskomen, weten niet wie ze kunnen bellen."),
    "proposal": _(
        "Bijvoorbeeld: één nummer voor alle vragen, overdag bij de wijkverpleging en ’s avonds bij de huisartsenpost."
    ),
    "benefit": _(
        "Bijvoorbeeld: mensen worden sneller geholpen en hoeven minder vaak naar de spoedeisende hulp."
    ),
    "who_joins": _(
        "Bijvoorbeeld: het ziekenhuis, de wijkverpleging en de huisartsen. "
        "Weet u het nog niet? Schrijf dan: nog niemand."
    ),
}

_LACKS = {
    "title": _("Geef uw idee een naam."),
    "problem": _("Schrijf op wat het probleem is, en voor wie."),
    "proposal": _("Schrijf op wat u voorstelt."),
    "benefit": _("Schrijf op wat het oplevert."),
    "who_joins": _("Schrijf op wie er meedoen. Weet u het nog niet? Schrijf dan: nog niemand."),
    "contact": _("Schrijf op hoe wij u kunnen bereiken."),
}

# Nine digits, perhaps with points, spaces or dashes between them, not part of a longer number or of +31 or a price.
_NINE_DIGITS = re.compile(r"(?<![\d+.,])(?<!\+31)(?<!\+31 )(?<!0031)(?<!0031 )\d(?:[ .\-]?\d){8}(?![\d])")
_BIRTH_DATE = re.compile(
    r"\b(geb(oren)?|geboortedatum)\b\.?:?\s*(op\s+)?"
    r"\d{1,2}(\s*[-/.]\s*\d{1,2}\s*[-/.]\s*|\s+[a-z]{3,9}\.?\s+)(\d{4}|\d{2})\b",
    re.IGNORECASE,
)
_PATIENT_NUMBER = re.compile(
    r"\b(pati[eë]nt|cli[eë]nt|zorg)[- ]?(nummer|nr)\b\.?:?\s*\w*\d{4,}", re.IGNORECASE
)
#: Signs that steer how text is shown (right-to-left overrides and the like) or that a database cannot hold.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return the text without signs that nobody typed on purpose: NUL, control signs, direction overrides."""
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", str(text)).replace("\r\n", "\n").replace("\r", "\n")
    return _INVISIBLE.sub("", text).strip()


def is_bsn(digits: str) -> bool:
    """Tell whether nine digits pass the check of a Dutch citizen service number.

    The "11-test": 9·a + 8·b + … + 2·h − i is a multiple of eleven (Logius, Besluit BSN); nine zeros are no number.

    >>> is_bsn("111222333"), is_bsn("123456789")
    (True, False)
    """
    if len(digits) != 9 or not digits.isascii() or not digits.isdigit() or digits == "000000000":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def why_not_text(text: str) -> str | None:
    """Say why a text cannot be kept because it looks like data about one patient, or None."""
    for found in _NINE_DIGITS.finditer(text):
        if is_bsn(re.sub(r"\D", "", found[0])):
            return str(_("Hier staat een nummer dat een burgerservicenummer (BSN) kan zijn. Haal het weg."))
    if _BIRTH_DATE.search(text):
        return str(
            _("Hier staat een geboortedatum. Haal die weg: een idee gaat nooit over één herkenbare patiënt.")
        )
    if _PATIENT_NUMBER.search(text):
        return str(
            _("Hier staat een patiëntnummer. Haal het weg: een idee gaat nooit over één herkenbare patiënt.")
        )
    return None


def answer_errors(answers: Mapping[str, str], *, is_draft: bool = False) -> dict[str, str]:
    """Say for each answer what is wrong with it; empty when the idea can be sent in.

    A draft may be incomplete, but it may not be too long or hold patient data either.
    """
    errors = {}
    for name, longest in LONGEST.items():
        text = clean_text(answers.get(name) or "")
        if not text and not is_draft:
            errors[name] = str(_LACKS[name])
        elif len(text) > longest:
            errors[name] = str(
                _("Dit is %(count)s tekens lang; er passen er %(most)s. Maak het korter.")
                % {"count": len(text), "most": longest}
            )
        elif reason := why_not_text(text):
            errors[name] = reason
    return errors


def promised_answer(submitted_on: date) -> date:
    """Return the day before which the submitter gets an answer: ten Dutch working days later."""
    return add_workdays(submitted_on, ANSWER_WORKDAYS)
