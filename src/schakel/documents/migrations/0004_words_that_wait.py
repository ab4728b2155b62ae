"""What is there already waits to be read; the worker does so the next night."""

from django.db import migrations

WAITING = """
insert into documents_documenttext (id, network_id, version_id, state, text)
select gen_random_uuid(), v.network_id, v.id, 'waiting', '' from documents_documentversion v
where v.kind not in ('png', 'jpg')
  and not exists (select 1 from documents_documenttext t where t.version_id = v.id);
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_words")]
    operations = [migrations.RunSQL(WAITING, migrations.RunSQL.noop)]
