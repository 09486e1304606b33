"""Running heads, feet, job numbers, page numbers, bar codes and the link lists at page ends.

They are part of the page and not of any sentence. Found by what they say (a job number such as
``10-45350 (C)8``, ``5/9 22-10299``), by where they stand (next to the symbol at the top of a page,
repeating the title) and by coming back page after page.
"""

from __future__ import annotations

import re
from collections import Counter

from verbale.model.block import Shape
from verbale.structure.lines import Line

_JOB = r"\d{2}-\d{5}"
_FOOT = re.compile(
    rf"""
    {_JOB}(?:\s*\*{{0,3}})?(?:\s*\([ACEFRS]\))?(?:\s*[\d/]{{1,7}})?(?:\s+\d{{6}})?(?:\s*\*\d{{7,}}\*)?  # 10-45350 (C)8
    | \d{{1,3}}\s?/\s?\d{{1,3}}\s+{_JOB}(?:\s*\([ACEFRS]\))?      # 5/9 22-10299
    | (?:GE|V)\.\d{{2}}-\d{{5}}(?:\s*\([ACEFRS]\))?(?:\s*\d+)?    # GE.10-12345
    | \*\s?[A-Z]*\d{{6,8}}\s?\*                                  # the words under a bar code
    | \d{{7}}                                                    # the job number alone
    """,
    re.X,
)
_PAGE = re.compile(r"[-–—]?\s?\d{1,4}\s?[-–—]?|\d{1,3}\s?/\s?\d{1,3}|[ivxl]{1,6}")
_SYMBOL = re.compile(
    r"(?:A|S|E|T|ST|CD|NPT|TPNW|DP|TD|CCW|BWC|FCCC|UNEP|CERD|CCPR|CRC|CEDAW|CAT|CMW|CRPD|CED)/[A-Z0-9][\w./()-]*"
    r"(?:\s\((?:Part|Vol)[^)]*\))?(?:/\w+\.\d+)*\*{0,3}"
)
_DOCUMENT_LINK = re.compile(r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/\S+")
_ANY_LINK = re.compile(r"https?://\S+")
_RECYCLE = re.compile("(?:please recycle.*|♲|♻|请回收.*)", re.I)
_SPACES = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+")

_HEAD_ROWS = 4  # rows from the top of a page in which a running head stands
_OPENING = 24  # lines of the first page with which a running head is compared
_TIGHT = 1.3  # rows: more than this parts a running head from the text
_SAME_ROW = 0.2  # rows: less is one row
_TITLE = 8  # characters: a shorter head repeats by chance
_NEAR_ROWS = 8  # rows from a line that is furniture
_LONGEST_CODE, _LONGEST_RECYCLE = 48, 40  # characters of a line of job numbers, of the plea to recycle
_SHARE = 0.4  # of the pages, on which what repeats must stand
_REPEATS = 3  # pages on which a line must return


def find_furniture(lines: list[Line], symbol: str | None) -> set[int]:
    """Indices of the lines that belong to the page and not to the text."""
    found = {i for i, line in enumerate(lines) if line.block.shape is Shape.MARGIN or _is_foot(line)}
    found |= _link_lists(lines)
    pages = _pages(lines)
    opening = _opening(lines)
    for number, page in pages.items():
        if number != lines[0].page:
            found |= _running_head(lines, page, symbol, opening)
        found |= _page_numbers(lines, page, found)
    found |= _running_titles(lines, pages, opening) | _lonely_symbols(lines, found)
    return found | _repeated(lines, pages)


def is_symbol(text: str) -> bool:
    """Whether a line is nothing but a document symbol."""
    return _SYMBOL.fullmatch(text) is not None


def find_symbols(text: str) -> list[str]:
    """Document symbols printed in a line, as they stand."""
    return [match.group() for match in _SYMBOL.finditer(text)]


def _is_foot(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST_CODE or not any(char.isdigit() for char in text):
        return bool(_RECYCLE.fullmatch(text)) if len(text) < _LONGEST_RECYCLE else False
    return _FOOT.fullmatch(text) is not None


def _link_lists(lines: list[Line]) -> set[int]:
    """Addresses set one under the other, as PDF tools leave them where a page ends."""
    found: set[int] = set()
    run: list[int] = []
    for i, line in [*enumerate(lines), (len(lines), None)]:
        if line is not None and line.block.shape is Shape.LINE and _ANY_LINK.fullmatch(line.text):
            run.append(i)
            continue
        if any(_DOCUMENT_LINK.fullmatch(lines[j].text) for j in run):
            found.update(run)
        run = []
    return found


def _pages(lines: list[Line]) -> dict[int, list[int]]:
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        if line.block.shape is Shape.LINE:
            pages.setdefault(line.page, []).append(i)
    return pages


def _running_head(lines: list[Line], page: list[int], symbol: str | None, opening: str) -> set[int]:
    """The symbol at the top of a page, what stands beside it, and rows next to it that repeat the title."""
    top = [i for i in page if lines[i].row - lines[page[0]].row <= _HEAD_ROWS]
    carrying = next((place for place, i in enumerate(top) if _carries(lines[i].text, symbol)), None)
    if carrying is None:
        return set()
    head = {top[carrying]}
    for step in (-1, 1):
        place = carrying + step
        while 0 <= place < len(top):
            drop = abs(lines[top[place]].row - lines[top[place - step]].row)
            beside = drop < _SAME_ROW and place - step == carrying
            if not beside and (drop > _TIGHT or not _repeats(lines[top[place]].text, opening)):
                break
            head.add(top[place])
            place += step
    # What stands above the symbol is above the text.
    return head | set(top[:carrying])


def _running_titles(lines: list[Line], pages: dict[int, list[int]], opening: str) -> set[int]:
    """The title alone, repeated at the top of every page but the first and apart from the text, as without a symbol."""
    later = [page for number, page in pages.items() if number != lines[0].page]
    heads = {page[0] for page in later}
    titles = {lines[i].text for i in heads}
    if len(titles) != 1 or not _repeats(title := titles.pop(), opening) or len(title) < _TITLE:
        return set()
    apart = all(len(page) == 1 or lines[page[1]].row - lines[page[0]].row > _TIGHT for page in later)
    return heads if apart else set()


def _opening(lines: list[Line]) -> str:
    """The first rows of the document without their spaces: what a running title repeats."""
    return _SPACES.sub("", "".join(line.text for line in lines[:_OPENING] if line.page == lines[0].page))


def _repeats(text: str, opening: str) -> bool:
    """Whether a row is part of the title as the document opens with it; the end may be cut off, with an ellipsis."""
    squeezed = _SPACES.sub("", text).removesuffix("…")
    return len(squeezed) > 2 and squeezed[-1] not in ",;.:，；。：،؛" and squeezed in opening


def _carries(text: str, symbol: str | None) -> bool:
    """Whether a line opens or ends with a symbol: the document's own, or any when none is known."""
    if symbol is not None:
        squeezed = _SPACES.sub("", text).strip("*")
        return squeezed.startswith(symbol) or squeezed.endswith(symbol)
    symbols = find_symbols(text)
    return bool(symbols) and (text.startswith(symbols[0]) or text.endswith(symbols[-1]))


def _page_numbers(lines: list[Line], page: list[int], known: set[int]) -> set[int]:
    """A bare number in the first or last row of a page."""
    rest = [i for i in page if i not in known]
    return {i for i in {*rest[:1], *rest[-1:]} if len(rest) > 1 and _PAGE.fullmatch(lines[i].text)}


def _lonely_symbols(lines: list[Line], known: set[int]) -> set[int]:
    """A symbol alone on its line, next to a foot: a page break in a text without form feeds."""
    return {
        i
        for i, line in enumerate(lines)
        if i not in known
        and line.block.shape is Shape.LINE
        and is_symbol(line.text)
        and any(j in known and j < len(lines) and abs(lines[j].row - line.row) <= _NEAR_ROWS for j in (i - 1, i + 1))
        and i > 0
    }


def _repeated(lines: list[Line], pages: dict[int, list[int]]) -> set[int]:
    """What stands in the first or last two rows of most pages, figures aside.

    The symbol in the masthead is what running heads repeat, and no running head itself.
    """
    if len(pages) < _REPEATS:
        return set()
    places: dict[str, list[int]] = {}
    for page in pages.values():
        edge = {*page[:2], *page[-2:]}
        for i in edge:
            places.setdefault(_DIGITS.sub("0", lines[i].text), []).append(i)
    counts = Counter({text: len({lines[i].page for i in found}) for text, found in places.items()})
    least = max(_REPEATS, _SHARE * len(pages))
    repeated = {i for text, found in places.items() if counts[text] >= least and len(text) > 2 for i in found}
    first = min(pages)
    return {i for i in repeated if lines[i].page != first or not is_symbol(lines[i].text)}
