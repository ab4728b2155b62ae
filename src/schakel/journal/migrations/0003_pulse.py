"""The pulse of a network: what a page showed is true as long as it did not change."""

from django.db import migrations

from schakel.tenancy.operations import Pulse


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0002_tenancy"),
        ("network", "0003_criteria_per_theme"),
        ("governance", "0002_tenancy"),
        ("initiatives", "0003_history_moves_only_history"),
    ]
    operations = [Pulse("network_network")]
