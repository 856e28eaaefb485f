"""What Python values become on the wire, against the contract's schema."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orkestra
import pytest
from orkestra import contract
from orkestra.mailbox import Mailbox
from orkestra.spec import task_spec
from orkestra.task import typed
from orkestra.wire import to_wire
from pydantic import BaseModel
from temporalio.exceptions import ApplicationError

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "libs/sdk/contract/wire-contract.schema.json").read_text(encoding="utf-8")
)
TARGET = orkestra.Target(user="u", group="g")
STEP = orkestra.EscalationStep(
    action="notify",
    after=orkestra.Delay(time=timedelta(hours=1), calendar=True, business_days=1),
    from_due=timedelta(minutes=-5),
    to=TARGET,
    if_unclaimed=True,
    message="m",
)
VALIDATION = orkestra.Validation(min=0, max=1, min_length=1, max_length=2, pattern="a")
FULL: dict[str, Any] = {
    "TaskAssignment": orkestra.Assignment(
        user="u",
        group="g",
        candidate_users=["a"],
        candidate_groups=["b"],
        excluded=["c"],
        skills=["d"],
        strategy="manual",
        require_members=True,
    ),
    "EscalationStep": STEP,
    "TaskDelay": STEP.after,
    "FormFieldValidation": VALIDATION,
    "FormOption": orkestra.Option(value="v", label="l"),
    "RawForm": orkestra.RawForm({"type": "object"}, {"ui:order": []}),
    "TaskSla": orkestra.Sla(
        timeout=timedelta(hours=1),
        calendar=True,
        business_days=1,
        due_at=datetime(2027, 1, 1, tzinfo=UTC),
        chain=[STEP],
    ),
    "FormField": orkestra.Field(
        "select",
        label="l",
        placeholder="p",
        help_text="h",
        default="d",
        required=True,
        options=["a"],
        multiple=True,
        validation=VALIDATION,
        show_when={"field": "x", "filled": True},
        read_only=True,
        sensitive=True,
    ),
}


@pytest.mark.parametrize("name", FULL)
def test_each_part_of_a_request_has_the_members_of_the_contract(name: str) -> None:
    assert set(FULL[name].to_wire()) == set(SCHEMA["$defs"][name]["properties"])


def test_a_request_has_the_members_of_the_contract() -> None:
    given: dict[str, Any] = {
        "description": "d",
        "form": {"a": FULL["FormField"]},
        "assign_to": FULL["TaskAssignment"],
        "context": {"at": datetime(2027, 1, 1, tzinfo=UTC), "tags": {"b", "a"}},
        "sensitive_context": ["/at"],
        "priority": 10,
        "sla": timedelta(minutes=1),
        "time_to_live": timedelta(days=1),
        "type": "t",
        "decidable_by": "people",
        "conversation_id": "c",
        "on_behalf_of": "ada",
        "approval": {"payload": 1},
    }
    spec = task_spec("Title", **given)
    assert set(spec) == set(SCHEMA["$defs"]["TaskSpec"]["properties"])
    assert spec["sla"] == {"timeoutMs": 60_000}
    assert spec["context"] == {"at": "2027-01-01T00:00:00+00:00", "tags": ["a", "b"]}
    assert spec["form"]["a"]["options"] == [{"value": "a"}]


def test_names_and_version_are_those_of_the_contract() -> None:
    about = SCHEMA["x-orkestra"]
    assert about["version"] == contract.CONTRACT_VERSION
    assert about["names"] == {
        "ORKESTRA_TASK_QUEUE": contract.TASK_QUEUE,
        "ORKESTRA_KEY": contract.KEY,
        "TENANT_SEARCH_ATTRIBUTE": contract.TENANT_SEARCH_ATTRIBUTE,
        "TASK_CLOSED_SIGNAL": contract.TASK_CLOSED,
        "TASK_CHANGED_SIGNAL": contract.TASK_CHANGED,
        "PENDING_TASKS_QUERY": contract.PENDING_TASKS,
        "IS_WAITING_FOR_QUERY": contract.IS_WAITING_FOR,
    }


@pytest.mark.parametrize(
    ("typed_dict", "name"),
    [
        (contract.TaskClosed, "TaskClosed"),
        (contract.TaskRef, "TaskRef"),
        (contract.WireActor, "TaskActor"),
        (contract.WireVote, "TaskVote"),
        (contract.WireChangesRequested, "ChangesRequested"),
        (contract.PendingTask, "PendingTask"),
        (contract.Header, "OrkestraHeader"),
    ],
)
def test_answers_have_the_members_of_the_contract(typed_dict: Any, name: str) -> None:
    schema = SCHEMA["$defs"][name]
    assert set(typed_dict.__annotations__) == set(schema["properties"])


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (float("inf"), "context/a is inf"),
        (2**53, "more digits"),
        (datetime(2027, 1, 1), "time zone"),
        ({1: "a"}, "keys are texts"),
        (object(), "of the type object"),
    ],
)
def test_what_json_would_not_keep_is_refused(value: Any, told: str) -> None:
    with pytest.raises(ApplicationError, match=told) as refused:
        to_wire({"a": value}, "context")
    assert refused.value.type == "task.invalid_spec"
    assert refused.value.non_retryable


@dataclass
class Verdict:
    refund: bool
    note: str = ""


class Address(BaseModel):
    street: str
    floor: int | None = None


def test_answers_become_what_was_asked_for() -> None:
    assert typed(Verdict, {"refund": True}) == Verdict(refund=True)
    assert typed(Address, {"street": "Main"}) == Address(street="Main")
    assert typed(None, {"a": 1}) == {"a": 1}
    with pytest.raises(ApplicationError, match="no Address") as unfit:
        typed(Address, {"floor": "x"})
    assert unfit.value.type == "task.unfit_answer"


def test_a_decision_is_taken_once() -> None:
    mailbox = Mailbox()
    closed: contract.TaskClosed = {"taskId": "1", "outcome": "completed", "completedAt": "2027-01-01T00:00:00Z"}
    for message in (None, 7, {"taskId": 1}, {"taskId": "1"}, closed, {**closed, "outcome": "cancelled"}):
        mailbox.deliver(message)
    assert mailbox.take("1") == closed
    mailbox.deliver(closed)
    assert mailbox.take("1") is None
