"""One style sheet for the browser, made out of the many small ones that people edit; no build step of its own.

It is an ordinary static file: found while developing and in the demo, collected and named by its content elsewhere.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

from schakel.web.styles import CSS, ONE_SHEET, style_sheets


def one_style_sheet() -> str:
    """Put the style sheets after each other, in the order of the layers, each under its own name."""
    return "\n".join(f"/* {name} */\n{(CSS.parent / name).read_text()}" for name in style_sheets())


class OneStyleSheet(BaseFinder):
    """Finds ``css/schakel.css``, after making it anew."""

    def __init__(self, *args: Any, **options: Any) -> None:
        self.folder = Path(settings.STYLE_ROOT).resolve()
        self.storage = FileSystemStorage(location=self.folder)

    def check(self, **options: Any) -> list:
        """There is nothing to configure, so nothing to check."""
        return []

    def find(self, path: str, find_all: bool = False, **options: Any) -> Any:
        """Return where the sheet is; for any other path nothing."""
        if path != ONE_SHEET:
            return []
        place = str(self._make())
        return [place] if find_all or options.get("all") else place

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Return the one file this finder knows."""
        self._make()
        yield ONE_SHEET, self.storage

    def _make(self) -> Path:
        place, text = self.folder / ONE_SHEET, one_style_sheet()
        if not place.is_file() or place.read_text() != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=place.parent, delete=False) as new:
                new.write(text)
            Path(new.name).chmod(0o644)
            os.replace(new.name, place)  # noqa: PTH105  two servers may start at the same moment
        return place
