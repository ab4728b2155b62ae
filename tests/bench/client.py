"""A bounded load generator: a few signed-in people who ask for pages over connections that stay open."""

from __future__ import annotations

import http.client
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from tests.bench.counting import HEADER

#: A request that takes longer than this is a failure.
SECONDS_PATIENCE = 20.0
CSRF = "b" * 32


@dataclass(frozen=True)
class Answer:
    """One answer: how long it took, what it was, and how many queries it cost."""

    ms: float
    status: int
    n_queries: int
    n_bytes: int


class Browser:
    """One connection of one signed-in person."""

    def __init__(self, host: str, port: int, person: UUID | None = None) -> None:
        self.address = (host, port)
        self.cookies = {"schakel_csrf": CSRF}
        self.connection = http.client.HTTPConnection(host, port, timeout=SECONDS_PATIENCE)
        if person is not None:
            self.become(person)

    def become(self, person: UUID) -> None:
        """Sign in as a made-up person, as the demo's page does."""
        body = f"csrfmiddlewaretoken={CSRF}"
        headers = self.headers | {"Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST", f"/demo/word/{person}/", body, headers)
        answer = self.connection.getresponse()
        answer.read()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        if answer.status != 302 or "schakel_sessie" not in self.cookies:
            raise RuntimeError(f"Signing in as {person} gave {answer.status}.")

    @property
    def headers(self) -> dict[str, str]:
        """What goes along with every request."""
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}

    def get(self, path: str) -> Answer:
        """Ask for a page; a connection that the server closed meanwhile is opened again."""
        for attempt in (1, 2):
            began = time.perf_counter()
            try:
                self.connection.request("GET", path, headers=self.headers)
                answer = self.connection.getresponse()
                body = answer.read()
            except (http.client.HTTPException, ConnectionError):
                self.connection.close()
                if attempt == 2:
                    raise
                continue
            ms = (time.perf_counter() - began) * 1000
            return Answer(ms, answer.status, int(answer.headers.get(HEADER, 0)), len(body))
        raise AssertionError("unreachable")


@dataclass
class Load:
    """What came of a time of load."""

    seconds: float = 0.0
    answers: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)

    @property
    def n(self) -> int:
        """How many answers there were."""
        return sum(len(rows) for rows in self.answers.values())

    @property
    def per_second(self) -> float:
        """Answers a second."""
        return self.n / self.seconds if self.seconds else 0.0


def load(browsers: Sequence[Browser], mix: Sequence[str], seconds: float, seed: int = 1) -> Load:
    """Let every browser ask for pages from the mix, one after the other, for so many seconds."""
    result, lock = Load(), threading.Lock()
    began = time.perf_counter()
    until = began + seconds

    def ask(browser: Browser, random: Random) -> None:
        mine: list[tuple[str, Answer]] = []
        while time.perf_counter() < until:
            path = random.choice(mix)
            try:
                answer = browser.get(path)
            except OSError as fault:
                with lock:
                    result.faults.append(f"{path}: {fault}")
                return
            mine.append((path, answer))
            if answer.status != 200:
                with lock:
                    result.faults.append(f"{path}: {answer.status}")
        with lock:
            for path, answer in mine:
                result.answers[path].append(answer)

    threads = [
        threading.Thread(target=ask, args=(browser, Random(seed * 1000 + number)), daemon=True)
        for number, browser in enumerate(browsers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds + 2 * SECONDS_PATIENCE)
    result.seconds = time.perf_counter() - began
    return result


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value below which so many percent lie, by the nearest rank; nan for no values.

    >>> percentile([1, 2, 3, 4], 50), percentile([1, 2, 3, 4], 95)
    (2, 4)
    """
    if not values:
        return float("nan")
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * percent // 100))
    return ordered[int(rank) - 1]
