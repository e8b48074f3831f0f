"""The path of the payload in an answer."""

from s1sr_validator.model.answer import Answer


def payload_path(answer: Answer) -> str:
    """Return the path of the `...Rsp` element, empty where there is none."""
    payload = answer.payload
    if payload is None:
        return ""
    found = (path for path, fields in answer.parts.items() if any(field.node == payload.node for field in fields))
    return next(found, "")
