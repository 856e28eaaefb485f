"""Has each request for changes answered by the workflow, beside the waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from .contract import TaskRef, WireChangesRequested
from .run import Run
from .wire import to_wire


class ChangesDesk:
    """One request at a time; what ends the task, or answers the request, ends the handler."""

    def __init__(self, run: Run, handler: Callable[[WireChangesRequested], Coroutine[Any, Any, Any]]) -> None:
        self._run = run
        self._handler = handler
        self._round = 0
        self._work: asyncio.Future[Any] | None = None

    def receive(self, request: WireChangesRequested | None) -> None:
        """What people ask for now, if anything; the same request may come again."""
        if request and request["round"] == self._round:
            return
        self.close()
        if request:
            self._round = request["round"]
            self._work = asyncio.ensure_future(self._handler(request))

    @property
    def is_ready(self) -> bool:
        """Whether there is a new version to send."""
        return self._work is not None and self._work.done()

    def answer(self, task_id: str) -> Coroutine[Any, Any, TaskRef] | None:
        """Sends the new version, if there is one; raises what the handler has raised."""
        if self._work is None or not self._work.done():
            return None
        payload = to_wire(self._work.result(), "payload")
        self._work = None
        request = {"taskId": task_id, "round": self._round, "payload": payload}
        return self._run.calls.ask("answerChanges", request)

    def close(self) -> None:
        """Ends the handler."""
        work, self._work = self._work, None
        if work:
            work.cancel()
