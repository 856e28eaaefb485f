"""Calls the server's activities: ordinary activities on its queue, retried until they get through."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any, TypeVar, cast

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.converter import PayloadConverter
from temporalio.exceptions import ActivityError, is_cancelled_exception
from temporalio.workflow import ActivityCancellationType

from .contract import ENDING, LARGEST_PAYLOAD, TASK_QUEUE, TaskClosed, TaskRef
from .errors import refusal_of, workflow_error

T = TypeVar("T")

_RETRY = RetryPolicy(
    initial_interval=timedelta(milliseconds=500),
    backoff_coefficient=2,
    maximum_interval=timedelta(seconds=30),
)
_ATTEMPT = timedelta(seconds=30)


class ServerCalls:
    """What one run asks of the server."""

    def __init__(self, task_queue: str | None) -> None:
        self._task_queue = task_queue or TASK_QUEUE

    async def create_task(self, request: dict[str, Any]) -> TaskRef:
        """Awaited to its end, so that a task that it has made after all can be cancelled."""
        to_its_end = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED
        return cast(TaskRef, await self._call("createTask", request, cancellation_type=to_its_end))

    async def ask(self, name: str, request: dict[str, Any]) -> TaskRef:
        """How the task stands, after what the call did to it."""
        return cast(TaskRef, await self._call(name, request))

    async def read_result(self, task_id: str) -> TaskClosed:
        """How a task ended, whatever its size."""
        return cast(TaskClosed, await self._call("readTaskResult", {"taskId": task_id}))

    async def at_the_end(self, name: str, request: dict[str, Any]) -> None:
        """A call that nothing cancels, and that does not hold the end of a run up for long."""
        one, all_together = ENDING
        call = self._call(name, request, start_to_close_timeout=one, schedule_to_close_timeout=all_together)
        await uninterrupted(call)

    async def _call(self, name: str, request: dict[str, Any], **options: Any) -> Any:
        check_size(f'The input of "{name}"', request)
        options.setdefault("start_to_close_timeout", _ATTEMPT)
        try:
            return await workflow.execute_activity(
                name, request, task_queue=self._task_queue, retry_policy=_RETRY, **options
            )
        except ActivityError as error:
            refusal = None if is_cancelled_exception(error) else refusal_of(error)
            if refusal is None:
                raise
            raise refusal from None


def check_size(what: str, value: Any) -> None:
    """Raises `payload.too_large` where Temporal would not take the value, but try for ever."""
    size = sum(len(payload.data) for payload in workflow.payload_converter().to_payloads([value]))
    if size > LARGEST_PAYLOAD:
        raise workflow_error(
            "payload.too_large",
            f"{what} holds {size} bytes; at most {LARGEST_PAYLOAD} are allowed. "
            "Keep large data elsewhere, and hand on where it lies.",
        )


async def uninterrupted(work: Coroutine[Any, Any, T]) -> T:
    """Waits to the end of some work, also when whoever waits is cancelled once more."""
    task = asyncio.ensure_future(work)
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            continue
    return task.result()


def plain_payload(value: Any) -> Any:
    """A header, which no codec touches."""
    return PayloadConverter.default.to_payload(value)
