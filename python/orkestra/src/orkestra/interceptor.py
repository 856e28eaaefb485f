"""What each run does around the user's code: takes signals, hands its tenant on, and tells how it ended."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any, NoReturn

from temporalio import workflow
from temporalio.api.common.v1 import Payload
from temporalio.common import (
    RawValue,
    SearchAttributeKey,
    SearchAttributePair,
    SearchAttributes,
    TypedSearchAttributes,
)
from temporalio.exceptions import FailureError
from temporalio.worker import (
    ContinueAsNewInput,
    ExecuteWorkflowInput,
    HandleSignalInput,
    Interceptor,
    SignalChildWorkflowInput,
    SignalExternalWorkflowInput,
    StartActivityInput,
    StartChildWorkflowInput,
    StartLocalActivityInput,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
)

from .calls import check_size, plain_payload
from .contract import KEY, TASK_CHANGED, TASK_CLOSED, TENANT_SEARCH_ATTRIBUTE, is_reserved
from .endings import ending_of
from .errors import workflow_error
from .request_key import is_drawn_key
from .run import Run

Headers = Mapping[str, Payload]
Attributes = SearchAttributes | TypedSearchAttributes | None


class OrkestraInterceptor(Interceptor):
    """Makes the workflows of a worker Orkestra's. `OrkestraPlugin` brings it along."""

    def workflow_interceptor_class(
        self, input: WorkflowInterceptorClassInput
    ) -> type[WorkflowInboundInterceptor] | None:
        """For each run."""
        return _Inbound


class _Inbound(WorkflowInboundInterceptor):
    _run: Run | None = None

    def init(self, outbound: WorkflowOutboundInterceptor) -> None:
        super().init(_Outbound(outbound, self))

    @property
    def run(self) -> Run | None:
        return self._run

    async def execute_workflow(self, input: ExecuteWorkflowInput) -> Any:
        run = self._opened()
        if run is None:
            return await super().execute_workflow(input)
        try:
            result = await super().execute_workflow(input)
            check_size("The result", result)
            await _tell(run, {"status": "completed", "result": result})
            return result
        except (Exception, asyncio.CancelledError) as error:
            ending = ending_of(error)
            if ending:
                await _tell(run, ending)
            raise

    async def handle_signal(self, input: HandleSignalInput) -> None:
        # In a new run signals come before its code: a handler for all names would get Orkestra's, too.
        run = self._opened() if is_reserved(input.signal) else None
        if run and input.signal == TASK_CLOSED:
            return run.take_closed(_argument_of(input))
        if run and input.signal == TASK_CHANGED:
            return run.take_changed(_argument_of(input))
        return await super().handle_signal(input)

    def _opened(self) -> Run | None:
        memo = workflow.memo_value(KEY, None)
        if self._run is None and isinstance(memo, dict) and "tenantId" in memo:
            self._run = Run(memo)
            self._run.open()
        return self._run


class _Outbound(WorkflowOutboundInterceptor):
    def __init__(self, next: WorkflowOutboundInterceptor, inbound: _Inbound) -> None:
        super().__init__(next)
        self._inbound = inbound

    def start_activity(self, input: StartActivityInput) -> workflow.ActivityHandle[Any]:
        input.headers = self._with_origin(input.headers)
        return super().start_activity(input)

    def start_local_activity(self, input: StartLocalActivityInput) -> workflow.ActivityHandle[Any]:
        input.headers = self._with_origin(input.headers)
        return super().start_local_activity(input)

    async def start_child_workflow(
        self, input: StartChildWorkflowInput
    ) -> workflow.ChildWorkflowHandle[Any, Any]:
        run = self._inbound.run
        if run:
            prefix = f"{run.tenant_id}/"
            input.id = input.id if input.id.startswith(prefix) else prefix + input.id
            input.headers = self._with_origin(input.headers)
            input.memo = {**(input.memo or {}), KEY: run.memo}
            input.search_attributes = _with_tenant(input.search_attributes, run.tenant_id)
        return await super().start_child_workflow(input)

    def continue_as_new(self, input: ContinueAsNewInput) -> NoReturn:
        run = self._inbound.run
        if run:
            _refuse_forgotten(run, input.args)
            input.headers = self._with_origin(input.headers)
            # Without a memo or attributes of its own the next run inherits them all.
            if input.memo is not None:
                input.memo = {**input.memo, KEY: run.memo}
            if input.search_attributes is not None:
                input.search_attributes = _with_tenant(input.search_attributes, run.tenant_id)
        super().continue_as_new(input)

    async def signal_child_workflow(self, input: SignalChildWorkflowInput) -> None:
        _refuse_reserved(input.signal)
        await super().signal_child_workflow(input)

    async def signal_external_workflow(self, input: SignalExternalWorkflowInput) -> None:
        _refuse_reserved(input.signal)
        await super().signal_external_workflow(input)

    def _with_origin(self, headers: Headers) -> Headers:
        run = self._inbound.run
        return {**headers, KEY: plain_payload(run.header)} if run else headers


async def _tell(run: Run, ending: dict[str, Any]) -> None:
    """Tells the server how the execution ended; the reconciler closes what this could not."""
    try:
        await run.calls.at_the_end("closeExecution", ending)
    except FailureError as error:
        workflow.logger.warning("The end of the execution could not be recorded: %s", error)


def _argument_of(input: HandleSignalInput) -> Any:
    """A handler of Orkestra's gets the argument, one for all names the name and raw values."""
    last = input.args[-1] if input.args else None
    if isinstance(last, (list, tuple)):
        last = last[0] if last else None
    return workflow.payload_converter().from_payload(last.payload) if isinstance(last, RawValue) else last


def _with_tenant(attributes: Attributes, tenant_id: str) -> TypedSearchAttributes:
    if attributes is not None and not isinstance(attributes, TypedSearchAttributes):
        raise workflow_error(
            "workflow.untyped_attributes",
            "Give a child or successor its search attributes as TypedSearchAttributes.",
        )
    key = SearchAttributeKey.for_keyword(TENANT_SEARCH_ATTRIBUTE)
    given = [pair for pair in attributes or () if pair.key.name != TENANT_SEARCH_ATTRIBUTE]
    return TypedSearchAttributes([*given, SearchAttributePair(key, tenant_id)])


def _refuse_reserved(signal: str) -> None:
    if is_reserved(signal):
        raise workflow_error("signal.reserved", f'The signal name "{signal}" is reserved.')


def _refuse_forgotten(run: Run, args: Any) -> None:
    """The next run finds a task only by a name, or by a key that it is given."""
    handed_on = json.dumps(args, default=str)
    forgotten = [
        f'"{task["title"]}"'
        for task in run.pending.values()
        if is_drawn_key(task["requestKey"]) and task["requestKey"] not in handed_on
    ]
    if forgotten:
        raise workflow_error(
            "workflow.forgotten_tasks",
            f"The new run could not find these open tasks again: {', '.join(forgotten)}. "
            "Give each a request_key, hand on its key of pending_tasks() in the input, or cancel it first.",
        )
