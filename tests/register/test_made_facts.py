"""Tables of facts made by a script are what the script makes of the facts at hand."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from bench.shared import SHARED, is_at_hand

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src/verbale/register/data"


@pytest.mark.shared
@pytest.mark.skipif(not is_at_hand(), reason="the documents of ../shared are not at hand")
@pytest.mark.parametrize(
    ("script", "places"),
    [
        ("import_votes", (SHARED / "facts", SHARED / "corpus/unxml-76/metadata.jsonl")),
        ("import_figures", (SHARED / "facts/arsenals",)),
        ("import_facilities", (SHARED / "facts",)),
    ],
    ids=["votes", "figures", "facilities"],
)
def test_tables_are_as_made(
    script: str, places: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    for name, content in importlib.import_module(script).made_tables(*places).items():
        assert (DATA / name).read_text(encoding="utf-8") == content, name


@pytest.mark.parametrize(
    ("printed", "state"),
    [("TÜRKÝYE", "TUR"), ("TURKEY", "TUR"), ("TÜRKİYE", "TUR"), ("CÔTE D'IVOIRE", "CIV"), ("NETHERLANDS", "NLD")],
)
def test_names_of_a_roll_call_over_time(printed: str, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    tables = importlib.import_module("fact_tables")
    assert tables.state_of(printed) == state
    with pytest.raises(ValueError, match="no State: 'ATLANTIS'"):
        tables.state_of("ATLANTIS")
