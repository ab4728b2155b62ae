"""Why a chain stalls, how that came to be known, and what can become of a bottleneck."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Cause(TextChoices):
    """Why a chain stalls: what regional programmes name, and room for something else."""

    STAFF = "staff", gettext_lazy("te weinig personeel")
    OUTFLOW = "outflow", gettext_lazy("uitstroom: wie klaar is, kan nog niet weg")
    THROUGH_FLOW = "through_flow", gettext_lazy("doorstroom binnen de organisatie")
    INDICATION = "indication", gettext_lazy("indicatie of financiering")
    NO_OFFER = "no_offer", gettext_lazy("geen passend aanbod")
    NO_BRIDGING = "no_bridging", gettext_lazy("geen hulp om het wachten te overbruggen")
    INFORMATION = "information", gettext_lazy("informatie ontbreekt of komt te laat")
    UNKNOWN_OFFER = "unknown_offer", gettext_lazy("men kent het aanbod van de buren niet")
    TRAVEL = "travel", gettext_lazy("reizen of taal")
    CHOICE = "choice", gettext_lazy("keuze van de patiënt")
    OTHER = "other", gettext_lazy("iets anders")


class Origin(TextChoices):
    """How a bottleneck came to be known."""

    INTERVIEW = "interview", gettext_lazy("iemand vertelde het")
    LINK = "link", gettext_lazy("een schakel van de keten laat het zien")
    WAITS = "waits", gettext_lazy("de wachttijden in de ggz laten het zien")


class BottleneckState(TextChoices):
    """What happens with a bottleneck."""

    OPEN = "open", gettext_lazy("open")
    TAKEN_UP = "taken_up", gettext_lazy("opgepakt")
    SOLVED = "solved", gettext_lazy("opgelost")
    DROPPED = "dropped", gettext_lazy("laten rusten")


#: States in which something still may happen to it.
ALIVE = frozenset({BottleneckState.OPEN, BottleneckState.TAKEN_UP})
NEXT_STATES = {
    BottleneckState.OPEN: {BottleneckState.TAKEN_UP, BottleneckState.SOLVED, BottleneckState.DROPPED},
    BottleneckState.TAKEN_UP: {BottleneckState.OPEN, BottleneckState.SOLVED, BottleneckState.DROPPED},
    BottleneckState.SOLVED: {BottleneckState.OPEN},
    BottleneckState.DROPPED: {BottleneckState.OPEN},
}
BOTTLENECK_LOOKS = {
    BottleneckState.OPEN: "bottleneck_open",
    BottleneckState.TAKEN_UP: "bottleneck_taken_up",
    BottleneckState.SOLVED: "bottleneck_solved",
    BottleneckState.DROPPED: "bottleneck_dropped",
}


def why_not_state(now: str, then: str) -> str | None:
    """Why a bottleneck cannot go from one state to another."""
    if BottleneckState(then) in NEXT_STATES[BottleneckState(now)]:
        return None
    return _("Een knelpunt dat %(now)s is, kan niet %(then)s worden.") % {
        "now": BottleneckState(now).label,
        "then": BottleneckState(then).label,
    }
