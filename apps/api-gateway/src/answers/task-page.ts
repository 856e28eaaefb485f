import type { FieldError } from '@orkestra/core';
import { type OpenTask, plainForm } from '@orkestra/notifications';
import { formFields, type Sent } from './form-fields';
import { type Html, markup } from './html';
import { shownValue } from './shown-value';

type PageAction = 'approve' | 'reject' | 'complete' | 'comment';

/** What a page lets somebody do, and what they have sent already that was not right. */
export interface TaskPageOptions {
  /** Where its forms go. */
  target: string;
  actions: readonly PageAction[];
  /** Sent along with each form. */
  hidden?: Readonly<Record<string, string>> | undefined;
  problem?: string | undefined;
  errors?: readonly FieldError[] | undefined;
  sent?: Sent | undefined;
}

const LONGEST_REASON = 2_000;
const LONGEST_COMMENT = 10_000;

/** The task with one form for each thing that can be done: one press each, and no script. */
export function taskPage(look: OpenTask, options: TaskPageOptions): Html {
  const { task, payload, context } = look;
  return markup`<h1>${task.title}</h1>
    ${options.problem === undefined ? null : markup`<p class="bad" role="alert">${options.problem}</p>`}
    ${task.description === null ? null : markup`<p class="text">${task.description}</p>`}
    ${task.dueAt === null ? null : markup`<p class="dim">Due ${minute(task.dueAt)}</p>`}
    ${
      task.approval
        ? markup`<h2>What is to be approved</h2>
            ${shownValue(payload)}`
        : null
    }
    ${
      context === null || Object.keys(context).length === 0
        ? null
        : markup`<h2>Context</h2>
            ${shownValue(context)}`
    }
    ${options.actions.map((action) => formOf(action, look, options))}`;
}

function formOf(
  action: PageAction,
  { form }: OpenTask,
  { target, hidden = {}, sent, errors }: TaskPageOptions,
): Html {
  const fields = form === null ? [] : (plainForm(form) ?? []);
  const inputs = () => formFields(fields, { ...(sent && { sent }), ...(errors && { errors }) });
  const text = (name: string) => sent?.(name)[0] ?? '';
  switch (action) {
    case 'approve':
      return formTo(
        target,
        { action, ...hidden },
        markup`${inputs()}
          <div class="field">
            <label for="note">Comment</label
            ><textarea id="note" name="note" maxlength="${LONGEST_REASON}">${text('note')}</textarea>
          </div>
          <button>Approve</button>`,
      );
    case 'reject':
      return formTo(
        target,
        { action, ...hidden },
        markup`<div class="field">
            <label for="reason">Reason for rejecting *</label
            ><textarea id="reason" name="reason" maxlength="${LONGEST_REASON}" required>
${text('reason')}</textarea>
          </div>
          <button class="second">Reject</button>`,
      );
    case 'complete':
      return formTo(target, { action, ...hidden }, markup`${inputs()}<button>Send the answer</button>`);
    case 'comment':
      return formTo(
        target,
        { action, ...hidden },
        markup`<div class="field">
            <label for="comment">Comment *</label
            ><textarea id="comment" name="comment" maxlength="${LONGEST_COMMENT}" required>
${text('comment')}</textarea>
          </div>
          <button class="second">Comment</button>`,
      );
  }
}

function formTo(target: string, hidden: Readonly<Record<string, string>>, inputs: Html): Html {
  const kept = Object.entries(hidden).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return markup`<form method="post" action="${target}">${kept}${inputs}</form>`;
}

export function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
