"""One batch of a source, judged row by row: what can be used becomes numbers, the rest gets its reason."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from schakel.methods.eventlog.coding import Coder
from schakel.methods.eventlog.moments import moments
from schakel.methods.eventlog.pairing import BEGUN, OTHER, transitions
from schakel.methods.eventlog.profile import Profile
from schakel.methods.eventlog.reasons import Reason, Reject
from schakel.methods.eventlog.sources import Batch

#: What a reject shows of the value that was wrong, in signs.
SHOWN = 60


@dataclass
class Judge:
    """Turns batches into columns of numbers; remembers the codes of every name.

    coders: for case, activity and organisation, and what a profile asks besides.
    has_begun: whether a row was seen that says "begun".
    """

    profile: Profile
    coders: dict[str, Coder]
    has_begun: bool = False

    @classmethod
    def of(cls, profile: Profile) -> Judge:
        """A judge that has seen nothing yet."""
        names = ["case", "activity", "organisation", *(f"attribute_{at}" for at in range(len(profile.kept)))]
        names += [role for role in ("instance", "event_id") if role in profile.columns]
        return cls(profile, {name: Coder() for name in names})

    def columns(self, batch: Batch) -> tuple[dict[str, NDArray[Any]], list[Reject]]:
        """The columns of the rows that can be used, and the others with their reasons, in order of line."""
        frame, columns = batch.frame, self.profile.columns
        texts = {role: _text(frame[columns[role]]) for role in ("case", "activity")}
        found = {
            role: moments(frame[columns[role]], zone=self.profile.time_zone, day_first=self.profile.day_first)
            for role in ("start", "end")
            if role in columns
        }
        start = found["start"].us
        end = found["end"].us.fill_null(start) if "end" in found else start
        said = transitions(_text(frame[columns["transition"]])) if "transition" in columns else None
        judged = self._judged(texts, found, end, said)
        usable = judged["reason"].is_null()
        rejects = sorted([*batch.rejects, *self._rejects(frame, judged, usable)], key=lambda one: one.line)
        numbers = self._numbers(frame, texts, usable)
        numbers |= {
            "start": _kept(start, usable),
            "end": _kept(end, usable),
            "row": _kept(frame["line"], usable),
        }
        if said is not None:
            numbers["transition"] = said[usable.to_numpy()]
            self.has_begun = self.has_begun or bool((numbers["transition"] == BEGUN).any())
        return numbers, rejects

    def _judged(
        self,
        texts: dict[str, pl.Series],
        found: dict[str, Any],
        end: pl.Series,
        said: NDArray[np.uint8] | None,
    ) -> pl.DataFrame:
        """One reason per row, null where it can be used, and the role that is to blame."""
        start, start_why = found["start"].us, found["start"].reason
        end_why = found["end"].reason if "end" in found else pl.Series([None] * len(start), dtype=pl.String)
        facts = pl.DataFrame(
            {
                "other": said == OTHER
                if said is not None
                else pl.Series([False] * len(start), dtype=pl.Boolean),
                "no_case": texts["case"] == "",
                "no_activity": texts["activity"] == "",
                "start": start,
                "end": end,
                "start_why": start_why,
                "end_why": end_why,
            }
        )
        checks: list[tuple[pl.Expr, str | pl.Expr, str]] = [
            (pl.col("other"), Reason.LIFECYCLE.value, "transition"),
            (pl.col("no_case"), Reason.NO_CASE.value, "case"),
            (pl.col("no_activity"), Reason.NO_ACTIVITY.value, "activity"),
            (pl.col("start_why").is_not_null(), pl.col("start_why"), "start"),
            (pl.col("start").is_null(), Reason.NO_TIME.value, "start"),
            (pl.col("end_why") == Reason.BAD_TIME.value, Reason.BAD_END.value, "end"),
            (pl.col("end_why").is_not_null(), pl.col("end_why"), "end"),
            (pl.col("end") < pl.col("start"), Reason.END_FIRST.value, "end"),
        ]
        nothing = pl.Series([None], dtype=pl.String).new_from_index(0, len(start))
        judged = pl.DataFrame({"reason": nothing, "blame": nothing})
        bad = facts.select(pl.any_horizontal(condition for condition, _, _ in checks)).to_series().arg_true()
        if not len(bad):
            return judged
        reason: pl.Expr = pl.lit(None, dtype=pl.String)
        blame: pl.Expr = pl.lit(None, dtype=pl.String)
        for condition, why, role in reversed(checks):
            told = pl.lit(why) if isinstance(why, str) else why
            reason = pl.when(condition).then(told).otherwise(reason)
            blame = pl.when(condition).then(pl.lit(role)).otherwise(blame)
        told_of_bad = facts[bad].select(reason=reason, blame=blame)
        return judged.with_columns(
            judged[name].scatter(bad, told_of_bad[name]) for name in ("reason", "blame")
        )

    def _rejects(self, frame: pl.DataFrame, judged: pl.DataFrame, usable: pl.Series) -> Iterator[Reject]:
        bad = (~usable).arg_true()
        if not len(bad):
            return
        reasons, roles = judged["reason"].gather(bad).to_list(), judged["blame"].gather(bad).to_list()
        lines = frame["line"].gather(bad).to_list()
        for at, line, reason, role in zip(bad.to_list(), lines, reasons, roles, strict=True):
            value = frame[self.profile.columns[role]][at]
            yield Reject(line, Reason(reason), "" if value is None else str(value)[:SHOWN])

    def _numbers(
        self, frame: pl.DataFrame, texts: dict[str, pl.Series], usable: pl.Series
    ) -> dict[str, NDArray[Any]]:
        """Every name that is kept, as a code."""
        columns = self.profile.columns
        named = dict(texts)
        for role in ("organisation", "instance", "event_id"):
            if role in columns:
                named[role] = _text(frame[columns[role]])
        for at, column in enumerate(self.profile.kept.values()):
            named[f"attribute_{at}"] = _text(frame[column])
        kept = {name: text if usable.all() else text.filter(usable) for name, text in named.items()}
        # Columns are coded beside each other; within a column the order decides the codes.
        with ThreadPoolExecutor(2) as pool:
            coded = pool.map(lambda name: self.coders[name].codes(kept[name]), kept)
            return dict(zip(kept, coded, strict=True))


def _kept(column: pl.Series, usable: pl.Series) -> NDArray[Any]:
    kept = column if usable.all() else column.filter(usable)
    return kept.to_numpy()


def _text(column: pl.Series) -> pl.Series:
    """A column as text without spaces around; nothing filled in is an empty text."""
    text = column if column.dtype == pl.String else column.cast(pl.String)
    return text.fill_null("").str.strip_chars()
