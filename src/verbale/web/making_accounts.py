"""Accounts made and closed by whoever runs a site; Django has to be set up for it."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from verbale.desk.access import Viewer
from verbale.desk.commands import Role
from verbale.errors import BadReference, Conflict
from verbale.web.models import Membership


def add_account(name: str, role: str, state: str = "", email: str = "", password: str = "") -> None:
    """Make an account with a role, or give one that is there another role.

    Raises ``BadReference`` for a role, State, name, address or password that will not do, ``Conflict`` where the
    account has the role already. Without a password nobody can sign in until one is set by a link.
    """
    viewer = _parse_viewer(role, state, name)
    with transaction.atomic():
        user = _find(name) or _make(name, email, password)
        _, made = Membership.objects.get_or_create(user=user, role=viewer.role.value, state=viewer.state)
    if not made:
        raise Conflict(name, f"is {role}{f' for {state}' if state else ''} already")


def link_for(name: str, origin: str) -> str:
    """A link by which a password is set once, within three days. Raises ``BadReference`` where there is no account."""
    user = get_account(name)
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    uid, _, token = key.partition("-")
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
    return f"{origin.rstrip('/')}{path}"


def close_account(name: str) -> None:
    """Let an account do nothing any more; its acts stay in its name. Raises ``BadReference`` where there is none."""
    user = get_account(name)
    user.is_active = False
    user.set_unusable_password()
    user.save()


def take_role(name: str, role: str, state: str = "") -> None:
    """Take a role from an account. Raises ``BadReference`` where it has none such."""
    viewer = _parse_viewer(role, state, name)
    gone, _ = Membership.objects.filter(user=get_account(name), role=viewer.role.value, state=viewer.state).delete()
    if not gone:
        raise BadReference(name, f"is not {role}{f' for {state}' if state else ''}")


def list_accounts() -> list[tuple[str, bool, tuple[str, ...]]]:
    """Each account: its name, whether it is open, and its roles (``mission CUB``)."""
    users = get_user_model().objects.prefetch_related("memberships").order_by("username")
    return [(user.get_username(), user.is_active, _roles_of(user)) for user in users]


def _roles_of(user: Any) -> tuple[str, ...]:  # noqa: ANN401  A row of Django's, which has no types.
    rows = sorted(user.memberships.all(), key=lambda one: one.pk)
    return tuple(f"{one.role} {one.state}".strip() for one in rows)


def get_account(name: str) -> Any:  # noqa: ANN401  A row of Django's, which has no types.
    """The account of a name. Raises ``BadReference`` where there is none."""
    user = _find(name)
    if user is None:
        raise BadReference(name, "has no account here; verbale account list shows all")
    return user


def _find(name: str) -> Any:  # noqa: ANN401
    return get_user_model().objects.filter(username=name).first()


def _parse_viewer(role: str, state: str, name: str) -> Viewer:
    if role not in set(Role) - {Role.READER}:
        raise BadReference(role, f"is no role; there are {', '.join(sorted(set(Role) - {Role.READER}))}")
    try:
        return Viewer(Role(role), state, name)
    except ValueError as error:
        raise BadReference(state or role, "a mission, and nobody else, has a State; give --state CUB") from error


def _make(name: str, email: str, password: str) -> Any:  # noqa: ANN401
    model = get_user_model()
    user = model(username=name, email=email)
    try:
        user.clean_fields(exclude=["password"])
        if email:
            validate_email(email)
        if password:
            validate_password(password, user)
    except ValidationError as error:
        raise BadReference(name, " ".join(error.messages)) from error
    if password:
        user.set_password(password)
    else:
        user.set_unusable_password()
    user.save()
    return user
