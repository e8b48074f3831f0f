"""Somebody who is pushed to: a small HTTP server that remembers what came."""

import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec


class Listener(msgspec.Struct, frozen=True):
    """Where it listens, and what came: path, Host header and body of each request, in order."""

    port: int
    came: "queue.Queue[tuple[str, str, bytes]]"

    @property
    def url(self) -> str:
        """The address to push to."""
        return f"http://127.0.0.1:{self.port}/responses"

    def next(self) -> tuple[str, str, bytes]:
        """Wait for the next request."""
        return self.came.get(timeout=60)


@contextmanager
def listening(statuses: Sequence[int] = (), location: str = "") -> Iterator[Listener]:
    """Listen while the block runs, answering with these statuses one after the other and 204 from then on."""
    answers = iter(statuses)
    came: queue.Queue[tuple[str, str, bytes]] = queue.Queue()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(next(answers, 204))
            if location:
                self.send_header("Location", location)
            self.end_headers()
            came.put((self.path, self.headers["Host"], body))

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield Listener(server.server_port, came)
        finally:
            server.shutdown()
            thread.join(60)
