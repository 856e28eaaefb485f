import { Injectable } from '@nestjs/common';
import { type JsonSchema, TaskDetailsService, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { limitText } from '../protocol/foreign-text';
import { Question, type QuestionForm } from '../protocol/question';
import { questionForm } from './question-form';

const LONGEST_TITLE = 300;
const LONGEST_TEXT = 4_000;

const VERDICT: QuestionForm = {
  type: 'object',
  properties: {
    verdict: { type: 'string', title: 'Verdict', enum: ['approve', 'reject'] },
    reason: { type: 'string', title: 'Reason', description: 'Needed to reject.', maxLength: 2_000 },
  },
  required: ['verdict'],
};

/** Tasks as questions to the person at the client. */
@Injectable()
export class TaskQuestions {
  constructor(private readonly details: TaskDetailsService) {}

  /** Null when the form is more than a client can show: it has parts, files or conditions that are needed. */
  async about(ctx: TenantContext, task: TaskView): Promise<Question | null> {
    const payloads = await this.details.payloads(ctx, [task.id]);
    const { schema = {} } = payloads.get(task.id)?.form ?? {};
    if (task.approval) return this.aboutApproval(ctx, task, schema);
    const form = questionForm(schema);
    return form && new Question(textOf(task), form, String(task.revision));
  }

  /** What the person was shown, as the client gives it back; null when it is something else. */
  shown(state: string | undefined): { revision: number; payloadDigest?: string } | null {
    const [, revision, payloadDigest] = /^(\d{1,9})(?::([\da-f]{64}))?$/.exec(state ?? '') ?? [];
    if (revision === undefined) return null;
    return { revision: Number(revision), ...(payloadDigest === undefined ? {} : { payloadDigest }) };
  }

  private async aboutApproval(
    ctx: TenantContext,
    task: TaskView,
    form: JsonSchema,
  ): Promise<Question | null> {
    const hasForm = Object.keys((form['properties'] as object | undefined) ?? {}).length > 0;
    const approval = (await this.details.approvals(ctx, [task.id])).get(task.id);
    if (hasForm || approval === undefined) return null;
    const shown = JSON.stringify(approval.payload, null, 2);
    // Nobody approves what they were not shown in full.
    if (shown.length > LONGEST_TEXT) return null;
    return new Question(`${textOf(task)}\n\n${shown}`, VERDICT, `${task.revision}:${approval.payloadDigest}`);
  }
}

function textOf({ title, description }: TaskView): string {
  const more = description === null ? '' : `\n\n${limitText(description, LONGEST_TEXT)}`;
  return `${limitText(title, LONGEST_TITLE)}${more}`;
}
