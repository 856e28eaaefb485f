"""The shop that the agent works for; a line in a file stands for each payment."""

import json
import os
from typing import Any

from temporalio import activity

ORDERS = {"A-17": {"item": "cup", "price": 24.5}}


@activity.defn
def look_up(order: str) -> str:
    return json.dumps(ORDERS.get(order, "There is no such order."))


@activity.defn
def pay_back(refund: dict[str, Any]) -> str:
    with open(os.environ.get("PAYMENTS", "payments.jsonl"), "a") as payments:
        payments.write(json.dumps(refund) + "\n")
    return f"Paid {refund['amount']:.2f} back."
