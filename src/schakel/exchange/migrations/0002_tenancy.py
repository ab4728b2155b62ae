"""An upload belongs to a network, and only who sent it sees it."""

from django.db import migrations

from schakel.tenancy.operations import Tenancy

MY_OWN = "person_id = (select c.subject from tenancy.context() c where c.kind = 'person')"


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0001_initial"),
        ("network", "0002_tenancy"),
    ]
    operations = [Tenancy("exchange", "workbookimport", private=MY_OWN)]
