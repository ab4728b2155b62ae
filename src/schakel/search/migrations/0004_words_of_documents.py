"""The words in a document are found too: those of its newest version, as long as it is not withdrawn."""

from django.db import migrations

OF = """
create or replace function search.of_document(uuid[]) returns setof search.text language sql stable as $$
    select d.network_id, d.id, null::uuid, d.id::text, '', d.title, d.subject_label,
        concat_ws(E'\\n', d.withdrawn_reason,
            (select string_agg(concat_ws(E'\\n', case when d.withdrawn_at is null then v.file_name end, v.why), E'\\n'
                    order by v.number desc)
             from public.documents_documentversion v where v.document_id = d.id)
            {words}),
        case when d.withdrawn_at is null then '' else 'withdrawn' end, d.added_at, null::uuid[]
    from public.documents_document d where d.id = any($1)$$;
"""
WORDS = """, (select x.text from public.documents_documentversion v
                join public.documents_documenttext x on x.version_id = v.id
                where v.document_id = d.id and d.withdrawn_at is null order by v.number desc limit 1)"""

READ = """
create function search.documents_documenttext_keeps_document() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
declare
    changed uuid[];
begin
    if tg_op = 'DELETE' then
        changed := array(select o.version_id from old_rows o);
    else
        changed := array(select n.version_id from new_rows n);
    end if;
    perform search.keep_document(array(
        select distinct v.document_id from public.documents_documentversion v where v.id = any(changed)));
    return null;
end $$;
revoke all on function search.documents_documenttext_keeps_document() from public;
create trigger documents_documenttext_keeps_document_i after insert on public.documents_documenttext
    referencing new table as new_rows
    for each statement execute function search.documents_documenttext_keeps_document();
create trigger documents_documenttext_keeps_document_u after update on public.documents_documenttext
    referencing new table as new_rows
    for each statement execute function search.documents_documenttext_keeps_document();
create trigger documents_documenttext_keeps_document_d after delete on public.documents_documenttext
    referencing old table as old_rows
    for each statement execute function search.documents_documenttext_keeps_document();
"""
FORGET = """
drop trigger documents_documenttext_keeps_document_i on public.documents_documenttext;
drop trigger documents_documenttext_keeps_document_u on public.documents_documenttext;
drop trigger documents_documenttext_keeps_document_d on public.documents_documenttext;
drop function search.documents_documenttext_keeps_document();
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0003_finding"), ("documents", "0003_words")]
    operations = [
        migrations.RunSQL(OF.format(words=WORDS), OF.format(words="")),
        migrations.RunSQL(READ, FORGET),
    ]
