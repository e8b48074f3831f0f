"""The User Roles that services name."""

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.errors import UsageError


def read_role(text: str, lookup: Lookup) -> str:
    """Return a User Role as services write it.

    Raises:
        UsageError: no service names the role.
    """
    known = sorted({role for service in lookup.services.values() for role in service.eligible_user_roles})
    role = text.strip().upper()
    if role in known:
        return role
    raise UsageError(f"{text!r} is not a User Role of any service", tip=f"one of: {', '.join(known)}")
