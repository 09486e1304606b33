"""The case that a person names: by its id or the beginning of it, its short number, or whose letter it is."""

from __future__ import annotations

from verbale.app.authors import get_author
from verbale.app.cycles import CycleFolder
from verbale.desk.cases import ReplyCase
from verbale.errors import BadReference, Refused

_PREFIX = "reply-"


def get_case(folder: CycleFolder, named: str) -> str:
    """The id of the case that is named.

    That is its id, any beginning of it (with or without ``reply-``) that no other has, its number in the list of the
    cycle, or the code or any name of an author with one letter. Raises ``Refused`` with what there is.
    """
    text = named.strip()
    replies = folder.replies
    if any(reply.id == text for reply in replies):
        return text
    numbers = folder.numbers
    if text.isascii() and text.isdecimal() and (found := [case for case, one in numbers.items() if one == int(text)]):
        return found[0]
    begun = [reply for reply in replies if reply.id.startswith((text, _PREFIX + text))]
    if len(begun) == 1 and text not in ("", _PREFIX):
        return begun[0].id
    try:
        author = get_author(text, folder.case.added_authors)
    except BadReference:
        listed = ", ".join(_listed(folder, reply) for reply in begun or replies) or "none yet"
        reason = "several letters are called so" if begun and text else "there is no such reply"
        raise Refused(named, "find", reason, f"there are: {listed}") from None
    theirs = [reply for reply in replies if author in (reply.authors or reply.current.authors)]
    theirs = [reply for reply in theirs if reply.stands] or theirs
    if len(theirs) == 1:
        return theirs[0].id
    listed = ", ".join(_listed(folder, reply) for reply in theirs or replies) or "none yet"
    reason = f"{author} has {len(theirs)} letters" if theirs else f"no letter of {author} is held"
    raise Refused(named, "find", reason, f"there are: {listed}")


def _listed(folder: CycleFolder, reply: ReplyCase) -> str:
    whose = ", ".join(reply.authors or reply.current.authors)
    return f"{reply.id} ({folder.numbers[reply.id]}{f': {whose}' if whose else ''})"
