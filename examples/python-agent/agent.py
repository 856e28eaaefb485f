"""An agent that asks before it acts: the model proposes, people decide, the activity does it once."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import orkestra
from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from model import ask_model
    from shop import look_up, pay_back

MOST_TURNS = 8
TOOLS = [
    {
        "name": "look_up_order",
        "description": "What was ordered, and what it cost.",
        "input_schema": {"type": "object", "properties": {"order": {"type": "string"}}, "required": ["order"]},
    },
    {
        "name": "pay_back",
        "description": "Pays money back. A person is asked first.",
        "input_schema": {
            "type": "object",
            "properties": {
                "order": {"type": "string"},
                "amount": {"type": "number"},
                "why": {"type": "string"},
            },
            "required": ["order", "amount", "why"],
        },
    },
]


@dataclass
class Complaint:
    order: str
    complaint: str


@dataclass
class Refund:
    """What a person approves, as the model has proposed it."""

    order: str
    amount: float
    why: str


@workflow.defn(name="refund-agent")
class RefundAgent:
    @workflow.run
    async def run(self, given: Complaint) -> dict[str, Any]:
        talk: list[dict[str, Any]] = [
            {"role": "user", "content": f"Order {given.order}. The customer says: {given.complaint}"}
        ]
        for _ in range(MOST_TURNS):
            reply = await workflow.execute_activity(
                ask_model, args=[talk, TOOLS], start_to_close_timeout=timedelta(minutes=2)
            )
            calls = [block for block in reply if block["type"] == "tool_use"]
            if not calls:
                return {"answer": " ".join(block["text"] for block in reply if block["type"] == "text")}
            results = [await self.use_tool(call) for call in calls]
            talk += [{"role": "assistant", "content": reply}, {"role": "user", "content": results}]
        return {"answer": "The agent gave up."}

    async def use_tool(self, call: dict[str, Any]) -> dict[str, Any]:
        given = call["input"]
        if call["name"] == "pay_back":
            told = await self.pay_back_if_approved(Refund(given["order"], given["amount"], given["why"]))
        else:
            told = await workflow.execute_activity(
                look_up, given["order"], start_to_close_timeout=timedelta(seconds=30)
            )
        return {"type": "tool_result", "tool_use_id": call["id"], "content": told}

    async def pay_back_if_approved(self, refund: Refund) -> str:
        try:
            decision = await orkestra.approval(
                f"Pay {refund.amount:.2f} back for order {refund.order}?",
                refund,
                assign_to=orkestra.Assignment(group="support-l1"),
                sla=timedelta(hours=4),
                time_to_live=timedelta(days=2),
            )
        except (orkestra.TaskExpiredError, orkestra.TaskCancelledError) as error:
            return f"Not paid: {error.message}"
        if not decision.approved:
            return f"Not paid, a person said no: {decision.reason or 'without a reason'}"
        # What was approved, and nothing else.
        return await workflow.execute_activity(
            pay_back, decision.payload, start_to_close_timeout=timedelta(seconds=30)
        )
