"""A process that holds the graph and answers each job in a fork of itself, under limits.

Nothing in Python can interrupt Oxigraph, but the kernel can end a process. A fork shares the
graph's memory and starts within milliseconds, so each job has a process of its own: one that runs
away ends at its deadline and takes nothing with it.

Started by `kg.serve.pool` as `python -m kg.serve.worker SOCKET GRAPH`: it says on the socket (the
number of an open one) "ready" or what is wrong with the graph, then takes from it one socket for
each job, reads the job there (a line of JSON) and writes the reply back.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from kg.errors import FayanError
from kg.rdf.persistent import open_store
from kg.rdf.store import load
from kg.serve.jobs import run
from kg.serve.query import prepare
from kg.serve.reply import Reply

READY = b"ready"


def main(control: socket.socket, graph: Path) -> None:
    """Loads the graph and answers jobs until the other end of `control` closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends this process by closing
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel clears ended jobs away
    try:
        store = _load(graph)
    except FayanError as error:
        control.sendall(str(error).encode())
        return
    prepare()
    gc.freeze()  # keeps the pages of what is loaded shared with the forks
    control.sendall(READY)
    while True:
        _, sockets, _, _ = socket.recv_fds(control, 1, 1)
        if not sockets:
            return
        with suppress(OSError):  # no further process to be had: the caller sees the socket close
            if os.fork() == 0:
                _job(store, control, socket.socket(fileno=sockets[0]))
        os.close(sockets[0])


def _load(graph: Path) -> ox.Store:
    """The graph in memory: a store on disk has threads and files of its own, which no fork has."""
    if not graph.is_dir():
        return load(graph)
    store = ox.Store()
    store.bulk_extend(open_store(graph))
    return store


def _job(store: ox.Store, control: socket.socket, caller: socket.socket) -> None:
    try:
        control.close()
        with caller.makefile("rwb") as stream, suppress(BrokenPipeError):  # nobody waits any more
            _reply(store, stream.readline()).write(stream)
    finally:
        os._exit(0)


def _reply(store: ox.Store, job: bytes) -> Reply:
    try:
        return run(store, *json.loads(job))
    except MemoryError:
        return Reply.error(503, "stopped: it needs more memory than it may use")
    except Exception:
        traceback.print_exc()
        return Reply.error(500, "the server failed to answer; its log says why")


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])), Path(sys.argv[2]))
