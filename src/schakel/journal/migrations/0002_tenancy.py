"""The journal of a network is its own, and can only grow."""

from django.db import migrations

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial"), ("network", "0002_tenancy")]
    operations = tenant_tables("journal", [], append_only=["entry", "seal"])
