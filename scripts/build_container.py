"""Build the container of ``Containerfile`` with podman or docker, and see that it answers; say so where neither is.

    python scripts/build_container.py [--required]

Without a builder that answers it says what is missing and ends with 0, with ``--required`` with 1. What can be looked
at without one (names, sources, versions, commands) is held by ``tests/installing/test_deployment.py``.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
_BUILDERS = ("podman", "docker")
_LONGEST_LOOK, _LONGEST_BUILD = 30, 1800  # seconds


def find_builder() -> tuple[str, str]:
    """A builder that answers, or an empty name and why there is none."""
    reasons = []
    for name in _BUILDERS:
        if shutil.which(name) is None:
            reasons.append(f"{name} is not installed")
            continue
        asked = subprocess.run([name, "info"], check=False, capture_output=True, text=True, timeout=_LONGEST_LOOK)
        if asked.returncode == 0:
            return name, ""
        reasons.append(f"{name} does not answer: {(asked.stderr.strip().splitlines() or ['no word'])[-1]}")
    return "", "; ".join(reasons)


def build(builder: str, version: str) -> None:
    """Build the image, and let it say its version as nobody in particular on a root that is not written."""
    name = f"verbale:{version}"
    command = [builder, "build", "--file", "Containerfile", "--tag", name, "."]
    subprocess.run(command, check=True, cwd=ROOT, timeout=_LONGEST_BUILD)
    run = [builder, "run", "--rm", "--read-only", "--network", "none", "--cap-drop", "ALL", name, "--version"]
    subprocess.run(run, check=True, timeout=_LONGEST_LOOK)


def main() -> int:
    """Build, or say why not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--required", action="store_true", help="fail where nothing can be built")
    required: bool = parser.parse_args().required
    builder, reason = find_builder()
    if not builder:
        print(f"the container was not built, for there is nothing to build it with: {reason}", file=sys.stderr)
        return int(required)
    sys.path.insert(0, str(ROOT / "src"))
    from verbale import __version__  # noqa: PLC0415 (the package is found once its folder is named)

    build(builder, __version__)
    print(f"built verbale:{__version__} with {builder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
