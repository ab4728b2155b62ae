"""Signing fixes the words: after the first signature nothing changes an agreement or its articles."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("network", "0012_texts_become_articles")]
    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="a_signed_agreement_stays_as_it_is",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        if row(new.title, new.kind, new.starts_on, new.ends_on, new.notice_months, new.renewal_months, new.preamble,\n               new.text, new.supersedes_id)\n           is distinct from\n           row(old.title, old.kind, old.starts_on, old.ends_on, old.notice_months, old.renewal_months, old.preamble,\n               old.text, old.supersedes_id)\n           and exists (select 1 from network_agreementparty p\n                       where p.network_id = old.network_id and p.agreement_id = old.id and p.signed_on is not null)\n        then\n            raise exception 'agreement % is signed and stays as it is', old.slug using errcode = 'check_violation';\n        end if;\n        return new;\n    ",
                    hash="43a51b7bb5e2e7a42470595a897c0795069e2ce5",
                    operation="UPDATE",
                    pgid="pgtrigger_a_signed_agreement_stays_as_it_is_db229",
                    table="network_agreement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="articles_of_a_signed_agreement_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        if exists (select 1 from network_agreementparty p\n                   where p.agreement_id = case when tg_op = 'DELETE' then old.agreement_id else new.agreement_id end\n                     and p.signed_on is not null)\n        then\n            raise exception 'the agreement of this article is signed' using errcode = 'check_violation';\n        end if;\n        return case when tg_op = 'DELETE' then old else new end;\n    ",
                    hash="226b1f2ef2996a45d05684208ba66ce841ffdc50",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_articles_of_a_signed_agreement_stay_760dc",
                    table="network_article",
                    when="BEFORE",
                ),
            ),
        ),
    ]
