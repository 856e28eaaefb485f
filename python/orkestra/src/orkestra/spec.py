"""What a task is asked with. A mapping with the contract's own names does in place of each of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, TypedDict

from .wire import Wire, milliseconds, to_wire

FieldType = Literal[
    "text", "textarea", "number", "integer", "boolean", "email", "url", "date", "datetime", "time",
    "select", "multiselect", "radio", "checkbox", "file", "json",
]  # fmt: skip
EscalationAction = Literal["notify", "reassign", "escalate", "expire"]
AssignmentStrategy = Literal["manual", "round-robin", "least-loaded"]
Priority = int | Literal["low", "medium", "high", "urgent"]


@dataclass(frozen=True, kw_only=True)
class Option(Wire):
    """One choice of a field."""

    value: str
    label: str | None = None


@dataclass(frozen=True, kw_only=True)
class Validation(Wire):
    """What an answer has to meet. A pattern has no look-around and no back-references."""

    min: float | None = None
    max: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Field(Wire):
    """One field of a form; `options` are texts where value and label are the same."""

    type: FieldType
    _: KW_ONLY
    label: str | None = None
    placeholder: str | None = None
    help_text: str | None = None
    default: Any = None
    required: bool | None = None
    options: Sequence[Option | str] | None = None
    multiple: bool | None = None
    validation: Validation | None = None
    show_when: Mapping[str, Any] | None = None
    read_only: bool | None = None
    sensitive: bool | None = None

    def to_wire(self) -> dict[str, Any]:
        """As the contract has it."""
        wire = super().to_wire()
        if self.options is not None:
            choices = [Option(value=one) if isinstance(one, str) else one for one in self.options]
            wire["options"] = to_wire(choices, "options")
        return wire


@dataclass(frozen=True)
class RawForm(Wire):
    """A form that is written as JSON Schema 2020-12, such as `Model.model_json_schema()` of Pydantic."""

    schema: Mapping[str, Any]
    ui_schema: Mapping[str, Any] | None = None


Form = Mapping[str, Field | Mapping[str, Any]] | RawForm
"""Fields by name in the order in which a person sees them, or a JSON Schema in their place."""


@dataclass(frozen=True, kw_only=True)
class Assignment(Wire):
    """Who may work on a task; with nothing given, an admin nominates somebody."""

    user: str | None = None
    group: str | None = None
    candidate_users: Sequence[str] | None = None
    candidate_groups: Sequence[str] | None = None
    excluded: Sequence[str] | None = None
    skills: Sequence[str] | None = None
    strategy: AssignmentStrategy | None = None
    require_members: bool | None = None

    def to_wire(self) -> dict[str, Any]:
        """As the contract has it."""
        wire = super().to_wire()
        users, groups = wire.pop("candidateUsers", None), wire.pop("candidateGroups", None)
        candidates = {
            name: value for name, value in (("users", users), ("groups", groups)) if value is not None
        }
        return {**wire, "candidates": candidates} if candidates else wire


@dataclass(frozen=True, kw_only=True)
class Target(Wire):
    """Who hears of a task, or gets it."""

    user: str | None = None
    group: str | None = None


@dataclass(frozen=True, kw_only=True)
class Delay(Wire):
    """A length of time: of the clock, of working hours (`calendar`), or in working days."""

    time: timedelta | None = None
    calendar: bool | None = None
    business_days: int | None = None

    def to_wire(self) -> dict[str, Any]:
        """As the contract has it."""
        wire = super().to_wire()
        return {"milliseconds" if name == "time" else name: value for name, value in wire.items()}


@dataclass(frozen=True, kw_only=True)
class EscalationStep(Wire):
    """One step: `after` the creation, or so far `from_due` (negative: before it is due)."""

    action: EscalationAction
    after: timedelta | Delay | None = None
    from_due: timedelta | None = None
    to: Target | None = None
    if_unclaimed: bool | None = None
    message: str | None = None

    def to_wire(self) -> dict[str, Any]:
        """As the contract has it."""
        wire = super().to_wire()
        if isinstance(self.after, timedelta):
            wire["after"] = {"milliseconds": milliseconds(self.after)}
        if "fromDue" in wire:
            wire["fromDueMs"] = wire.pop("fromDue")
        return wire


@dataclass(frozen=True, kw_only=True)
class Sla(Wire):
    """When a task is due, and what happens on the way there and beyond, in the order in which it happens."""

    timeout: timedelta | None = None
    calendar: bool | None = None
    business_days: int | None = None
    due_at: datetime | None = None
    chain: Sequence[EscalationStep] | None = None

    def to_wire(self) -> dict[str, Any]:
        """As the contract has it."""
        wire = super().to_wire()
        return {"timeoutMs" if name == "timeout" else name: value for name, value in wire.items()}


@dataclass(frozen=True, kw_only=True)
class Quorum(Wire):
    """How many of those who may vote have to approve."""

    rule: Literal["any", "all", "count", "percentage", "per-group"]
    count: int | None = None
    percentage: float | None = None
    veto: bool | None = None


class ApprovalRequest(TypedDict, total=False):
    """What may be said of any task besides its title."""

    description: str | None
    assign_to: Assignment | Mapping[str, Any] | None
    context: Mapping[str, Any] | None
    sensitive_context: Sequence[str] | None
    priority: Priority | None
    sla: Sla | timedelta | Mapping[str, Any] | None
    time_to_live: timedelta | None
    type: str | None
    decidable_by: Literal["people", "anyone"] | None
    conversation_id: str | None
    on_behalf_of: str | None


class TaskRequest(ApprovalRequest, total=False):
    """The same of a task with a form."""

    form: Form | None


def task_spec(
    title: str,
    *,
    description: str | None = None,
    form: Form | None = None,
    assign_to: Assignment | Mapping[str, Any] | None = None,
    context: Mapping[str, Any] | None = None,
    sensitive_context: Sequence[str] | None = None,
    priority: Priority | None = None,
    sla: Sla | timedelta | Mapping[str, Any] | None = None,
    time_to_live: timedelta | None = None,
    type: str | None = None,
    decidable_by: Literal["people", "anyone"] | None = None,
    conversation_id: str | None = None,
    on_behalf_of: str | None = None,
    approval: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The `TaskSpec` of the contract."""
    due = Sla(timeout=sla) if isinstance(sla, timedelta) else sla
    given = {
        "title": title, "description": description, "form": form, "assignTo": assign_to, "context": context,
        "sensitiveContext": sensitive_context, "priority": priority, "sla": due, "timeToLiveMs": time_to_live,
        "type": type, "decidableBy": decidable_by, "conversationId": conversation_id,
        "onBehalfOf": on_behalf_of, "approval": approval,
    }  # fmt: skip
    return {name: to_wire(value, name) for name, value in given.items() if value is not None}
