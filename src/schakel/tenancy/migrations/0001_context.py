"""The signed context."""

from django.db import migrations

from schakel.tenancy.operations import ContextFunctions


class Migration(migrations.Migration):
    initial = True
    dependencies: list = []
    operations = [ContextFunctions()]
