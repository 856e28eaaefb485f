import type { SubmitButton } from './answer-panel';
import { AnswerPanel } from './answer-panel';
import { asksForAnything } from './asks-for-anything';
import type { TaskActions } from '../commands/use-task-actions';
import { DraftFields } from '../drafts/draft-operations';
import { type FragmentType, graphql, readFragment } from '../generated';
import type { TaskRowFragment } from '../generated/graphql';
import panel from '../interface/panel.module.css';
import { isRecord } from '../interface/values/is-record';
import { borrowedWords, holdsForOwner, readOnlyReason } from '../commands/read-only.words';
import { useViewer } from '../viewer/viewer';

const TaskAnswerFields = graphql(`
  fragment TaskAnswer on Task {
    id
    form {
      schema
      uiSchema
    }
    ...Draft
  }
`);

export interface TaskAnswerProps {
  task: FragmentType<typeof TaskAnswerFields>;
  row: TaskRowFragment;
  actions: TaskActions;
}

/** The form of an open task; to be filled by who may complete it, to be read by everyone else. */
export function TaskAnswer({ task, row, actions }: TaskAnswerProps) {
  const viewer = useViewer();
  if (row.closedAt) return null;
  const { allowedActions } = row;
  const claim = !allowedActions.includes('COMPLETE');
  const editable = !claim || allowedActions.includes('CLAIM_AND_COMPLETE');
  const borrowed = holdsForOwner(row, viewer.id);
  const giveBack = {
    label: 'Give back',
    variant: 'filled',
    busy: actions.busy === 'RESOLVE',
    shortcut: 'e',
    half: true,
    send: () => actions.send('RESOLVE', {}),
  } as const;
  const complete = {
    label: claim ? 'Claim and complete' : 'Complete',
    variant: claim ? 'light' : 'filled',
    busy: actions.busy === 'COMPLETE',
    shortcut: 'e',
    send: (data: unknown, savedRevision: number) => {
      const expectedRevision = Math.max(row.revision, savedRevision);
      return actions.send('COMPLETE', { data, fillDefaults: false, claim, expectedRevision });
    },
  } as const;
  return (
    <section className={`panel ${panel.panel}`}>
      <h2 className={panel.heading}>Your answer</h2>
      <TaskForm
        task={task}
        readOnly={editable || borrowed ? null : readOnlyReason(row, viewer.id)}
        note={borrowed ? borrowedWords(row) : null}
        submit={borrowed ? giveBack : complete}
      />
    </section>
  );
}

export interface ApprovalFormProps extends TaskAnswerProps {
  payloadDigest: string;
}

/** The form that has to be filled in to approve; nothing where an approval asks for nothing. */
export function ApprovalForm({ task, row, actions, payloadDigest }: ApprovalFormProps) {
  if (row.closedAt || !approvesByForm(task)) return null;
  const editable = row.allowedActions.includes('APPROVE');
  return (
    <TaskForm
      task={task}
      readOnly={editable ? null : 'There is nothing for you to decide here now.'}
      submit={{
        label: 'Approve',
        variant: 'filled',
        busy: actions.busy === 'APPROVE',
        shortcut: 'a',
        send: (data) => actions.send('APPROVE', { data, fillDefaults: false, payloadDigest }),
      }}
    />
  );
}

export function approvesByForm(task: FragmentType<typeof TaskAnswerFields>): boolean {
  return asksForAnything(readFragment(TaskAnswerFields, task).form?.schema);
}

interface TaskFormProps {
  task: FragmentType<typeof TaskAnswerFields>;
  readOnly: string | null;
  note?: string | null;
  submit: SubmitButton;
}

function TaskForm({ task: masked, ...rest }: TaskFormProps) {
  const task = readFragment(TaskAnswerFields, masked);
  const { draft } = readFragment(DraftFields, task);
  return (
    <AnswerPanel
      taskId={task.id}
      schema={isRecord(task.form?.schema) ? task.form.schema : {}}
      uiSchema={task.form?.uiSchema}
      draft={draft}
      {...rest}
    />
  );
}
