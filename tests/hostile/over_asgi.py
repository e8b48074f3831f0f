"""A post to an ASGI application, without a socket."""

from pathlib import Path
from typing import Any


async def over_asgi(app: Any, path: str, file: str, media_type: str) -> tuple[int, bytes]:  # noqa: ANN401 - ASGI
    """Post a file; return the status and the answer's body."""
    data, sent = Path(file).read_bytes(), []  # noqa: ASYNC240 - nothing else runs
    address, _, query = path.partition("?")
    headers = {"host": "localhost", "content-type": media_type, "content-length": str(len(data))}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": address,
        "raw_path": address.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 2),
        "state": {},
    }
    waiting = [{"type": "http.request", "body": data, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])
