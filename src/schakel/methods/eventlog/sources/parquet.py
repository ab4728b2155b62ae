"""Parquet: columns are read a group of rows at a time, so that a file larger than memory passes through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from schakel.methods.eventlog.reasons import BadLog, Unreadable
from schakel.methods.eventlog.sources import SAMPLE, Batch, check_columns, fit

#: Rows at once: coding is quick with many.
ROWS = 1_000_000


class ParquetSource:
    """A Parquet file; the number of a row stands for its line."""

    kind = "parquet"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._n_read = 0
        self.described: dict[str, str] = {}
        try:
            self._schema = pl.read_parquet_schema(path)
            self._n = int(pl.scan_parquet(path).select(pl.len()).collect().item())
        except (pl.exceptions.PolarsError, OSError) as fault:
            raise BadLog(Unreadable.PARQUET) from fault
        self.columns = check_columns(list(self._schema))

    def share(self) -> float:
        """How much of it was read, from 0 to 1."""
        return self._n_read / max(self._n, 1)

    def sample(self) -> list[dict[str, str]]:
        """The first rows as text."""
        rows = self._scan(self.columns).head(SAMPLE).collect().to_dicts()
        return [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]

    def batches(self, needed: Sequence[str]) -> Iterator[Batch]:
        """All rows in order, with these columns; moments stay moments, all else becomes text."""
        scan = self._scan(needed)
        texts = [name for name in needed if not self._schema[name].is_temporal()]
        try:
            for at in range(0, max(self._n, 1), ROWS):
                frame = scan.slice(at, ROWS).collect()
                self._n_read = at + frame.height
                lines = pl.int_range(at + 1, at + frame.height + 1, dtype=pl.Int64, eager=True)
                yield fit(frame.with_columns(lines.alias("line")), texts)
        except (pl.exceptions.PolarsError, OSError) as fault:
            raise BadLog(Unreadable.PARQUET) from fault

    def _scan(self, needed: Sequence[str]) -> pl.LazyFrame:
        return pl.scan_parquet(self._path).select(
            pl.col(name) if self._schema[name].is_temporal() else _as_text(name, self._schema[name])
            for name in needed
        )


def _as_text(name: str, dtype: pl.DataType) -> pl.Expr:
    """A column as text: whole numbers without a point, nothing for what holds no single value."""
    column = pl.col(name)
    if dtype.is_float():
        whole = column.cast(pl.Int64, strict=False)
        return (
            pl.when(column == whole).then(whole.cast(pl.String)).otherwise(column.cast(pl.String)).alias(name)
        )
    if dtype.is_nested() or dtype in (pl.Binary, pl.Object):
        return pl.lit(None, dtype=pl.String).alias(name)
    return column.cast(pl.String)
