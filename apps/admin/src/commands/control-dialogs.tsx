import { Text } from '@mantine/core';
import { useState } from 'react';
import { fromLocalDateTime, toLocalDateTime } from '../time/moment-values';
import { ConfirmDialog } from '../interface/confirm-dialog';
import type { DialogProps } from './dialog-props';
import { hasPassed, MomentField } from '../time/moment-field';
import { PriorityField } from './priority-field';
import { ReasonField, reasonOf } from './reason-field';

/** Suspends the task: its clock stops, for a while or until somebody resumes it. */
export function SuspendDialog({ actions, onClose }: DialogProps) {
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title="Suspend the task"
      confirm="Suspend"
      incomplete={hasPassed(until)}
      onClose={onClose}
      onConfirm={() =>
        actions.send('SUSPEND', { resumesAt: fromLocalDateTime(until), reason: reasonOf(reason) })
      }
    >
      <Text size="sm">Its clock stands still until it is resumed.</Text>
      <MomentField
        label="Comes back by itself"
        description="Leave it empty to resume it by hand."
        value={until}
        onChange={setUntil}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** Cancels the task: it ends without an answer. */
export function CancelDialog({ actions, title, hasWorkflow, onClose }: DialogProps) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title="Cancel the task?"
      confirm="Cancel the task"
      danger
      onClose={onClose}
      onConfirm={() => actions.send('CANCEL', { reason: reasonOf(reason) })}
    >
      <Text size="sm">
        “{title}” ends without an answer, and this can’t be undone.
        {hasWorkflow && ' The workflow that waits for it is told.'}
      </Text>
      <ReasonField value={reason} onChange={setReason} autoFocus />
    </ConfirmDialog>
  );
}

/** Sets the priority: where the task stands in lists. */
export function PriorityDialog({ actions, priority, onClose }: DialogProps) {
  const [value, setValue] = useState(priority);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title="Change the priority"
      confirm="Change"
      incomplete={value === priority}
      onClose={onClose}
      onConfirm={() => actions.send('SET_PRIORITY', { priority: value, reason: reasonOf(reason) })}
    >
      <PriorityField value={value} onChange={setValue} />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** Sets the due date: the steps that are still to come move with it. */
export function DueDateDialog({ actions, dueAt, onClose }: DialogProps) {
  const before = dueAt === null ? '' : toLocalDateTime(dueAt);
  const [due, setDue] = useState(before);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title="Change the due date"
      confirm={due === '' ? 'Remove the due date' : 'Change'}
      incomplete={due === before || hasPassed(due)}
      onClose={onClose}
      onConfirm={() =>
        actions.send('SET_DUE_DATE', { dueAt: fromLocalDateTime(due) ?? null, reason: reasonOf(reason) })
      }
    >
      <MomentField
        label="Due"
        description="Reminders and escalations that are still to come move by as much. Empty: no due date."
        value={due}
        onChange={setDue}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
