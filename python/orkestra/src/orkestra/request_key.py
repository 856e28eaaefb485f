"""The key that finds a task again, whatever is retried."""

from __future__ import annotations

import re

from temporalio import workflow

from .errors import workflow_error

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LONGEST = 200


def new_request_key(given: str | None) -> str:
    """One of its own for each call, or the given name within the id of the workflow."""
    if given is None:
        return str(workflow.uuid4())
    if not given.strip() or len(given) > _LONGEST:
        raise workflow_error(
            "task.invalid_request_key",
            f'A request key is a text of 1 to {_LONGEST} characters, such as "review".',
        )
    prefix = f"{workflow.info().workflow_id}#"
    return given if is_drawn_key(given) or given.startswith(prefix) else f"{prefix}{given}"


def is_drawn_key(request_key: str) -> bool:
    """Whether it was drawn for one call, so that another run finds the task only when it is handed on."""
    return _UUID.fullmatch(request_key) is not None
