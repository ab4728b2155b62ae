"""Money, embedding, after-care and what is followed belong to their network; what points to them stays within it."""

from django.db import migrations

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0005_whole_life")]
    operations = tenant_tables(
        "initiatives",
        [
            "fundingline",
            "fundingaward",
            "embeddingplan",
            "lineowner",
            "component",
            "adoption",
            "remeasurement",
            "report",
            "lesson",
            "runningrisk",
            "halt",
        ],
        append_only=[
            "statusupdate",
            "fundinglineevent",
            "fundingawardevent",
            "embeddingplanevent",
            "lineownerevent",
            "adoptionevent",
            "remeasurementevent",
            "reportevent",
            "lessonevent",
            "runningriskevent",
            "haltevent",
        ],
    ) + tenant_tables("initiatives", ["initiative", "budgetline", "proposal"], append_only=["stagemove"])
