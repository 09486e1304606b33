"""How many small faults in a package its tests notice: mutation testing on demand.

python scripts/mutants.py PACKAGE [--sample N] [--seed N] [--workers N] [--only PART-OF-A-PATH]

A mutant is the package with one change, as mutmut makes them: a comparison turned, ``and`` for ``or``, a number one
higher, an argument left out, a value put to None, a branch of ``match`` removed. Words in quotation marks are left as
they are: most are the wording of messages. Every mutant is tried in processes of its own, so nothing that was read
before it hides it, with the tests that run its line and no others. It is killed when one fails or takes far too long.

The tests that belong to a package are those of its folder and those of ``TESTS``. A sample is drawn by its seed; with
it the share of killed mutants is printed with its interval of 95 %. Survivors are listed with their change. Exit 2
when the tests fail without a mutant.
"""

from __future__ import annotations

import argparse
import builtins
import compileall
import configparser
import contextlib
import difflib
import json
import math
import os
import py_compile
import queue
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from coverage import CoverageData
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators, operator_string

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".venv" / "mutants"
TESTS: Mapping[str, tuple[str, ...]] = {
    "concord": ("tests/check/test_faults.py", "tests/cli/test_concord_verb.py"),
    "desk": (
        "tests/app/test_correcting.py",
        "tests/app/test_desk.py",
        "tests/app/test_kinds_of_letter.py",
        "tests/app/test_letters.py",
        "tests/app/test_translating.py",
        "tests/app/test_two_languages.py",
        "tests/app/test_versions.py",
        "tests/store/test_stored_samples.py",
    ),
    "lexicon": ("tests/find",),
}
"""What tests a package has besides the folder of its name."""

_LEAST_SECONDS = 20.0  # that any mutant gets: starting takes some on a busy machine
_TIMES = 8  # what its tests take without it, and a mutant is given so many times that
_PLAIN_CALLS = {"len", "isinstance", "cast", "TypeVar"}  # an argument less is an error at once, or nothing at all
_OPERATORS = [(kind, change) for kind, change in mutation_operators if change is not operator_string]
_95_PERCENT = 1.959964  # standard deviations


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the module's path from the root, its line, and the module's text with it."""

    path: str
    line: int
    text: str

    def difference(self) -> list[str]:
        """The lines before and after, with ``-`` and ``+`` before them."""
        before = (ROOT / self.path).read_text(encoding="utf-8").splitlines()
        lines = difflib.unified_diff(before, self.text.splitlines(), n=0, lineterm="")
        return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant: ``killed``, ``timed out``, ``survived``, or ``no test`` runs its line."""

    mutant: Mutant
    word: str

    @property
    def is_killed(self) -> bool:
        return self.word in ("killed", "timed out")


@dataclass(frozen=True, slots=True)
class CoveringTests:
    """The tests that run each line, and the seconds that each takes."""

    of_line: Mapping[str, Mapping[int, frozenset[str]]]
    seconds: Mapping[str, float]

    def running(self, mutant: Mutant) -> list[str]:
        """Those that run the mutant's line, the fastest first; none where no test does.

        A line that runs when its module is loaded may matter to any test: those that run the module come first.
        """
        lines = self.of_line.get(mutant.path, {})
        chosen = lines.get(mutant.line, frozenset())
        if "" not in chosen:
            return sorted(chosen, key=self._fastest)
        of_module = frozenset().union(*lines.values())
        return sorted(self.seconds, key=lambda name: (name not in of_module, self._fastest(name)))

    def _fastest(self, name: str) -> tuple[float, str]:
        return self.seconds.get(name, 0.0), name


class _Changes(cst.CSTVisitor):
    """Every change of a module, without those of annotations, decorators, imports and names of types."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, cst.CSTNode, cst.CSTNode]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Annotation | cst.Decorator | cst.Import | cst.ImportFrom) or _is_typing(node):
            return False
        for kind, change in _OPERATORS:
            if isinstance(node, kind):
                line = self.get_metadata(PositionProvider, node).start.line
                self.found += [(line, node, new) for new in change(node)]
        return True


def _is_typing(node: cst.CSTNode) -> bool:
    """Whether a node is there for the type checker, or a call that fails at once when it is changed."""
    if isinstance(node, cst.Call):
        return isinstance(node.func, cst.Name) and node.func.value in _PLAIN_CALLS
    if isinstance(node, cst.If):
        return isinstance(node.test, cst.Name) and node.test.value == "TYPE_CHECKING"
    return isinstance(node, cst.Assign) and _is_type(node.value)


def _is_type(value: cst.BaseExpression) -> bool:
    """``Mapping[Language, str]``, ``str | None``: a type under another name."""
    if isinstance(value, cst.BinaryOperation):
        return isinstance(value.operator, cst.BitOr) and _is_type(value.left) and _is_type(value.right)
    name = value.value if isinstance(value, cst.Subscript) else value
    return isinstance(name, cst.Name) and (name.value[:1].isupper() or name.value in dir(builtins))


@dataclass(frozen=True, slots=True)
class Change:
    """A mutant before it is made: the node of a module, and what takes its place."""

    path: Path
    line: int
    module: cst.Module
    old: cst.CSTNode
    new: cst.CSTNode

    def make(self) -> Mutant:
        """The mutant."""
        changed = self.module.deep_replace(self.old, self.new)
        return Mutant(self.path.relative_to(ROOT).as_posix(), self.line, cst.ensure_type(changed, cst.Module).code)


def changes_of(path: Path) -> Iterator[Change]:
    """All changes of a module, in the order of its text."""
    wrapper = MetadataWrapper(cst.parse_module(path.read_text(encoding="utf-8")))
    changes = _Changes()
    wrapper.visit(changes)
    for line, old, new in changes.found:
        yield Change(path, line, wrapper.module, old, new)


def tests_of(package: str) -> list[str]:
    """The paths of the tests that belong to a package."""
    own = [f"tests/{package}"] if (ROOT / "tests" / package).is_dir() else []
    found = [*own, *TESTS.get(package, ())]
    if not found:
        raise SystemExit(f"No tests belong to {package}: name them in TESTS of scripts/mutants.py.")
    return found


def packages_above(package: str) -> list[str]:
    """The package and all that may call it: what these keep would hide lines of the package from later tests."""
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter", encoding="utf-8")
    found: list[str] = []
    for layer in contract["importlinter:contract:layers"]["layers"].strip().splitlines():
        found += layer.strip().split(" | ")
        if package in found:
            return found
    return found


def measure_tests(package: str) -> CoveringTests:
    """Run the package's tests once without a mutant, and see what lines each runs.

    Raises ``SystemExit`` with 2 when one fails.
    """
    folder = WORK / package
    folder.mkdir(parents=True, exist_ok=True)
    data, times = folder / "coverage", folder / "seconds.json"
    data.unlink(missing_ok=True)
    command = [f"--cov=verbale.{package}", "--cov-context=test", "--cov-report=", *tests_of(package)]
    more: dict[str, Path | str] = {
        "COVERAGE_FILE": data,
        "MUTANTS_SECONDS": times,
        "MUTANTS_FORGET": ",".join(packages_above(package)),
    }
    done = subprocess.run(_pytest(*command), cwd=ROOT, env=_environment(ROOT, **more), check=False)
    if done.returncode:
        print("The tests fail without a mutant.", file=sys.stderr)
        raise SystemExit(2)
    measured = CoverageData(str(data))
    measured.read()
    lines = {
        Path(name).relative_to(ROOT).as_posix(): {
            line: frozenset(context.rpartition("|")[0] for context in contexts)
            for line, contexts in measured.contexts_by_lineno(name).items()
        }
        for name in measured.measured_files()
    }
    return CoveringTests(lines, json.loads(times.read_text(encoding="utf-8")))


def _pytest(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "pytest", "-x", "-q", "-p", "scripts.mutant_tests", *arguments]


def _environment(tree: Path, **more: Path | str) -> dict[str, str]:
    """That of this process, with the package of ``tree`` before any other."""
    paths = [str(tree / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]
    named = {name: str(path) for name, path in more.items()}
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONDONTWRITEBYTECODE": "1", **named}


def make_tree(tree: Path) -> Path:
    """A copy of the sources for one worker, compiled so that a changed module is always read anew."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(ROOT / "src" / "verbale", tree / "src" / "verbale", ignore=shutil.ignore_patterns("__pycache__"))
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(tree, quiet=1, invalidation_mode=mode)
    return tree


def try_mutant(mutant: Mutant, tests: CoveringTests, tree: Path) -> Outcome:
    """Run the mutant's tests over it in a worker's tree, which is whole again afterwards."""
    names = tests.running(mutant)
    if not names:
        return Outcome(mutant, "no test")
    chosen = tree / "tests.json"
    chosen.write_text(json.dumps(names), encoding="utf-8")
    limit = _LEAST_SECONDS + _TIMES * sum(tests.seconds.get(name, 0.0) for name in names)
    files = sorted({name.partition("::")[0] for name in names})
    module = tree / mutant.path
    module.write_text(mutant.text, encoding="utf-8")
    try:
        return Outcome(mutant, _end(_pytest(*files), _environment(tree, MUTANTS_TESTS=chosen), limit))
    finally:
        shutil.copyfile(ROOT / mutant.path, module)


def _end(command: Sequence[str], environment: Mapping[str, str], limit: float) -> str:
    """How the tests end; what they started ends with them."""
    child = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return "killed" if child.wait(limit) else "survived"
    except subprocess.TimeoutExpired:
        return "timed out"
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def try_all(mutants: Sequence[Mutant], tests: CoveringTests, folders: Sequence[Path]) -> Iterator[Outcome]:
    """The outcomes, as they come; as many at a time as there are folders to work in."""
    trees: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for folder in folders:
        trees.put(make_tree(folder))

    def one(mutant: Mutant) -> Outcome:
        tree = trees.get()
        try:
            return try_mutant(mutant, tests, tree)
        finally:
            trees.put(tree)

    pool = ThreadPoolExecutor(len(folders))
    try:
        for done in as_completed([pool.submit(one, mutant) for mutant in mutants]):
            yield done.result()
    finally:
        pool.shutdown(cancel_futures=True)


def interval(killed: int, tried: int) -> tuple[float, float]:
    """The interval of 95 % of a share, after Wilson (1927)."""
    share, spread = killed / tried, _95_PERCENT**2 / tried
    middle = share + spread / 2
    half = _95_PERCENT * math.sqrt(share * (1 - share) / tried + spread / (4 * tried))
    return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def shown(outcome: Outcome) -> str:
    """Where a mutant is and what became of it, with the change when it survived."""
    change = [] if outcome.is_killed else outcome.mutant.difference()
    return "\n    ".join([f"{outcome.mutant.path}:{outcome.mutant.line} {outcome.word}", *change])


def report(outcomes: Sequence[Outcome], number: int, seconds: float) -> Iterator[str]:
    """All survivors, and the figure."""
    survivors = [one for one in outcomes if not one.is_killed]
    yield "" if not survivors else "Survivors:"
    yield from (shown(one) for one in sorted(survivors, key=lambda one: (one.mutant.path, one.mutant.line)))
    count = Counter(one.word for one in outcomes)
    killed, tried = len(outcomes) - len(survivors), len(outcomes)
    low, high = (100 * bound for bound in interval(killed, tried))
    between = f", interval of 95 %: {low:.1f} to {high:.1f}" if tried < number else ""
    yield (
        f"{tried} of {number} mutants: {killed} killed ({count['timed out']} by time), {len(survivors)} survived "
        f"({count['no test']} on lines that no test runs): "
        f"{100 * killed / tried:.1f} % killed{between}; {seconds:.0f} s"
    )


def main() -> None:
    """Try the mutants of a package."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", metavar="PACKAGE", help="a folder of src/verbale, as lexicon")
    parser.add_argument("--sample", type=int, metavar="N", help="try so many, drawn by the seed; all without it")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes at a time")
    parser.add_argument("--only", default="", metavar="PART", help="only modules with this in their path")
    options = parser.parse_args()
    folder = ROOT / "src" / "verbale" / options.package
    modules = [path for path in sorted(folder.rglob("*.py")) if options.only in path.as_posix()]
    found = [change for path in modules for change in changes_of(path)]
    if not found:
        parser.error(f"no mutants in {folder}")
    chance = random.Random(options.seed)
    chosen = [change.make() for change in chance.sample(found, min(options.sample or len(found), len(found)))]
    started = time.monotonic()
    tests = measure_tests(options.package)
    outcomes = []
    folders = [WORK / options.package / str(number) for number in range(options.workers)]
    try:
        for outcome in try_all(chosen, tests, folders):
            outcomes.append(outcome)
            print(f"{len(outcomes)}/{len(chosen)} {shown(outcome)}", flush=True)
    except KeyboardInterrupt:
        print("Stopped: the figure is of what was tried so far, which is a sample too.")
    if outcomes:
        print(*report(outcomes, len(found), time.monotonic() - started), sep="\n")


if __name__ == "__main__":
    main()
