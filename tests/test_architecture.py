"""The page on architecture says what the code does."""

from __future__ import annotations

import ast
import configparser
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.model.annotation import AnnotationKind
from verbale.model.finding import Severity
from verbale.model.node import NodeKind

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "verbale"
PAGE = (ROOT / "docs" / "developer" / "architecture.md").read_text(encoding="utf-8")
MODULES = sorted(path for folder in ("src", "tests", "bench") for path in (ROOT / folder).rglob("*.py"))
LONGEST_MODULE = 400  # lines
LONGEST_FUNCTION = 40  # lines, with its docstring


def test_the_layer_table_is_the_contract() -> None:
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter", encoding="utf-8")
    lines = contract["importlinter:contract:layers"]["layers"].strip().splitlines()
    enforced = [set(line.split(" | ")) for line in (line.strip() for line in lines)]
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", PAGE, re.M)
    assert [set(re.findall(r"`(\w+)`", packages)) for _, packages in rows] == enforced
    assert [int(number) for number, _ in rows] == list(range(len(rows), 0, -1))


def test_every_package_is_named_and_says_what_it_is_for() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    named = set(re.findall(r"`(\w+)`", PAGE))
    assert packages | modules <= named
    for package in packages:
        words = ast.get_docstring(ast.parse((PACKAGE / package / "__init__.py").read_text(encoding="utf-8")))
        assert words, package
        assert len(re.findall(r"[.;](?:\s|$)", words)) >= 2, (
            f"{package}: what goes in, what comes out, what it may not know"
        )


@pytest.mark.parametrize(
    ("heading", "kinds"), [("Node kinds", NodeKind), ("Annotation kinds", AnnotationKind)], ids=["nodes", "annotations"]
)
def test_kinds_are_those_of_the_model(heading: str, kinds: type[NodeKind] | type[AnnotationKind]) -> None:
    found = re.search(rf"^{heading}:((?:.|\n)+?)\.\n", PAGE, re.M)
    assert found is not None
    assert re.findall(r"`([\w-]+)`", found[1]) == [kind.value for kind in kinds]


def test_severities_are_those_of_the_model() -> None:
    assert all(f"`{severity.value}`" in PAGE for severity in Severity)


def test_the_error_tree_is_that_of_the_code() -> None:
    docstring = ast.get_docstring(ast.parse((PACKAGE / "errors.py").read_text(encoding="utf-8")))
    assert docstring is not None
    assert docstring[docstring.index("VerbaleError") :] in PAGE


def too_long() -> Iterator[str]:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT).as_posix()
        if (lines := len(text.splitlines())) > LONGEST_MODULE:
            yield f"{name}: {lines} lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    yield f"{name}:{node.lineno}: {node.name} has {length} lines"


def test_modules_and_functions_are_short() -> None:
    assert list(too_long()) == []


def test_no_module_for_odds_and_ends() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "helper", "manager", "base", "common"}


# One file name, one thing. A verb has the name of what it shows, so a module of `commands` may share its name with one
# below it; a finder has the name of what it finds, so `find` may share one with the words for it in `lexicon`.
# The desk and the index have records, each its own.
SHARED_NAMES = ({"find", "lexicon"}, {"desk", "search"})
NAMES_OF_DJANGO = {"apps", "models"}  # which it looks for in each application


def test_no_two_modules_have_one_name() -> None:
    packages: dict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        if path.stem not in {"__init__", *NAMES_OF_DJANGO}:
            packages[path.stem].add(path.parent.relative_to(PACKAGE).as_posix())
    repeated = {name: found - {"commands"} for name, found in packages.items()}
    assert {name: found for name, found in repeated.items() if len(found) > 1 and found not in SHARED_NAMES} == {}


# What a number decides is said beside it: a comment behind it, above it, or a docstring below it.
EXPLAINED = (
    *("akn", "api", "app", "check", "commands", "compose", "concord", "desk", "find", "guard", "lexicon", "model"),
    *("programmes", "read", "register", "render", "search", "store", "structure", "translation"),
)


def is_number(node: ast.expr | None) -> bool:
    match node:
        case ast.Constant(value=bool()):
            return False
        case ast.Constant(value=int() | float()):
            return True
        case ast.UnaryOp(operand=operand):
            return is_number(operand)
        case ast.BinOp(left=left, right=right):
            return is_number(left) and is_number(right)
        case ast.Tuple(elts=parts) | ast.Dict(values=parts):
            return bool(parts) and all(map(is_number, parts))
    return False


def unexplained(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    lines, body = text.splitlines(), ast.parse(text).body
    for place, node in enumerate(body):
        if isinstance(node, ast.Assign | ast.AnnAssign) and is_number(node.value):
            below = body[place + 1] if place + 1 < len(body) else None
            documented = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
            beside = any("  # " in line for line in lines[node.lineno - 1 : node.end_lineno])
            if not (documented or beside or lines[node.lineno - 2].startswith("#")):
                yield f"{path.relative_to(PACKAGE)}: {lines[node.lineno - 1]}"


@pytest.mark.parametrize("package", EXPLAINED)
def test_a_number_that_decides_says_what_it_means(package: str) -> None:
    assert [line for path in (PACKAGE / package).rglob("*.py") for line in unexplained(path)] == []
