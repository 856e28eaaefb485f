from dataclasses import dataclass
from datetime import timedelta

import orkestra
from temporalio import workflow


@dataclass
class Verdict:
    refund: bool
    note: str = ""


@workflow.defn(name="refund")
class Refund:
    @workflow.run
    async def run(self, given: dict[str, str]) -> str:
        verdict = await orkestra.task(
            f"Refund order {given['order']}?",
            form={"refund": orkestra.Field("boolean", required=True), "note": orkestra.Field("textarea")},
            answer=Verdict,
            assign_to=orkestra.Assignment(group="support-l1"),
            sla=timedelta(hours=4),
            context={"order": given["order"]},
        )
        return "refunded" if verdict.data.refund else "refused"
