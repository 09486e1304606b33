"""Whether two checkouts read, find, check and compare the same: for changes that are to change no behaviour.

python -m bench.records --write FILE          the records of this checkout on the real documents of ../shared
python -m bench.records --beside FILE         compares this checkout with what another one wrote

A record is what ``read`` gives of one of some 320 documents, with all that was found in it, and what ``check`` says of
it; or what ``concord`` says of the six versions of one of some 50 resolutions, 300 documents. Records are those of the
JSON contract; the words of messages and the version of the pipeline are left out. Exit 1 when one differs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.shared import ABSENT, SHARED, is_at_hand

import verbale

_CORPUS = SHARED / "corpus"
_LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
_EVERY = 30  # of the resolutions of session 76 in XML, one in so many
_EVERY_SET = 8  # of them in all languages


def sources() -> list[Path]:
    """Some three hundred documents of all kinds and languages, always the same."""
    resolutions = _CORPUS / "resolutions"
    return [
        *sorted(resolutions.rglob("*.docx")),
        *sorted(resolutions.rglob("*.txt")),
        *sorted((_CORPUS / "pdf").glob("*.pdf"))[:60],
        *sorted((_CORPUS / "letters").glob("*.pdf"))[:30],
        *sorted((_CORPUS / "unxml-76").rglob("*.xml"))[::_EVERY],
    ]


def sets() -> Iterator[tuple[str, list[Path]]]:
    """The versions of some fifty resolutions, each with its name."""
    for folder in sorted((_CORPUS / "resolutions").iterdir()):
        yield folder.name, [path for language in _LANGUAGES if (path := folder / f"{language}.docx").is_file()]
    found: dict[str, list[Path]] = {}
    for language in _LANGUAGES:
        for path in sorted((_CORPUS / "unxml-76" / language).glob("*.xml")):
            found.setdefault(path.stem.partition("-")[0], []).append(path)
    yield from [(name, found[name]) for name in sorted(found)][::_EVERY_SET]


def records() -> Iterator[tuple[str, str]]:
    """The name of each document, or set of versions, with a digest of its records; or the error it gave."""
    for path in sources():
        name = path.relative_to(_CORPUS).as_posix()
        try:
            document = verbale.read(path)
            yield name, _digest(document, verbale.check(document))
        except verbale.VerbaleError as error:
            yield name, type(error).__name__
    for name, versions in sets():
        if len(versions) > 1:
            yield f"{name}, compared", _digest(verbale.concord(*versions))


def _digest(*values: object) -> str:
    plain = [_without(json.loads(verbale.encode(value))) for value in values]
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def _without(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    if isinstance(value, dict):
        return {key: _without(inner) for key, inner in value.items() if key not in ("message", "pipeline")}
    return [_without(inner) for inner in value] if isinstance(value, list) else value


def main() -> None:
    """Write the records, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--write", type=Path, metavar="FILE")
    way.add_argument("--beside", type=Path, metavar="FILE")
    options = parser.parse_args()
    if not is_at_hand():
        print(ABSENT)
        return
    mine = dict(records())
    if options.write:
        options.write.write_text(json.dumps(mine, indent=0), encoding="utf-8")
        print(f"{len(mine)} records written")
        return
    other = json.loads(options.beside.read_text(encoding="utf-8"))
    different = sorted(name for name in mine.keys() | other.keys() if mine.get(name) != other.get(name))
    print(*different, f"{len(mine)} records, {len(different)} different", sep="\n")
    sys.exit(bool(different))


if __name__ == "__main__":
    main()
