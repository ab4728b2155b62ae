"""The archive of an initiative: what goes into it, and the one file that holds it."""

from schakel.initiatives.queries.archive.facts import Archive, archive_of
from schakel.initiatives.queries.archive.packing import Bundle, bundle

__all__ = ["Archive", "Bundle", "archive_of", "bundle"]
