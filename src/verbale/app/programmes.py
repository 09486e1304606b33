"""Programmes where a user keeps them: beside the cycle, in the desk, in the package; and whether one is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from verbale.app.writing import write_together
from verbale.compose.lacking import find_lacking_terms, find_lacking_words
from verbale.desk.cycle import Cycle
from verbale.errors import CycleBroken
from verbale.model.language import Language
from verbale.model.programme import Programme
from verbale.programmes.loading import FILE, ProgrammeFiles, check_programme_id, is_programme_id, words_file
from verbale.programmes.lookup import GENERAL, bundled_files, get_programme
from verbale.programmes.toml_table import LARGEST, parse_toml

FOLDER = "programmes"
"""The folder of programmes, in that of a cycle or of a desk."""
_NAMES = (FILE, *(words_file(language) for language in Language))


def find_programmes(*places: Path) -> tuple[ProgrammeFiles, ...]:
    """The programmes in these folders, nearest first: in ``programmes`` and in the folder itself.

    Raises ``CycleBroken`` where a file of one cannot be read.
    """
    return tuple(one for place in places for one in _in_place(place))


def programmes_of_cycle(path: Path) -> tuple[ProgrammeFiles, ...]:
    """The programmes beside a cycle (its folder, or its file) and in the desk, the folder that holds that folder."""
    folder = path if path.is_dir() else path.parent
    return find_programmes(*dict.fromkeys((folder, folder.resolve().parent)))


def _in_place(place: Path) -> Iterator[ProgrammeFiles]:
    for folder in (place / FOLDER, place):
        try:
            found = sorted(one for one in folder.iterdir() if (one / FILE).is_file()) if folder.is_dir() else []
        except OSError as error:
            raise CycleBroken(str(folder), "", f"cannot be read: {error}") from error
        yield from (_read(one) for one in found if is_programme_id(one.name))


def _read(folder: Path) -> ProgrammeFiles:
    files = {}
    for name in _NAMES:
        try:
            if (folder / name).is_file():
                files[name] = read_own_text(folder / name)
        except OSError as error:
            raise CycleBroken(str(folder / name), "", f"cannot be read: {error}") from error
    return ProgrammeFiles(folder.name, str(folder), files)


def read_own_text(path: Path) -> str:
    """The text of a file that people write for the program: terms of a cycle, a programme, words of one.

    Raises ``CycleBroken`` where it cannot be read, is a pipe or a device, is too large, or is not in UTF-8.
    """
    try:
        if path.exists() and not path.is_file():
            raise CycleBroken(str(path), "", "cannot be read: a folder, a pipe or a device; name the file itself")
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise CycleBroken(str(path), "", f"cannot be read: {error}; name the folder of a cycle") from error
    return decode_own_text(data, str(path))


def decode_own_text(data: bytes, name: str) -> str:
    """The text of such a file. Raises ``CycleBroken`` where it is too large or in another encoding."""
    if len(data) > LARGEST:
        raise CycleBroken(name, "", f"over {LARGEST:,} bytes, the limit; is it the file that was meant?")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CycleBroken(name, "", f"cannot be read: {error}; save it as UTF-8") from error


def keep_programme(cycle: Cycle, given: Sequence[ProgrammeFiles], folder: Path) -> None:
    """Copy a programme that is not of the package into the folder of its cycle, so that the cycle stays what it is.

    Raises ``OutputRefused``.
    """
    own = next((one for one in given if one.id == cycle.programme.id), None)
    if own is not None:
        place = folder / FOLDER / own.id
        files = {name: text.encode() for name, text in own.files.items()}
        write_together(place, files, force=True)


def pack_programme(cycle: Cycle, given: Sequence[ProgrammeFiles]) -> tuple[str, ...]:
    """The files of the programme of a cycle, to be kept with its terms: its id, then each name and text.

    Empty where the programme is one of the package.
    """
    own = next((one for one in given if one.id == cycle.programme.id), None)
    return (own.id, *(f"{name}\n{text}" for name, text in sorted(own.files.items()))) if own else ()


def unpack_programme(packed: Sequence[str]) -> tuple[ProgrammeFiles, ...]:
    """The programme that was kept with the terms of a cycle; none where it is one of the package."""
    if not packed:
        return ()
    parted = (text.partition("\n") for text in packed[1:])
    return (ProgrammeFiles(packed[0], f"programme {packed[0]}", {name: text for name, _, text in parted}),)


def check_cycle(cycle: Cycle, file: str) -> None:
    """Raise ``CycleBroken`` where what a note verbale or a report of the cycle needs is lacking, with all of it."""
    languages = tuple(dict.fromkeys(one for policy in cycle.policies for one in policy.languages))
    lacking = (*find_lacking_terms(cycle, languages), *find_lacking_words(cycle.programme, languages))
    if lacking:
        raise CycleBroken(file, "", "; ".join(lacking))


def check_programme(named: str, places: Iterable[Path]) -> tuple[Programme, tuple[str, ...]]:
    """A programme by its id, or by its folder, and all that is missing in it, in sentences.

    Raises ``CycleBroken`` where there is none, or where a rule of its file is broken.
    """
    folder = Path(named)
    if (folder / FILE).is_file():
        programme = get_programme(folder.resolve().name, [_read(folder.resolve())])
    else:
        programme = get_programme(named, find_programmes(*places))
    return programme, find_lacking_words(programme, tuple(Language))


def names_programme(text: str) -> bool:
    """Whether the file of a cycle says which programme is meant."""
    return "programme" in parse_toml(text, "")


def is_general(programme: Programme) -> bool:
    """Whether a programme is that of any mandate."""
    return programme.id == GENERAL


def programme_of_texts(programme: str, texts: Mapping[str, str]) -> ProgrammeFiles:
    """A programme from the texts of its files by name. Raises ``CycleBroken`` for an id or a file that is none."""
    check_programme_id(programme)
    if odd := [name for name in texts if name not in _NAMES]:
        raise CycleBroken(programme, "", f"{odd[0]} is no file of a programme; there are {', '.join(_NAMES)}")
    return ProgrammeFiles(programme, f"programme {programme}", dict(texts))


def texts_of_programme(programme: str, given: Sequence[ProgrammeFiles] = ()) -> Mapping[str, str]:
    """The texts of a programme of those given or of the package, in the order of its files. Raises ``CycleBroken``."""
    get_programme(programme, given)
    own = next((one for one in given if one.id == programme), None) or bundled_files(programme)
    return {name: own.files.get(name, "") for name in _NAMES}


def find_lacking_of(own: ProgrammeFiles) -> tuple[str, ...]:
    """All that is missing in a programme, in sentences. Raises ``CycleBroken`` where a rule of its file is broken."""
    return find_lacking_words(get_programme(own.id, [own]), tuple(Language))
