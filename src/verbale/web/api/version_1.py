"""``/api/v1`` as one: its operations, its description and how errors are answered."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

from verbale.web.api import library_operations, register_operations
from verbale.web.api.problems import MEDIA_TYPE, answer_errors

_FIRST_ERROR = 400
_ABOUT = (
    "The records of the command line for programs. Lists come a page at a time: give `next` as `cursor` for the page "
    "behind. Answers have an ETag; ask again with If-None-Match. What is wrong with a request is said as "
    "`application/problem+json`."
)


class DescribedApi(NinjaAPI):
    """An API whose description says of errors that they are problems, which ninja describes as plain JSON."""

    def get_openapi_schema(self, **asked: Any) -> Any:  # noqa: ANN401 (as the base class has it)
        """The description, OpenAPI 3.1."""
        described = super().get_openapi_schema(**asked)
        for operations in described["paths"].values():
            for operation in operations.values():
                for status, answer in operation["responses"].items():
                    if int(status) >= _FIRST_ERROR:
                        answer["content"] = {MEDIA_TYPE: next(iter(answer["content"].values()))}
        return described


def make_api() -> NinjaAPI:
    """The first version. Its pages of documentation are ours, so that no script of another site is loaded."""
    api = DescribedApi(
        title="Verbale",
        version="1",
        description=_ABOUT,
        docs=_NoPages(),
        docs_url=None,
        openapi_url="/openapi.json",
        urls_namespace="api-v1",
    )
    api.add_router("", library_operations.router)
    api.add_router("", register_operations.router)
    answer_errors(api)
    return api


class _NoPages(DocsBase):
    """No page that shows the description."""

    def render_page(self, request: object, api: object, **kwargs: object) -> object:
        """Never asked for, since there is no address for it."""
        raise NotImplementedError


api = make_api()
