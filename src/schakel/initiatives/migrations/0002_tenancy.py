"""A network sees its own initiatives; a draft is its writer's, a view is its partner's until it is given."""

from django.db import migrations

from schakel.tenancy.operations import Tenancy, tenant_tables

MY_OWN = "person_id = (select c.subject from tenancy.context() c where c.kind = 'person')"
GIVEN_OR_MINE = "(is_given or partner_id = any((select tenancy.my_organisations())::uuid[]))"


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0001_initial"),
        ("governance", "0002_tenancy"),
        ("network", "0002_tenancy"),
    ]
    operations = [
        *tenant_tables("initiatives", ["initiative", "initiativearea", "initiativepartner"]),
        Tenancy("initiatives", "ideadraft", private=MY_OWN),
        *tenant_tables(
            "initiatives",
            ["proposal", "invitation", "exploration", "explorationquestion", "option", "factor"],
        ),
        Tenancy("initiatives", "partnerview", private=GIVEN_OR_MINE),
        *tenant_tables(
            "initiatives",
            [
                "payereffect",
                "plan",
                "plangoal",
                "activity",
                "milestone",
                "budgetline",
                "risk",
                "planrole",
                "commitment",
            ],
            append_only=[
                "stagemove",
                "storyevent",
                "assessment",
                "answer",
                "initiativeevent",
                "assessmentevent",
                "planevent",
                "commitmentevent",
            ],
        ),
    ]
