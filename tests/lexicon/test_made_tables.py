"""Tables made by a script are what the script makes: nobody edited them by hand."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src/verbale/lexicon/data"
NAMES = ROOT.parent / "shared/facts/names"


@pytest.fixture(autouse=True)
def _scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))


def test_numerals_are_as_made() -> None:
    made = importlib.import_module("build_numerals").numerals()
    assert (DATA / "numerals.csv").read_bytes().decode("utf-8") == made


def test_treaty_names_are_as_made() -> None:
    made = importlib.import_module("build_treaties").treaty_names()
    assert (DATA / "treaty_names.csv").read_bytes().decode("utf-8") == made


@pytest.mark.shared
def test_states_are_as_made() -> None:
    if not NAMES.is_dir():
        pytest.skip("facts/names is not at hand beside the project")
    for name, made in importlib.import_module("import_states").state_tables(NAMES).items():
        assert (DATA / f"{name}.csv").read_bytes().decode("utf-8") == made


@pytest.mark.parametrize(
    ("name", "genitive", "instrumental"),
    [
        ("Япония", "Японии", "Японией"),
        ("Куба", "Кубы", "Кубой"),
        ("Польша", "Польши", "Польшей"),
        ("Мексика", "Мексики", "Мексикой"),
        ("Китай", "Китая", "Китаем"),
        ("Египет", "Египта", "Египтом"),
        ("Беларусь", "Беларуси", "Беларусью"),
        ("Нидерланды", "Нидерландов", "Нидерландами"),
        ("Чили", "Чили", "Чили"),
        ("Босния и Герцеговина", "Боснии и Герцеговины", "Боснией и Герцеговиной"),
        ("Иран (Исламская Республика)", "Ирана (Исламской Республики)", "Ираном (Исламской Республикой)"),
        ("Папуа — Новая Гвинея", "Папуа — Новой Гвинеи", "Папуа — Новой Гвинеей"),
        ("Соломоновы Острова", "Соломоновых Островов", "Соломоновыми Островами"),
        (
            "Иорданское Хашимитское Королевство",
            "Иорданского Хашимитского Королевства",
            "Иорданским Хашимитским Королевством",
        ),
    ],
)
def test_russian_cases(name: str, genitive: str, instrumental: str) -> None:
    cases = importlib.import_module("russian_cases")
    forms = dict(zip(cases.CASES, cases.decline(name), strict=True))
    assert (forms["genitive"], forms["instrumental"]) == (genitive, instrumental)
