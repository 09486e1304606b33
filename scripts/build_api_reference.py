"""Write docs/reference/api.md out of the docstrings and signatures of what ``import verbale`` offers.

python scripts/build_api_reference.py            writes the page
python scripts/build_api_reference.py --check    exits with 1 where the page is not what would be written
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import verbale

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "api.md"
_QUOTED = r"(?<=[:>] )'([^']*)'"
_INTRO = """# The API

Made from the docstrings by `scripts/build_api_reference.py`; the examples are run as tests.

```python
import verbale
```

A function is loaded when it is first used, and none of them loads Django, Babel or Fluent. `verbale.PIPELINE_VERSION`
names the version of all that takes part in reading (code, tables of words, libraries); it stands in the JSON of a
document as `pipeline`. Errors are those of the [error tree](../developer/architecture.md#errors).
"""


def signatures() -> dict[str, str]:
    """The signature of each function that is offered, by name."""
    # Annotations are kept as they are written, and so come in quotation marks.
    return {
        name: name + re.sub(_QUOTED, r"\1", str(inspect.signature(getattr(verbale, name)))) for name in _functions()
    }


def _functions() -> list[str]:
    return [name for name in verbale.__all__ if inspect.isfunction(getattr(verbale, name))]


def build() -> str:
    """The whole page."""
    parts = [_INTRO, "## Functions\n", *(_function(name) for name in _functions()), "## Values\n", *_values()]
    return "\n".join(parts)


def _function(name: str) -> str:
    doc = inspect.getdoc(getattr(verbale, name)) or ""
    text, _, examples = doc.partition("\n>>> ")
    shown = f"\n```pycon\n>>> {examples.strip()}\n```\n" if examples else ""
    return f"### {name}\n\n```python\nverbale.{signatures()[name]}\n```\n\n{_prose(text)}\n{shown}"


def _prose(text: str) -> str:
    """A docstring as Markdown: its lists of arguments and errors as bullets."""
    lines = []
    for line in text.replace("``", "`").strip().splitlines():
        if re.fullmatch(r"(?:Args|Raises):", line):
            lines += [f"**{line.removesuffix(':')}**", ""]
        elif found := re.match(r"    (\w+): (.*)", line):
            lines.append(f"- `{found[1]}`: {found[2]}")
        else:
            lines.append(f"  {line.strip()}" if line.startswith("        ") else line)
    return "\n".join(lines)


def _values() -> Iterator[str]:
    for name in verbale.__all__:
        value = getattr(verbale, name)
        if not inspect.isclass(value):
            continue
        first = (inspect.getdoc(value) or "").split("\n\n")[0].replace("``", "`").replace("\n", " ")
        yield f"- `{name}`: {first}{_fields(value)}"


def _fields(value: type) -> str:
    if not dataclasses.is_dataclass(value):
        return ""
    return " Fields: " + ", ".join(f"`{field.name}`" for field in dataclasses.fields(value)) + "."


def main() -> None:
    """Write the page, or compare it."""
    text = build() + "\n"
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
    elif PAGE.read_text(encoding="utf-8") != text:
        raise SystemExit(f"{PAGE.name} is not what the docstrings give; run scripts/build_api_reference.py")


if __name__ == "__main__":
    main()
