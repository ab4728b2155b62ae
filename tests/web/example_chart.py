"""The example of a control chart on the page of components, drawn beforehand: a page never draws.

python -m tests.web.example_chart        draw it again
"""

from __future__ import annotations

from schakel.web.control_chart.drawing import BROAD, NARROW, draw
from schakel.web.gallery.charts import DRAWINGS, TITLE, example

FRAMES = {"broad": BROAD, "narrow": NARROW}


def drawn() -> dict[str, str]:
    """Both drawings, as they are now."""
    return {name: draw(example(), frame, title=TITLE) for name, frame in FRAMES.items()}


if __name__ == "__main__":
    from django.conf import settings

    settings.configure(USE_I18N=False)
    for name, drawing in drawn().items():
        (DRAWINGS / f"control_chart_{name}.svg").write_text(drawing, encoding="utf-8")
