"""Asks the model: any server that speaks Anthropic's Messages API."""

import json
import os
import urllib.request
from typing import Any

from temporalio import activity


@activity.defn
def ask_model(talk: list[dict[str, Any]], tools: list[dict[str, Any]]) -> list[dict[str, Any]]:
    body = {
        "model": os.environ.get("MODEL", "claude-sonnet-4-5"),
        "max_tokens": 1_000,
        "messages": talk,
        "tools": tools,
    }
    request = urllib.request.Request(
        f"{os.environ.get('MODEL_URL', 'https://api.anthropic.com')}/v1/messages",
        data=json.dumps(body).encode(),
        headers={
            "content-type": "application/json",
            "anthropic-version": "2023-06-01",
            "x-api-key": os.environ.get("ANTHROPIC_API_KEY", ""),
        },
    )
    with urllib.request.urlopen(request, timeout=100) as response:
        reply: dict[str, Any] = json.load(response)
    content: list[dict[str, Any]] = reply["content"]
    return content
