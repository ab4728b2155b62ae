"""Settings of the platform, all of them from the environment.

An unknown ``SCHAKEL_…`` variable, a default key or a role that can look past the policies is refused at start-up
(``schakel.tenancy.checks``). Three modes: ``production``; ``demo`` (made-up people, one click to become one);
``test`` (as demo, with fast password hashing).
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF


def _from_environment(name: str, default: str = "") -> str:
    return os.environ.get(f"SCHAKEL_{name}", default)


PACKAGE = Path(__file__).resolve().parent.parent
MODE = _from_environment("MODE", "production")
IS_DEMO = MODE in {"demo", "test"}
DEBUG = False

SECRET_KEY = _from_environment("SECRET_KEY")
if not SECRET_KEY and IS_DEMO:
    SECRET_KEY = "demo-only-not-a-secret-" * 4
#: Signs the tenancy context; the database holds its two halves, see schakel.tenancy.
CONTEXT_KEY = _from_environment("CONTEXT_KEY", "0" * 64)

BASE_URL = _from_environment("BASE_URL", "http://127.0.0.1:8000" if IS_DEMO else "")
ALLOWED_HOSTS = [host for host in _from_environment("ALLOWED_HOSTS").split(",") if host]
if urlsplit(BASE_URL).hostname:
    ALLOWED_HOSTS.append(str(urlsplit(BASE_URL).hostname))
if IS_DEMO:
    ALLOWED_HOSTS += ["127.0.0.1", "localhost", "testserver"]
CSRF_TRUSTED_ORIGINS = [BASE_URL] if BASE_URL else []

# --- Applications, from the bottom of the map to the top -----------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "template_partials",
    "django_htmx",
    "csp",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "schakel.people",  # before allauth, so that its pages have our words and look
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "schakel.web",
    "schakel.tenancy",
    "schakel.journal",
    "schakel.jobs",
    "schakel.documents",
    "schakel.notices",
    "schakel.network",
    "schakel.governance",
    "schakel.measuring",
    "schakel.carechain",
    "schakel.initiatives",
    "schakel.exchange",
    "schakel.public",
    "schakel.overview",
    "schakel.search",
    "schakel.demo",
    "schakel.site",
]
INSTALLED_APPS = [
    name for name in INSTALLED_APPS if not name.startswith("schakel.") or (PACKAGE / name[8:]).is_dir()
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "schakel.site.middleware.one_transaction",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "schakel.site.middleware.WhoLooks",
]

if MODE == "test":
    # Every test client would read all static files again; the browser tests serve them for real, in demo mode.
    MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")

ROOT_URLCONF = "schakel.site.urls"
WSGI_APPLICATION = "schakel.site.wsgi.application"
#: MB of pages that each process keeps as long as nothing in their network changed (schakel.web.remembered); 0: none.
REMEMBERED_MB = 0 if MODE == "test" else int(_from_environment("REMEMBERED_MB", "16"))
FORM_RENDERER = "schakel.web.drawing.FieldsOfForms"
SITE_NAME = "Schakel"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "schakel.web.context.frame",
            ],
        },
    }
]

# --- Database: runtime to serve, migrator to change tables -----------------------------------------------------------
DATABASE_ROLE = _from_environment("DATABASE_ROLE", "runtime")
DATABASE_ROLES = {
    "owner": _from_environment("OWNER_ROLE", "schakel_owner"),
    "migrator": _from_environment("MIGRATOR_ROLE", "schakel_migrator"),
    "runtime": _from_environment("RUNTIME_ROLE", "schakel_runtime"),
    "backup": _from_environment("BACKUP_ROLE", "schakel_backup"),
}
_LIMITS = "-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s -c timezone=UTC"
_ROLE_OPTIONS = {
    "runtime": {
        "options": _LIMITS,
        # Parameters go beside the statement, and one that comes back is planned once (docs/decisions/0016;
        # how many are kept: schakel.tenancy.apps).
        "server_side_binding": True,
        "prepare_threshold": 2,
        "pool": {"min_size": 1, "max_size": int(_from_environment("POOL_MAX", "6")), "timeout": 10},
    },
    "migrator": {"options": f"-c role={DATABASE_ROLES['owner']} -c timezone=UTC"},
}
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _from_environment("DATABASE_NAME", "schakel"),
        "HOST": _from_environment("DATABASE_HOST"),
        "PORT": _from_environment("DATABASE_PORT"),
        "USER": DATABASE_ROLES[DATABASE_ROLE],
        "PASSWORD": _from_environment(f"{DATABASE_ROLE.upper()}_PASSWORD"),
        "OPTIONS": _ROLE_OPTIONS[DATABASE_ROLE],
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 0,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Signing in ------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_ADAPTER = "schakel.people.accounts.Accounts"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key,50/5m/ip"}
#: The one proxy in front of the pages says who asks; without it everybody would share one limit on tries.
ALLAUTH_TRUSTED_PROXY_COUNT = 0 if IS_DEMO else 1
MFA_ADAPTER = "schakel.people.accounts.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Schakel"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME = "schakel_sessie"
CSRF_COOKIE_NAME = "schakel_csrf"
CSRF_FAILURE_VIEW = "schakel.site.faults.csrf_failure"

# --- Language and time -----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# --- Static files: no build step, no web server needed ---------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = None if IS_DEMO else Path(_from_environment("FOLDER", ".schakel")) / "static"
#: Where the one style sheet of all pages is made.
STYLE_ROOT = Path(_from_environment("FOLDER", ".schakel")) / "style"
#: Where prepared logs of the care chain lie, a folder for each network; only the worker opens it (docs/decisions/0028).
CHAIN_FOLDER = Path(
    _from_environment("CHAIN_FOLDER") or Path(_from_environment("FOLDER", ".schakel")) / "chain"
)
STATICFILES_FINDERS = [
    "schakel.web.finders.OneStyleSheet",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
WHITENOISE_USE_FINDERS = IS_DEMO
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if IS_DEMO
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Safety ----------------------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not IS_DEMO:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_HANDLERS = [
    "schakel.web.uploads.WithinLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_PERMISSIONS = 0o600

# Each app's tasks.py is read by schakel.jobs; the package's own commands are not used.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache"
        if MODE == "test"
        else "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_cache",
    }
}

#: In the demo mail is only shown, on a page of its own; nothing goes out.
SENDS_MAIL = MODE != "demo"
EMAIL_BACKEND = (
    "django.core.mail.backends.locmem.EmailBackend"
    if IS_DEMO
    else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_TIMEOUT = 20
if _from_environment("EMAIL_URL"):
    _mail = urlsplit(_from_environment("EMAIL_URL"))
    EMAIL_HOST = _mail.hostname or ""
    EMAIL_PORT = _mail.port or (465 if _mail.scheme == "smtps" else 587)
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.scheme == "smtp+tls", _mail.scheme == "smtps"
DEFAULT_FROM_EMAIL = _from_environment("EMAIL_FROM", "schakel@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {
        "without_links": {"()": "schakel.site.logs.WithoutLinks"},
        "refused": {"()": "schakel.site.logs.RefusedInOneLine"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["without_links", "refused"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
