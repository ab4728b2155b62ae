"""The addresses of the platform, and a page that does nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from schakel.site.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

NOTHING = "/meting/niets/"


def nothing(request: HttpRequest) -> HttpResponse:
    """Answer at once: all that is measured here is the way to a page, for someone who is signed in."""
    return HttpResponse("niets", content_type="text/plain")


urlpatterns = [path(NOTHING.lstrip("/"), nothing), *urlpatterns]
