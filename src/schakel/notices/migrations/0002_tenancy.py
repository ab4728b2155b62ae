"""Notices, preferences and mail are of one person; anyone in the network may cause one for somebody else."""

from django.db import migrations

from schakel.tenancy.operations import Tenancy

MINE = "person_id = (select c.subject from tenancy.context() c where c.kind = 'person')"
# Who acts tells others, and cannot read, change or remove what they are told.
ANYONE_TELLS = """
    drop policy if exists anyone_tells on notices_notice;
    create policy anyone_tells on notices_notice for insert
        with check (network_id = any((select tenancy.my_networks())::uuid[]));
    drop policy if exists anyone_writes on notices_mail;
    create policy anyone_writes on notices_mail for insert
        with check (network_id = any((select tenancy.my_networks())::uuid[]));
"""
NOBODY_TELLS = "drop policy anyone_tells on notices_notice; drop policy anyone_writes on notices_mail;"

# No page that is remembered shows a notice: the number at the bell is filled in each time. So telling or reading one
# does not change the pulse of the network.
NO_BEATS = """
    drop trigger if exists notices_notice_beats on notices_notice;
    drop trigger if exists notices_mail_beats on notices_mail;
    drop trigger if exists notices_preference_beats on notices_preference;
"""


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial"), ("network", "0002_tenancy"), ("journal", "0003_pulse")]
    operations = [
        Tenancy("notices", "mail", private=MINE),
        Tenancy("notices", "notice", private=MINE),
        Tenancy("notices", "preference", private=MINE),
        migrations.RunSQL(ANYONE_TELLS, NOBODY_TELLS),
        migrations.RunSQL(NO_BEATS, migrations.RunSQL.noop),
    ]
