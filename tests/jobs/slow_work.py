"""A worker of its own with one slow task, for the test that kills it: python -m tests.jobs.slow_work FILE SECONDS."""

from __future__ import annotations

import sys
import time
from pathlib import Path


def make_known(marker: Path | None = None, seconds: float = 0.0) -> None:
    """Let this process know the task: it adds a theme, says so beside it, and takes its time."""
    from schakel.jobs.rules import Outcome
    from schakel.jobs.working import long_task
    from schakel.network.models import Theme

    @long_task("test.slow", "Traag werk")
    def slow(work, **ids):
        number = Theme.objects.count() + 1
        Theme.objects.create(network_id=work.network_id, name="Traag", slug=f"traag-{number}")
        work.tell(1, 2, "Eén van twee gedaan")
        if marker is not None:
            with marker.open("a") as file:
                file.write("begun\n")
        time.sleep(seconds)
        return Outcome("Klaar")


def main() -> None:
    """Work with short times."""
    import django

    django.setup()
    from schakel.jobs.worker import Pace, work

    make_known(Path(sys.argv[1]), float(sys.argv[2]))
    work(Pace(sign_of_life_every=0.2, dead_after=1.0, round_every=0.3, look_every=0.2))


if __name__ == "__main__":
    main()
