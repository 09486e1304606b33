"""The addresses of the site. Those of documents, States and treaties are permanent."""

from __future__ import annotations

from django.urls import path

from verbale.web.views import home

urlpatterns = [
    path("", home.index, name="home"),
    path("healthz", home.health, name="health"),
]

handler400 = "verbale.web.failing.bad_request"
handler403 = "verbale.web.failing.forbidden"
handler404 = "verbale.web.failing.not_found"
handler500 = "verbale.web.failing.server_error"
