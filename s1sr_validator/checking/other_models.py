"""The entries of the Central Products List that are not SMETS1 and that a CPL key stands for."""

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.device import key_of, parse_key
from s1sr_validator.model.regulation import OtherModel


def find_other_models(text: str, lookup: Lookup) -> tuple[OtherModel, ...]:
    """Return the entries that are not SMETS1 of a key, in key order; none where some SMETS1 Device Model has it.

    Raises:
        UsageError: the text is no CPL key.
    """
    parts = parse_key(text)
    if lookup.matching_devices(parts):
        return ()
    wanted = key_of(parts)
    found = {key: model for key, model in lookup.other_models.items() if f"{key}/".startswith(f"{wanted}/")}
    return tuple(found[key] for key in sorted(found))
