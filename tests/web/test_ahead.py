"""What all pages share is there before the first page is asked for."""

from __future__ import annotations

import subprocess
import sys

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


def test_a_worker_of_the_pages_loads_nothing_that_only_jobs_need() -> None:
    """Each of these takes 30 to 90 MB; numpy comes along with openpyxl."""
    program = (
        "import django, sys; django.setup(); from schakel.web.ahead import load_pages; load_pages();"
        "print(sorted({'scipy', 'statsmodels', 'pandas', 'vl_convert', 'typst'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
