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
        many = {"case", "event_id", "instance"}
        return cls(profile, {name: Coder(are_many=name in many) for name in names})

    def columns(self, batch: Batch) -> tuple[dict[str, NDArray[Any]], list[Reject]]:
        """The columns of the rows that can be used, and the others with their reasons, in order of line."""
        frame, columns = batch.frame, self.profile.columns
        # Columns are coded beside each other; within a column the order decides the codes.
        with ThreadPoolExecutor(2) as pool:
            coding = {role: pool.submit(self._coded, role, frame) for role in ("case", "activity")}
            found = {
                role: moments(
                    frame[columns[role]], zone=self.profile.time_zone, day_first=self.profile.day_first
                )
                for role in ("start", "end")
                if role in columns
            }
            start = found["start"].us
            end = found["end"].us.fill_null(start) if "end" in found else start
            said = transitions(_tidy(frame[columns["transition"]])) if "transition" in columns else None
            codes = {role: one.result() for role, one in coding.items()}
            judged = self._judged(codes, found, end, said)
            usable = judged["reason"].is_null()
            rejects = sorted(
                [*batch.rejects, *self._rejects(frame, judged, usable)], key=lambda one: one.line
            )
            kept = slice(None) if usable.all() else usable.to_numpy()
            used = frame if usable.all() else frame.filter(usable)
            others = [name for name in self.coders if name not in codes and name in self._named]
            coded = pool.map(lambda name: self._coded(name, used), others)
            numbers: dict[str, NDArray[Any]] = {role: one[kept] for role, one in codes.items()}
            numbers |= dict(zip(others, coded, strict=True))
        numbers |= {
            "start": _kept(start, usable),
            "end": _kept(end, usable),
            "row": _kept(frame["line"], usable),
        }
        if said is not None:
            numbers["transition"] = said[kept]
            self.has_begun = self.has_begun or bool((numbers["transition"] == BEGUN).any())
        return numbers, rejects

    def settle(self) -> None:
        """No more rows will come: forget how texts are looked up, and keep what their codes stand for."""
        for coder in self.coders.values():
            coder.settle()

    def _judged(
        self,
        codes: dict[str, NDArray[np.uint32]],
        found: dict[str, Any],
        end: pl.Series,
        said: NDArray[np.uint8] | None,
    ) -> pl.DataFrame:
        """One reason per row, null where it can be used, and the role that is to blame."""
        start, start_why = found["start"].us, found["start"].reason
        nothing = pl.Series([None], dtype=pl.String).new_from_index(0, len(start))
        end_why = found["end"].reason if "end" in found else nothing
        facts = pl.DataFrame(
            {
                "other": said == OTHER if said is not None else np.zeros(len(start), np.bool_),
                "no_case": codes["case"] == 0,
                "no_activity": codes["activity"] == 0,
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

    def _coded(self, name: str, frame: pl.DataFrame) -> NDArray[np.uint32]:
        """The codes of one column of names."""
        return self.coders[name].codes(_text(frame[self._named[name]]))

    @property
    def _named(self) -> dict[str, str]:
        """The column that each name is read from; what a source does not have is not among them."""
        attributes = {f"attribute_{at}": column for at, column in enumerate(self.profile.kept.values())}
        return {**self.profile.columns, **attributes}


def _kept(column: pl.Series, usable: pl.Series) -> NDArray[Any]:
    kept = column if usable.all() else column.filter(usable)
    return kept.to_numpy()


def _text(column: pl.Series) -> pl.Series:
    """A column as text."""
    return column if column.dtype == pl.String else column.cast(pl.String)


def _tidy(column: pl.Series) -> pl.Series:
    """A column as text without spaces around; nothing filled in is an empty text."""
    return _text(column).fill_null("").str.strip_chars()
