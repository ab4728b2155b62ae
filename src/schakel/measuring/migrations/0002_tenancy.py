"""A network sees its own indicators; a version of a definition is never changed."""

from django.db import migrations

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [("measuring", "0001_initial"), ("network", "0006_who_manages")]
    operations = [
        *tenant_tables("measuring", ["indicator"], append_only=["indicatorversion", "indicatorevent"]),
    ]
