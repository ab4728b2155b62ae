"""Telling what happened, under the title of the next page, with a way back where there is one."""

import json
from typing import Any

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest


def flash(request: HttpRequest, what: str, *, more: str = "", undo: str = "", is_care: bool = False) -> None:
    """Say in the past tense what happened.

    what: the news in one sentence. more: what follows from it. undo: the address that takes it back by a post.
    is_care: somebody has to act, so it is shown in orange.
    """
    extra = json.dumps({key: str(value) for key, value in {"more": more, "undo": undo}.items() if value})
    level = messages.WARNING if is_care else messages.SUCCESS
    messages.add_message(request, level, str(what), extra_tags=extra if extra != "{}" else "")


def extra_of(message: Message) -> dict[str, Any]:
    """Read back what ``flash`` put beside the news; a message made elsewhere has nothing beside it."""
    try:
        extra = json.loads(message.extra_tags or "{}")
    except ValueError:
        return {}
    return extra if isinstance(extra, dict) else {}
