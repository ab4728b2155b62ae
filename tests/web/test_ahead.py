"""What all pages share is there before the first page is asked for."""

from __future__ import annotations

from django.template import engines
from django.template.loaders.cached import Loader

from schakel.web.ahead import load_pages


def test_every_template_is_loaded_and_none_is_broken() -> None:
    load_pages()
    (partials,) = engines["django"].engine.template_loaders
    (loader,) = partials.loaders
    assert isinstance(loader, Loader)
    assert {"base.html", "components/deed.html", "initiatives/screening.html"} <= set(
        loader.get_template_cache
    )
