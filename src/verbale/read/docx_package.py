"""The container of a DOCX: parts by name, inflated under a budget, parsed without trust."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import NamedTuple

from lxml import etree

from verbale.errors import Damaged, Encrypted, NotADocument, TooLarge
from verbale.lexicon.numbering import find_whole
from verbale.read.limits import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCAL_HEADER = struct.Struct("<4s22xHH")
# Deflate cannot do better than about 1030 to 1; real parts stay below 60 to 1.
_RATIO = 200
_RATIO_FROM = 8 << 20  # bytes up to which any ratio is taken
# The strict form of the standard differs in its namespaces only, which all begin alike.
_STRICT_HOME = b"http://purl.oclc.org/ooxml/"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R_ID[1:-3].encode()),
)
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)


class Relation(NamedTuple):
    """What a part points at: ``kind`` is the last word of the type, ``target`` a part name or an address."""

    kind: str
    target: str
    external: bool


class Package:
    """Read access to the parts. Raises ``ReadFailed`` kinds only."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        self._left = limits.expansion
        self._limit = limits.expansion
        if len(data) > limits.bytes:
            raise TooLarge(name, f"{len(data):,} bytes, the limit is {limits.bytes:,}", "split the document")
        if data.startswith(_OLE):
            if _ENCRYPTED in data:
                raise Encrypted(name, "the Office document is protected by a password", "save it without one")
            raise NotADocument(name, "an Office document of before 2007", "save it as DOCX or PDF")
        if not data.startswith(b"PK"):
            raise NotADocument(name, "not an Office Open XML package", "send it as DOCX or PDF")
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                infos = archive.infolist()
        except _BROKEN as error:
            raise Damaged(name, f"the package cannot be opened: {error}", "ask for the file again") from error
        self._data = data
        self._known: dict[str, dict[str, Relation]] = {}
        self._infos = {info.filename.replace("\\", "/"): info for info in infos}
        self._parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )

    def tree(self, part: str) -> etree._Element | None:
        """The root element of a part, ``None`` when there is no such part."""
        data = self._inflate(part)
        if data is None:
            return None
        if _STRICT_HOME in data:
            for strict, plain in _STRICT:
                data = data.replace(strict, plain)
        try:
            root = etree.fromstring(data, self._parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Damaged(self.name, f"{part} is not well-formed XML: {error}", "ask for the file again") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise Damaged(self.name, f"{part} declares a document type, which no DOCX may", "ask for the file again")
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of ``part`` by id, in the order of the file; of the package itself for ``""``."""
        if part in self._known:
            return self._known[part]
        folder, _, leaf = part.rpartition("/")
        root = self.tree(posixpath.join(folder, "_rels", leaf + ".rels"))
        found: dict[str, Relation] = {}
        for element in root if root is not None else ():
            kind = element.get("Type", "").rpartition("/")[2]
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            if not external:
                target = _part_at(folder, target)
            found[element.get("Id", "")] = Relation(kind, target, external)
        self._known[part] = found
        return found

    def _inflate(self, part: str) -> bytes | None:
        info = self._infos.get(part)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise Encrypted(self.name, f"{part} is protected by a password", "save the document without one")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Damaged(self.name, f"{part} is packed by a method that no DOCX may use", "save the document again")
        try:
            data = self._read(info, part)
        except _BROKEN as error:
            raise Damaged(self.name, f"{part} cannot be unpacked: {error}", "ask for the file again") from error
        if zlib.crc32(data) != info.CRC:
            raise Damaged(self.name, f"the checksum of {part} is wrong", "ask for the file again")
        return data

    def _read(self, info: zipfile.ZipInfo, part: str) -> bytes:
        """Inflate no further than the budget allows: the declared size is not believed."""
        at = info.header_offset
        signature, name_size, extra_size = _LOCAL_HEADER.unpack_from(self._data, at)
        if signature != b"PK\x03\x04":
            raise zipfile.BadZipFile("no file where the directory says")
        at += _LOCAL_HEADER.size + name_size + extra_size
        packed = self._data[at : at + info.compress_size]
        most = min(self._left, max(_RATIO_FROM, _RATIO * len(packed)))
        if info.compress_type == zipfile.ZIP_STORED:
            data = packed[: most + 1]
        else:
            inflater = zlib.decompressobj(-zlib.MAX_WBITS)
            data = inflater.decompress(packed, most + 1)
            if len(data) <= most and not inflater.eof:
                raise EOFError("it ends too early")
        if len(data) > self._left:
            raise TooLarge(self.name, f"unpacks to more than {self._limit:,} bytes", "split the document")
        if len(data) > most:
            raise TooLarge(self.name, f"{part} unpacks to over {_RATIO} times its size", "save it again")
        self._left -= len(data)
        return data


def _part_at(folder: str, target: str) -> str:
    """The name of the part that a relationship of a part in ``folder`` points at."""
    if "/" not in target and target.strip("."):
        return f"{folder}/{target}" if folder else target
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def int_of(element: etree._Element | None, attribute: str = VAL) -> int | None:
    """An attribute as a whole number, ``None`` where it is absent or not one."""
    return find_whole(element.get(attribute)) if element is not None else None


def is_on(element: etree._Element) -> bool:
    """The value of a switch: present means on unless it says otherwise."""
    return element.get(VAL, "1") not in ("0", "false", "off", "none")
