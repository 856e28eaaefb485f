"""`approval()`: asks people for a yes or no on one thing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Literal, TypeVar, Unpack

from .contract import TaskClosed, WireChangesRequested
from .errors import TaskRejectedError, unless_decided
from .request_key import new_request_key
from .run import current_run
from .spec import ApprovalRequest, Quorum, task_spec
from .task import Actor, actor_of, decider_of, typed
from .waiting import run_task
from .wire import to_wire

P = TypeVar("P")


@dataclass(frozen=True)
class Vote:
    """What one person said."""

    vote: Literal["approved", "rejected"]
    by: Actor
    at: datetime
    reason: str | None = None


@dataclass(frozen=True)
class ChangesRequested:
    """Somebody wants to see another version before they approve."""

    round: int
    requested_by: Actor
    reason: str | None = None


@dataclass(frozen=True)
class ApprovalResult(Generic[P]):
    """What was decided, by whom, and on which version."""

    task_id: str
    approved: bool
    payload: P
    """The version that was decided."""
    decided_at: datetime
    reason: str | None = None
    votes: tuple[Vote, ...] = ()
    decided_by: Actor | None = None
    _title: str = field(default="", repr=False)

    def require(self) -> P:
        """What was approved.

        Raises:
            TaskRejectedError: people said no
        """
        if self.approved:
            return self.payload
        closed: TaskClosed = {
            "taskId": self.task_id,
            "outcome": "rejected",
            "completedAt": self.decided_at.isoformat(),
        }
        if self.reason:
            closed["reason"] = self.reason
        raise TaskRejectedError(self._title, closed)


async def approval(
    title: str,
    payload: P,
    *,
    quorum: Quorum | Literal["any", "all"] | None = None,
    on_changes_requested: Callable[[ChangesRequested], Awaitable[P]] | None = None,
    request_key: str | None = None,
    **spec: Unpack[ApprovalRequest],
) -> ApprovalResult[P]:
    """Asks people to approve or reject; they may ask for changes, which does not end the task.

    Args:
        title: What it is about, in one line.
        payload: Shown to whoever decides; each vote is bound to the version that was seen.
        quorum: How many have to approve; without one, whoever holds the task or claims it decides alone.
        on_changes_requested: Makes the next version. Without it the request waits for a person to answer it.
        request_key: As of `task()`.
        spec: What `task()` takes, but for `form` and `answer`.

    Raises:
        TaskCancelledError, TaskExpiredError, TaskRefusedError: as of `task()`
        Exception: what `on_changes_requested` raises; the task is cancelled then
    """
    run = current_run()
    key = new_request_key(request_key)
    asked: dict[str, Any] = {"payload": to_wire(payload, "payload")}
    if quorum is not None:
        asked["quorum"] = (Quorum(rule=quorum) if isinstance(quorum, str) else quorum).to_wire()

    async def answer(request: WireChangesRequested) -> P:
        assert on_changes_requested
        by = actor_of(request["requestedBy"])
        wish = ChangesRequested(round=request["round"], requested_by=by, reason=request.get("reason"))
        return await on_changes_requested(wish)

    handler = answer if on_changes_requested else None
    closed = await run_task(run, key, task_spec(title, approval=asked, **spec), handler)
    undecided = unless_decided(title, closed)
    if undecided:
        raise undecided
    return _result_of(title, closed, payload)


def _result_of(title: str, closed: TaskClosed, payload: P) -> ApprovalResult[P]:
    return ApprovalResult(
        task_id=closed["taskId"],
        approved=closed["outcome"] == "approved",
        payload=_decided_version(closed, payload),
        decided_at=datetime.fromisoformat(closed["completedAt"]),
        reason=closed.get("reason"),
        votes=tuple(
            Vote(vote["vote"], actor_of(vote["by"]), datetime.fromisoformat(vote["at"]), vote.get("reason"))
            for vote in closed.get("votes", [])
        ),
        decided_by=decider_of(closed),
        _title=title,
    )


def _decided_version(closed: TaskClosed, first: P) -> P:
    """There where it is not the one that was asked with; it becomes of the same type."""
    if "payload" not in closed:
        return first
    version: Any = closed["payload"]
    return version if isinstance(first, (dict, list, type(None))) else typed(type(first), version)  # type: ignore[no-any-return]
