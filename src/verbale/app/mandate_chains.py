"""Requests of resolutions as the register holds them, and the chains in which one resolution follows another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from verbale.app.mandating import requests_of_register
from verbale.errors import BadReference
from verbale.model.mandate import ListedRequest, Mandate
from verbale.register.mandates.chain import find_mandates, mandate_chain, mandate_topics

_REGULAR = 2  # the place of the session in the symbol of a resolution
_LONGEST = 60  # characters of a symbol that is looked up


@dataclass(frozen=True, slots=True)
class MandateChain:
    """One recurring mandate: its short name, its title in English, its resolutions, the earliest session first."""

    topic: str
    title: str
    mandates: tuple[Mandate, ...]


@cache
def held_requests() -> tuple[ListedRequest, ...]:
    """Every request that the register holds, by resolution and paragraph."""
    return requests_of_register(None)


@cache
def get_chains() -> tuple[MandateChain, ...]:
    """Every chain of the register, by its short name."""
    topics = sorted({mandate.topic for mandate in find_mandates()})
    return tuple(MandateChain(topic, mandate_topics().get(topic, ""), mandate_chain(topic)) for topic in topics)


def find_chains(symbol: str) -> tuple[MandateChain, ...]:
    """The chains that a resolution is a link of."""
    return tuple(
        chain for chain in get_chains() if any(mandate.value("resolution") == symbol for mandate in chain.mandates)
    )


def find_requests(symbol: str) -> tuple[ListedRequest, ...]:
    """The requests of one resolution, in the order of its paragraphs."""
    return _by_symbol().get(symbol, ())


@cache
def _by_symbol() -> Mapping[str, tuple[ListedRequest, ...]]:
    found: dict[str, list[ListedRequest]] = {}
    for request in held_requests():
        found.setdefault(request.symbol, []).append(request)
    return MappingProxyType({symbol: tuple(its) for symbol, its in found.items()})


@cache
def _known() -> Mapping[str, str]:
    """The symbols of all resolutions that the register knows, by their capitals without spaces."""
    chained = (mandate.value("resolution") for chain in get_chains() for mandate in chain.mandates)
    return MappingProxyType({_plain(symbol): symbol for symbol in (*_by_symbol(), *chained) if symbol})


def _plain(symbol: str) -> str:
    return "".join(symbol.upper().split()).strip("/")


def get_resolution(symbol: str) -> str:
    """The symbol of a resolution of which the register holds a request or a link, as it is written there.

    Raises ``BadReference``.
    """
    found = _known().get(_plain(symbol[:_LONGEST]))
    if found is None:
        raise BadReference(symbol[:_LONGEST], "the register holds no request of a resolution of this symbol")
    return found


def session_of(symbol: str) -> int | None:
    """The regular session that the symbol of a resolution names; ``None`` for others."""
    parts = symbol.split("/")
    return int(parts[_REGULAR]) if len(parts) > _REGULAR and parts[_REGULAR].isdecimal() else None
