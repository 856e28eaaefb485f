const KIB = 1024;

/** What a field adds to the cost of an operation, and to the size of its answer. */
export interface FieldWeight {
  /** Of a list: items where `first` does not say; what is below counts once for each. */
  items?: number;
  /** Bytes that one value may have, where that is more than a line of text. */
  bytes?: number;
}

/** A piece of this size costs as much as one field. */
export const BYTES_OF_A_FIELD = 2 * KIB;

const ANY_JSON = { bytes: 256 * KIB };
const A_DAY = { items: 2 };

/**
 * The weight of every field that is a list or leads to one, and of every heavy one; tests keep it complete. `edges` have
 * none: their number is that of the field that asks for them.
 */
export const FIELD_WEIGHTS: Readonly<Record<string, FieldWeight>> = {
  'AppendMessagesPayload.messages': { items: 50 },
  'BulkTasksPayload.answers': { items: 500 },
  'BusinessCalendar.closedDates': { items: 20 },
  'BusinessCalendar.openDates': { items: 5 },
  'Conversation.messages': { items: 20 },
  'Conversation.metadata': { bytes: 16 * KIB },
  'Conversation.participants': { items: 5 },
  'GroupSettings.escalationChain': { items: 5 },
  'Message.text': { bytes: 32 * KIB },
  'Message.toolCalls': { items: 1, bytes: 16 * KIB },
  'OpenDate.hours': A_DAY,
  'Query.absences': { items: 50 },
  'Query.businessCalendars': { items: 100 },
  'Query.conversations': { items: 20 },
  'Query.groups': { items: 20 },
  'Query.holidayPlaces': { items: 300 },
  'Query.holidays': { items: 60 },
  'Query.searchGroups': { items: 20 },
  'Query.searchUsers': { items: 20 },
  'Query.standingRuleUses': { items: 20 },
  'Query.standingRules': { items: 20 },
  'Query.taskCommentHistory': { items: 20 },
  'Query.tasks': { items: 20 },
  'Query.users': { items: 20 },
  'Query.workflowDefinitions': { items: 50 },
  'Query.workflowExecutions': { items: 20 },
  'StandingRule.argumentNames': { items: 10 },
  'StandingRule.arguments': { bytes: 64 * KIB },
  'Task.allowedActions': { items: 20 },
  'Task.attachments': { items: 50 },
  'Task.comments': { items: 20 },
  'Task.context': ANY_JSON,
  'Task.description': { bytes: 10 * KIB },
  'Task.events': { items: 50 },
  'Task.excluded': { items: 5 },
  'Task.steps': { items: 20 },
  'TaskApproval.earlierVersions': { items: 10 },
  'TaskApproval.payload': ANY_JSON,
  'TaskApproval.progress': { items: 5 },
  'TaskApproval.votes': { items: 50 },
  'TaskApprovalVersion.payload': ANY_JSON,
  'TaskCandidates.groups': { items: 5 },
  'TaskCandidates.users': { items: 5 },
  'TaskComment.mentions': { items: 5 },
  'TaskComment.text': { bytes: 10 * KIB },
  'TaskCommentVersion.text': { bytes: 10 * KIB },
  'TaskCounts.byGroup': { items: 100 },
  'TaskDecision.data': ANY_JSON,
  'TaskDraft.data': ANY_JSON,
  'TaskEvent.changes': { bytes: 4 * KIB },
  'TaskEvent.differences': { items: 5 },
  'TaskForm.schema': { bytes: 64 * KIB },
  'TaskForm.uiSchema': { bytes: 16 * KIB },
  'TenantSettings.escalationChain': { items: 5 },
  'ToolApproval.calls': { items: 20 },
  'ToolCall.arguments': { bytes: 64 * KIB },
  'ToolCall.similarBy': { items: 10 },
  'UserSettings.skills': { items: 50 },
  'Viewer.groups': { items: 20 },
  'Viewer.scopes': { items: 20 },
  'WeeklyHours.friday': A_DAY,
  'WeeklyHours.monday': A_DAY,
  'WeeklyHours.saturday': A_DAY,
  'WeeklyHours.sunday': A_DAY,
  'WeeklyHours.thursday': A_DAY,
  'WeeklyHours.tuesday': A_DAY,
  'WeeklyHours.wednesday': A_DAY,
  'WorkflowDefinition.examples': { items: 5, bytes: 16 * KIB },
  'WorkflowDefinition.inputSchema': { bytes: 64 * KIB },
  'WorkflowDefinition.outputSchema': { bytes: 64 * KIB },
  'WorkflowExecution.input': ANY_JSON,
  'WorkflowExecution.result': ANY_JSON,
  'WorkflowExecution.tasks': { items: 20 },
};
