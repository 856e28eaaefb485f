import type { TaskResult, WorkflowContext } from '@orkestra/sdk';
import { allTasks, getPendingTasks, task, timeout } from '@orkestra/sdk';
import { condition, proxyActivities } from '@temporalio/workflow';
import type * as activities from './activities';
import type { Review, Version } from './document';

const { attachFile } = proxyActivities<typeof activities>({ startToCloseTimeout: '1m' });

const form = {
  verdict: {
    type: 'radio',
    required: true,
    options: [
      { value: 'fine', label: 'Fine as it is' },
      { value: 'change', label: 'Needs a change' },
    ],
  },
  comment: { type: 'textarea', required: true, showWhen: { field: 'verdict', equals: 'change' } },
} as const;

// #region review
/** An editor first; lawyers and finance, at the same time, only see what the editor has let pass. */
export async function reviewsOf(ctx: WorkflowContext, title: string, version: Version): Promise<Review[]> {
  const edit = review('editors', title, version);
  const [edited] = await Promise.all([task(ctx, edit), attached(ctx, version, edit.title)]);
  const editor = toReview('editors', edited);
  if (editor.verdict === 'change') return [editor];

  const [law, money] = [review('legal', title, version), review('finance', title, version)];
  const [both] = await Promise.all([
    allTasks(ctx, { law, money }),
    attached(ctx, version, law.title),
    attached(ctx, version, money.title),
  ]);
  return [editor, toReview('legal', both.law), toReview('finance', both.money)];
}
// #endregion

// #region attached
/** Puts the file beside a task as soon as it exists; not beside one that was decided before that. */
export async function attached(ctx: WorkflowContext, version: Version, title: string): Promise<void> {
  const idOf = () => getPendingTasks(ctx).find((waiting) => waiting.title === title)?.taskId;
  await condition(() => idOf() !== undefined, '1m');
  const taskId = idOf();
  if (taskId !== undefined) await attachFile({ version, taskId });
}
// #endregion

function review(group: string, title: string, { number, note }: Version) {
  return {
    title: `Review "${title}", version ${number}, for ${group}`,
    type: 'document-review',
    description: note,
    form,
    assignTo: { group },
    sla: timeout('3bd'),
  };
}

function toReview(role: string, { data, completedBy }: TaskResult<typeof form>): Review {
  return { role, by: completedBy?.displayName ?? role, verdict: data.verdict, comment: data.comment };
}
