"""What a site is deployed with, looked at where nothing can build it: names, sources, versions, commands, rights."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from verbale import __version__
from verbale.cli import VERBS, main

ROOT = Path(__file__).parent.parent.parent
PINNED = re.compile(r"^[\w./-]+:\d+\.\d+[\w.-]*$")
VARIABLE = re.compile(r"\bVERBALE_[A-Z_]+\b")
OF_OUR_IMAGE = "verbale:"


def known_variables() -> set[str]:
    """Every variable that the website reads."""
    sources = ROOT / "src" / "verbale"
    found = set()
    for path in sources.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(VARIABLE.findall(text))
        if path.name == "services.py":
            found |= {f"VERBALE_{name}" for name in re.findall(r'named\("([A-Z_]+)"\)', text)}
        if path.name == "site.py":
            (names,) = re.findall(r"_VARIABLES = \(([^)]*)\)", text)
            found |= {f"VERBALE_{name}" for name in re.findall(r'"([A-Z_]+)"', names)}
    return found


def wrong_command(words: list[str]) -> str:
    """Why words are no command of ours; empty where they are one."""
    if not words or words[0] not in VERBS:
        return f"no verb: {' '.join(words)}"
    verb = main.get_command(click.Context(main), words[0])
    assert verb is not None
    options = {option for parameter in verb.params for option in parameter.opts}
    unknown = [word for word in words[1:] if word.startswith("--") and word not in options]
    return f"{words[0]} has no {unknown[0]}" if unknown else ""


def faults_of_compose(composed: Mapping[str, Any], root: Path) -> Iterator[str]:
    """What would fail, or should not be, in a file of services."""
    for name, service in composed["services"].items():
        yield from faults_of_service(name, service, composed, root)


def faults_of_service(name: str, service: Mapping[str, Any], composed: Mapping[str, Any], root: Path) -> Iterator[str]:
    if not PINNED.match(service["image"]):
        yield f"{name}: {service['image']} has no version"
    if "ALL" not in service.get("cap_drop", ()) or "no-new-privileges:true" not in service.get("security_opt", ()):
        yield f"{name}: has rights that it does not need"
    for volume in service.get("volumes", ()):
        source = volume.partition(":")[0]
        if not (root / source).exists() if source.startswith(".") else source not in composed["volumes"]:
            yield f"{name}: there is no {source}"
    for network in service.get("networks", ()):
        if network not in composed["networks"]:
            yield f"{name}: there is no network {network}"
    for other in service.get("depends_on", {}):
        if other not in composed["services"] or ("healthcheck" not in composed["services"][other] and other != "web"):
            yield f"{name}: waits for {other}, which does not say that it is well"
    if service.get("env_file") and not (root / "deploy" / f"{service['env_file']}.example").exists():
        yield f"{name}: there is no example of {service['env_file']}"
    yield from (
        f"{name}: nothing reads {key}" for key in service.get("environment", {}) if key not in known_variables()
    )
    if service["image"].startswith(OF_OUR_IMAGE):
        yield from faults_of_ours(name, service, root)


def faults_of_ours(name: str, service: Mapping[str, Any], root: Path) -> Iterator[str]:
    if service["image"] != f"{OF_OUR_IMAGE}{__version__}":
        yield f"{name}: is not of this version"
    if not service.get("read_only") or str(service.get("user", "0")).startswith(("0", "root")):
        yield f"{name}: is root, or may write its root"
    if not (root / service["build"]["dockerfile"]).exists():
        yield f"{name}: there is no {service['build']['dockerfile']}"
    words = service["command"]
    if service.get("entrypoint"):
        found = re.search(r"verbale (.*)", words[0])
        words = shlex.split(found[1]) if found else []
    if wrong := wrong_command(words):
        yield f"{name}: {wrong}"


def faults_of_containerfile(text: str, root: Path) -> Iterator[str]:
    """What would fail, or should not be, in the recipe of a container."""
    lines = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text, flags=re.M)).splitlines()
    instructions = [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in lines if line.strip())]
    ignored = (root / ".containerignore").read_text(encoding="utf-8").splitlines()
    users = [rest for word, rest in instructions if word == "USER"]
    if not users or users[-1].startswith(("0", "root")):
        yield "it runs as root"
    for word, rest in instructions:
        if word == "FROM" and not PINNED.match(rest.split()[0]):
            yield f"{rest} has no version"
        if word == "COPY" and not rest.startswith("--from"):
            for source in rest.split()[:-1]:
                if not (root / source).exists() or f"!{source}" not in ignored:
                    yield f"there is no {source}, or it is ignored"
        if word in ("CMD", "HEALTHCHECK"):
            words = [part for part in re.findall(r'"([^"]*)"', rest) if part != "verbale"]
            if wrong := wrong_command(words):
                yield wrong
    if not {"HEALTHCHECK", "ENTRYPOINT", "CMD"} <= {word for word, _ in instructions}:
        yield "it does not say how it is run, or whether it is well"
    yield from (f"nothing reads {name}" for name in VARIABLE.findall(text) if name not in known_variables())


def test_the_services_are_pinned_and_have_what_they_name_and_no_more() -> None:
    composed = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    assert list(faults_of_compose(composed, ROOT)) == []
    assert {"database", "web", "worker", "backup", "proxy"} == set(composed["services"])


@pytest.mark.parametrize(
    ("planted", "words"),
    [
        (("image: docker.io/library/caddy:2.10.2-alpine", "image: caddy:latest"), "has no version"),
        (("read_only: true", "read_only: false"), "may write its root"),
        (('user: "10001:10001"', 'user: "0:0"'), "is root"),
        (("VERBALE_PROXIED", "VERBALE_PROXY"), "nothing reads VERBALE_PROXY"),
        (("./deploy/Caddyfile:", "./deploy/Caddy:"), "there is no ./deploy/Caddy"),
        (('command: ["worker"]', 'command: ["work"]'), "no verb: work"),
        (('"--workers", "2"', '"--processes", "2"'), "serve has no --processes"),
        (("verbale backup", "verbale back-up"), "no verb: back-up"),
        (("networks: [outside]", "networks: [web]"), "there is no network web"),
    ],
)
def test_a_fault_planted_in_the_services_is_found(planted: tuple[str, str], words: str) -> None:
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    assert planted[0] in text
    faults = list(faults_of_compose(yaml.safe_load(text.replace(*planted)), ROOT))
    assert any(words in fault for fault in faults), faults


def test_the_container_is_built_from_what_is_there_and_runs_as_nobody() -> None:
    assert list(faults_of_containerfile((ROOT / "Containerfile").read_text(encoding="utf-8"), ROOT)) == []


@pytest.mark.parametrize(
    ("planted", "words"),
    [
        (("USER 10001:10001", "USER root"), "as root"),
        (("3.11.14-slim-bookworm", "latest"), "has no version"),
        (("COPY src ./src", "COPY sources ./src"), "there is no sources"),
        (('"verbale", "healthy"', '"verbale", "health"'), "no verb: health"),
        (("VERBALE_FOLDER", "VERBALE_PLACE"), "nothing reads VERBALE_PLACE"),
    ],
)
def test_a_fault_planted_in_the_container_is_found(planted: tuple[str, str], words: str) -> None:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    assert planted[0] in text
    assert any(words in fault for fault in faults_of_containerfile(text.replace(*planted), ROOT))


def test_every_variable_that_operators_are_told_of_is_read() -> None:
    told = [*(ROOT / "docs" / "operator").glob("*.md"), *(ROOT / "deploy").iterdir(), ROOT / "docs" / "security.md"]
    unknown = {(path.name, name) for path in told for name in VARIABLE.findall(path.read_text(encoding="utf-8"))}
    assert {one for one in unknown if one[1] not in known_variables()} == set()


def test_what_the_website_reads_is_told_to_operators() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "operator").glob("*.md"))
    internal = {"VERBALE_SERVER", "VERBALE_DEMO", "VERBALE_", "VERBALE_SECOND_READER"}
    assert {name for name in known_variables() if name not in pages} - internal == set()


def test_where_nothing_can_build_it_is_said(tmp_path: Path) -> None:
    script = [sys.executable, str(ROOT / "scripts" / "build_container.py")]
    alone = {"PATH": str(tmp_path)}
    said = subprocess.run(script, check=False, capture_output=True, text=True, env=alone)
    assert said.returncode == 0
    assert "was not built, for there is nothing to build it with: podman is not installed" in said.stderr
    assert subprocess.run([*script, "--required"], check=False, capture_output=True, env=alone).returncode == 1


def test_a_website_that_does_not_answer_is_not_well() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "verbale", "healthy", "--at", "http://127.0.0.1:9"],
        check=False,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    assert done.returncode == 1
    assert "does not answer" in done.stderr
