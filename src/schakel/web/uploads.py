"""A file that is too large is not kept while it comes in, neither in memory nor on disk."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

#: The largest file that anything in Schakel takes.
MOST_BYTES = 10_000_000


class WithinLimit(FileUploadHandler):
    """Counts what comes in and lets go of a file that grows past the limit; the form then says so."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.n_bytes = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin counting again."""
        super().new_file(*args, **kwargs)
        self.n_bytes = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the piece on, or skip what is left of a file that is too large."""
        self.n_bytes += len(raw_data)
        if self.n_bytes > MOST_BYTES:
            if self.request is not None:
                self.request.upload_too_large = True  # type: ignore[attr-defined]  # ours
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Another handler makes the file."""
        return
