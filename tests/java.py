"""A Java for Spark: the machine's own, else one that is installed for it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

OLDEST = 17
PLACES = ("/usr/lib/jvm", "/Library/Java/JavaVirtualMachines")


class NoJava(RuntimeError):
    """There is no Java and none could be installed; the message says what to do."""


def ensure() -> Path:
    """The home of a Java that is new enough; when there is none, one is installed."""
    found = find()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("· Installing the system's Java for the tests with Spark", flush=True)
        for words in (["update"], ["install", "-y", "openjdk-17-jre-headless"]):
            subprocess.run(
                ["apt-get", "-qq", *words],
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                check=False,
            )
        found = find()
    if found is None:
        raise NoJava(
            f"There is no Java {OLDEST} or newer for the tests with Spark and none could be installed. Install one "
            "(Debian: apt-get install default-jre-headless) or name one: JAVA_HOME=/path/to/java make test"
        )
    return found


def find() -> Path | None:
    """The home of the first Java that is new enough, or None."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    on_path = shutil.which("java")
    homes += [Path(on_path).resolve().parents[1]] if on_path else []
    homes += [home for place in PLACES for home in sorted(Path(place).glob("*")) if home.is_dir()]
    return next((home for home in homes if major(home) >= OLDEST), None)


def major(home: Path) -> int:
    """The version of the Java in a folder; 0 when there is none that starts."""
    try:
        told = subprocess.run(
            [home / "bin" / "java", "-version"], capture_output=True, text=True, check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r'version "(\d+)', told.stderr)
    return int(found[1]) if found else 0
