"""Who wrote from outside is known to the office only; of the secret of a status page only the fingerprint is kept."""

from django.db import migrations, models

from schakel.tenancy.operations import Narrowed

OFFICE = "network_id = any((select tenancy.my_managed_networks())::uuid[])"
# The links that were mailed keep working: the fingerprint of what stood there is what they are compared with.
KEEP_FINGERPRINT = """
    update public_outsideidea set secret_hash = encode(sha256(convert_to(secret::text, 'UTF8')), 'hex')
    where initiative_id is not null;
    set constraints all immediate;
"""


class Migration(migrations.Migration):
    dependencies = [("public", "0002_tenancy"), ("network", "0006_who_manages")]
    operations = [
        migrations.AddField(
            "outsideidea",
            "secret_hash",
            models.CharField(
                blank=True,
                editable=False,
                max_length=64,
                default="",
                verbose_name="vingerafdruk van het geheim van de statuspagina",
            ),
            preserve_default=False,
        ),
        migrations.RunSQL(KEEP_FINGERPRINT, migrations.RunSQL.noop),
        migrations.RemoveField("outsideidea", "secret"),
        Narrowed("public", "contact", only=OFFICE),
        Narrowed("public", "outsideidea", only=OFFICE),
        Narrowed("public", "membershiprequest", only=OFFICE),
    ]
