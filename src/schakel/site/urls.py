"""Every address of the platform starts here."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

handler400 = "schakel.site.faults.bad_request"
handler403 = "schakel.site.faults.permission_denied"
handler404 = "schakel.site.faults.page_not_found"
handler500 = "schakel.site.faults.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("inloggen/", include("allauth.urls")),
    path("", include("schakel.people.urls")),
]
MODULES = (
    "web",
    "demo",
    "public",
    "search",
    "overview",
    "exchange",
    "initiatives",
    "carechain",
    "measuring",
    "governance",
    "network",
    "documents",
    "notices",
    "jobs",
)
for _module in MODULES:
    if find_spec(f"schakel.{_module}") and find_spec(f"schakel.{_module}.urls"):
        urlpatterns.append(path("", include(f"schakel.{_module}.urls")))
