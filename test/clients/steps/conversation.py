"""How a client's program talks with the test: a line of JSON for each step, and a line back when the gateway has moved."""

import json
import os
import re
import sys

URL = os.environ["MCP_URL"]
KEY = os.environ["MCP_KEY"]
UNIQUE = os.environ["MCP_UNIQUE"]


def tell(step, value):
    print(json.dumps({"step": step, "value": value}), flush=True)


def moved():
    tell("move", None)
    sys.stdin.readline()


def json_of(text):
    """The data in an answer's text, which stands between marks."""
    found = re.search(r"<orkestra-data>\s*(.*?)\s*</orkestra-data>", text, re.DOTALL)
    if found is None:
        raise ValueError(text)
    return json.loads(found.group(1))
