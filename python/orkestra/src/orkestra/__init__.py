"""Workflows of Temporal's Python SDK that ask people, through Orkestra."""

from .approval import ApprovalResult, ChangesRequested, Vote, approval
from .commands import cancel_task, reassign_task
from .contract import CONTRACT_VERSION, PendingTask
from .errors import (
    TaskCancelledError,
    TaskError,
    TaskExpiredError,
    TaskNotDecidedError,
    TaskRefusedError,
    TaskRejectedError,
)
from .interceptor import OrkestraInterceptor
from .plugin import OrkestraPlugin
from .run import Origin, Starter, is_waiting_for, origin, pending_tasks
from .spec import (
    Assignment,
    Delay,
    EscalationStep,
    Field,
    Form,
    Option,
    Quorum,
    RawForm,
    Sla,
    Target,
    Validation,
)
from .task import Actor, TaskResult, task

__all__ = [
    "CONTRACT_VERSION",
    "Actor",
    "ApprovalResult",
    "Assignment",
    "ChangesRequested",
    "Delay",
    "EscalationStep",
    "Field",
    "Form",
    "Option",
    "Origin",
    "OrkestraInterceptor",
    "OrkestraPlugin",
    "PendingTask",
    "Quorum",
    "RawForm",
    "Sla",
    "Starter",
    "Target",
    "TaskCancelledError",
    "TaskError",
    "TaskExpiredError",
    "TaskNotDecidedError",
    "TaskRefusedError",
    "TaskRejectedError",
    "TaskResult",
    "Validation",
    "Vote",
    "approval",
    "cancel_task",
    "is_waiting_for",
    "origin",
    "pending_tasks",
    "reassign_task",
    "task",
]
