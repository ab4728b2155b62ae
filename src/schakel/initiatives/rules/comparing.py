"""Series to compare a promise with: which may be chosen, and why a verdict does without, as values and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Alone(TextChoices):
    """Why a verdict rests on one series although others were chosen to compare with; kept with its cautions."""

    TAKES_PART = (
        "alone_takes_part",
        gettext_lazy("Niet vergeleken: een reeks waarmee u zou vergelijken, doet nu zelf mee."),
    )
    HIDDEN = (
        "alone_hidden",
        gettext_lazy(
            "Niet vergeleken: in een reeks ernaast is een cijfer verborgen, meestal omdat het over weinig mensen gaat."
        ),
    )
    NOT_IN_STEP = (
        "alone_not_in_step",
        gettext_lazy("Niet vergeleken: de reeksen ernaast hebben te weinig cijfers over dezelfde periodes."),
    )
    FEW = (
        "alone_few",
        gettext_lazy(
            "Niet vergeleken: met zo weinig reeksen ernaast is de onzekerheid niet te berekenen."
            " Dat kan met één, of met 19 of meer."
        ),
    )
    NOT_PARALLEL = (
        "alone_not_parallel",
        gettext_lazy("Niet vergeleken: de reeksen gingen al vóór de start een andere kant op."),
    )
    PARALLEL_UNKNOWN = (
        "alone_parallel_unknown",
        gettext_lazy("Niet vergeleken: het is niet te zeggen of de reeksen vóór de start gelijk opgingen."),
    )
    UNMEASURABLE = (
        "alone_unmeasurable",
        gettext_lazy("Niet vergeleken: met deze cijfers is geen eerlijke vergelijking mogelijk."),
    )


@dataclass(frozen=True)
class TakingPart:
    """Who takes part in an initiative, and so cannot be compared with.

    areas: with all that lies in them, and all in which they lie. is_everywhere: it is placed in no area, so in all.
    """

    partners: frozenset[UUID] = frozenset()
    areas: frozenset[UUID] = frozenset()
    series: frozenset[UUID] = frozenset()
    is_everywhere: bool = False


def around_and_within(chosen: frozenset[UUID], parents: Mapping[UUID, UUID | None]) -> frozenset[UUID]:
    """The chosen areas, all that lies in them and all in which they lie.

    parents: for each area the one in which it lies.

    >>> region, town, ward, other = (UUID(int=n) for n in range(4))
    >>> found = around_and_within(frozenset({town}), {region: None, town: region, ward: town, other: region})
    >>> found == {region, town, ward}
    True
    """

    def above(one: UUID) -> list[UUID]:
        """An area and all in which it lies."""
        line = [one]
        while (parent := parents.get(line[-1])) is not None and parent not in line:
            line.append(parent)
        return line

    around = {parent for one in chosen for parent in above(one)}
    return frozenset(around | {one for one in parents if chosen & set(above(one))})


def beside_words(names: Sequence[str]) -> str:
    """With whom a promise is compared, as the end of its sentence; without anybody it says so.

    >>> beside_words(["Almelo", "Borne", "Wierden"]), beside_words([])
    ('vergeleken met Almelo, Borne en Wierden', 'zonder vergelijking')
    """
    if not names:
        return _("zonder vergelijking")
    *first, last = names
    told = _("%(first)s en %(last)s") % {"first": ", ".join(first), "last": last} if first else last
    return _("vergeleken met %(names)s") % {"names": told}
