"""What loading a network file did, or would do, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, Model
from django.utils.translation import gettext as _


@dataclass
class Report:
    """What was added, changed and left alone; what the platform has and the file has not; what is only kept.

    made: (word, key) of everything that is new, in the order of the file. touched: the same for what changed.
    on_note: told after every thing how many there were, so that long work can say how far it is.
    """

    name: str
    slug: str
    is_new: bool
    added: Counter[str] = field(default_factory=Counter)
    changed: list[str] = field(default_factory=list)
    made: list[tuple[str, str]] = field(default_factory=list)
    touched: set[tuple[str, str]] = field(default_factory=set)
    n_same: int = 0
    on_note: Callable[[int], None] | None = None
    n_noted: int = 0
    deviating: list[str] = field(default_factory=list)
    only_in_platform: list[str] = field(default_factory=list)
    defaults: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)

    @property
    def is_without_effect(self) -> bool:
        """Whether the platform already said everything that the file says."""
        return not self.added and not self.changed and not self.defaults

    def note(
        self,
        word: str,
        key: str,
        *,
        was_known: bool,
        changes: Mapping[str, list[Any]] | None = None,
        model: type[Model] | None = None,
    ) -> None:
        """Remember that one thing was added, changed or the same.

        word: what it is, in the plural. model: gives the changed fields their Dutch names.
        """
        self.n_noted += 1
        if self.on_note is not None:
            self.on_note(self.n_noted)
        if not was_known:
            self.added[word] += 1
            self.made.append((word, key))
            return
        if not changes:
            self.n_same += 1
        for name, (before, after) in (changes or {}).items():
            field = field_name(model, name) if model else name
            self.touched.add((word, key))
            self.changed.append(f"{word} {key}, {field}: {_short(before)} → {_short(after)}")

    def lines(self) -> Iterator[str]:
        """The report as people read it, line by line."""
        head = _("nieuw netwerk") if self.is_new else _("bestaand netwerk")
        yield f"{self.name} ({self.slug}): {head}"
        if self.is_without_effect:
            yield _("  Er verandert niets: alles uit het bestand staat al in het platform.")
        if self.added:
            yield _("  Toegevoegd: %(what)s.") % {
                "what": ", ".join(f"{word} {count}" for word, count in self.added.items())
            }
        yield from _block(_("  Gewijzigd:"), self.changed)
        if self.n_same:
            yield _("  Ongewijzigd: %(count)d.") % {"count": self.n_same}
        yield from _block(_("  Standaard, niet uit de bron:"), self.defaults)
        yield from _block(_("  Wijkt af en is niet aangepast:"), self.deviating)
        yield from _block(
            _("  Wel in het platform, niet in het bestand (blijft staan):"), self.only_in_platform
        )
        yield from _block(_("  Bewaard en getoond, nog niet gebruikt:"), self.unused)


def _block(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield title
        yield from (f"    {line}" for line in lines)


def field_name(model: type[Model], name: str) -> str:
    """The Dutch name of a field of a table."""
    field = model._meta.get_field(name)
    assert isinstance(field, Field), "what a file changes is kept in a column of its own"
    return str(field.verbose_name)


def _short(value: Any) -> str:
    if value in (None, "", [], {}):
        return _("leeg")
    if isinstance(value, dict | list):
        return _("%(count)d onderdelen") % {"count": len(value)}
    text = str(value)
    return f"“{text}”" if len(text) <= 80 else f"“{text[:79]}…”"
