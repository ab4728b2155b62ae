"""The door for gunicorn; it stays shut for a database role that could look past the policies."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.site.settings")
application = get_wsgi_application()

from django.core.checks import run_checks  # noqa: E402

from schakel.tenancy.checks import why_not_serve  # noqa: E402
from schakel.web.language import remember_words  # noqa: E402

_faults = [
    str(fault.msg) for fault in run_checks(tags=["security"]) if (fault.id or "").startswith("schakel.")
]
_faults += [reason for reason in [why_not_serve()] if reason]
if _faults:
    raise ImproperlyConfigured("\n".join(_faults))

remember_words()
