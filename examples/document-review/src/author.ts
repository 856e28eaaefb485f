import type { WorkflowContext } from '@orkestra/sdk';
import { task, timeout } from '@orkestra/sdk';
import type { Review, ReviewInput, Version } from './document';

// #region upload
/** Has the author attach a version to a task of theirs, with what was said of the one before. */
export async function nextVersion(
  ctx: WorkflowContext,
  { title, author }: ReviewInput,
  number: number,
  wishes: readonly string[] = [],
): Promise<Version> {
  const { data, taskId } = await task(ctx, {
    title: `Upload "${title}", version ${number}`,
    type: 'document-version',
    description: wishes.join('\n') || undefined,
    form: {
      file: { type: 'file', required: true },
      note: { type: 'textarea', label: 'What is new?', required: true },
    },
    assignTo: { user: author },
    sla: timeout('5bd'),
  });
  return { number, taskId, attachmentId: data.file, note: data.note };
}
// #endregion

/** What the reviewers want changed, a line each. */
export function wishesOf(reviews: readonly Review[]): string[] {
  const wanted = reviews.filter(({ verdict }) => verdict === 'change');
  return wanted.map(({ role, by, comment }) => `${by} (${role}): ${comment ?? ''}`);
}
