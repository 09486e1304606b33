"""Write the lock files, or check that they are complete.

python scripts/locks.py            writes uv.lock as pyproject.toml asks, and what is exported from it
python scripts/locks.py --upgrade  the same with the newest releases
python scripts/locks.py --check    says what is missing or out of date, and exits with 1; needs no network

uv.lock is the source. It names a folder, ``wheels``, as its registry and no server, so that it holds on any mirror and
installs without one. From it come ``requirements.lock``, to run, ``requirements-service.lock``, to run in service on a
database server, and ``requirements-dev.lock``, to develop. In all of them every package is pinned and hashed and keeps
the extras it was asked for with: an installer that resolves again where an extra is missing would take a release that
is not in the lock.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, requires
from itertools import product
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename
from uv import find_uv_bin

ROOT = Path(__file__).resolve().parent.parent
EXPORTS: Mapping[str, tuple[str, ...]] = {
    "requirements.lock": ("--no-default-groups", "--extra", "web", "--group", "build"),
    "requirements-service.lock": (
        *("--no-default-groups", "--extra", "web", "--extra", "postgresql", "--extra", "metrics"),
        *("--group", "build"),
    ),
    "requirements-dev.lock": ("--all-extras", "--group", "build", "--group", "dev"),
}
PYTHONS = ((3, 11), (3, 12), (3, 13))
PLATFORMS: Mapping[str, str] = {
    "linux": r"(?:many|musl)?linux.*_x86_64|any",
    "darwin": r"macosx_.*(?:arm64|universal2)|any",
    "win32": r"win_amd64|any",
}
"""The platforms that wheels are asked for, each with the platform tags that serve it."""

_ADDRESS = re.compile(r'(?:registry|url) = "[a-z]+://[^"]*"')
_PIN = re.compile(r"^(?P<name>[a-z0-9-]+)(?:\[(?P<extras>[a-z0-9,-]+)\])?==[^ ]+(?: ; (?P<marker>.+?))? \\$", re.M)

Package = Mapping[str, Any]


def run_uv(*arguments: str) -> str:
    """What uv prints. Raises ``SystemExit`` with its words where it fails."""
    done = subprocess.run([find_uv_bin(), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"uv {arguments[0]}: {done.stderr.strip()}")
    return done.stdout


def without_servers(lock: str) -> str:
    """The text of a ``uv.lock`` with the folder ``wheels`` in place of every server."""
    text = re.sub(r'registry = "[a-z]+://[^"]*"', 'registry = "wheels"', lock)
    return re.sub(r'url = "[a-z]+://[^"]*/([^"/]+)"', r'path = "\1"', text)


def read_packages(lock: str) -> dict[str, Package]:
    """The packages of a ``uv.lock`` by name, the project itself left out."""
    return {each["name"]: each for each in tomllib.loads(lock)["package"] if "registry" in each["source"]}


def resolve_extras(name: str) -> dict[str, str]:
    """The extras that packages of an export are asked for with, as ``[toml]``; asks the registry.

    uv.lock forgets an extra that adds no package on the versions of Python that are locked for.
    """
    options = [each for each in EXPORTS[name] if each != "--no-default-groups"]
    shown = ("--no-strip-extras", "--no-header", "--no-annotate", "--universal", "--python-version", "3.11")
    text = run_uv("pip", "compile", "--quiet", *shown, *options, "--constraint", name, "pyproject.toml")
    return dict(re.findall(r"^([a-z0-9-]+)(\[[a-z0-9,-]+\])==", text, re.M))


def export(name: str) -> str:
    """The text of an exported file as uv writes it, without extras."""
    return run_uv("export", "--quiet", "--frozen", "--no-emit-project", "--no-header", "--no-annotate", *EXPORTS[name])


def with_extras(text: str, extras: Mapping[str, str]) -> str:
    """An exported file with extras behind the names of packages."""
    return re.sub(r"^([a-z0-9-]+)==", lambda found: f"{found[1]}{extras.get(found[1], '')}==", text, flags=re.M)


def without_extras(text: str) -> str:
    """An exported file as uv writes it."""
    return re.sub(r"^([a-z0-9-]+)\[[a-z0-9,-]+\]==", r"\1==", text, flags=re.M)


def find_missing(text: str, packages: Mapping[str, Package]) -> Iterator[str]:
    """What an export lacks: a package that another one needs, an extra, a hash, or a wheel for some platform.

    Needs are those of uv.lock, and those that the packages of this environment state themselves.
    """
    pins = {found["name"]: found for found in _PIN.finditer(text)}
    for name, found in pins.items():
        for needed in packages[name].get("dependencies", ()):
            if needed["name"] not in pins:
                yield f"{name} needs {needed['name']}, which is not there"
        yield from _missing_extras(name, pins)
        if "--hash=sha256:" not in text[found.end() : found.end() + 80]:
            yield f"{name}: no hash"
        yield from _missing_wheels(name, packages[name], found["marker"] or "")


def _missing_extras(name: str, pins: Mapping[str, re.Match[str]]) -> Iterator[str]:
    try:
        stated = requires(name) or []
    except PackageNotFoundError:
        return  # a package of another platform
    for needed in map(Requirement, stated):
        extras = (pins[name]["extras"] or "").split(",")
        if needed.marker and not any(needed.marker.evaluate({"extra": extra}) for extra in extras):
            continue
        pinned = pins.get(canonicalize_name(needed.name))
        if pinned is None:
            yield f"{name} needs {needed.name}, which is not there"
        elif lacking := needed.extras - set((pinned["extras"] or "").split(",")):
            yield f"{name} needs {needed.name}[{','.join(sorted(lacking))}], which stands there without"


def _missing_wheels(name: str, package: Package, marker: str) -> Iterator[str]:
    """The platforms and Python versions that no wheel of a package serves."""
    files = [each["path"] for each in package.get("wheels", ())]
    for platform, version in product(PLATFORMS, PYTHONS):
        number = ".".join(map(str, version))
        where = {"sys_platform": platform, "python_version": number, "python_full_version": f"{number}.0"}
        if marker and not Marker(marker).evaluate(where):
            continue
        if not any(_serves(file, PLATFORMS[platform], version) for file in files):
            yield f"{name}: no wheel for {platform} and Python {number}"


def _serves(file: str, platforms: str, version: tuple[int, int]) -> bool:
    try:
        tags = parse_wheel_filename(file)[3]
    except InvalidWheelFilename:
        return False
    return any(re.fullmatch(platforms, tag.platform) and _interprets(tag.interpreter, tag.abi, version) for tag in tags)


def _interprets(interpreter: str, abi: str, version: tuple[int, int]) -> bool:
    """Whether a Python of this version loads what has these tags: its own, pure Python's, or an older stable ABI's."""
    major, minor = version
    if interpreter in ("py3", f"py{major}{minor}"):
        return True
    made_for = re.fullmatch(rf"cp{major}(\d+)", interpreter)
    if made_for is None:
        return False
    return int(made_for[1]) <= minor if abi == "abi3" else int(made_for[1]) == minor and abi == interpreter


def check() -> list[str]:
    """What is wrong with the lock files that are there, one line each."""
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    problems = [f"uv.lock names a server: {found[0]}" for found in [_ADDRESS.search(lock)] if found]
    run_uv("lock", "--check", "--offline")
    packages = read_packages(lock)
    for name in EXPORTS:
        text = (ROOT / name).read_text(encoding="utf-8")
        if without_extras(text) != export(name):
            problems.append(f"{name} is not what uv.lock gives")
        problems += [f"{name}: {each}" for each in find_missing(text, packages)]
    return problems


def write(*options: str) -> None:
    """Lock what ``pyproject.toml`` asks for, and export it."""
    run_uv("lock", *options)
    path = ROOT / "uv.lock"
    path.write_text(without_servers(path.read_text(encoding="utf-8")), encoding="utf-8")
    for name in EXPORTS:
        text = export(name)
        # What was exported is the constraint under which the extras are looked up.
        (ROOT / name).write_text(text, encoding="utf-8")
        (ROOT / name).write_text(with_extras(text, resolve_extras(name)), encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Write, or check and exit with 1 where something is wrong."""
    if "--check" not in arguments:
        write(*arguments)
    elif problems := check():
        raise SystemExit("\n".join([*problems, "Run make lock, and look at what changed."]))


if __name__ == "__main__":
    main(sys.argv[1:])
