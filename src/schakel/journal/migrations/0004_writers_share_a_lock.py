"""Whoever writes a line shares a lock, taken by the database itself before the line gets its number.

The sealer takes the same lock alone (``journal.actions.LOCK``), so no line can still appear below a sealed number.
"""

from django.db import migrations

SHARED = """
    create function tenancy.share_the_journal() returns trigger language plpgsql set search_path = pg_catalog as $$
    begin
        perform pg_advisory_xact_lock_shared(727110001);
        return null;
    end $$;
    revoke all on function tenancy.share_the_journal() from public;
    create trigger writers_share_a_lock before insert on journal_entry
        for each statement execute function tenancy.share_the_journal();
"""
NOT_SHARED = """
    drop trigger writers_share_a_lock on journal_entry;
    drop function tenancy.share_the_journal();
"""


class Migration(migrations.Migration):
    dependencies = [("journal", "0003_pulse")]
    operations = [migrations.RunSQL(SHARED, NOT_SHARED)]
