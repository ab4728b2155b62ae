"""What a file is, judged by its content; how it may be called; how large it may be."""

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

__all__ = [
    "EXTENSIONS",
    "LONGEST_NAME",
    "MADE_HERE",
    "MEDIA_TYPES",
    "MOST_BYTES",
    "READABLE",
    "FileKind",
    "Subject",
    "TextState",
    "clean_name",
    "kind_of",
    "why_not_take",
    "why_not_unpack",
]
