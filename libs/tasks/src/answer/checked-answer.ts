import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { UnknownAttachmentError } from '../attachments/attachments.errors';
import { checkAttachments } from '../attachments/check-attachments.store';
import { readForm } from '../commands/decision.store';
import type { TaskView } from '../task/task-view';
import { InvalidTaskDataError } from '../task/task.errors';
import { attachmentIdsIn } from '../forms/answer/attachment-ids';
import { checkFormData } from '../forms/answer/form-data';
import { sensitivePlaces } from '../secrets/sensitive-places';

export interface CheckedAnswer {
  data: Record<string, unknown>;
  /** The JSON pointers of what is to be sealed. */
  sensitive: string[];
}

/**
 * The answer to a task's form as it is kept, with every file that it names; the files stay until the transaction ends.
 * @param fillDefaults whether defaults stand in for what the answer leaves out; where not said, they do
 * @param form where it is being read already
 * @throws InvalidTaskDataError with the wrong fields by JSON pointer
 */
export async function checkedAnswer(
  em: EntityManager,
  ctx: TenantContext,
  task: TaskView,
  given: unknown,
  fillDefaults = true,
  form = readForm(em, task),
): Promise<CheckedAnswer> {
  const { schema, digest } = await form;
  const { data, errors } = checkFormData(schema, digest, given, fillDefaults);
  if (errors.length > 0) throw new InvalidTaskDataError(errors);
  await checkFiles(em, ctx, task, attachmentIdsIn({ schema }, data));
  return { data, sensitive: sensitivePlaces(schema, data) };
}

async function checkFiles(
  em: EntityManager,
  ctx: TenantContext,
  task: TaskView,
  files: readonly { pointer: string; id: string }[],
): Promise<void> {
  const ids = files.map(({ id }) => id);
  try {
    await checkAttachments(em, ctx, task.id, ids);
  } catch (error) {
    if (!(error instanceof UnknownAttachmentError)) throw error;
    const unknown = error.details.ids as readonly string[];
    const message = 'This file is not attached to the task (any more). Attach it again.';
    throw new InvalidTaskDataError(
      files.filter(({ id }) => unknown.includes(id)).map(({ pointer }) => ({ pointer, message })),
    );
  }
}
