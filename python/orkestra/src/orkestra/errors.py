"""What goes wrong with a task; not caught, it fails the workflow with its type."""

from __future__ import annotations

from temporalio.exceptions import ActivityError, ApplicationError

from .contract import TaskClosed


class TaskError(ApplicationError):
    """A task that did not lead to a decision."""

    task_id: str | None = None
    reason: str | None = None


class TaskRefusedError(TaskError):
    """The server did not take what was asked; `type` is its code, such as `task.invalid_spec`."""

    @property
    def code(self) -> str:
        """The server's code."""
        return self.type or "internal"


class TaskNotDecidedError(TaskError):
    """A task that ended without a decision."""

    def __init__(self, sentence: str, closed: TaskClosed) -> None:
        reason = closed.get("reason")
        details = {"taskId": closed["taskId"], **({"reason": reason} if reason else {})}
        message = f"{sentence}: {reason}" if reason else sentence
        super().__init__(message, details, type=type(self).__name__, non_retryable=True)
        self.task_id = closed["taskId"]
        self.reason = reason


class TaskCancelledError(TaskNotDecidedError):
    """Somebody cancelled the task."""

    def __init__(self, title: str, closed: TaskClosed) -> None:
        actor = closed.get("completedBy")
        by = f" by {actor['displayName']}" if actor else ""
        super().__init__(f'The task "{title}" was cancelled{by}', closed)


class TaskExpiredError(TaskNotDecidedError):
    """The task's time to live ended first."""

    def __init__(self, title: str, closed: TaskClosed) -> None:
        super().__init__(f'The task "{title}" expired before anybody decided it', closed)


class TaskRejectedError(TaskNotDecidedError):
    """People said no; `ApprovalResult.require()` raises it."""

    def __init__(self, title: str, closed: TaskClosed) -> None:
        super().__init__(f'The request "{title}" was rejected', closed)


def workflow_error(code: str, message: str) -> ApplicationError:
    """A workflow written or started in a way that cannot work; `code` says how."""
    return ApplicationError(message, type=code, non_retryable=True)


def unless_decided(title: str, closed: TaskClosed) -> TaskNotDecidedError | None:
    """What to raise where nobody has decided."""
    if closed["outcome"] == "cancelled":
        return TaskCancelledError(title, closed)
    return TaskExpiredError(title, closed) if closed["outcome"] == "expired" else None


def refusal_of(error: ActivityError) -> TaskRefusedError | None:
    """What the server said, without what Temporal wraps it in."""
    cause = error.cause
    if not isinstance(cause, ApplicationError):
        return None
    return TaskRefusedError(cause.message, *cause.details, type=cause.type, non_retryable=cause.non_retryable)
