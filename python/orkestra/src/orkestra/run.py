"""What one run keeps: its calls to the server, what it was told, and the tasks it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from temporalio import workflow

from .calls import ServerCalls
from .contract import IS_WAITING_FOR, KEY, PENDING_TASKS, TASK_CHANGED, TASK_CLOSED, Header, PendingTask
from .errors import workflow_error
from .mailbox import Mailbox


@dataclass(frozen=True)
class Starter:
    """Who started a workflow, and for whom."""

    kind: str
    id: str
    on_behalf_of: tuple[str, ...] = ()


class Run:
    """One run of a workflow that Orkestra has started."""

    def __init__(self, memo: Mapping[str, Any]) -> None:
        self.memo = memo
        self.mailbox = Mailbox()
        self.calls = ServerCalls(memo.get("taskQueue"))
        self.pending: dict[str, PendingTask] = {}
        self._operations = 0

    @property
    def tenant_id(self) -> str:
        """Fixed when the workflow was started."""
        return cast(str, self.memo["tenantId"])

    @property
    def header(self) -> Header:
        """What goes with every call, child and successor."""
        names = ("tenantId", "correlationId", "starter")
        return cast(Header, {name: self.memo[name] for name in names if name in self.memo})

    def open(self) -> None:
        """Takes Orkestra's signals and queries; Temporal keeps those that came before."""
        workflow.set_signal_handler(TASK_CLOSED, self.take_closed)
        workflow.set_signal_handler(TASK_CHANGED, self.take_changed)
        workflow.set_query_handler(PENDING_TASKS, self.pending_tasks)
        workflow.set_query_handler(IS_WAITING_FOR, self.is_waiting_for)

    def take_closed(self, message: Any) -> None:
        """The signal `orkestra.taskClosed`."""
        self.mailbox.deliver(message)

    def take_changed(self, message: Any) -> None:
        """The signal `orkestra.taskChanged`."""
        self.mailbox.deliver_change(message)

    def pending_tasks(self) -> list[PendingTask]:
        """The tasks that this run waits for now."""
        return [task.copy() for task in self.pending.values()]

    def is_waiting_for(self, what: str) -> bool:
        """Whether it waits for a task of this title, type, id or request key."""
        names = ("title", "type", "taskId", "requestKey")
        return any(what in [task.get(name) for name in names] for task in self.pending.values())

    def new_operation_id(self) -> str:
        """Names one call of the run, whichever attempt gets through."""
        self._operations += 1
        return str(self._operations)


def current_run() -> Run:
    """The run that this code belongs to: the one whose handler Temporal has for Orkestra's signal.

    Raises:
        ApplicationError: `workflow.no_plugin`, `workflow.no_tenant`
    """
    handler = workflow.get_signal_handler(TASK_CLOSED)
    run = getattr(handler, "__self__", None)
    if isinstance(run, Run):
        return run
    if workflow.memo_value(KEY, None) is not None:
        raise workflow_error(
            "workflow.no_plugin",
            "This worker does not know Orkestra. Connect its client with plugins=[OrkestraPlugin()].",
        )
    name = workflow.info().workflow_type
    raise workflow_error(
        "workflow.no_tenant",
        f'The workflow "{name}" was started without a tenant. '
        "Start it through Orkestra, not in Temporal directly.",
    )


@dataclass(frozen=True)
class Origin:
    """Where a run comes from."""

    workflow_id: str
    run_id: str
    tenant_id: str
    correlation_id: str
    starter: Starter


def origin() -> Origin:
    """Where this run comes from. Its `workflow_id` is the key that the caller knows, without the tenant."""
    run, info = current_run(), workflow.info()
    starter = run.memo.get("starter") or {}
    return Origin(
        workflow_id=info.workflow_id.removeprefix(f"{run.tenant_id}/"),
        run_id=info.run_id,
        tenant_id=run.tenant_id,
        correlation_id=run.memo.get("correlationId", ""),
        starter=Starter(
            kind=starter.get("kind", ""),
            id=starter.get("id", ""),
            on_behalf_of=tuple(starter.get("onBehalfOf", ())),
        ),
    )


def pending_tasks() -> list[PendingTask]:
    """The tasks that this run waits for now; the query `orkestra.pendingTasks` answers the same."""
    return current_run().pending_tasks()


def is_waiting_for(what: str) -> bool:
    """Whether this run waits for a task of this title, type, id or request key."""
    return current_run().is_waiting_for(what)
