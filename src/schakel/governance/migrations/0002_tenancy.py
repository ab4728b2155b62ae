"""A network sees its own bodies, meetings and decisions."""

from django.db import migrations

from schakel.tenancy.operations import tenant_tables

# A body points to the decision that founded it and a decision to its body: the key that both need comes first.
KEY = "alter table governance_decision add constraint own_governance_decision unique (network_id, id);"


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial"), ("network", "0002_tenancy")]
    operations = [
        migrations.RunSQL(KEY, migrations.RunSQL.noop),
        *tenant_tables(
            "governance",
            [
                "numberseries",
                "body",
                "seat",
                "seattenure",
                "mandate",
                "meeting",
                "attendance",
                "decision",
                "vote",
                "recusal",
                "consentrequest",
                "condition",
                "agendaitem",
            ],
            append_only=[
                "bodyevent",
                "seatevent",
                "seattenureevent",
                "mandateevent",
                "decisionevent",
                "voteevent",
                "recusalevent",
                "consentrequestevent",
                "conditionevent",
            ],
        ),
    ]
