import { Button, Group } from '@mantine/core';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ReasonField, reasonOf } from '../commands/reason-field';
import type { TaskActions } from '../commands/use-task-actions';
import { StickyFoot } from '../interface/sticky-foot';
import { useUnsentText } from '../drafts/unsent-texts';
import type { TaskAction } from '../generated/graphql';
import classes from './approval.module.css';

export interface DecisionFormProps {
  taskId: string;
  /** The digest of the payload that the person sees. */
  payloadDigest: string;
  allowed: readonly TaskAction[];
  actions: TaskActions;
  /** A form has to be filled in to approve; its own button approves then. */
  approvedByForm: boolean;
}

type Verdict = 'APPROVE' | 'REJECT' | 'REQUEST_CHANGES';

/** Approve, reject or ask for changes; the last two say why. */
export function DecisionForm(props: DecisionFormProps) {
  const { taskId, payloadDigest, allowed, actions, approvedByForm } = props;
  const [reason, setReason] = useUnsentText(taskId, 'Reason');
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const decide = async (verdict: Verdict): Promise<void> => {
    const given = reasonOf(reason);
    const needed = verdict !== 'APPROVE' && given === undefined;
    setMissing(needed);
    if (needed) return box.current?.querySelector('textarea')?.focus();
    const error = await actions.send(verdict, { payloadDigest, reason: given });
    if (!error) setReason('');
  };
  const may = (verdict: Verdict): boolean => allowed.includes(verdict);
  if (!may('APPROVE') && !may('REJECT') && !may('REQUEST_CHANGES')) return null;
  return (
    <div className={classes.decide} ref={box}>
      <ReasonField
        label="Reason"
        description="Needed to reject, or to ask for changes."
        error={missing ? 'Say why, so that the requester can do something about it.' : undefined}
        value={reason}
        onChange={setReason}
      />
      <StickyFoot>
        <Group gap="sm">
          {may('APPROVE') && !approvedByForm && (
            <Button
              leftSection={<IconCheck size={16} aria-hidden />}
              aria-keyshortcuts="a"
              loading={actions.busy === 'APPROVE'}
              onClick={() => void decide('APPROVE')}
            >
              Approve
            </Button>
          )}
          {may('REQUEST_CHANGES') && (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              loading={actions.busy === 'REQUEST_CHANGES'}
              onClick={() => void decide('REQUEST_CHANGES')}
            >
              Request changes
            </Button>
          )}
          {may('REJECT') && (
            <Button
              variant="light"
              color="red"
              leftSection={<IconX size={16} aria-hidden />}
              aria-keyshortcuts="d"
              loading={actions.busy === 'REJECT'}
              onClick={() => void decide('REJECT')}
            >
              Reject
            </Button>
          )}
        </Group>
      </StickyFoot>
    </div>
  );
}
