"""Runs the agent until it is told to stop."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

from orkestra import OrkestraPlugin
from temporalio.client import Client
from temporalio.worker import Worker

from agent import RefundAgent
from model import ask_model
from shop import look_up, pay_back


async def main() -> None:
    client = await Client.connect(
        os.environ.get("TEMPORAL_ADDRESS", "127.0.0.1:7233"),
        namespace=os.environ.get("TEMPORAL_NAMESPACE", "default"),
        plugins=[OrkestraPlugin()],
    )
    worker = Worker(
        client,
        task_queue="orkestra:python-agent",
        workflows=[RefundAgent],
        activities=[ask_model, look_up, pay_back],
        activity_executor=ThreadPoolExecutor(4),
    )
    async with worker:
        print("ready", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
