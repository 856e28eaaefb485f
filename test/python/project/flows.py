"""Workflows for the tests, as a user writes them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import orkestra
from temporalio import activity, workflow
from temporalio.common import RawValue, SearchAttributeKey, TypedSearchAttributes
from temporalio.exceptions import ApplicationError

L1 = orkestra.Assignment(group="support-l1")
TEXT = {"answer": orkestra.Field("text", required=True)}


@dataclass
class Answer:
    answer: str


@activity.defn
async def remember(answer: str) -> str:
    return f"remembered {answer}"


@workflow.defn(name="py-question")
class Question:
    @workflow.run
    async def run(self, given: dict[str, Any]) -> dict[str, Any]:
        result = await orkestra.task(given["question"], form=TEXT, answer=Answer, assign_to=L1, type="question")
        kept = await workflow.execute_activity(
            remember, result.data.answer, start_to_close_timeout=timedelta(seconds=10)
        )
        by = result.completed_by.display_name if result.completed_by else None
        return {"answer": result.data.answer, "by": by, "kept": kept}


@workflow.defn(name="py-everything")
class Everything:
    """All that a request can hold."""

    @workflow.run
    async def run(self, given: dict[str, Any]) -> dict[str, Any]:
        form = {
            "kind": orkestra.Field(
                "select", label="Kind", options=["a", orkestra.Option(value="b", label="B")]
            ),
            "amount": orkestra.Field(
                "number",
                required=True,
                help_text="Before tax",
                validation=orkestra.Validation(min=0, max=1_000),
                show_when={"field": "kind", "equals": "b"},
            ),
            "iban": orkestra.Field("text", sensitive=True, placeholder="DE…"),
            "fixed": orkestra.Field("text", read_only=True, default="as it is"),
            "files": orkestra.Field("file", multiple=True, validation=orkestra.Validation(max=3)),
        }
        step = orkestra.EscalationStep
        chain = [
            step(action="notify", after=timedelta(minutes=5), if_unclaimed=True, message="Still open"),
            step(action="escalate", from_due=timedelta(0), to=orkestra.Target(group="support-l2")),
        ]
        waiting = asyncio.ensure_future(
            orkestra.task(
                "Everything",
                description="With all of it",
                form=form,
                assign_to=orkestra.Assignment(group="support-l1", strategy="manual", require_members=True),
                context={
                    "customer": {"iban": "DE00", "since": datetime(2026, 1, 2, tzinfo=UTC)},
                    "tags": ("x",),
                },
                sensitive_context=["/customer/iban"],
                priority="high",
                sla=orkestra.Sla(timeout=timedelta(hours=1), chain=chain),
                time_to_live=timedelta(days=1),
                type="everything",
                decidable_by="people",
                request_key="everything",
            )
        )
        await workflow.wait_condition(lambda: any("taskId" in task for task in orkestra.pending_tasks()))
        await orkestra.reassign_task(
            orkestra.Target(group="support-l2"), request_key="everything", reason="Bigger"
        )
        result = await waiting
        origin = orkestra.origin()
        return {"data": result.data, "starter": origin.starter.kind, "id": origin.workflow_id}


@workflow.defn(name="py-expiring")
class Expiring:
    @workflow.run
    async def run(self, given: dict[str, Any]) -> str:
        try:
            expire = orkestra.EscalationStep(action="expire", after=timedelta(seconds=1))
            await orkestra.task("Quick!", form=TEXT, sla=orkestra.Sla(chain=[expire]))
        except orkestra.TaskExpiredError as error:
            return f"{error.type}: {error.message}"
        return "decided"


@workflow.defn(name="py-refused")
class Refused:
    @workflow.run
    async def run(self, given: dict[str, Any]) -> list[str]:
        told = []
        for assign_to, context in (
            (orkestra.Assignment(group="no-such-group"), None),
            (None, {"amount": float("nan")}),
            (None, {"amount": 2**60}),
            (None, {"text": "x" * 2_200_000}),
        ):
            try:
                await orkestra.task("Refused", assign_to=assign_to, context=context)
            except ApplicationError as error:
                told.append(f"{type(error).__name__} {error.type}: {error.message}")
        return told


@dataclass
class Offer:
    amount: int


@workflow.defn(name="py-offer")
class MakeOffer:
    @workflow.run
    async def run(self, given: dict[str, Any]) -> dict[str, Any]:
        result = await orkestra.approval(
            "Approve the offer",
            Offer(amount=100),
            quorum=orkestra.Quorum(rule="count", count=2),
            assign_to=orkestra.Assignment(candidate_users=["sam@demo.test", "lee@demo.test"]),
            on_changes_requested=self.cheaper,
        )
        offer = result.require()
        return {"amount": offer.amount, "votes": [vote.by.display_name for vote in result.votes]}

    async def cheaper(self, wish: orkestra.ChangesRequested) -> Offer:
        return Offer(amount=90 if wish.reason == "Cheaper" else 0)


@workflow.defn(name="py-parallel")
class Parallel:
    @workflow.run
    async def run(self, given: dict[str, Any]) -> list[str]:
        asked = [orkestra.task(title, form=TEXT, answer=Answer, assign_to=L1) for title in given["questions"]]
        return [result.data.answer for result in await asyncio.gather(*asked)]


@workflow.defn(name="py-endless")
class Endless:
    """A question that outlives a run, beside a handler for all signals."""

    def __init__(self) -> None:
        self.others: list[str] = []

    @workflow.signal(dynamic=True)
    async def other(self, name: str, args: Sequence[RawValue]) -> None:
        self.others.append(name)

    @workflow.run
    async def run(self, given: dict[str, Any]) -> dict[str, Any]:
        asked = asyncio.ensure_future(
            orkestra.task("Still there?", form=TEXT, answer=Answer, assign_to=L1, request_key="ask")
        )
        await workflow.wait_condition(lambda: asked.done() or "go-on" in self.others)
        if not asked.done():
            workflow.continue_as_new({"runs": given["runs"] + 1})
        return {"answer": asked.result().data.answer, "runs": given["runs"], "others": self.others}


@workflow.defn(name="py-parent")
class Parent:
    """Its child has the tenant, too, whatever it is given."""

    @workflow.run
    async def run(self, given: dict[str, Any]) -> Any:
        key = SearchAttributeKey.for_keyword("OrkestraTenant")
        wrong = TypedSearchAttributes([]).updated(key.value_set("somebody-else"))
        mine = await workflow.execute_child_workflow(
            Question.run,
            {"question": "Child?"},
            id=f"{orkestra.origin().workflow_id}-child",
            search_attributes=wrong,
        )
        return {"child": mine}


@workflow.defn(name="py-failing")
class Failing:
    @workflow.run
    async def run(self, given: dict[str, Any]) -> None:
        await orkestra.task("Cancel me", form=TEXT)


WORKFLOWS = [Question, Everything, Expiring, Refused, MakeOffer, Parallel, Endless, Parent, Failing]
