"""Tools of the gateway as tools of smolagents, by mcpadapt: its default gives up on a call after five seconds."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "steps"))

from conversation import KEY, UNIQUE, URL, json_of, moved, tell
from mcpadapt.core import MCPAdapt
from mcpadapt.smolagents_adapter import SmolAgentsAdapter

server = {"url": URL, "transport": "streamable-http", "headers": {"Authorization": f"Bearer {KEY}"}}

with MCPAdapt(server, SmolAgentsAdapter(), client_session_timeout_seconds=5.0) as tools:
    by_name = {tool.name: tool for tool in tools}

    def call(name, **arguments):
        # As agents that are written in code do, it fills in what the model left out.
        everything = {argument: None for argument in by_name[name].inputs}
        return by_name[name].forward(**{**everything, **arguments})

    tell("tools", list(by_name))
    new = {"idempotency_key": UNIQUE, "title": "smolagents asks"}
    created = [json_of(call("task_create", **new)), json_of(call("task_create", **new))]
    tell("created", created)
    tell("waited", json_of(call("task_await", task_id=created[0]["task"]["task_id"])))
    first = json_of(call("task_list", limit=1, text=""))
    tell("pages", [first, json_of(call("task_list", limit=1, cursor=first["next_cursor"]))])
    tell("error", call("task_create", idempotency_key="x", title=""))
    moved()
    tell("whoami", json_of(call("whoami")))
