"""What a process of tests does once, as a process that serves pages does: plan a statement, look up a message.

psycopg forgets every planned statement when something is rolled back, for tables may have been made in it. A test ends
by rolling back to the savepoint of its world and made none; yet PostgreSQL planned everything anew for the next one,
which was a third of its work.
"""

from __future__ import annotations

import re

from psycopg._preparing import PrepareManager

from schakel.web.language import remember_words

#: What makes a connection forget its planned statements; psycopg adds ROLLBACK, also to a savepoint.
FORGETS = re.compile(rb"(?:DROP|ALTER|DISCARD ALL|DEALLOCATE ALL)\b").match


def as_where_pages_are_served() -> None:
    """Let this process keep its planned statements when a test is rolled back, and remember each message."""
    PrepareManager._should_discard.__defaults__ = (FORGETS,)
    remember_words()
