import { DomainError, type FieldError } from '@orkestra/core';
import { InvalidTaskSpecError, InvalidToolRequestError } from '@orkestra/tasks';

const ARGUMENT_NAMES: readonly [RegExp, string][] = [
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
  [/^\/conversationId$/, '/conversation_id'],
  [/\/callId$/, '/call_id'],
  [/\/similarBy\b/, '/similar_by'],
  [/\/minLength$/, '/min_length'],
  [/\/maxLength$/, '/max_length'],
];

/** The domain's complaint about what is asked, in the names that the tool's arguments have. */
class InvalidNewTaskError extends DomainError {
  constructor(cause: InvalidTaskSpecError | InvalidToolRequestError, message: string) {
    const fields = (cause.details.fields as FieldError[]).map((field) => ({
      ...field,
      pointer: ARGUMENT_NAMES.reduce(
        (path, [domainName, argumentName]) => path.replace(domainName, argumentName),
        field.pointer,
      ),
    }));
    super('invalid', cause.code, message, { fields }, { cause });
  }
}

export function toNewTaskError(error: unknown): unknown {
  if (error instanceof InvalidTaskSpecError)
    return new InvalidNewTaskError(error, 'The task cannot be created.');
  if (error instanceof InvalidToolRequestError)
    return new InvalidNewTaskError(error, 'Nobody can be asked about this.');
  return error;
}
