#!/usr/bin/env bash
# llama-index-workflows (PyPI): two `ctx.wait_for_event` calls in one step share one answer, and the second
# question is never asked.
#
# Expected: each call waits for its own event and shows its own `waiter_event`. The docstring calls `waiter_id`
#   an optional means against showing the same question twice for one logical wait, so leaving it out should cost
#   a repeated prompt at worst. Two calls with two different questions are two logical waits.
# Seen: without `waiter_id` the id is made of the type of the awaited event, the requirements and the work item;
#   the question is not part of it. Both calls have the same id, so the step (which is replayed from its
#   beginning when an answer comes) hands the first answer to both calls. "Delete production?" is never shown to
#   anybody and is answered with what was said about staging. No warning, no error. With a `waiter_id` of its own
#   for each call both are asked, and then the LAST answer is given to both: an event settles every waiter of its
#   type whose requirements it meets, also those that were settled before. Only `requirements` keep the answers
#   apart. Seen with 2.26.1; since which version is not known.
# Why it matters: asking twice in one step is the plainest way to write "ask, then ask again", and
#   InputRequiredEvent/HumanResponseEvent are the events that the library provides for people. A person's yes is
#   used for something that the person never saw, or a no is turned into the yes of a later question.
# Instead: always pass `requirements={"question": id}` and send that id with the answer (a waiter_id alone is not
#   enough), or ask once per step. A test that counts the questions shown and answers them differently finds it.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check llama-index-workflows==2.26.1

cat > run.py <<'PY'
import asyncio
from importlib.metadata import version
from workflows import Context, Workflow, step
from workflows.events import HumanResponseEvent, InputRequiredEvent, StartEvent, StopEvent

QUESTIONS = ["Delete staging?", "Delete production?"]


def flow(waiter_id: bool, requirements: bool) -> type[Workflow]:
    class Clean(Workflow):
        @step
        async def ask(self, ctx: Context, ev: StartEvent) -> StopEvent:
            answers = []
            for number, question in enumerate(QUESTIONS):
                more = {}
                if waiter_id:
                    more["waiter_id"] = f"question-{number}"
                if requirements:
                    more["requirements"] = {"question": question}
                answer = await ctx.wait_for_event(
                    HumanResponseEvent, waiter_event=InputRequiredEvent(prefix=question), **more
                )
                answers.append(answer.response)
            return StopEvent(result=answers)

    return Clean


async def run(**options: bool) -> tuple[list[str], list[str]]:
    handler = flow(**options)(timeout=30).run()
    shown: list[str] = []
    async for event in handler.stream_events():
        if isinstance(event, InputRequiredEvent):
            shown.append(event.prefix)
            handler.ctx.send_event(
                HumanResponseEvent(response=f"answer to {event.prefix}", question=event.prefix)
            )
    return shown, await handler


async def main() -> None:
    print("llama-index-workflows", version("llama-index-workflows"))
    staging, production = [f"answer to {question}" for question in QUESTIONS]
    for options, expected_shown, expected_answers in [
        ({"waiter_id": False, "requirements": False}, QUESTIONS[:1], [staging, staging]),
        ({"waiter_id": True, "requirements": False}, QUESTIONS, [production, production]),
        ({"waiter_id": False, "requirements": True}, QUESTIONS, [staging, production]),
    ]:
        shown, answers = await run(**options)
        print(options, "shown:", shown, "answers:", answers)
        assert shown == expected_shown, shown
        assert answers == expected_answers, answers
    print("as described: without requirements one answer was used for both questions")


asyncio.run(main())
PY
venv/bin/python run.py
