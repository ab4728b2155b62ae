"""A note that somebody is still writing is theirs alone, for the database too."""

from django.db import migrations

from schakel.tenancy.operations import Tenancy

MY_OWN = "person_id = (select c.subject from tenancy.context() c where c.kind = 'person')"


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0006_whole_life_tenancy")]
    operations = [Tenancy("initiatives", "notedraft", private=MY_OWN)]
