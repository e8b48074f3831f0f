"""What a browser could be made to send is refused, and every answer is marked as data of our own."""

import pytest

from s1sr_validator import Catalogue
from tests.server.serving import Served, serving


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:65000", "[::1]", "[::1]:80", "localhost:"])
def test_names_of_this_machine(host: str, served: Served) -> None:
    """They are served, with any port: a tunnel may have another."""
    assert 200 == served.get("/v1/health", Host=host).status


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "", "::1", "localhost:x", "[::1]:x"]
)
def test_other_names(host: str, served: Served) -> None:
    """A name that somebody else let point here is refused (DNS rebinding)."""
    answer = served.get("/v1/health", Host=host)
    assert (400, "application/problem+json") == (answer.status, answer.headers["content-type"])


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:1", "http://[", ""])
def test_pages_of_other_origins(origin: str, served: Served) -> None:
    """A page cannot send here, and no answer says that it may read."""
    answer = served.post("/v1/check", "<a/>", Origin=origin)
    assert 403 == answer.status
    assert not [name for name in answer.headers if name.startswith("access-control-")]


def test_the_own_origin(served: Served) -> None:
    """A page that came from here could ask; without CORS no other origin is let in by a preflight."""
    assert 422 == served.post("/v1/check", "<a/>", Origin=f"http://127.0.0.1:{served.port}").status
    preflight = served.ask("OPTIONS", "/v1/check", Access_Control_Request_Method="POST")
    assert 405 == preflight.status
    assert not [name for name in preflight.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("path", ["/v1/health", "/v1/nothing", "/v1/openapi.json"])
def test_safe_headers(path: str, served: Served) -> None:
    """A browser neither guesses a type, nor runs or frames or keeps anything; the software is not named."""
    headers = served.get(path).headers
    assert "nosniff" == headers["x-content-type-options"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "no-store" == headers["cache-control"]
    assert "server" not in headers


def test_other_names_where_that_was_meant(tiny: Catalogue) -> None:
    """With --allow-remote any name is right, and an origin still has to be the own one."""
    with serving(tiny, allow_remote=True) as served:
        assert 200 == served.get("/v1/health", Host="meters.example").status
        assert 403 == served.get("/v1/health", Host="meters.example", Origin="http://evil.example").status
        assert 200 == served.get("/v1/health", Host="meters.example", Origin="http://meters.example").status
