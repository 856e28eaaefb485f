"""Keeps what signals say of tasks until it is taken; early, late and repeated deliveries do no harm."""

from __future__ import annotations

from typing import Any

from .contract import TaskClosed


class Mailbox:
    """The decisions and changes that have come, by the task's id."""

    def __init__(self) -> None:
        self._waiting: dict[str, TaskClosed] = {}
        self._changed: set[str] = set()
        self._taken: set[str] = set()

    def deliver(self, message: Any) -> None:
        """The signal `orkestra.taskClosed`."""
        task_id = _task_id_of(message)
        if task_id is None or not isinstance(message.get("outcome"), str):
            return
        if task_id not in self._taken and task_id not in self._waiting:
            self._waiting[task_id] = message

    def deliver_change(self, message: Any) -> None:
        """The signal `orkestra.taskChanged`: whoever waits asks the server how the task stands."""
        task_id = _task_id_of(message)
        if task_id is not None and task_id not in self._taken:
            self._changed.add(task_id)

    def has(self, task_id: str) -> bool:
        """Whether the decision is here."""
        return task_id in self._waiting

    def has_news(self, task_id: str) -> bool:
        """Whether there is a decision, or something to ask the server for."""
        return task_id in self._waiting or task_id in self._changed

    def take_change(self, task_id: str) -> None:
        """The change is about to be looked at; one that comes from now on is another."""
        self._changed.discard(task_id)

    def take(self, task_id: str) -> TaskClosed | None:
        """The decision, once; what comes for this task later is dropped."""
        self._changed.discard(task_id)
        self._taken.add(task_id)
        return self._waiting.pop(task_id, None)


def _task_id_of(message: Any) -> str | None:
    task_id = message.get("taskId") if isinstance(message, dict) else None
    return task_id if isinstance(task_id, str) else None
