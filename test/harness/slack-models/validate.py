"""Reads messages and views of Slack by Slack's own models, and says what these find wrong with them."""

import json
import sys

from slack_sdk.models.blocks import Block
from slack_sdk.models.messages.message import Message
from slack_sdk.models.views import View


def left_out(given, read):
    """What the models do not know: it is missing from what they have read."""
    if isinstance(given, dict) and isinstance(read, dict):
        return [
            f"/{key}{rest}"
            for key, value in given.items()
            for rest in ([""] if key not in read else left_out(value, read[key]))
        ]
    if isinstance(given, list) and isinstance(read, list):
        if len(given) != len(read):
            return [""]
        return [f"/{at}{rest}" for at, value in enumerate(given) for rest in left_out(value, read[at])]
    return [] if given == read else [""]


def problems_of(shape):
    blocks = Block.parse_all(shape["blocks"])
    try:
        if shape.get("type") == "modal":
            read = View(**shape).to_dict()
        else:
            read = Message(text=shape["text"], blocks=blocks).to_dict()
        for block in blocks:
            block.validate_json()
    except Exception as error:  # every model has errors of its own
        return [str(error)]
    return left_out(shape, read)


print(json.dumps([problems_of(shape) for shape in json.load(sys.stdin)]))
