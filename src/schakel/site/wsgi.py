"""The door for gunicorn; it stays shut for a database role that could look past the policies.

The server's parent opens it once, and each worker is a copy (``serve.command``): what does not change stands in memory
once, and so does the shelf of remembered pages. A copy cannot use a connection of its parent, so none is left open.
"""

import gc
import os

from schakel.site.tidying import AT_MOST_PILED_UP

gc.set_threshold(*AT_MOST_PILED_UP)  # before anything is loaded, for all of that stays

from django.core.exceptions import ImproperlyConfigured  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.site.settings")
application = get_wsgi_application()

from django.core.checks import run_checks  # noqa: E402
from django.db import connection  # noqa: E402

from schakel.tenancy.checks import why_not_serve  # noqa: E402
from schakel.web.ahead import load_pages  # noqa: E402
from schakel.web.language import remember_words  # noqa: E402

_faults = [
    str(fault.msg) for fault in run_checks(tags=["security"]) if (fault.id or "").startswith("schakel.")
]
_faults += [reason for reason in [why_not_serve()] if reason]
if _faults:
    raise ImproperlyConfigured("\n".join(_faults))

remember_words()
load_pages()
connection.close()
connection.close_pool()  # type: ignore[attr-defined]  # of the PostgreSQL backend
gc.collect()
gc.freeze()  # what was made up to here is never garbage: collecting need not touch, and so copy, its memory
