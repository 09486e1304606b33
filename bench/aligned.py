"""The resolutions that the United Nations publishes in six languages, paragraph beside paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_SECTIONS = ("preamble", "mainBody")
_REFERENCE = "en"
_SCRIPTS = {"ar": re.compile("[\u0621-\u064a]"), "ru": re.compile("[а-я]"), "zh": re.compile("[\u4e00-\u9fff]")}
_SPACE = re.compile(r"\s+")


def aligned_paragraphs(folder: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Symbol as in the file's name, place (``preamble/3``), and the paragraph's text by language.

    ``folder`` has one folder of AKN4UN files for each language. Paragraphs are paired by their position in preamble
    or main body, in the languages that have as many of them there as English; notes are left out, and so is a file that
    is in another script than its language (A/RES/76/253, Arabic, is in Chinese).
    """
    for name, paths in _by_name(folder).items():
        sections = {language: _sections(path) for language, path in paths.items()}
        for section in _SECTIONS:
            reference = len(sections.get(_REFERENCE, {}).get(section, ()))
            alike = {
                language: found[section]
                for language, found in sections.items()
                if len(found.get(section, ())) == reference and _is_in(language, found[section])
            }
            if len(alike) < 2:
                continue
            for place in range(reference):
                texts = {language: found[place] for language, found in alike.items()}
                yield name, f"{section}/{place + 1}", texts


def _by_name(folder: Path) -> dict[str, dict[str, Path]]:
    """The file of each language by the document's name; of reissues the last."""
    found: dict[str, dict[str, Path]] = defaultdict(dict)
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.xml")):
            found[path.stem.rsplit("-", 1)[0]][language] = path
    return dict(sorted(found.items()))


def _sections(path: Path) -> dict[str, list[str]]:
    root = etree.parse(str(path)).getroot()
    texts: dict[str, list[str]] = {}
    for section in root.iter("{*}preamble", "{*}mainBody"):
        paragraphs = (p for p in section.iter("{*}p") if not _in_note(p))
        texts.setdefault(etree.QName(section).localname, []).extend(_text(p) for p in paragraphs)
    return texts


def _is_in(language: str, paragraphs: list[str]) -> bool:
    """Whether the letters of a section are those of its language."""
    script = _SCRIPTS.get(language)
    return script is None or not paragraphs or script.search("".join(paragraphs)) is not None


def _in_note(element: etree._Element) -> bool:
    return next(element.iterancestors("{*}authorialNote"), None) is not None


def _text(paragraph: etree._Element) -> str:
    """The words of a paragraph, without its notes, in single spaces."""
    return _SPACE.sub(" ", "".join(_pieces(paragraph))).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname != "authorialNote":
            yield from _pieces(child)
        yield child.tail or ""
