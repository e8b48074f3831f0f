"""The Node-RED flow that lies in examples: it is whole, and asks only for what there is."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from s1sr_validator.server.openapi import openapi_document

FLOW: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "examples" / "node-red-flow.json").read_text("utf-8")
)
REQUESTS = [node for node in FLOW if node["type"] == "http request"]
DOCUMENTATION_EUI = re.compile(r"00-00-5E-EF-10-00-00-[0-9A-F]{2}")


def test_wires_lead_somewhere() -> None:
    """Every id is there once, every node is on the tab, and every wire ends at a node."""
    ids = [node["id"] for node in FLOW]
    assert len(ids) == len(set(ids))
    (tab,) = [node["id"] for node in FLOW if node["type"] == "tab"]
    for node in FLOW:
        assert node["type"] == "tab" or tab == node["z"]
        assert {target for wire in node.get("wires", []) for target in wire} <= set(ids)


def test_it_sends_polls_and_checks() -> None:
    """Three requests, in that order."""
    assert ["/dcc/requests", "/dcc/responses", "/v1/check"] == [urlsplit(node["url"]).path for node in REQUESTS]


@pytest.mark.parametrize("node", REQUESTS, ids=lambda node: node["name"])
def test_what_it_asks_for_is_there(node: dict[str, Any]) -> None:
    """Method, path and parameters are described."""
    url = urlsplit(node["url"])
    operation = openapi_document()["paths"][url.path][node["method"].lower()]
    assert {name for name, _value in parse_qsl(url.query)} <= {each["name"] for each in operation["parameters"]}
    assert "127.0.0.1:8417" == url.netloc


def test_its_ids_are_those_for_documentation() -> None:
    """No EUI-64 in it can be a real Device."""
    text = json.dumps(FLOW)
    euis = re.findall(r"[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7}", text)
    assert euis
    assert all(DOCUMENTATION_EUI.fullmatch(eui) for eui in euis)
