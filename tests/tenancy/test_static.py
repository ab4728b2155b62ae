"""Ways round the context that must not appear in the source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCES = sorted(
    path for path in (Path(__file__).parents[2] / "src").rglob("*.py") if "migrations" not in path.parts
)

#: Asks with a statement that a queryset wrote, with its values as parameters; what it finds is tried by the matrix.
WRITTEN_BY_DJANGO = "schakel/tenancy/written.py"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(path.parents[2])))
def test_no_setting_outlives_its_transaction_and_no_sql_is_glued_together(path):
    text = path.read_text()
    assert not re.search(r"set_config\([^)]*,\s*false\)", text), "a context is for one transaction only"
    assert not re.search(r"(?i)execute\(\s*[\"']set\s+(?!local)", text), "only SET LOCAL"
    if "site/postgres" not in str(path) and "tenancy/operations" not in str(path):
        assert not re.search(r"\.execute\(\s*f[\"']", text), "values go in as parameters"
        assert ".raw(" not in text or str(path).endswith(WRITTEN_BY_DJANGO)
        assert ".extra(" not in text
