"""Waits until a task has ended; the server alone decides what that end is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from temporalio import workflow
from temporalio.exceptions import FailureError

from .changes_desk import ChangesDesk
from .contract import PendingTask, TaskClosed, TaskRef, WireChangesRequested
from .errors import workflow_error
from .run import Run

_SHORTEST_ROUND = 1.0
"""However soon the next step is, the server is asked at most once a second by timer."""

OnChangesRequested = Callable[[WireChangesRequested], Coroutine[Any, Any, Any]]


async def run_task(
    run: Run, request_key: str, spec: dict[str, Any], on_changes: OnChangesRequested | None = None
) -> TaskClosed:
    """Creates a task, or finds it again by its request key, and waits until it has ended."""
    if request_key in run.pending:
        raise workflow_error(
            "task.duplicate_request_key",
            f'This workflow already waits for a task with the request key "{request_key}". Give each its own.',
        )
    pending: PendingTask = {"requestKey": request_key, "title": spec["title"]}
    if "type" in spec:
        pending["type"] = spec["type"]
    run.pending[request_key] = pending
    try:
        return await _create_and_wait(run, pending, spec, on_changes)
    except asyncio.CancelledError:
        await _withdraw(run, pending)
        raise
    except Exception as error:
        if "taskId" in pending and workflow.is_failure_exception(error):
            await _withdraw(run, pending)
        raise
    finally:
        del run.pending[request_key]


async def _create_and_wait(
    run: Run, pending: PendingTask, spec: dict[str, Any], on_changes: OnChangesRequested | None
) -> TaskClosed:
    request: dict[str, Any] = {"requestKey": pending["requestKey"], "spec": spec}
    if workflow.info().is_continue_as_new_suggested():
        request["continueAsNewSuggested"] = True
    cancellations = _cancellations()
    ref = await run.calls.create_task(request)
    pending["taskId"] = ref["taskId"]
    if _cancellations() > cancellations:
        # The creation was awaited to its end, which took the place of the cancellation.
        raise asyncio.CancelledError
    return await _until_closed(run, ref, ChangesDesk(run, on_changes) if on_changes else None)


def _cancellations() -> int:
    task = asyncio.current_task()
    return task.cancelling() if task else 0


async def _until_closed(run: Run, first: TaskRef, desk: ChangesDesk | None) -> TaskClosed:
    latest, task_id = first, first["taskId"]
    try:
        while "closed" not in latest and not run.mailbox.has(task_id):
            if desk:
                desk.receive(latest.get("changesRequested"))
            await _until_news(run, latest, desk)
            if run.mailbox.has(task_id):
                break
            run.mailbox.take_change(task_id)
            answer = desk.answer(task_id) if desk else None
            latest = (
                await _unless_closed(run, task_id, answer or run.calls.ask("advanceTask", {"taskId": task_id}))
                or latest
            )
    finally:
        if desk:
            desk.close()
    delivered = run.mailbox.take(task_id)
    closed = latest.get("closed") or delivered
    return await run.calls.read_result(task_id) if closed is None or closed.get("omitted") else closed


async def _until_news(run: Run, ref: TaskRef, desk: ChangesDesk | None) -> None:
    # Without a next step there is no timer: most tasks cost the workflow nothing while they wait.
    next_in = ref.get("nextInMs")
    timeout = None if next_in is None else max(next_in / 1_000, _SHORTEST_ROUND)
    task_id = ref["taskId"]
    try:
        await workflow.wait_condition(
            lambda: run.mailbox.has_news(task_id) or (desk is not None and desk.is_ready), timeout=timeout
        )
    except TimeoutError:
        return


async def _unless_closed(run: Run, task_id: str, ask: Coroutine[Any, Any, TaskRef]) -> TaskRef | None:
    # A server that is away for long must not hold back a decision that reached the workflow meanwhile.
    answer = asyncio.ensure_future(ask)
    news = asyncio.ensure_future(workflow.wait_condition(lambda: run.mailbox.has(task_id)))
    try:
        await workflow.wait([answer, news], return_when=asyncio.FIRST_COMPLETED)
        return answer.result() if answer.done() else None
    finally:
        for one in (answer, news):
            one.cancel()
            one.add_done_callback(_look_at)


def _look_at(task: asyncio.Future[Any]) -> None:
    if not task.cancelled():
        task.exception()


async def _withdraw(run: Run, pending: PendingTask) -> None:
    """Cancels a task that nobody waits for any more; the reconciler cancels what this could not."""
    cancelled = workflow.cancellation_reason() is not None
    reason = "The workflow was cancelled" if cancelled else "The workflow no longer waits for it"
    request = {"requestKey": pending["requestKey"], "reason": reason}
    if "taskId" in pending:
        request["taskId"] = pending["taskId"]
    try:
        await run.calls.at_the_end("cancelTask", request)
    except FailureError as error:
        workflow.logger.warning("A task that nobody waits for could not be cancelled: %s", error)
