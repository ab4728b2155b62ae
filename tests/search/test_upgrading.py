"""A network that has worked for a while gets search: everything that is there already is found."""

from __future__ import annotations

import pytest

from tests import database
from tests.examples import IS_NIGHT
from tests.search.test_index import WHOLE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not IS_NIGHT, reason="goes back over most migrations, a minute: `make nightly`"),
]


def test_what_was_written_before_search_came_is_found_after_it_came(demo_copy, django_db_blocker):
    name = f"schakel_upgrading_{database.WORKER}"
    database.close_connections()
    database.renew(name, demo_copy)
    try:
        with database.as_owner(name) as owner:
            before = owner.execute(WHOLE).fetchall()
            n_files = owner.execute(
                "select count(*) from documents_documentversion where kind not in ('png', 'jpg')"
            ).fetchone()
            # Back then a network had no dossier of its own: going back could not keep those.
            owner.execute("truncate initiatives_dossier cascade")
        for words in (("search", "zero"), ("documents", "0002"), ()):
            database.schakel("migrate", *words, "--verbosity=0", database=name, role="migrator")
        with database.as_owner(name) as owner:
            assert owner.execute(WHOLE).fetchall() == before
            waiting = "select count(*) from documents_documenttext where state = 'waiting'"
            assert owner.execute(waiting).fetchone() == n_files
    finally:
        database.drop(name)
    assert len(before) > 200
    assert n_files is not None
    assert n_files[0] > 0
