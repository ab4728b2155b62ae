"""Who is invited, at which address: for the network manager and for who invited."""

from django.db import migrations

from schakel.tenancy.operations import Narrowed

OFFICE = "(network_id = any((select tenancy.my_managed_networks())::uuid[]) or invited_by_id = (select tenancy.me()))"


class Migration(migrations.Migration):
    dependencies = [("governance", "0004_calendars"), ("network", "0006_who_manages")]
    operations = [Narrowed("governance", "personalinvitation", only=OFFICE)]
