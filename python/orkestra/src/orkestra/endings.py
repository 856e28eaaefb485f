"""How an error ends an execution."""

from __future__ import annotations

import asyncio
from typing import Any

from temporalio import workflow
from temporalio.exceptions import ApplicationError, FailureError, is_cancelled_exception

from .contract import LONGEST_MESSAGE


def ending_of(error: BaseException) -> dict[str, Any] | None:
    """The input of `closeExecution`; nothing where the execution goes on, after a repair of its code."""
    cancelled = is_cancelled_exception(error)
    if cancelled and workflow.cancellation_reason() is not None:
        return {"status": "cancelled", "error": describe(error)}
    if isinstance(error, asyncio.CancelledError) or not workflow.is_failure_exception(error):
        return None
    return {"status": "failed", "error": describe(error)}


def describe(error: BaseException) -> dict[str, str]:
    """Type and message; of an activity or a child that failed, what it failed with."""
    if isinstance(error, FailureError) and not isinstance(error, ApplicationError) and error.cause:
        return describe(error.cause)
    named = isinstance(error, ApplicationError) and error.type
    message = error.message if isinstance(error, FailureError) else str(error)
    cut = f"{message[:LONGEST_MESSAGE]}…" if len(message) > LONGEST_MESSAGE else message
    return {"type": named or type(error).__name__, "message": cut}
