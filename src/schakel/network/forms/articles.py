"""What is typed about the articles of an agreement, and a new version of one; nothing is saved here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from schakel.network.forms import AgreementForm
from schakel.network.models import Partner
from schakel.network.rules.articles import (
    LONGEST_ARTICLE,
    LONGEST_HEADING,
    LONGEST_NUMBER,
    MOST_ARTICLES,
    ArticleText,
)
from schakel.web.fields import Words

PREFIX = "artikelen"
#: What can be done with the rows before anything is saved, by the first word of the button.
ADD, UP, DOWN, AWAY, APART = "erbij", "omhoog", "omlaag", "weg", "verdeel"


class PreambleForm(forms.Form):
    """What stands before the articles, a whole text to take apart, and what the writer had before them."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    preamble = Words(
        label=gettext_lazy("Wat staat er vooraf?"),
        help_text=gettext_lazy("Bijvoorbeeld de partijen, en waarom zij dit afspreken."),
        most=LONGEST_ARTICLE,
        rows=4,
        required=False,
    )


class WholeTextForm(forms.Form):
    """A whole text that is taken apart; it is never saved as it stands here."""

    whole = Words(
        label=gettext_lazy("De hele tekst"),
        help_text=gettext_lazy(
            "Een regel als “Artikel 3 Mandaat” begint een artikel. U kijkt de verdeling na voordat u bewaart."
        ),
        most=LONGEST_ARTICLE,
        rows=8,
        required=False,
    )


class ArticleForm(forms.Form):
    """One article; the mark says which it is, so that its address and what refers to it stay."""

    mark = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=32_000)
    number = Words(label=gettext_lazy("Nummer"), most=LONGEST_NUMBER, required=False)
    heading = Words(label=gettext_lazy("Kop"), most=LONGEST_HEADING, required=False)
    text = Words(label=gettext_lazy("Tekst"), most=LONGEST_ARTICLE, rows=5, required=False)

    def article(self) -> ArticleText:
        """The article as a value, once the form is valid."""
        told = self.cleaned_data
        return ArticleText(told["number"], told["heading"], told["text"], told["mark"])


ArticlesFormSet = forms.formset_factory(
    ArticleForm, extra=0, max_num=MOST_ARTICLES, absolute_max=MOST_ARTICLES + 50
)


def as_rows(articles: Iterable[ArticleText]) -> list[dict[str, Any]]:
    """Articles as the rows of the form."""
    return [
        {"mark": one.mark, "number": one.number, "heading": one.heading, "text": one.text} for one in articles
    ]


def typed_rows(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows as they were typed, right or wrong, so that nothing is lost."""
    count = str(data.get(f"{PREFIX}-TOTAL_FORMS", ""))
    n = min(int(count), MOST_ARTICLES + 50) if count.isascii() and count.isdigit() and len(count) < 5 else 0
    return [
        {name: data.get(f"{PREFIX}-{at}-{name}", "") for name in ("mark", "number", "heading", "text")}
        for at in range(n)
    ]


def rearranged(rows: Sequence[dict[str, Any]], deed: str) -> tuple[list[dict[str, Any]], int]:
    """The rows after one press of a button, and which row it was about.

    >>> rearranged([{"number": "1"}, {"number": "2"}], "omhoog-1")
    ([{'number': '2'}, {'number': '1'}], 0)
    """
    found = list(rows)
    word, _dash, at = deed.partition("-")
    place = int(at) if at.isascii() and at.isdigit() and len(at) < 4 else len(found) - 1
    if word == ADD:
        found.insert(min(place + 1, len(found)), {})
        return found, min(place + 1, len(found) - 1)
    if not 0 <= place < len(found):
        return found, 0
    if word == AWAY:
        del found[place]
        return found, min(place, len(found) - 1)
    other = place + {UP: -1, DOWN: 1}.get(word, 0)
    if 0 <= other < len(found):
        found[place], found[other] = found[other], found[place]
        return found, other
    return found, place


class RenewAgreementForm(AgreementForm):
    """A new version of an agreement: its term and who signs it; the articles come along."""

    def __init__(self, *args: Any, partners: Iterable[Partner], **options: Any) -> None:
        super().__init__(*args, partners=partners, **options)
        del self.fields["text"]
