"""A decision that does not count yet can be taken back after its day too."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0007_absences"),
        ("network", "0013_what_is_signed_stays"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="decision",
            name="a_decision_is_taken_on_a_day",
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("decided_at__isnull", False),
                        ("decided_on__isnull", False),
                        ("status__in", ("valid", "provisional", "not_carried")),
                    ),
                    models.Q(
                        ("status__in", ("valid", "provisional", "not_carried")), ("template", "historisch")
                    ),
                    models.Q(("decided_on__isnull", True), ("status", "open")),
                    ("status", "withdrawn"),
                    _connector="OR",
                ),
                name="a_decision_is_taken_on_a_day",
            ),
        ),
    ]
