"""A partner works in areas; an organisation may have a KvK number and an AGB code, written by whom it takes part with."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy

RUNTIME = settings.DATABASE_ROLES["runtime"]

# Organisations are shared by networks: a network writes the numbers of its own partners, and nothing else of them.
NUMBERS = f"""
    create function tenancy.only_own_organisations() returns trigger
    language plpgsql set search_path = pg_catalog as $$
    begin
        if not exists (
            select 1 from public.network_partner p
            where p.organisation_id = new.id and p.network_id = any((select tenancy.my_networks())::uuid[])
        ) then
            raise exception 'only a network in which an organisation takes part writes its numbers'
                using errcode = 'insufficient_privilege';
        end if;
        return new;
    end $$;
    revoke all on function tenancy.only_own_organisations() from public;
    grant execute on function tenancy.only_own_organisations() to {RUNTIME};
    create trigger only_own_organisations before update on network_organisation
        for each row execute function tenancy.only_own_organisations();
    grant update (kvk_number, agb_code) on network_organisation to {RUNTIME};
"""
NO_NUMBERS = f"""
    revoke update (kvk_number, agb_code) on network_organisation from {RUNTIME};
    drop trigger only_own_organisations on network_organisation;
    drop function tenancy.only_own_organisations();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0009_each_answer_stays"),
    ]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="kvk_number",
            field=models.CharField(blank=True, max_length=8, verbose_name="KvK-nummer"),
        ),
        migrations.AddField(
            model_name="organisation",
            name="agb_code",
            field=models.CharField(blank=True, max_length=8, verbose_name="AGB-code"),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(("kvk_number", ""), ("kvk_number__regex", "^[0-9]{8}$"), _connector="OR"),
                name="a_kvk_number_has_eight_digits",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(("agb_code", ""), ("agb_code__regex", "^[0-9]{8}$"), _connector="OR"),
                name="an_agb_code_has_eight_digits",
            ),
        ),
        migrations.CreateModel(
            name="PartnerArea",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.area",
                        verbose_name="gebied",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.network",
                        verbose_name="netwerk",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="works_in",
                        to="network.partner",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebied van een partner",
                "verbose_name_plural": "gebieden van partners",
            },
        ),
        migrations.AddField(
            model_name="partner",
            name="areas",
            field=models.ManyToManyField(
                related_name="+", through="network.PartnerArea", to="network.area", verbose_name="gebieden"
            ),
        ),
        migrations.AddConstraint(
            model_name="partnerarea",
            constraint=models.UniqueConstraint(
                fields=("network", "partner", "area"), name="an_area_once_per_partner"
            ),
        ),
        Tenancy("network", "partnerarea"),
        migrations.RunSQL(NUMBERS, NO_NUMBERS),
    ]
