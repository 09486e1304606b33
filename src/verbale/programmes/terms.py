"""What a programme may settle for all its cycles and a cycle for itself: policies by date, and where to answer."""

from __future__ import annotations

from verbale.model.language import Language
from verbale.model.policy import Consent, LateRule, Policy, ReplyOrder
from verbale.model.programme import Contact
from verbale.programmes.toml_table import TomlTable, read_whole


def read_policies(table: TomlTable) -> tuple[Policy, ...]:
    """The ``[[policy]]`` of a file, the earliest first; none where it gives none. Raises ``CycleBroken``."""
    return tuple(sorted(read_whole(table.tables("policy"), _policy), key=lambda policy: policy.since))


def _policy(table: TomlTable) -> Policy:
    return Policy(
        since=table.day("since"),
        late=table.choice("late", LateRule),
        consent=table.choice("consent", Consent, Consent.UNLESS_OBJECTION),
        order=table.choice("order", ReplyOrder, ReplyOrder.ENGLISH),
        reply_words=table.limit("reply_words", None),
        summary_words=table.limit("summary_words", None),
        report_words=table.limit("report_words", 8_500),
        languages=table.choices("languages", Language, tuple(Language)),
    )


def read_contact(table: TomlTable) -> Contact:
    """The ``[contact]`` of a file, empty where it gives none. Raises ``CycleBroken``."""
    given = table.table("contact", optional=True)
    found = Contact(
        email=given.text("email", ""),
        postal=given.text("postal", ""),
        telephone=given.text("telephone", ""),
        form=given.text("form", ""),
    )
    given.done()
    return found
