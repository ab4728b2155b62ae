"""Who is named in a note is read by who reads the note; what seals a content is called a fingerprint, as elsewhere."""

from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Narrowed

RUNTIME = settings.DATABASE_ROLES["runtime"]
#: As the policy of the note itself (0008); asked by its key, for the few names in the notes of one page.
READS = f"""
    create function tenancy.reads_note(wanted uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog as $$
        select coalesce((
            select n.readers = 'network'
                or n.author_id = tenancy.me()
                or n.network_id = any(tenancy.my_managed_networks())
                or n.initiative_id = any(tenancy.my_initiatives())
            from public.initiatives_note n
            where n.id = wanted and n.network_id = any(tenancy.my_networks())), false)
    $$;
    revoke all on function tenancy.reads_note(uuid) from public;
    grant execute on function tenancy.reads_note(uuid) to {RUNTIME};
"""


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0017_who_answered_and_who_changed")]
    operations = [
        migrations.RunSQL(READS, "drop function tenancy.reads_note(uuid);"),
        Narrowed("initiatives", "notemention", only="tenancy.reads_note(note_id)"),
        migrations.AlterField(
            model_name="dossier",
            name="sha256",
            field=models.CharField(max_length=64, verbose_name="vingerafdruk van de inhoud"),
        ),
        migrations.AlterField(
            model_name="plan",
            name="hash",
            field=models.CharField(blank=True, max_length=64, verbose_name="vingerafdruk van de inhoud"),
        ),
        migrations.AlterField(
            model_name="planevent",
            name="hash",
            field=models.CharField(blank=True, max_length=64, verbose_name="vingerafdruk van de inhoud"),
        ),
    ]
