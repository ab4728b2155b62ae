"""The words and shapes of Schakel in templates: dates, amounts, icons, states, sheets."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.template import Engine
from django.templatetags.static import static
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from schakel.web import formats
from schakel.web.drawing import choice_lines
from schakel.web.flash import extra_of
from schakel.web.icons import ICONS
from schakel.web.marks import mark_drawings
from schakel.web.states import look
from schakel.web.styles import ONE_SHEET

register = template.Library()
register.filter("choices", choice_lines)

Amount = int | float | Decimal | str | None


def _amount(value: Amount) -> Decimal | None:
    try:
        return None if value is None or value == "" else Decimal(str(value))
    except InvalidOperation:
        return None


# Days and moments -------------------------------------------------------------------------------------


@register.filter
def dutch_date(day: date | None, precision: str = "day") -> str:
    """``3 november 2026``; with a precision of month, year, period or unknown no more than is known."""
    if not day:
        return formats.dutch_date(date.min, "unknown")
    return formats.on_one_line(formats.dutch_date(day, precision or "day"))


@register.filter
def unbroken(text: Any) -> Any:
    """A sentence of Python in which no line ends between a day and its month; what is markup stays as it is."""
    if text is None or isinstance(text, SafeString):
        return text
    return formats.unbroken(str(text))


@register.filter
def weekday_date(day: date | None) -> str:
    """``donderdag 26 november``."""
    return formats.on_one_line(formats.weekday_date(day)) if day else ""


@register.filter
def short_date(day: date | None, today: date | None = None) -> str:
    """``do 26 nov``, for a margin; with ``today`` a day in another year gets its year."""
    return formats.on_one_line(formats.short_date(day, today)) if day else ""


@register.filter
def clock(moment: datetime | None) -> str:
    """``16.10``."""
    return formats.clock(moment) if moment else ""


@register.filter
def distance(day: date | None, today: date | None = None) -> str:
    """``over 3 dagen``, ``9 werkdagen te laat``; from ``today``, or from the day on which the page is made."""
    return formats.distance(day, today or timezone.localdate()) if day else ""


# Numbers ----------------------------------------------------------------------------------------------


@register.filter
def number(value: Amount, decimals: int | None = None) -> str:
    """``1.240``; ``1.234,5``; ``−3``."""
    amount = _amount(value)
    return "" if amount is None else formats.number(amount, decimals)


@register.filter
def euro(value: Amount) -> str:
    """``€ 1.250``."""
    amount = _amount(value)
    return "" if amount is None else formats.euro(amount)


@register.filter
def percent(value: Amount, decimals: int | None = None) -> str:
    """``82 %``, from 0 to 100."""
    amount = _amount(value)
    return "" if amount is None else formats.percent(amount, decimals)


@register.filter
def counted(value: int, words: str) -> str:
    """``{{ n|counted:"initiatief,initiatieven" }}``: the number with the word that goes with it."""
    one, many = words.split(",")
    return f"{formats.number(value or 0)} {one if value == 1 else many}"


# Shapes -----------------------------------------------------------------------------------------------


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """Draw an icon; the word beside it says the same, so it is hidden from a screen reader."""
    return _icon(str(name), str(css))


@lru_cache(maxsize=512)
def _icon(name: str, css: str) -> SafeString:
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        f" {css}" if css else "",
        mark_safe(ICONS[name]),  # noqa: S308  our own drawings
    )


@register.simple_tag
def state(code: str, word: str | Promise = "") -> SafeString:
    """Show a state by shape, word and colour; ``word`` may say it more exactly than the state itself does."""
    said = word or look(code).word
    said = said if isinstance(said, str) else str(said)
    return SafeString(f"{_shape(str(code))}{conditional_escape(said)}</span></span>")


@lru_cache(maxsize=512)
def _shape(code: str) -> SafeString:
    """The state up to its word: the same for every row."""
    shown = look(code)
    return format_html('<span class="state {}">{}<span>', shown.colour, icon(shown.icon))


@register.simple_tag
def state_icon(code: str) -> SafeString:
    """Draw only the coloured shape of a state, where the row itself says the word."""
    shown = look(code)
    return icon(shown.icon, shown.colour)


@register.filter
def state_word(code: str) -> str:
    """Say the word of a state."""
    return str(look(code).word)


@register.simple_tag
def marks(done: int, total: int, half: int = 0) -> list[str]:
    """List the parts of a bar: ``on`` for what is done, ``half`` for what is under way, nothing for the rest."""
    done, half = int(done or 0), int(half or 0)
    return (["on"] * done + ["half"] * half + [""] * int(total or 0))[: int(total or 0)]


@register.simple_tag(name="mark_drawings")
def drawings_of_marks() -> SafeString:
    """Draw the icons of all verdicts once, for the cells of a large table to refer to."""
    return mark_drawings()


@register.filter
def words(text: str) -> list[str]:
    """Take a line apart in its words."""
    return text.split()


@register.filter
def as_list(value: Any) -> list[Any]:
    """Take one reason or several as a list."""
    if not value:
        return []
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str | Promise) else [value]


@register.simple_tag
def keeps_text(*asked: Any) -> bool:
    """Whether text was typed in one of these forms, or they are not known: then it is said to be still there."""
    known = [one for one in asked if one not in ("", None)]
    rows = [row for one in known for row in ([one] if hasattr(one, "fields") else one)]
    values = (field.value() for row in rows for field in row if field.widget_type in {"text", "textarea"})
    return not known or any(isinstance(value, str) and value.strip() for value in values)


@register.simple_tag
def stylesheets() -> SafeString:
    """Link the style sheet of every page, which holds all of css/ in the order of the layers."""
    return format_html('<link rel="stylesheet" href="{}">', static(ONE_SHEET))


@register.filter
def extra(message: Message) -> dict[str, Any]:
    """What stands beside a flash message: ``more`` and ``undo``."""
    return extra_of(message)


# Components -------------------------------------------------------------------------------------------

#: What a component always sees of the page; everything else has to be given to it by name.
SHARED = ("request", "csrf_token", "frame", "messages")


def _draw(context: template.Context, name: str, values: dict[str, Any]) -> SafeString:
    shared = {key: context[key] for key in SHARED if key in context}
    component = Engine.get_default().get_template(f"components/{name}.html")
    return component.render(context.new({**shared, **values}))


@register.simple_tag(takes_context=True)
def part(context: template.Context, name: str, **values: Any) -> SafeString:
    """Draw a component with just the values given: ``{% part "deed" label=… href=… %}``.

    An ``include`` would also see the variables of the page, so that a ``refusal`` or an ``id`` meant for something else
    turns up in it.
    """
    return _draw(context, name, values)


@register.simple_tag(takes_context=True)
def deed(context: template.Context, asked: Any) -> SafeString | str:
    """Draw a deed described as a dict or an object (see components/deed.html); nothing where there is none."""
    if not asked:
        return ""
    return _draw(context, "deed", asked if isinstance(asked, dict) else vars(asked))


# Components with room for the page's own content


@register.simple_block_tag(takes_context=True)
def sheet(context: template.Context, content: str, title: str = "", **options: Any) -> SafeString:
    """One subject on one piece of paper: ``{% sheet "Wacht op u" note="…" id="…" css="…" %}…{% endsheet %}``."""
    return _draw(context, "sheet", {"content": content, "title": title, **options})


@register.simple_block_tag(takes_context=True)
def section(context: template.Context, content: str, title: str = "", **options: Any) -> SafeString:
    """One part of a long form: ``{% section "Doelen" hint="…" id="…" %}fields{% endsection %}``."""
    return _draw(context, "section", {"content": content, "title": title, **options})


@register.simple_block_tag(takes_context=True)
def unfold(context: template.Context, content: str, title: str, **options: Any) -> SafeString:
    """What may stay folded: ``{% unfold "Bekijk alle antwoorden" %}…{% endunfold %}``."""
    return _draw(context, "unfold", {"content": content, "title": title, **options})
