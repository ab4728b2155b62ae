"""One page, two sizes: the whole of it for a browser, one named part for HTMX."""

from django.http import HttpRequest


def wants_part(request: HttpRequest) -> bool:
    """Tell whether HTMX asks for a part; a boosted link and going back in history want the whole page."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-Boosted") != "true"
        and headers.get("HX-History-Restore-Request") != "true"
    )


def template_for(request: HttpRequest, template: str, *, part: str) -> str:
    """Choose the template, or the part of it between ``{% partialdef part %}`` and ``{% endpartialdef %}``."""
    return f"{template}#{part}" if wants_part(request) else template
