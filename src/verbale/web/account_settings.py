"""Django's settings for accounts: passwords, second factors, passkeys, sessions, OpenID Connect."""

from __future__ import annotations

from typing import Any

from verbale.web.services import MailServer, OpenId, Services
from verbale.web.site import Site

APPLICATIONS = (
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.humanize",
)
MIDDLEWARE = (
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "verbale.web.viewers.ViewerMiddleware",
    "verbale.web.mission.link_sessions.LinkMiddleware",
)
SESSION_HOURS = 12
"""How long a session lasts, whatever is done in it."""
IDLE_HOURS = 2
"""How long a session lasts in which nothing is done."""
_HOUR = 3600  # seconds
_PASSWORD_LENGTH = 12  # characters at least
_FAILED = "10/m/ip,5/300s/key"  # sign-ins that may fail: of one address in a minute, of one account in five
_ASKED = "20/m/ip,5/m/key"  # mails that are asked for


def account_values(site: Site, services: Services) -> dict[str, Any]:
    """The settings of accounts for a site and its services."""
    return {
        "SERVICES": services,
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "home",
        "ACCOUNT_LOGOUT_REDIRECT_URL": "home",
        "ACCOUNT_ADAPTER": "verbale.web.account_rules.AccountRules",
        "ACCOUNT_LOGIN_METHODS": {"username", "email"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "email*", "password1*", "password2*"],
        "ACCOUNT_EMAIL_VERIFICATION": "mandatory" if services.mail else "none",
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": True,
        "ACCOUNT_RATE_LIMITS": {"login_failed": _FAILED, "reset_password": _ASKED},
        "ALLAUTH_TRUSTED_PROXY_COUNT": 1 if site.proxied else 0,
        "USERSESSIONS_TRACK_ACTIVITY": False,
        "SESSION_COOKIE_AGE": SESSION_HOURS * _HOUR,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_SAMESITE": "Lax",
        "CSRF_FAILURE_VIEW": "verbale.web.failing.forbidden_form",
        "AUTH_PASSWORD_VALIDATORS": _validators(),
        # The limits on sign-in are those of all processes together, which share a table.
        "CACHES": {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "web_cache"}},
        **_second_factors(site),
        **_open_id(services.open_id),
        **_mail(services.mail),
    }


def _validators() -> list[dict[str, Any]]:
    names = ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
    length = {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": _PASSWORD_LENGTH},
    }
    return [length, *({"NAME": f"django.contrib.auth.password_validation.{name}"} for name in names)]


def _second_factors(site: Site) -> dict[str, Any]:
    return {
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_TOTP_ISSUER": site.origin.partition("://")[2] or "Verbale",
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        # Browsers allow passkeys without HTTPS at localhost alone.
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not site.secure,
    }


def _open_id(server: OpenId | None) -> dict[str, Any]:
    """Somebody whose address the organisation vouches for has the account with that address; others have none yet."""
    applications = []
    if server:
        applications.append(
            {
                "provider_id": "organisation",
                "name": server.name,
                "client_id": server.client,
                "secret": server.secret,
                "settings": {"server_url": server.issuer},
            }
        )
    return {
        "SOCIALACCOUNT_ADAPTER": "verbale.web.account_rules.OrganisationRules",
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
        "SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"APPS": applications, "OAUTH_PKCE_ENABLED": True}},
    }


def _mail(server: MailServer | None) -> dict[str, Any]:
    if server is None:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": server.host,
        "EMAIL_PORT": server.port,
        "EMAIL_HOST_USER": server.user,
        "EMAIL_HOST_PASSWORD": server.password,
        "EMAIL_USE_SSL": server.over_tls,
        "EMAIL_USE_TLS": not server.over_tls,
        "EMAIL_TIMEOUT": 30,
        "DEFAULT_FROM_EMAIL": server.sender,
    }
