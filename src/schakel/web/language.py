"""The pages speak one language, so what a message says is looked up once."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import trans_real

#: More than there are messages; a word that came from outside cannot fill the memory.
N_MESSAGES = 8_192


def remember_words() -> None:
    """Remember each translated message for as long as this process serves pages.

    Finding the language of the thread costs more than the message itself, a few hundred times a page; so does asking
    for it at each number and each address, and there is one. Only where pages are served: a command that works without
    translations must find the messages as they stand in the code.
    """
    if len(settings.LANGUAGES) != 1:
        return
    words = translation._trans  # type: ignore[attr-defined]  # Django's own switch
    words.gettext = lru_cache(maxsize=N_MESSAGES)(trans_real.gettext)
    words.get_language = lambda: settings.LANGUAGE_CODE
    words.ngettext = lru_cache(maxsize=N_MESSAGES)(trans_real.ngettext)
