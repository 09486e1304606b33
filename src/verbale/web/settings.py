"""Django's settings for a site. They are made by a call, so that every process and every test has those of its site."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import django
from django.conf import settings

from verbale.model.language import Language
from verbale.store.database import address_of, settings_of
from verbale.web import account_settings
from verbale.web.log_words import logging_of
from verbale.web.services import Services, services_of_environment
from verbale.web.site import Site

HERE = Path(__file__).parent
LANGUAGE_NAMES = {
    Language.AR: "العربية",
    Language.ZH: "中文",
    Language.EN: "English",
    Language.FR: "Français",
    Language.RU: "Русский",
    Language.ES: "Español",
}
"""The languages of the interface, each by its own name, in the order of the United Nations."""
DJANGO_CODES = {language: "zh-hans" if language is Language.ZH else language.value for language in Language}
"""What Django calls the languages of the interface."""
_LARGEST_FORM = 2 * 1024 * 1024  # bytes of a form without its files
_YEAR = 365 * 24 * 3600  # seconds


def configure(site: Site) -> None:
    """Set Django up for a site. Raises ``RuntimeError`` where it was set up for something else."""
    if settings.configured:
        if getattr(settings, "SITE", None) != site:
            raise RuntimeError("Django was set up for something else in this process")
        return
    # The desk's tables are read with the settings of the site, which therefore come first.
    settings.configure(**_values(site), DATABASES={"default": _database(site)})
    django.setup()


def configure_tables(place: str) -> None:
    """Set Django up for the tables of the site of a desk, of which nothing is served; nothing where it is set up."""
    if not settings.configured:
        configure(Site(place, Path(), secrets.token_urlsafe()))


def _database(site: Site) -> dict[str, Any]:
    return settings_of(address_of(site.desk), lasting=True)


def _values(site: Site) -> dict[str, Any]:
    services = services_of_environment()
    return {
        "SITE": site,
        "SECRET_KEY": site.secret,
        "ALLOWED_HOSTS": list(site.hosts),
        "DEBUG": False,
        "INSTALLED_APPS": _applications(),
        "MIDDLEWARE": _middleware(),
        "ROOT_URLCONF": "verbale.web.urls",
        "TEMPLATES": [_templates()],
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "TASKS": {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}},
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "APPEND_SLASH": True,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": _LARGEST_FORM,
        "FILE_UPLOAD_TEMP_DIR": site.folder / "uploads",
        "LOGGING": logging_of(as_json=services.json_logs),
        **_languages(),
        **_static(site),
        **_security(site, services),
        **account_settings.account_values(site, services),
    }


def _applications() -> list[str]:
    return [
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
        *account_settings.APPLICATIONS,
        "django_tasks",
        "django_tasks_db",
        "verbale.store",
        "verbale.web",
        "verbale.web.mission",
    ]


def _middleware() -> list[str]:
    return [
        "django.middleware.security.SecurityMiddleware",
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "verbale.web.request_records.RequestRecordMiddleware",
        "django.middleware.gzip.GZipMiddleware",
        "csp.middleware.CSPMiddleware",
        "verbale.web.uploads.UploadLimitMiddleware",
        "verbale.web.api.api_middleware.ApiMiddleware",
        "verbale.web.failing.FailureMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "verbale.web.interface.InterfaceLanguageMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        *account_settings.MIDDLEWARE,
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ]


def _templates() -> dict[str, Any]:
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "verbale.web.interface.every_page",
                "verbale.web.viewers.every_page",
            ],
            "builtins": [
                "django.templatetags.static",
                "django.templatetags.i18n",
                "verbale.web.templatetags.written_words",
            ],
        },
    }


def _languages() -> dict[str, Any]:
    return {
        "USE_I18N": True,
        "LANGUAGE_CODE": "en",
        "LANGUAGES": [(DJANGO_CODES[language], name) for language, name in LANGUAGE_NAMES.items()],
        "LOCALE_PATHS": [HERE / "locale"],
        "LANGUAGE_COOKIE_NAME": "ui",
        "LANGUAGE_COOKIE_AGE": _YEAR,
        "LANGUAGE_COOKIE_SAMESITE": "Lax",
    }


def _static(site: Site) -> dict[str, Any]:
    kept = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    return {
        "STATIC_URL": "/static/",
        "STATIC_ROOT": site.folder / "static",
        # The style of charts and maps, which pages of one file have as well.
        "STATICFILES_DIRS": [("verbale", HERE.parent / "render" / "assets" / "charts")],
        "STORAGES": {
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": kept if site.collected else plain},
        },
        "WHITENOISE_USE_FINDERS": not site.collected,
        "WHITENOISE_AUTOREFRESH": False,
    }


def _security(site: Site, services: Services) -> dict[str, Any]:
    own = "'self'"
    # A form that signs in by an organisation is answered with the way to its server, which the policy has to allow.
    organisation = [services.open_id.origin] if services.open_id else []
    directives = {
        "default-src": ["'none'"],
        "script-src": [own],
        "style-src": [own],
        "img-src": [own, "data:"],
        "font-src": [own],
        "connect-src": [own],
        "form-action": [own, *organisation],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": [own],
    }
    return {
        "CONTENT_SECURITY_POLICY": {"DIRECTIVES": directives},
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "SESSION_COOKIE_SECURE": site.secure,
        "CSRF_COOKIE_SECURE": site.secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "CSRF_TRUSTED_ORIGINS": [site.origin] if site.origin else [],
        "SECURE_HSTS_SECONDS": _YEAR if site.secure else 0,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if site.proxied else None,
        "USE_X_FORWARDED_HOST": site.proxied,
    }
