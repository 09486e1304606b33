"""What a user installs works: an old lock with old and new installers, and the wheel by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
# The pip that the first release of this version of Python came with.
OLDEST_PIP = {(3, 11): "22.3", (3, 12): "23.2.1"}.get(sys.version_info[:2], "24.2")


def run(*command: str, cwd: Path, **more: str) -> str:
    """The output of a command; the test fails with it where the command does."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        command, cwd=cwd, env=inherited | more, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def registry() -> None:
    """A registry of packages that answers. Where none does the test is skipped; the continuous check needs one."""
    probe = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", os.devnull, "pip==0"]
    done = subprocess.run(probe, capture_output=True, text=True, env=os.environ | {"PIP_RETRIES": "0"})
    if "from versions: none" in done.stderr or "from versions" not in done.stderr:
        if os.environ.get("CI"):
            pytest.fail(f"no registry of packages answers: {done.stderr}")
        pytest.skip("no registry of packages answers")


def with_pip(folder: Path, wanted: str) -> Path:
    """A Python whose new environments have another pip, in place of the one that it came with."""
    path = folder / "python"
    path.write_text(
        f'#!/bin/sh\n"{sys.executable}" "$@" || exit\n'
        f'[ "$1 $2" != "-m venv" ] || "$3/bin/python" -m pip install --quiet --upgrade "{wanted}"\n',
        encoding="utf-8",
    )
    path.chmod(0o755)
    return path


@pytest.mark.registry
@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize("wanted", [f"pip=={OLDEST_PIP}", "pip"], ids=["oldest", "newest"])
def test_a_lock_that_is_older_than_the_registry_installs(tmp_path: Path, wanted: str) -> None:
    """The lock pins releases of May 2026, among them one with an extra, and newer ones are there."""
    project = tmp_path / "project"
    (project / "src" / "verbale").mkdir(parents=True)
    (project / "src" / "verbale" / "__init__.py").write_text("", encoding="utf-8")
    (project / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
        '[project]\nname = "verbale"\nversion = "1"\ndependencies = ["pytest-cov"]\n',
        encoding="utf-8",
    )
    shutil.copy(ROOT / "Makefile", project)
    shutil.copy(Path(__file__).parent / "older.lock", project / "requirements.lock")
    run("make", "env", "UV=", f"PYTHON={with_pip(tmp_path, wanted)}", cwd=project)
    listed = run(".venv/bin/python", "-m", "pip", "list", "--format", "freeze", cwd=project).split()
    assert "coverage==7.13.5" in listed
    pip = next(line for line in listed if line.startswith("pip=="))
    assert (pip == f"pip=={OLDEST_PIP}") == (wanted != "pip")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree, built from a copy."""
    source = tmp_path_factory.mktemp("source")
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    built = source / "dist"
    run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--no-build-isolation", "--wheel-dir", str(built), "."),
        cwd=source,
    )
    (found,) = built.glob("verbale-*.whl")
    return found


def test_the_wheel_alone_runs_the_demo_in_an_empty_folder(tmp_path: Path, wheel: Path) -> None:
    installed, empty = tmp_path / "installed", tmp_path / "empty"
    empty.mkdir()
    run(
        *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--target", str(installed), str(wheel)),
        cwd=empty,
    )
    where = run(sys.executable, "-c", "import verbale; print(verbale.__file__)", cwd=empty, PYTHONPATH=str(installed))
    assert where.startswith(str(installed))
    run(sys.executable, "-m", "verbale", "demo", cwd=empty, PYTHONPATH=str(installed))
    assert len(list((empty / "demo").glob("report.*.docx"))) == 6


@pytest.mark.registry
@pytest.mark.usefixtures("registry")
def test_the_wheel_and_the_lock_to_run_are_enough(tmp_path: Path, wheel: Path) -> None:
    """No part of what developing needs is there."""
    python = tmp_path / ".venv" / "bin" / "python"
    run(sys.executable, "-m", "venv", str(tmp_path / ".venv"), cwd=tmp_path)
    pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
    run(*pip, "--require-hashes", "--requirement", str(ROOT / "requirements.lock"), cwd=tmp_path)
    run(*pip, str(wheel), cwd=tmp_path)
    run(str(python), "-m", "pip", "check", cwd=tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    run(str(tmp_path / ".venv" / "bin" / "verbale"), "demo", cwd=empty)
    assert len(list((empty / "demo").glob("report.*.pdf"))) == 6
