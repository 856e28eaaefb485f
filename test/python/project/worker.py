"""Runs the workflows until it is told to stop."""

import asyncio
import os

from orkestra import OrkestraPlugin
from temporalio.client import Client
from temporalio.worker import Worker

from flows import WORKFLOWS, remember


async def main() -> None:
    client = await Client.connect(
        os.environ["TEMPORAL_ADDRESS"], namespace=os.environ["TEMPORAL_NAMESPACE"], plugins=[OrkestraPlugin()]
    )
    worker = Worker(client, task_queue="orkestra:test-python", workflows=WORKFLOWS, activities=[remember])
    async with worker:
        print("ready", flush=True)
        await asyncio.Event().wait()


asyncio.run(main())
