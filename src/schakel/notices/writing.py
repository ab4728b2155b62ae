"""What stands in a mail: plain text and the same in simple HTML, with links that open exactly the item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.notices.models import Notice
from schakel.notices.rules import DIGEST_LINES, one_line


@dataclass(frozen=True)
class Letter:
    """A mail before it is kept."""

    subject: str
    text: str
    html: str


def address_of(network: Any, page: str, **kwargs: Any) -> str:
    """The full address of a page, for outside."""
    return settings.BASE_URL + reverse(page, kwargs={"network": network.slug, **kwargs})


def letter(network: Any, person: Any, notice: Notice) -> Letter:
    """Write the mail about one notice."""
    return _write(network, person, [notice], subject=notice.title, more=0, is_digest=False)


def digest(network: Any, person: Any, notices: Sequence[Notice]) -> Letter:
    """Write the mail about a week: at most a dozen lines, the rest is counted."""
    n = len(notices)
    subject = ngettext("%(n)s nieuwtje uit %(network)s", "%(n)s nieuwtjes uit %(network)s", n)
    return _write(
        network,
        person,
        notices[:DIGEST_LINES],
        subject=subject % {"n": n, "network": network.name},
        more=max(0, n - DIGEST_LINES),
        is_digest=True,
    )


def _write(
    network: Any, person: Any, notices: Sequence[Notice], *, subject: str, more: int, is_digest: bool
) -> Letter:
    items = [
        {
            "title": one_line(notice.title, 300),
            "because": one_line(notice.because, 500),
            "due_on": notice.due_on,
            "href": address_of(network, "notices:open", notice=notice.pk),
        }
        for notice in notices
    ]
    context = {
        "name": one_line(person.name),
        "network": network,
        "items": items,
        "more": more,
        "is_digest": is_digest,
        "all": address_of(network, "notices:notices"),
        "settings": address_of(network, "notices:preferences"),
        "subject": one_line(subject),
    }
    return Letter(
        subject=one_line(subject) or _("Een melding van Schakel"),
        text=render_to_string("notices/mail.txt", context).strip() + "\n",
        html=render_to_string("notices/mail.html", context),
    )
