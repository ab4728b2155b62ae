"""A Chromium to walk through pages with: the machine's own, else one that is installed for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


class NoBrowser(RuntimeError):
    """There is no browser and none could be installed; the message says what to do."""


def find() -> str | None:
    """The path of a browser that starts, or None."""
    own = os.environ.get("CHROMIUM", "")
    candidates = [own, *(shutil.which(name) or "" for name in NAMES), str(MAC), downloaded()]
    return next((path for path in candidates if path and starts(path)), None)


def ensure() -> str:
    """The path of a browser; when there is none, one is installed."""
    found = find()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("· Installing the system's Chromium for the browser tests", flush=True)
        quietly({"DEBIAN_FRONTEND": "noninteractive"}, "apt-get", "update", "-qq")
        quietly({"DEBIAN_FRONTEND": "noninteractive"}, "apt-get", "install", "-y", "-qq", "chromium")
        found = find()
    if found is None:
        print("· Fetching a Chromium for the browser tests", flush=True)
        quietly({}, sys.executable, "-m", "playwright", "install", "chromium")
        found = find()
    if found is None:
        raise NoBrowser(
            "There is no browser for the browser tests and none could be installed. Install Chromium "
            "(Debian: apt-get install chromium) or name one: CHROMIUM=/path/to/chromium make test"
        )
    return found


def launch_arguments() -> dict[str, object]:
    """What a browser needs to start here, also as root and without a screen."""
    options = ["--disable-dev-shm-usage", "--disable-gpu"]
    if os.geteuid() == 0:
        options.append("--no-sandbox")
    return {"executable_path": find(), "args": options}


def downloaded() -> str:
    """The browser that the test package fetched for itself."""
    try:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            return playwright.chromium.executable_path
    except Exception:
        return ""


def starts(path: str) -> bool:
    """Whether this program starts and says which version it is."""
    try:
        answer = subprocess.run(
            [path, "--version"], capture_output=True, timeout=30, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def quietly(extra: dict[str, str], *command: str) -> None:
    """Run an installer; whether it helped shows by what is there afterwards."""
    subprocess.run(
        command,
        env={**os.environ, **extra},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
