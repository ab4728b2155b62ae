"""Building the index anew from the command line."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests import database
from tests.factories.initiatives import make_idea, make_scene
from tests.search.test_index import WHOLE


def test_the_command_mends_an_index_and_says_how_far_it_is(committed):
    one = make_idea(make_scene())
    with database.as_owner(database_name()) as owner:
        before = owner.execute(WHOLE).fetchall()
        owner.execute("delete from search_findabletext where kind = 'partner'")
        owner.execute("update search_findabletext set body = 'weg', vector = null where kind = 'initiative'")
        owner.execute(
            "insert into search_findabletext (id, network_id, kind, subject_id, key, number, title, label, body, state,"
            " plain_title) select gen_random_uuid(), network_id, kind, gen_random_uuid(), 'x', '', '', '', '', '', ''"
            " from search_findabletext where kind = 'initiative'"
        )
        owner.commit()
        told = StringIO()
        call_command("search", "reindex", "--network", one.network.slug, stdout=told)
        owner.rollback()
        assert owner.execute(WHOLE).fetchall() == before
    assert "initiative: 2 van 2" in told.getvalue()
    assert "teksten nagekeken" in told.getvalue()
    call_command("search", "reindex", stdout=told)
    with pytest.raises(CommandError, match="geen netwerk"):
        call_command("search", "reindex", "--network", "bestaat-niet")


def database_name() -> str:
    return str(connection.settings_dict["NAME"])
