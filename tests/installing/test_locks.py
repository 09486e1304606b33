"""The locks are complete: nothing is left for an installer to resolve."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from scripts.locks import EXPORTS, find_missing, read_packages, with_extras, without_extras, without_servers

ROOT = Path(__file__).parent.parent.parent
PACKAGES = read_packages((ROOT / "uv.lock").read_text(encoding="utf-8"))
DEVELOP = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")


def test_the_locks_are_what_the_project_asks_for() -> None:
    done = subprocess.run([sys.executable, "scripts/locks.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["uv.lock", *EXPORTS])
def test_no_lock_names_a_server(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_every_direct_dependency_is_pinned_and_hashed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    extras = project["project"]["optional-dependencies"]
    run = [*project["project"]["dependencies"], *extras["web"], *groups["build"]]
    service = [*run, *extras["postgresql"], *extras["metrics"]]
    exports = {
        "requirements.lock": run,
        "requirements-service.lock": service,
        "requirements-dev.lock": [*service, *groups["dev"]],
    }
    for name, wanted in exports.items():
        lock = (ROOT / name).read_text(encoding="utf-8")
        locked = re.findall(r"^([\w-]+)(?:\[[\w,-]+\])?==[^\\\n]+\\\n    --hash=sha256:", lock, re.M)
        assert {re.split(r"[><=\[; ]", line)[0] for line in wanted} <= set(locked)
        assert len(locked) == len(re.findall(r"^\S+==", lock, re.M))


def test_an_extra_that_was_stripped_is_found() -> None:
    assert "coverage[toml]==" in DEVELOP
    problems = list(find_missing(without_extras(DEVELOP), PACKAGES))
    transport = "opentelemetry-exporter-http-transport"
    assert problems == [
        f"opentelemetry-exporter-otlp-proto-http needs {transport}[requests], which stands there without",
        "pytest-cov needs coverage[toml], which stands there without",
        "textual needs markdown-it-py[linkify], which stands there without",
    ]
    extras = {
        transport: "[requests]",
        "coverage": "[toml]",
        "markdown-it-py": "[linkify]",
        "psycopg": "[binary]",
        "pyjwt": "[crypto]",
    }
    assert with_extras(without_extras(DEVELOP), extras) == DEVELOP


def test_a_package_that_was_left_out_is_found() -> None:
    text = re.sub(r"^pluggy==(?:.*\\\n)+.*\n", "", DEVELOP, flags=re.M)
    assert "pluggy" not in text
    assert "pytest needs pluggy, which is not there" in list(find_missing(text, PACKAGES))


def test_a_platform_without_a_wheel_is_found() -> None:
    lxml = PACKAGES["lxml"]
    wheels = [each for each in lxml["wheels"] if "win_amd64" not in each["path"] or "cp312" not in each["path"]]
    problems = list(find_missing(DEVELOP, {**PACKAGES, "lxml": {**lxml, "wheels": wheels}}))
    assert problems == ["lxml: no wheel for win32 and Python 3.12"]


def test_a_server_is_taken_out_of_a_lock() -> None:
    source = 'source = { registry = "https://index.example/simple" }'
    line = source + '\nwheels = [{ url = "https://files.example/a/b/c-1.whl" }]'
    assert without_servers(line) == 'source = { registry = "wheels" }\nwheels = [{ path = "c-1.whl" }]'
