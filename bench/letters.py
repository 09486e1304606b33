"""How well letters are recognised: author, date, language, resolutions, kind, and that nothing is left out.

python -m bench.letters [--list] [--only PREFIX]

The letters of ``tests/samples/letters`` with ``labels.csv``, which was written before the reader had been run on
them. A letter counts as right where the first proposal is the label, and the resolutions where the set that is
proposed is the set labelled. ``--list`` shows each letter that differs, with what was proposed.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from verbale.app.letter_reading import propose_letter, read_letter
from verbale.app.relating import certain_authors
from verbale.desk.certainty import is_certain
from verbale.desk.cycle import Cycle
from verbale.desk.cycle_file import parse_cycle
from verbale.desk.intake import Proposal
from verbale.desk.letter_kinds import LetterKind

LETTERS = Path(__file__).resolve().parent.parent / "tests" / "samples" / "letters"
BOUND = 0.98
ASKED = ("state", "date", "language", "resolutions", "parts", "kind")
CYCLE = """
name = "2022"
session = 77
report = "A/77/9901"
agenda_item = "99"
reference = "ODA/2022-00991"
[addressees]
groups = ["all-states", "observers", "organisations"]
[calendar]
note = 2022-01-28
deadline = 2022-05-31
[[policy]]
since = 2015-12-03
late = "web"
[[mandates]]
resolution = "A/RES/76/53"
paragraph = "3"
adopted = 2021-12-06
topic = "ICJ"
item = "k"
[[mandates]]
resolution = "A/RES/76/46"
paragraph = "22"
adopted = 2021-12-06
topic = "ND"
item = "b"
[[mandates]]
resolution = "A/RES/76/27"
paragraph = "5"
adopted = 2021-12-06
topic = "RND"
item = "c"
"""


@dataclass(frozen=True, slots=True)
class Read:
    """A letter beside its label: ``said`` is what was proposed first.

    ``lost`` is what of it is neither reproduced nor framing, and every sentence of the State, as the source of the
    letter has it, that would not be reproduced; ``printed`` are lines that frame the letter and would be reproduced.
    """

    label: dict[str, str]
    said: dict[str, str]
    lost: tuple[str, ...]
    printed: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    """The authors that it is confirmed to be of without a question, where it comes alone; none where it is asked."""

    @property
    def is_wrongly_accepted(self) -> bool:
        """Whether it is confirmed without a question, and not as it is labelled."""
        right = sorted(self.accepted) == sorted(self.label["state"].split()) and all(map(self.is_right, ASKED))
        return bool(self.accepted) and not right

    def is_right(self, asked: str) -> bool:
        """Whether what is asked was proposed as it is labelled."""
        return self.said[asked] == self.label[asked]


def read_labelled(label: dict[str, str], cycle: Cycle) -> Read:
    """What is proposed first for a labelled letter."""
    path = LETTERS / label["file"]
    letter = read_letter(path.read_bytes(), path.name)
    proposal = propose_letter(letter, cycle)
    first = {
        "state": _whose(proposal, label["state"]),
        "date": proposal.dates[0].value if proposal.dates else "",
        "language": proposal.languages[0].value if proposal.languages else "",
        "resolutions": " ".join(sorted(found.value for found in proposal.addresses)),
        "parts": str(len(proposal.parts)),
        "kind": proposal.kinds[0].value,
    }
    document = letter.document
    covered = Counter((*proposal.reproduced, *proposal.framing))
    lost = [node.ref for node in document.nodes if covered[node.ref] != 1]
    if document.coverage.unaccounted:
        lost.append(f"{document.coverage.unaccounted} characters")
    kept = set(proposal.reproduced)
    printed = _letters("".join(f"{node.label or ''}{node.text}" for node in document.nodes if node.ref in kept))
    said, frame = _written()[label["file"]]
    lost += [sentence for sentence in said if _letters(sentence) not in printed]
    whole = {_letters(node.text) for node in document.nodes if node.ref not in kept}
    framed = tuple(line for line in frame if not any(_letters(line) in text for text in whole))
    resolutions = " ".join(sorted(label["resolutions"].split()))
    authors = " ".join(sorted(label["state"].split()))
    return Read(
        {**label, "resolutions": resolutions, "state": authors}, first, tuple(lost), framed, find_accepted(proposal)
    )


def _whose(proposal: Proposal, labelled: str) -> str:
    """The author proposed first; of a letter of several the first so many."""
    count = max(1, len(labelled.split()))
    return " ".join(sorted(found.value for found in proposal.states[:count]))


@cache
def _written() -> dict[str, tuple[list[str], list[str]]]:
    """What the State says in each letter, by its file, and the lines that frame it.

    What is said are paragraphs that end as sentences do, and items of lists.
    """
    found: dict[str, tuple[list[str], list[str]]] = {}
    for path in sorted((LETTERS / "source").glob("*.txt")):
        for block in path.read_text("utf-8").split("=== ")[1:]:
            head, *lines = block.splitlines()
            enclosed = next((place for place, line in enumerate(lines) if line.startswith("--- ")), -1)
            letter = lines[enclosed + 1 :]
            said = (line for line in letter if line[:1] not in (">", "#", "<"))
            found[head.partition(" ")[0]] = (
                [line for line in said if line[:1] == "*" or line[-1:] in ".。;؛"],
                [line[2:] for line in letter if line[:1] in (">", "<")],
            )
    return found


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


def find_accepted(proposal: Proposal) -> tuple[str, ...]:
    """The authors of a letter that is confirmed without a question where it comes alone; empty where it is asked."""
    kind = proposal.kinds[0]
    plain = kind.sure and kind.value in (LetterKind.REPLY, LetterKind.NIL) and is_certain(proposal)
    return certain_authors(proposal) if plain else ()


def read_all(only: str = "") -> list[Read]:
    """Every labelled letter whose file begins with ``only``."""
    cycle = parse_cycle(CYCLE)
    with (LETTERS / "labels.csv").open(encoding="utf-8", newline="") as rows:
        return [read_labelled(row, cycle) for row in csv.DictReader(rows) if row["file"].startswith(only)]


def _by_language(letters: list[Read], asked: str) -> str:
    """The same share for each language, as ``  ar 3/3``."""
    tongues: dict[str, list[bool]] = {}
    for letter in letters:
        tongues.setdefault(letter.label["language"], []).append(letter.is_right(asked))
    return "".join(f"  {tongue} {sum(right)}/{len(right)}" for tongue, right in sorted(tongues.items()))


def main() -> int:
    """Print the shares; return 1 where one is under the bound, or a letter is not what it would be taken for.

    That is where something was left out, framing would be printed, or a letter would be accepted wrongly.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    letters = read_all(arguments.only)
    failed = False
    for asked in ASKED:
        right = sum(letter.is_right(asked) for letter in letters)
        failed |= right < BOUND * len(letters)
        print(f"{asked:12} {right:4} of {len(letters)} {right / len(letters):7.1%}{_by_language(letters, asked)}")
    accepted = sum(bool(letter.accepted) for letter in letters)
    wrong = [letter for letter in letters if letter.is_wrongly_accepted]
    print(f"{'accepted':12} {accepted:4} of {len(letters)} {accepted / len(letters):7.1%}  wrongly {len(wrong)}")
    left_out = [letter for letter in letters if letter.lost]
    print(f"{'left out':12} {len(left_out):4}")
    printed = [letter for letter in letters if letter.printed]
    print(f"{'frame kept':12} {len(printed):4}")
    if arguments.list:
        for letter in wrong:
            print(f"{letter.label['file']}: accepted, and wrong")
        for letter in letters:
            for asked in (asked for asked in ASKED if not letter.is_right(asked)):
                print(f"{letter.label['file']}: {asked} {letter.said[asked]!r}, labelled {letter.label[asked]!r}")
        for letter in left_out:
            print(f"{letter.label['file']}: left out {', '.join(letter.lost)}")
        for letter in printed:
            print(f"{letter.label['file']}: reproduced with the text {', '.join(letter.printed)}")
    return 1 if failed or left_out or printed or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
