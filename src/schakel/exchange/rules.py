"""What may happen with an upload of the set-up workbook. No queries."""

from __future__ import annotations

from datetime import timedelta

#: An upload that nobody brought in is forgotten after this time.
KEPT = timedelta(days=7)
#: Faults that a page shows; the first ones mostly explain the rest.
MOST_FAULTS = 200
#: A workbook with more rows is brought in by the worker, with progress; a smaller one at once.
AT_ONCE = 150
