"""What a process that answers a stranger's query may use: time, memory, and no file or socket."""

from __future__ import annotations

import os
import resource
import signal
from dataclasses import dataclass
from pathlib import Path

_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one query: seconds by the clock, rows of its answer, MiB of memory it adds."""

    seconds: float = 10.0
    rows: int = 10_000
    memory: int = 1_024


def end_after(seconds: float) -> None:
    """Has the kernel end this process after `seconds`, whatever it is doing then."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def confine(memory: int) -> None:
    """Lets this process open no file and no socket from now on, and use `memory` MiB more.

    It also says nothing more on stderr, where Rust would report that memory has run out.

    Without a socket a query cannot reach another server through SERVICE, which Oxigraph follows.
    The bound of memory is Linux's; elsewhere the bound of time has to do.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    used = Path("/proc/self/statm")
    if used.exists():
        pages = int(used.read_text(encoding="ascii").split()[0])
        bound = pages * resource.getpagesize() + memory * _MEBIBYTE
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
