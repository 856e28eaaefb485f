"""What a workflow may do to its own tasks while they wait."""

from __future__ import annotations

from typing import Any, cast

from temporalio import workflow

from .contract import Outcome
from .errors import workflow_error
from .request_key import new_request_key
from .run import Run, current_run
from .spec import Target


async def cancel_task(
    *, task_id: str | None = None, request_key: str | None = None, reason: str | None = None
) -> Outcome | None:
    """Cancels a task of this workflow, unless it has ended; a `task()` that waits raises `TaskCancelledError`.

    Returns:
        How the task ended, which may be a decision that came first; None where there is no such task.
    """
    run = current_run()
    key = new_request_key(request_key) if request_key is not None else None
    request = {"taskId": task_id, "requestKey": key, "reason": reason}
    ref = await run.calls.ask("cancelTask", _given(request))
    closed = ref.get("closed")
    # A `task()` that waits for it goes on now; the signal that says the same comes later and is dropped.
    run.mailbox.deliver(closed)
    return closed["outcome"] if closed else None


async def reassign_task(
    to: Target, *, task_id: str | None = None, request_key: str | None = None, reason: str | None = None
) -> None:
    """Gives a task of this workflow to somebody else.

    Raises:
        TaskRefusedError: with the server's code, such as `task.closed`
    """
    run = current_run()
    operation_id = run.new_operation_id()
    found = task_id or await _created_task_id(run, request_key or "")
    request = {"taskId": found, "to": to.to_wire(), "reason": reason, "operationId": operation_id}
    await run.calls.ask("reassignTask", _given(request))


async def _created_task_id(run: Run, name: str) -> str:
    key = new_request_key(name)
    await workflow.wait_condition(lambda: key not in run.pending or "taskId" in run.pending[key])
    if key in run.pending:
        return run.pending[key]["taskId"]
    raise workflow_error("task.not_waiting", f'This workflow waits for no task with the request key "{name}".')


def _given(request: dict[str, Any]) -> dict[str, Any]:
    return cast(dict[str, Any], {name: value for name, value in request.items() if value is not None})
