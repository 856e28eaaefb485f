import type { AccessRule } from './access-rule';

/** What a field needs that leads from one thing to another which has a permission of its own to read it. */
export const FIELD_RULES: Readonly<Record<string, AccessRule>> = {
  'BulkTaskAnswer.task': 'tasks:write',
  'NotificationUpdate.latest': 'person',
  'Task.conversation': 'conversations:read',
  'Task.workflow': 'workflows:read',
  'TaskUpdate.task': 'tasks:read',
  'ToolCall.grantedRule': 'tasks:read',
  'WorkflowExecution.tasks': 'tasks:read',
};
