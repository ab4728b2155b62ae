"""What `make test`, `make quick`, `make check`, `make bench` and `make docs` do.

python -m tests.run all|nightly|quick|check|coverage|bench|docs
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests import chromium

ROOT = Path(__file__).resolve().parent.parent
WORKERS = "2"
#: Files of which every branch is tested, and the share of everything.
WHOLE = re.compile(r"schakel/(methods|tenancy|governance)/|/(rules|permissions|actions)(/|\.py)")
OVERALL = 95.0


def main() -> int:
    """Do one of them; returns 0 only when everything is well."""
    deeds: dict[str, Callable[[], int]] = {
        "all": everything,
        "nightly": nightly,
        "quick": quick,
        "check": check,
        "bench": bench,
        "coverage": coverage,
        "docs": docs,
    }
    name = sys.argv[1] if len(sys.argv) > 1 else "all"
    if name not in deeds:
        print(__doc__, file=sys.stderr)
        return 2
    os.chdir(ROOT)
    for variable in [
        name for name in os.environ if name.startswith("SCHAKEL_") or name == "DJANGO_SETTINGS_MODULE"
    ]:
        del os.environ[variable]
    # A container often says so: then each of the two hundred programs that the tests start compiles all it loads anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        return deeds[name]()
    except chromium.NoBrowser as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def everything() -> int:
    """All checks and all tests, with a real browser; the last line is pytest's own."""
    os.environ["CHROMIUM"] = chromium.ensure()
    with server_of_tests():
        with making_the_demo():
            failed = failed_checks()
        code, closing = pytest("-n", WORKERS, "--dist", "worksteal")
    if failed:
        print(f"These checks failed: {', '.join(failed)}. What is wrong stands above.")
    print(closing, flush=True)
    return 1 if failed or code else 0


def nightly() -> int:
    """The same with many more random examples and longer random walks: hours are no matter at night."""
    os.environ["EXAMPLES"] = "nightly"
    return everything()


def quick() -> int:
    """Tests without a browser and without what is slow."""
    with server_of_tests():
        code, _ = pytest("-n", WORKERS, "--dist", "worksteal", "-m", "not browser and not slow")
    return code


def check() -> int:
    """Everything that can be seen without running the tests."""
    with server_of_tests():
        failed = failed_checks()
    if failed:
        print(f"These checks failed: {', '.join(failed)}.")
        return 1
    print("All checks are well.")
    return 0


def coverage() -> int:
    """Which lines and branches the tests without a browser never reach, against the goals of the house.

    Migrating and loading the demo count too, so both are done anew.
    """
    from tests import database

    with server_of_tests():
        database.forget()
        code, closing = pytest(
            "-n", WORKERS, "-m", "not browser", "--cov=schakel", "--cov-report=json:.coverage.json"
        )
    told = json.loads((ROOT / ".coverage.json").read_text(encoding="utf-8"))
    low = [
        f"{name}: {described['summary']['percent_covered']:.1f} %, lines {described['missing_lines'][:20]}"
        for name, described in sorted(told["files"].items())
        if WHOLE.search(name) and described["summary"]["percent_covered"] < 100
    ]
    total = told["totals"]["percent_covered"]
    print("\n".join(["Not whole, and has to be:", *low] if low else ["All that has to be whole is whole."]))
    print(f"Overall {total:.1f} % (goal {OVERALL:.0f} %).\n{closing}", flush=True)
    return 1 if code or low or total < OVERALL else 0


def bench() -> int:
    """Measure the speed goals on this machine."""
    return subprocess.run([sys.executable, "-m", "tests.bench", *sys.argv[2:]], check=False).returncode


def docs() -> int:
    """Make what follows from the code: the tables of a new database, the reference pages and the pictures."""
    from schakel.site import tables
    from tests import database

    with server_of_tests():
        made_from = tables.made_from(tables.text())[1]
        if made_from != database.fingerprint() or not tables.is_as_made(tables.text()):
            subprocess.run([sys.executable, "-m", "tests.tables"], check=True)
        made = subprocess.run([sys.executable, "docs/make.py"], env={**os.environ, **settings()}, check=False)
        if made.returncode or "--no-pictures" in sys.argv:
            return made.returncode
        os.environ |= {"CHROMIUM": chromium.ensure(), "PICTURES_OF_SCHAKEL": "1"}
        return pytest("-n0", "tests/browser")[0]


def settings() -> dict[str, str]:
    """Settings that lead to a migrated database on the server of the tests."""
    from tests import database

    return {
        **database.environment(),
        "DJANGO_SETTINGS_MODULE": "schakel.site.settings",
        "SCHAKEL_DATABASE_NAME": database.template(),
    }


@contextmanager
def making_the_demo() -> Iterator[None]:
    """Load the demo that browser tests copy while the checks run; a fault in it is told by the test that needs it."""
    process = subprocess.Popen(
        [sys.executable, "-c", "from tests import database; database.demo_template()"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.wait()


def failed_checks() -> list[str]:
    """Run the checks, two at once; show what one says only when it fails, and return the names of those that failed."""
    tools = Path(sys.executable).parent
    checks = {
        "types": [tools / "mypy"],  # takes longest, so it begins first
        "style": [tools / "ruff", "check", "--quiet", "."],
        "format": [tools / "ruff", "format", "--check", "--quiet", "."],
        "import contracts": [tools / "lint-imports"],
        "migrations": [sys.executable, "-m", "schakel", "makemigrations", "--check", "--dry-run"],
        "docs": [sys.executable, "docs/make.py", "--check"],
        "tables": [sys.executable, "-m", "tests.tables", "--check"],
    }
    environment = {**os.environ, **settings()}

    def is_well(name: str) -> bool:
        began = time.monotonic()
        answer = subprocess.run(
            [str(part) for part in checks[name]],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        told = "" if answer.returncode == 0 else f"\n{answer.stdout.rstrip()}"
        took = time.monotonic() - began
        print(f"· {name}: {'FAILED' if told else 'well'} ({took:.0f} s){told}", flush=True)
        return not told

    with ThreadPoolExecutor(2) as pool:
        return [name for name, well in zip(checks, pool.map(is_well, checks), strict=True) if not well]


def pytest(*options: str) -> tuple[int, str]:
    """Run the tests; returns their exit code and pytest's closing line."""
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", *options, *sys.argv[2:]],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    closing = ""
    assert process.stdout is not None
    for line in process.stdout:
        print(line, end="", flush=True)
        closing = line.strip() or closing
    return process.wait(), closing


@contextmanager
def server_of_tests() -> Iterator[None]:
    """The PostgreSQL of the tests for as long as they run; a power cut may cost it, for it is made anew."""
    from schakel.site import postgres
    from tests import database

    server = postgres.start(database.FOLDER / "server", options=(*postgres.CARELESS, "max_connections=120"))
    try:
        yield
    finally:
        if server.started_here:
            server.stop()


if __name__ == "__main__":
    sys.exit(main())
