"""What a job sends back: a status, a media type and the bytes, framed for a socket."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import Protocol

_LENGTHS = struct.Struct("!IQ")


class Stream(Protocol):
    """What a reply is written to and read from: a file of bytes."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes, fewer at the end only."""

    def write(self, data: bytes, /) -> int:
        """Takes all of `data`."""

    def flush(self) -> None:
        """Sends what is buffered."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP status, the media type of `body`, and the body."""

    status: int
    type: str
    body: bytes

    @classmethod
    def error(cls, status: int, message: str) -> Reply:
        """A refusal in words, as plain text."""
        return cls(status, "text/plain; charset=utf-8", f"{message}\n".encode())

    def write(self, stream: Stream) -> None:
        """Writes the reply so that `read` can tell a whole one from one cut short."""
        head = json.dumps([self.status, self.type]).encode()
        stream.write(_LENGTHS.pack(len(head), len(self.body)) + head)
        stream.write(self.body)
        stream.flush()

    @classmethod
    def read(cls, stream: Stream) -> Reply | None:
        """The reply of a stream, or None where the stream ends before the reply does."""
        lengths = stream.read(_LENGTHS.size)
        if len(lengths) < _LENGTHS.size:
            return None
        head_length, body_length = _LENGTHS.unpack(lengths)
        head, body = stream.read(head_length), stream.read(body_length)
        if len(head) < head_length or len(body) < body_length:
            return None
        status, media_type = json.loads(head)
        return cls(status, media_type, body)
