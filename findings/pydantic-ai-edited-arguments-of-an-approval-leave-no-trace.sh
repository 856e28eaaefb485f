#!/usr/bin/env bash
# pydantic-ai (PyPI): arguments that a person edits while approving are used for the call and are written down
# nowhere; an edit that does not fit the tool is told to the model, not to the person who made it.
#
# Expected: `ToolApproved(override_args=…)` is documented as arguments to use instead of the original ones. So
#   the history (what the model reads next, what is stored with all_messages_json(), what an audit reads) says
#   what was called; and edited arguments that the tool cannot take raise at whoever handed them in, as a missing
#   answer does.
# Seen: after 100 was edited to 50, the tool ran with 50, and the history still holds the call with 100 beside
#   the return "paid 50". The model reads a call and a result that contradict each other, and a stored history
#   shows an amount that nobody paid. An edit without the required argument `to` raises nothing: the validation
#   errors become a `tool-return` part (outcome "retried") for the model, which never made that mistake; it
#   answers "done", run_sync() returns normally, the tool never ran and the approval is used up. Seen with
#   pydantic-ai-slim 2.68.0.
# Why it matters: "approve with changes" is the common case in review desks. Evidence built from the history is
#   wrong, and the reviewer believes that the change was carried out.
# Instead: keep the decision (who, old and new arguments) outside; validate the edit against the tool's schema
#   before resuming; have the tool return what it did; after the run check the `outcome` of the approved call's
#   return.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pydantic-ai-slim==2.68.0

cat > run.py <<'PY'
import json
from importlib.metadata import version

from pydantic_ai import Agent, DeferredToolRequests, DeferredToolResults, ModelMessagesTypeAdapter, ToolApproved
from pydantic_ai.messages import ModelResponse, TextPart, ToolCallPart
from pydantic_ai.models.function import FunctionModel

print("pydantic-ai-slim", version("pydantic-ai-slim"))
turn = 0
paid: list[tuple[int, str]] = []


def scripted(messages, info) -> ModelResponse:
    global turn
    turn += 1
    if turn == 1:
        return ModelResponse(parts=[ToolCallPart("pay", {"amount": 100, "to": "Ann"}, tool_call_id="call-1")])
    return ModelResponse(parts=[TextPart("done")])


agent = Agent(FunctionModel(scripted), output_type=[str, DeferredToolRequests])


@agent.tool_plain(requires_approval=True)
def pay(amount: int, to: str) -> str:
    paid.append((amount, to))
    return f"paid {amount}"


asked = agent.run_sync("pay Ann")
assert isinstance(asked.output, DeferredToolRequests)
stored = asked.all_messages_json()


def resume(edited: dict):
    global turn
    turn = 1
    paid.clear()
    result = agent.run_sync(
        message_history=ModelMessagesTypeAdapter.validate_json(stored),
        deferred_tool_results=DeferredToolResults(approvals={"call-1": ToolApproved(override_args=edited)}),
    )
    parts = [part for message in json.loads(result.all_messages_json()) for part in message["parts"]]
    return result.output, parts


output, parts = resume({"amount": 50, "to": "Ann"})
[call] = [p for p in parts if p["part_kind"] == "tool-call"]
[back] = [p for p in parts if p["part_kind"] == "tool-return"]
print("edited to 50: paid", paid, "| history: call", call["args"], "return", repr(back["content"]))
assert paid == [(50, "Ann")] and output == "done"
args = json.loads(call["args"]) if isinstance(call["args"], str) else call["args"]
assert args == {"amount": 100, "to": "Ann"} and back["content"] == "paid 50", (call, back)
others = [p for p in parts if p is not back and "50" in json.dumps({k: p.get(k) for k in ("args", "content")})]
assert not others, others

output, parts = resume({"amount": 50})
kinds = [part["part_kind"] for part in parts]
[back] = [p for p in parts if p["part_kind"] == "tool-return"]
print("edited without 'to': paid", paid, "| output", repr(output), "| tool-return", back["outcome"], back["content"])
assert paid == [] and output == "done"
assert back["outcome"] == "retried" and "Field required" in json.dumps(back["content"]), back
print("as described: the history never shows the edited arguments, and a wrong edit raises nothing")
PY
venv/bin/python run.py
