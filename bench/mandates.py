"""How well mandates are read: the same requests in six languages, and against paragraphs labelled by hand.

python -m bench.mandates [--list] [--parity odd|even]

All resolutions of the seventy-sixth session in six languages, from the machine-readable form in which the United
Nations publishes them. For each the set of requests to the Secretary-General is taken (provision, what is asked, due
session) and compared with that of the other languages; a section's number is left out of a provision, for not every
language prints it. ``--list`` shows every difference with what each language gives. The words of the lexicon were
chosen on resolutions of odd number; ``--parity`` tells the two halves apart. 60 resolutions of even number were
labelled by hand (``labelled/mandates_en.csv``) before the reader had been run on them.

Some languages print something else: another session, another addressee. Those that were looked up and found to be so
are rows of ``labelled/mandates_printed.csv``; agreement is given with them and without.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.shared import ABSENT, SHARED, is_at_hand

from verbale.app.reading import read_tree
from verbale.model.language import Language
from verbale.model.mandate import Request
from verbale.register.mandates.request_reading import read_requests

LABELLED = Path(__file__).parent / "labelled" / "mandates_en.csv"
AGREEMENT = 0.97
ACCURACY = 0.95
PRINTED = LABELLED.with_name("mandates_printed.csv")
Asked = tuple[str, str, str]
Sets = dict[str, dict[Language, frozenset[Asked]]]


def bare(provision: str) -> str:
    """The provision without the section it stands in."""
    return re.sub(r"~\d+", "", re.sub(r"(?<![A-Za-z\d])[IVXL]+\.(?:[A-Z]\.)?(?=\d)", "", provision))


def to_secretary_general(requests: tuple[Request, ...]) -> frozenset[Asked]:
    """What is asked of the Secretary-General: provision, kind, due sessions."""
    return frozenset(
        (bare(each.provision), each.asked.value, " ".join(map(str, each.due.sessions)))
        for each in requests
        if each.addressee == "secretary_general"
    )


def read_session() -> Sets:
    """Every resolution in every language; of one that was issued again the last file."""
    found: Sets = defaultdict(dict)
    for language in Language:
        for path in sorted((SHARED / "corpus" / "unxml-76" / language.value).glob("*.xml")):
            document = read_tree(path.read_bytes(), path.name)
            found[document.facts.symbol or path.name][language] = to_secretary_general(read_requests(document))
    return found


def labelled() -> Mapping[str, frozenset[Asked]]:
    """The labels by symbol; a resolution that asks nothing of the Secretary-General has an empty set."""
    found: dict[str, set[Asked]] = defaultdict(set)
    with LABELLED.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            labels = found[row["symbol"]]
            if row["asked"] != "none":
                labels.add((bare(row["provision"]), row["asked"], row["due"]))
    return {symbol: frozenset(labels) for symbol, labels in found.items()}


def differences(sets: Sets) -> Iterator[tuple[str, str, dict[Language, list[tuple[str, str]]]]]:
    """Symbol, provision, and what each language gives there, wherever they do not all give the same."""
    for symbol, languages in sets.items():
        for provision in sorted({each[0] for asked in languages.values() for each in asked}):
            given = {
                language: sorted(each[1:] for each in asked if each[0] == provision)
                for language, asked in languages.items()
            }
            if any(each != given[Language.EN] for each in given.values()):
                yield symbol, provision, given


def printed() -> set[tuple[str, str, Language]]:
    """Symbol, provision and language of what is printed otherwise than in English."""
    with PRINTED.open(encoding="utf-8", newline="") as stream:
        return {(row["symbol"], row["provision"], Language(row["language"])) for row in csv.DictReader(stream)}


def misread(sets: Sets) -> set[str]:
    """The resolutions that differ somewhere though the languages print the same."""
    known = printed()
    return {
        symbol
        for symbol, provision, given in differences(sets)
        if any(
            asked != given[Language.EN] and (symbol, provision, language) not in known
            for language, asked in given.items()
        )
    }


def of_parity(sets: Sets, parity: str | None) -> Sets:
    """The resolutions whose number is odd or even; all of them without a wish."""
    odd = {symbol for symbol in sets if int(re.findall(r"\d+", symbol)[-1]) % 2}
    return {symbol: each for symbol, each in sets.items() if parity is None or (symbol in odd) == (parity == "odd")}


def report_agreement(sets: Sets, *, listing: bool) -> float:
    """Print how many resolutions ask the same in each language and in all; the share of the latter."""
    say = sys.stdout.write
    for language in Language:
        held = [each for each in sets.values() if language in each]
        same = sum(each[language] == each[Language.EN] for each in held)
        say(f"{language.value}: as in English {same} of {len(held)} resolutions, {same / len(held):.4f}\n")
    same = sum(len(set(each.values())) == 1 for each in sets.values())
    asking = [each for each in sets.values() if any(each.values())]
    of_them = sum(len(set(each.values())) == 1 for each in asking)
    say(f"all languages: {same} of {len(sets)}, {same / len(sets):.4f}; of those that ask something {of_them} ")
    say(f"of {len(asking)}, {of_them / len(asking):.4f}\n")
    apart = len(misread(sets))
    say(f"where the languages print the same: {len(sets) - apart} of {len(sets)}, {1 - apart / len(sets):.4f}\n")
    if listing:
        for symbol, provision, given in differences(sets):
            told = {language.value: each for language, each in given.items()}
            say(f"{symbol} {provision or '-'}: {told}\n")
    return 1 - apart / len(sets)


def report_accuracy(sets: Sets) -> tuple[float, float]:
    """Print precision and recall in English against the labels, and every difference."""
    hits = wrong = missed = 0
    for symbol, labels in labelled().items():
        found = sets[symbol][Language.EN]
        hits, wrong, missed = hits + len(found & labels), wrong + len(found - labels), missed + len(labels - found)
        for sign, rest in (("missed", labels - found), ("not labelled", found - labels)):
            for each in sorted(rest):
                sys.stdout.write(f"{symbol} {sign}: {each}\n")
    precision, recall = hits / (hits + wrong), hits / (hits + missed)
    sys.stdout.write(f"English, {len(labelled())} resolutions labelled by hand, {hits + missed} requests: ")
    sys.stdout.write(f"precision {precision:.4f}, recall {recall:.4f}\n")
    return precision, recall


def main() -> int:
    """Measure and print; exit 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="show every difference between languages")
    parser.add_argument("--parity", choices=["odd", "even"], help="only resolutions of odd or of even number")
    args = parser.parse_args()
    if not is_at_hand():
        sys.stdout.write(f"{ABSENT}\n")
        return 0
    sets = read_session()
    agreement = report_agreement(of_parity(sets, args.parity), listing=args.list)
    precision, recall = report_accuracy(sets)
    return int(agreement < AGREEMENT or min(precision, recall) < ACCURACY)


if __name__ == "__main__":
    sys.exit(main())
