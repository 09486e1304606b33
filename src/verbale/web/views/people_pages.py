"""The accounts of a site, for administrators: made, given and taken roles, closed, given a link for a password."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verbale.app.authors import get_author
from verbale.desk.access import Act, Kind, Thing
from verbale.desk.commands import Role
from verbale.errors import VerbaleError
from verbale.web.lists import Choice, Column, Table, list_response
from verbale.web.making_accounts import add_account, close_account, link_for, list_accounts, take_role
from verbale.web.templatetags.written_words import role_name, state_name
from verbale.web.viewers import ask, require

_OPEN, _CLOSED = "open", "closed"


def _thing(name: str) -> Thing:
    user = get_user_model().objects.filter(username=name).first()
    return Thing(Kind.ACCOUNT, _OPEN if user is None or user.is_active else _CLOSED, owner=name)


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Every account with its roles; a form of an administrator does one act to one account."""
    require(request, Act.SEE, Thing(Kind.ACCOUNT, _OPEN))
    if request.method == "POST":
        return _done(request)
    rows = [
        {"name": name, "status": _OPEN if is_open else _CLOSED, "roles": [_role_words(role) for role in roles]}
        for name, is_open, roles in list_accounts()
    ]
    status = {_OPEN: _("open"), _CLOSED: _("closed")}
    columns = (
        Column("name", _("Name")),
        Column("roles", _("Roles")),
        Column("status", _("Account"), show=lambda key: status.get(key, key)),
    )
    context = {
        "title": _("People"),
        "crumbs": [{"label": _("People")}],
        "may_administer": bool(ask(request, Act.ADMINISTER, Thing(Kind.ACCOUNT, _OPEN))),
        "roles": [(role.value, role_name(role.value)) for role in Role if role is not Role.READER],
    }
    table = Table("people", _("People"), columns, rows, (Choice("status", _("Account"), status),), "name")
    return list_response(request, "verbale/people.html", table, context)


def _role_words(role: str) -> str:
    name, _space, state = role.partition(" ")
    return f"{role_name(name)} {state_name(state)}".strip() if state else role_name(name)


def _done(request: HttpRequest) -> HttpResponse:
    """Do one act; say what was done, or why not."""
    name, act = request.POST.get("name", "").strip(), request.POST.get("act", "")
    require(request, Act.ADMINISTER, _thing(name))
    try:
        words = _do(request, name, act)
    except VerbaleError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, words)
    return HttpResponseRedirect(reverse("people"))


def _do(request: HttpRequest, name: str, act: str) -> str:
    role, typed = request.POST.get("role", ""), request.POST.get("state", "").strip()
    state = get_author(typed) if typed else ""
    origin = request.build_absolute_uri("/").rstrip("/")
    if act == "add":
        known = get_user_model().objects.filter(username=name).exists()
        add_account(name, role, state, request.POST.get("email", "").strip())
        if known:
            return _("%(name)s has the role.") % {"name": name}
        return _("%(name)s can set a password, once and within three days, at: %(link)s") % {
            "name": name,
            "link": link_for(name, origin),
        }
    if act == "take":
        take_role(name, role, state)
        return _("The role was taken from %(name)s.") % {"name": name}
    if act == "close":
        close_account(name)
        return _("The account of %(name)s is closed. What was done in its name stays on record.") % {"name": name}
    return _("%(name)s can set a password, once and within three days, at: %(link)s") % {
        "name": name,
        "link": link_for(name, origin),
    }
