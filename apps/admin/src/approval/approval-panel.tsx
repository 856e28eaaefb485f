import { Alert, Button, Group, Text } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { TaskActions } from '../commands/use-task-actions';
import { type FragmentType, graphql, readFragment } from '../generated';
import type { ApprovalFragment } from '../generated/graphql';
import { ContextValue } from '../interface/values/context-value';
import panel from '../interface/panel.module.css';
import { ChangesAnswer } from './changes-answer';
import { DecisionForm } from './decision-form';
import { VersionDiff } from './version-diff';
import { VoteList } from './vote-list';
import { VoteProgress } from './vote-progress';

const ApprovalFields = graphql(`
  fragment Approval on Task {
    id
    closedAt
    allowedActions
    approval {
      round
      waitingForRequester
      payload
      payloadDigest
      votes {
        ...Vote
      }
      ...VoteProgress
    }
  }
`);

type Shown = Pick<NonNullable<ApprovalFragment['approval']>, 'payload' | 'payloadDigest' | 'round'>;

export interface ApprovalPanelProps {
  task: FragmentType<typeof ApprovalFields>;
  actions: TaskActions;
  approvedByForm: boolean;
  /** The form of an approval that has one, bound to what is shown. */
  form: (payloadDigest: string) => ReactNode;
}

/** What is to be approved, what was said to it, and the decision; nothing for other tasks. */
export function ApprovalPanel({ task: masked, actions, approvedByForm, form }: ApprovalPanelProps) {
  const task = readFragment(ApprovalFields, masked);
  const { approval } = task;
  const [kept, setKept] = useState<Shown | null>(approval ?? null);
  if (!approval) return null;
  // The version that was shown first stays until the person asks for the new one: they decide on what they have read.
  const shown = task.closedAt ? approval : (kept ?? approval);
  const outdated = shown.payloadDigest !== approval.payloadDigest;
  return (
    <section className={`panel ${panel.panel}`} aria-labelledby="approval-heading">
      <h2 id="approval-heading" tabIndex={-1} className={panel.heading}>
        {task.closedAt ? 'What was to be approved' : 'To be approved'}
        {approval.round > 1 && ` · version ${shown.round}`}
      </h2>
      {outdated && <NewVersion round={approval.round} onShow={() => setKept(approval)} />}
      <div data-must-see={shown.payloadDigest}>
        <ContextValue value={shown.payload} asWritten />
      </div>
      <VersionDiff taskId={task.id} round={shown.round} payload={shown.payload} />
      <VoteProgress approval={approval} />
      <VoteList votes={approval.votes} round={approval.round} />
      {!outdated && form(shown.payloadDigest)}
      {!outdated && (
        <DecisionForm
          taskId={task.id}
          payloadDigest={shown.payloadDigest}
          allowed={task.allowedActions}
          actions={actions}
          approvedByForm={approvedByForm}
        />
      )}
      {task.allowedActions.includes('ANSWER_CHANGES') && (
        <ChangesAnswer
          key={approval.round}
          round={approval.round}
          payload={approval.payload}
          actions={actions}
        />
      )}
    </section>
  );
}

function NewVersion({ round, onShow }: { round: number; onShow: () => void }) {
  return (
    <Alert role="alert" color="yellow" variant="light" mb="md" icon={<IconRefreshAlert size={18} />}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">There is a new version. What you see is not to be decided any more.</Text>
        <Button size="compact-sm" variant="default" onClick={onShow}>
          Show version {round}
        </Button>
      </Group>
    </Alert>
  );
}
