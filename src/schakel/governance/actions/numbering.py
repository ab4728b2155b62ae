"""Numbers people can say aloud, such as B-2026-031: without gaps and without doubles."""

from django.utils.translation import gettext as _

from schakel.governance.models import NumberSeries
from schakel.network.models import Network
from schakel.web.refusal import allow

DECISIONS = "B"
MEETINGS = "O"


def next_number(network: Network, series: str, year: int) -> str:
    """Take the next number of a series in a year; the counter stays locked until the transaction ends."""
    counters = NumberSeries.objects.of(network).select_for_update().filter(series=series, year=year)
    counter = counters.first()
    if counter is None:  # the first of the year; somebody else may make it at the same moment
        NumberSeries.objects.get_or_create(network=network, series=series, year=year)
        counter = counters.get()
    counter.last += 1
    counter.save(update_fields=["last"])
    return f"{series}-{year}-{counter.last:03d}"


def why_not_text(text: str, *, longest: int, name: str) -> str | None:
    """Why this text cannot be stored: it is empty, too long, or holds a character that is no text."""
    if not text.strip():
        return _("Vul in: %(name)s.") % {"name": name}
    if len(text) > longest:
        return _("%(name)s is langer dan %(longest)d tekens.") % {
            "name": name.capitalize(),
            "longest": longest,
        }
    if "\x00" in text:
        return _("In %(name)s staat een teken dat geen tekst is.") % {"name": name}
    return None


def require_text(text: str, *, longest: int = 20_000, name: str) -> str:
    """The text without spaces around it, or a refusal."""
    allow(why_not_text(text, longest=longest, name=name))
    return text.strip()
