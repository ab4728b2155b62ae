"""Who reads a note about an initiative."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

#: A note is for a conversation; a longer text is a document.
LONGEST_NOTE = 4_000
#: So many people can be named in one note.
MOST_MENTIONS = 12


class Readers(TextChoices):
    """For whom a note is."""

    NETWORK = "network", _("Iedereen in dit netwerk")
    INTERNAL = "internal", _("Alleen het bureau, de groep, de trekker en de verkenner")
