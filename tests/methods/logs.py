"""What tests of event logs ask of a log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from schakel.methods.eventlog.reasons import BadLog


def refused(deed, *arguments, **options) -> BadLog:
    """The fault with which something is refused."""
    with pytest.raises(BadLog) as caught:
        deed(*arguments, **options)
    return caught.value


def events(log) -> list[tuple[str, str, str, str, str]]:
    """The events of a log as text: case, activity, organisation, start and end in UTC."""
    case = np.repeat(np.arange(log.n_cases), np.diff(log.offsets))
    at = [datetime.fromtimestamp(0, UTC) + timedelta(microseconds=int(us)) for us in [*log.start, *log.end]]
    said = [moment.strftime("%Y-%m-%d %H:%M") for moment in at]
    names = log.case_names()
    return [
        (
            names[case[n]],
            log.activities[log.activity[n]],
            log.organisations[log.organisation[n]],
            said[n],
            said[n + log.n_events],
        )
        for n in range(log.n_events)
    ]
