"""From Python values to what travels as JSON: snake case becomes camel case, and what is None stays away."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from .errors import workflow_error

_LARGEST_INTEGER = 2**53 - 1


class Wire:
    """A dataclass of this package, whose fields are the contract's in snake case."""

    def to_wire(self) -> dict[str, Any]:
        """As the contract has it."""
        if not is_dataclass(self):
            raise TypeError("Only dataclasses travel.")
        named = ((camel(field.name), getattr(self, field.name)) for field in fields(self))
        return {name: to_wire(value, name) for name, value in named if value is not None}


def camel(name: str) -> str:
    """`due_at` as `dueAt`."""
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(part.capitalize() for part in rest)


def to_wire(value: Any, where: str) -> Any:
    """The value as JSON keeps it.

    Raises:
        ApplicationError: `task.invalid_spec` where JSON has no such value, or would not keep it exactly.
    """
    if isinstance(value, Wire):
        return value.to_wire()
    if isinstance(value, timedelta):
        return milliseconds(value)
    if isinstance(value, datetime):
        return moment(value, where)
    if isinstance(value, Enum):
        return to_wire(value.value, where)
    if hasattr(value, "model_dump"):
        return to_wire(value.model_dump(mode="json"), where)
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_wire(getattr(value, field.name), f"{where}/{field.name}") for field in fields(value)
        }
    if isinstance(value, Mapping):
        return {_key(key, where): to_wire(member, f"{where}/{key}") for key, member in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        members = sorted(value) if isinstance(value, (set, frozenset)) else value
        return [to_wire(member, f"{where}/{index}") for index, member in enumerate(members)]
    return _plain(value, where)


def milliseconds(length: timedelta) -> int:
    """A length of time as the contract has it."""
    return round(length / timedelta(milliseconds=1))


def moment(value: datetime, where: str) -> str:
    """A moment in ISO 8601."""
    if value.tzinfo is None:
        raise _invalid(where, "is a moment without a time zone; give it one, such as datetime.now(UTC)")
    return value.isoformat()


def _plain(value: Any, where: str) -> Any:
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        if abs(value) > _LARGEST_INTEGER:
            raise _invalid(where, "has more digits than a number keeps exactly; send it as text")
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise _invalid(where, f"is {value}, which JSON does not have")
        return value
    raise _invalid(where, f"is of the type {type(value).__name__}, which JSON does not have")


def _key(key: Any, where: str) -> str:
    if isinstance(key, str):
        return key
    raise _invalid(where, f"has the key {key!r}; in JSON keys are texts")


def _invalid(where: str, why: str) -> Exception:
    return workflow_error("task.invalid_spec", f"{where} {why}.")
