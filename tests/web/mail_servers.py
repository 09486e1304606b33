"""Servers of mail for tests: one that takes messages over SMTP and may misbehave, one that gives them over IMAP."""

from __future__ import annotations

import asyncio
import re
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class PostOffice:
    """What takes messages: all it got, and what it answers to their words (``drop`` hangs up instead of answering)."""

    def __init__(self) -> None:
        self.got: list[bytes] = []
        self.answers: list[str] = []
        self.refused: set[str] = set()

    async def handle_RCPT(  # noqa: N802 (as aiosmtpd calls it)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if answer.startswith(("250", "drop")):
            self.got.append(cast("bytes", envelope.content))
        if answer == "drop":
            cast("asyncio.WriteTransport", server.transport).abort()
        return answer


@contextmanager
def post_office() -> Iterator[tuple[PostOffice, int]]:
    """A server on a free port."""
    office = PostOffice()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield office, port
    finally:
        controller.stop()


class Messages:
    """What a mailbox has, by number, and the validity of its numbers."""

    def __init__(self) -> None:
        self.by_uid: dict[int, bytes] = {}
        self.validity = 7
        self.asked: list[str] = []


class _Imap(socketserver.StreamRequestHandler):
    """As much of RFC 3501 as a client needs that reads."""

    def handle(self) -> None:
        self._say("* OK ready")
        for line in iter(self.rfile.readline, b""):
            tag, _space, rest = line.decode().strip().partition(" ")
            box: Messages = cast("Any", self.server).box
            box.asked.append(rest.split(" ")[0].upper() + " " + rest.partition(" ")[2][:40])
            self._answer(tag, rest, box)
            if rest.upper().startswith("LOGOUT"):
                return

    def _answer(self, tag: str, rest: str, box: Messages) -> None:
        word = rest.upper()
        if word.startswith("LOGIN") and "secret" not in rest:
            self._say(f"{tag} NO wrong")
            return
        if word.startswith("CAPABILITY"):
            self._say("* CAPABILITY IMAP4rev1")
        elif word.startswith("EXAMINE"):
            self._say(f"* {len(box.by_uid)} EXISTS")
            self._say(f"* OK [UIDVALIDITY {box.validity}] valid")
        elif word.startswith("UID SEARCH"):
            first = int(re.findall(r"(\d+):", rest)[0])
            found = [uid for uid in box.by_uid if uid >= first] or sorted(box.by_uid)[-1:]
            self._say("* SEARCH " + " ".join(map(str, found)))
        elif word.startswith("UID FETCH"):
            uid = int(rest.split()[2])
            data = box.by_uid[uid]
            self.wfile.write(f"* 1 FETCH (UID {uid} BODY[] {{{len(data)}}}\r\n".encode() + data + b")\r\n")
        self._say(f"{tag} OK done")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mailbox() -> Iterator[tuple[Messages, int]]:
    """A mailbox on a free port."""
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Imap)
    server.daemon_threads = True
    box = Messages()
    cast("Any", server).box = box
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield box, int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
