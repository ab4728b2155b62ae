"""A network sees its own documents; a version and its content are never changed."""

from django.db import migrations

from schakel.tenancy.operations import tenant_tables

# Files are packed already: packing them again costs time and gains nothing.
UNPACKED = "alter table documents_documentcontent alter column data set storage external;"


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("network", "0002_tenancy")]
    operations = [
        *tenant_tables(
            "documents",
            ["document"],
            append_only=["documentversion", "documentcontent", "documentevent"],
        ),
        migrations.RunSQL(UNPACKED, migrations.RunSQL.noop),
    ]
