"""The style sheets in their order: names first, then plain elements, frame, parts, print."""

from functools import cache
from pathlib import Path

#: The sheet that a page links to; schakel.web.finders makes it out of the others.
ONE_SHEET = "css/schakel.css"
CSS = Path(__file__).parent / "static" / "css"


@cache
def style_sheets() -> tuple[str, ...]:
    """List the style sheets as static paths; each component brings its own file of the same name."""
    parts = sorted(path.name for path in (CSS / "components").glob("*.css"))
    return (
        "css/tokens.css",
        "css/base.css",
        "css/frame.css",
        *(f"css/components/{name}" for name in parts),
        "css/print.css",
    )
