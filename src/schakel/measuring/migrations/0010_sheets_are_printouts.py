"""The sheet of an indicator is a printout like every other paper; what was set before was kept for a week only."""

from typing import Any

from django.db import migrations

from schakel.tenancy.operations import Tenancy


class ProtectedOnTheWayBack(Tenancy):
    """Nothing on the way forward, where the table goes; on the way back it comes under protection again."""

    def forwards(self, app_label: str, state: Any) -> str:
        return "select 1;"

    def backwards(self, app_label: str, state: Any) -> str:
        return super().forwards(app_label, state)


class Migration(migrations.Migration):
    dependencies = [("measuring", "0009_series_end_and_means_have_a_spread")]

    operations = [ProtectedOnTheWayBack("measuring", "fiche"), migrations.DeleteModel(name="Fiche")]
