"""What a file is, judged by its content; how it may be called; how large it may be."""

from schakel.documents.rules.annexes import LONGEST_ANNEX, annex_order, clean_annex, why_not_annex
from schakel.documents.rules.archives import why_not_unpack
from schakel.documents.rules.kinds import (
    EXTENSIONS,
    MADE_HERE,
    MEDIA_TYPES,
    MOST_BYTES,
    READABLE,
    FileKind,
    Subject,
    TextState,
    kind_of,
    why_not_take,
)
from schakel.documents.rules.names import LONGEST_NAME, clean_name
from schakel.documents.rules.printouts import KEPT, PrintoutState, printout_state

__all__ = [
    "EXTENSIONS",
    "KEPT",
    "LONGEST_ANNEX",
    "LONGEST_NAME",
    "MADE_HERE",
    "MEDIA_TYPES",
    "MOST_BYTES",
    "READABLE",
    "FileKind",
    "PrintoutState",
    "Subject",
    "TextState",
    "annex_order",
    "clean_annex",
    "clean_name",
    "kind_of",
    "printout_state",
    "why_not_annex",
    "why_not_take",
    "why_not_unpack",
]
