"""`task()`: asks a person, and waits for the decision however long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Literal, TypeVar, Unpack, overload

from temporalio.converter import value_to_type

from .contract import TaskClosed, WireActor
from .errors import unless_decided, workflow_error
from .request_key import new_request_key
from .run import current_run
from .spec import TaskRequest, task_spec
from .waiting import run_task

T = TypeVar("T")
A = TypeVar("A")


@dataclass(frozen=True)
class Actor:
    """Who decided."""

    kind: Literal["user", "service", "system"]
    id: str
    display_name: str


@dataclass(frozen=True)
class TaskResult(Generic[T]):
    """What a person decided."""

    task_id: str
    data: T
    """The answers to the form."""
    completed_at: datetime
    completed_by: Actor | None = None


@overload
async def task(
    title: str, *, answer: type[A], request_key: str | None = None, **spec: Unpack[TaskRequest]
) -> TaskResult[A]: ...


@overload
async def task(
    title: str, *, answer: None = None, request_key: str | None = None, **spec: Unpack[TaskRequest]
) -> TaskResult[dict[str, Any]]: ...


async def task(
    title: str, *, answer: Any = None, request_key: str | None = None, **spec: Unpack[TaskRequest]
) -> TaskResult[Any]:
    """Asks a person, and waits for the decision however long it takes. Calls may run in parallel.

    Args:
        title: What it is about, in one line.
        answer: What the answers to the form become: a dataclass, a `TypedDict`, or a model of Pydantic; a dict
            where not given.
        request_key: Finds the same task again in a run that continues as new, with any decision that it has by
            then; the rest of the request must be the same.
        spec: The rest of the request: see `TaskRequest`.

    Raises:
        TaskCancelledError: somebody cancels the task
        TaskExpiredError: its time to live ends first
        TaskRefusedError: the server does not take the request, with its code, such as `task.invalid_spec`
        asyncio.CancelledError: the workflow, or what waits in it, is cancelled; the task is cancelled too
    """
    run = current_run()
    # Drawn before anything else, so that parallel calls get their keys in the order of the code.
    key = new_request_key(request_key)
    closed = await run_task(run, key, task_spec(title, **spec))
    undecided = unless_decided(title, closed)
    if undecided:
        raise undecided
    return TaskResult(
        task_id=closed["taskId"],
        data=typed(answer, closed.get("data", {})),
        completed_at=datetime.fromisoformat(closed["completedAt"]),
        completed_by=decider_of(closed),
    )


def decider_of(closed: TaskClosed) -> Actor | None:
    """Whose decision it was."""
    actor = closed.get("completedBy")
    return actor_of(actor) if actor else None


def actor_of(actor: WireActor) -> Actor:
    """As Python has it."""
    return Actor(kind=actor["kind"], id=actor["id"], display_name=actor["displayName"])


def typed(answer: Any, data: Any) -> Any:
    """The answers as the type that was asked for."""
    if answer is None:
        return data
    try:
        validate = getattr(answer, "model_validate", None)
        return validate(data) if validate else value_to_type(answer, data)
    except (TypeError, ValueError, KeyError) as error:
        raise workflow_error(
            "task.unfit_answer", f"What the person answered is no {answer.__name__}: {error}"
        ) from error
