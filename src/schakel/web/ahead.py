"""Everything that a page needs and that is the same for all of them, made before the first is asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.template import engines
from django.template.utils import get_app_template_dirs
from django.urls import get_resolver


def load_pages() -> None:
    """Load the views, their addresses and their templates, so that workers that are copies share them."""
    import_module(settings.ROOT_URLCONF)
    get_resolver().reverse_dict  # noqa: B018  # fills all that finding an address needs
    engine = engines["django"]
    for folder in get_app_template_dirs("templates"):
        if settings.PACKAGE in Path(folder).parents:
            for path in sorted(Path(folder).rglob("*.html")):
                engine.get_template(path.relative_to(folder).as_posix())
