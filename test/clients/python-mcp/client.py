"""The protocol's own library for Python, in the mode of the 2025 era: a session."""

import asyncio
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "steps"))

from conversation import KEY, UNIQUE, URL, moved, tell
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared._httpx_utils import create_mcp_http_client


async def main():
    http = create_mcp_http_client(headers={"Authorization": f"Bearer {KEY}"})
    transport = streamable_http_client(URL, http_client=http)
    async with http, Client(transport, mode="legacy", read_timeout_seconds=5) as client:

        async def call(name, arguments):
            answer = await client.call_tool(name, arguments)
            if answer.is_error:
                return answer.content[0].text
            return answer.structured_content

        tell("tools", [tool.name for tool in (await client.list_tools()).tools])
        new = {"idempotency_key": UNIQUE, "title": "Python asks", "description": None, "form": None}
        created = [await call("task_create", new), await call("task_create", new)]
        tell("created", created)
        tell("waited", await call("task_await", {"task_id": created[0]["task"]["task_id"]}))
        first = await call("task_list", {"limit": 1, "text": "", "status": None})
        tell("pages", [first, await call("task_list", {"limit": 1, "cursor": first["next_cursor"]})])
        tell("error", await call("task_create", {"idempotency_key": "x", "title": ""}))
        await asyncio.to_thread(moved)
        tell("whoami", await call("whoami", {}))


asyncio.run(main())
