"""What a site asks of accounts beyond what django-allauth does: nobody makes one unless the operator says so."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from verbale.web.services import Services


def _is_open() -> bool:
    services: Services = settings.SERVICES
    return services.sign_up


class AccountRules(DefaultAccountAdapter):
    """For accounts with a password."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether anybody may make an account."""
        return _is_open()


class OrganisationRules(DefaultSocialAccountAdapter):
    """For accounts by the OpenID Connect of an organisation."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ANN401  Django-allauth has no types.
        """Whether somebody who is new here has an account made."""
        return _is_open()
