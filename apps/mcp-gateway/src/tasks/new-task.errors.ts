import { DomainError, type FieldError } from '@orkestra/core';
import { InvalidTaskSpecError } from '@orkestra/tasks';

const OUR_NAMES: readonly [RegExp, string][] = [
  [/^\/sla\/dueAt$/, '/due_at'],
  [/^\/sla\/timeoutMs$/, '/due_in_minutes'],
  [/^\/timeToLiveMs$/, '/expires_in_minutes'],
  [/^\/assignTo/, '/assign_to'],
  [/^\/conversationId$/, '/conversation_id'],
  [/^\/form\/schema\b/, '/form_schema'],
  [/\/showWhen\b/, '/show_when'],
  [/\/notEquals$/, '/not_equals'],
  [/\/helpText$/, '/help_text'],
  [/\/readOnly$/, '/read_only'],
  [/\/minLength$/, '/min_length'],
  [/\/maxLength$/, '/max_length'],
];

/** The domain's complaint about a new task, in the names that the tool's arguments have. */
class InvalidNewTaskError extends DomainError {
  constructor(cause: InvalidTaskSpecError) {
    const fields = (cause.details.fields as FieldError[]).map(({ pointer, message }) => ({
      pointer: OUR_NAMES.reduce((path, [theirs, ours]) => path.replace(theirs, ours), pointer),
      message,
    }));
    super('invalid', cause.code, 'The task cannot be created.', { fields }, { cause });
  }
}

export function inOurNames(error: unknown): unknown {
  return error instanceof InvalidTaskSpecError ? new InvalidNewTaskError(error) : error;
}
