"""A cache in the database, so that rate limits count over all server processes; and rights on global tables."""

from django.conf import settings
from django.db import migrations

RUNTIME = settings.DATABASE_ROLES["runtime"]
BACKUP = settings.DATABASE_ROLES["backup"]
CHANGED = "people_person, people_cache, django_session, account_emailaddress, account_emailconfirmation, mfa_authenticator"
READ = "django_content_type, django_migrations"


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.RunSQL(
            """
            create unlogged table people_cache (
                cache_key varchar(255) primary key, value text not null, expires timestamptz not null);
            create index people_cache_expires on people_cache (expires);
            """,
            "drop table people_cache;",
        ),
        migrations.RunSQL(
            f"""
            grant select, insert, update, delete on {CHANGED} to {RUNTIME};
            grant select on {READ} to {RUNTIME};
            grant select on {CHANGED}, {READ} to {BACKUP};
            """,
            f"revoke all on {CHANGED}, {READ} from {RUNTIME}, {BACKUP};",
        ),
    ]
