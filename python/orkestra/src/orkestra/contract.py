"""What a workflow and the server say to each other; `wire-contract.schema.json` of the SDK has it in full."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal, NotRequired, TypedDict

CONTRACT_VERSION = "1.0"
"""The version of the wire contract that this client speaks."""

TASK_QUEUE = "orkestra"
"""Queue of the worker that hosts the server's activities, unless the memo names another."""

KEY = "orkestra"
"""Key of the memo and of the header."""

TENANT_SEARCH_ATTRIBUTE = "OrkestraTenant"
TASK_CLOSED = "orkestra.taskClosed"
TASK_CHANGED = "orkestra.taskChanged"
PENDING_TASKS = "orkestra.pendingTasks"
IS_WAITING_FOR = "orkestra.isWaitingFor"

LARGEST_PAYLOAD = 2 * 1024 * 1024 - 1024
"""Bytes of JSON that Temporal takes at once, less what it wraps them in."""

LONGEST_MESSAGE = 10_000
"""Characters of a failure's message that are recorded."""

ENDING = timedelta(seconds=10), timedelta(minutes=1)
"""How long one attempt, and all of them, may take where a run ends meanwhile."""

Outcome = Literal["completed", "approved", "rejected", "cancelled", "expired"]


class WireActor(TypedDict):
    """Who did something."""

    kind: Literal["user", "service", "system"]
    id: str
    displayName: str


class WireVote(TypedDict):
    """What one person said of an approval."""

    vote: Literal["approved", "rejected"]
    reason: NotRequired[str]
    by: WireActor
    at: str


class TaskClosed(TypedDict):
    """How a task ended."""

    taskId: str
    outcome: Outcome
    data: NotRequired[dict[str, Any]]
    omitted: NotRequired[bool]
    completedBy: NotRequired[WireActor]
    completedAt: str
    reason: NotRequired[str]
    votes: NotRequired[list[WireVote]]
    payload: NotRequired[Any]


class WireChangesRequested(TypedDict):
    """Somebody wants to see another version before they approve."""

    round: int
    reason: NotRequired[str]
    requestedBy: WireActor


class TaskRef(TypedDict):
    """Where a task stands."""

    taskId: str
    closed: NotRequired[TaskClosed]
    nextInMs: NotRequired[float]
    changesRequested: NotRequired[WireChangesRequested]


class PendingTask(TypedDict):
    """A task that a run waits for."""

    taskId: NotRequired[str]
    requestKey: str
    title: str
    type: NotRequired[str]


class Header(TypedDict):
    """What the header `orkestra` carries."""

    tenantId: str
    correlationId: str
    starter: NotRequired[dict[str, Any]]


def is_reserved(name: str) -> bool:
    """Whether a signal, query or update of this name is Orkestra's own."""
    return name.startswith("orkestra.")
