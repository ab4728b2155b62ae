"""A saving counts once a year: whole in one initiative, or in agreed parts that together are never more than all of it."""

import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0025_compared_claims"),
        ("network", "0014_numbers_of_organisations_beat_everywhere"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="valueline",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="valueline",
            name="update_update",
        ),
        migrations.AddField(
            model_name="valueline",
            name="same_as",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parts",
                to="initiatives.valueline",
                verbose_name="dezelfde besparing als",
            ),
        ),
        migrations.AddField(
            model_name="valueline",
            name="share_percent",
            field=models.PositiveSmallIntegerField(
                default=100,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(100),
                ],
                verbose_name="welk deel telt hier mee",
            ),
        ),
        migrations.AddField(
            model_name="valuelineevent",
            name="same_as",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="initiatives.valueline",
                verbose_name="dezelfde besparing als",
            ),
        ),
        migrations.AddField(
            model_name="valuelineevent",
            name="share_percent",
            field=models.PositiveSmallIntegerField(
                default=100,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(100),
                ],
                verbose_name="welk deel telt hier mee",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="valueline",
            trigger=pgtrigger.compiler.Trigger(
                name="a_saving_is_counted_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        if exists (select from initiatives_valueline f where f.id = new.same_as_id and f.same_as_id is not null)\n            or (\n                select sum(l.share_percent) from initiatives_valueline l\n                join initiatives_valueassessment a on a.id = l.assessment_id\n                join initiatives_initiative i on i.id = a.initiative_id\n                where coalesce(new.same_as_id, new.id) in (l.id, l.same_as_id)\n                    and i.stage not in ('explored', 'merged', 'referred', 'rejected', 'stopped')\n            ) > 100 then\n            raise exception 'a saving is counted once' using errcode = 'check_violation';\n        end if;\n        return new;\n    ",
                    hash="bf240e70f138dd1b9cedf4621c2460819feec72b",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_a_saving_is_counted_once_a50f5",
                    table="initiatives_valueline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="valueline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "initiatives_valuelineevent" ("added_at", "added_by_id", "assessment_id", "direction", "id", "moment", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_eur", "price_year", "purse", "same_as_id", "share_percent", "sort", "source", "unit", "volume", "what", "year") VALUES (NEW."added_at", NEW."added_by_id", NEW."assessment_id", NEW."direction", NEW."id", NEW."moment", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price_eur", NEW."price_year", NEW."purse", NEW."same_as_id", NEW."share_percent", NEW."sort", NEW."source", NEW."unit", NEW."volume", NEW."what", NEW."year"); RETURN NULL;',
                    hash="5e6d4d8b1f1b33e02928a5be6afee5863d6d1c23",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_428e7",
                    table="initiatives_valueline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="valueline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "initiatives_valuelineevent" ("added_at", "added_by_id", "assessment_id", "direction", "id", "moment", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_eur", "price_year", "purse", "same_as_id", "share_percent", "sort", "source", "unit", "volume", "what", "year") VALUES (NEW."added_at", NEW."added_by_id", NEW."assessment_id", NEW."direction", NEW."id", NEW."moment", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price_eur", NEW."price_year", NEW."purse", NEW."same_as_id", NEW."share_percent", NEW."sort", NEW."source", NEW."unit", NEW."volume", NEW."what", NEW."year"); RETURN NULL;',
                    hash="bcd95546871438f2c8f4038bf0f3eba26cac2e24",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a016a",
                    table="initiatives_valueline",
                    when="AFTER",
                ),
            ),
        ),
        # As every key between tables of a network, it carries the network along.
        migrations.RunSQL(
            "alter table initiatives_valueline add constraint same_network_initiatives_valueline_same_as_id "
            "foreign key (network_id, same_as_id) references initiatives_valueline (network_id, id) "
            "deferrable initially deferred;",
            "alter table initiatives_valueline drop constraint same_network_initiatives_valueline_same_as_id;",
        ),
        migrations.AddConstraint(
            model_name="valueline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("share_percent__range", (1, 100)),
                    models.Q(
                        models.Q(("direction", "pays"), _negated=True),
                        models.Q(("same_as__isnull", True), ("share_percent", 100)),
                        _connector="OR",
                    ),
                ),
                name="only_of_a_saving_a_part_is_counted",
            ),
        ),
    ]
