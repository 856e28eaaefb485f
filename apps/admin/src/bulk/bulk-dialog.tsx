import { Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { hasPassed, MomentField } from '../time/moment-field';
import { PriorityField } from '../commands/priority-field';
import { ReasonField, reasonOf } from '../commands/reason-field';
import { AwayHint } from '../directory/away-hint';
import { TargetSelect } from '../directory/target-select';
import { readTarget, type Target } from '../directory/targets';
import type { ApiError } from '../errors/api-error';
import { fromLocalDateTime } from '../time/moment-values';
import type { BulkCommand } from './bulk-operations';

/** The commands for many tasks that ask something first. */
export type BulkQuestion = 'ASSIGN' | 'SET_PRIORITY' | 'SET_DUE_DATE' | 'CANCEL';

export interface BulkDialogProps {
  /** How many tasks it is about. */
  count: number;
  onClose: () => void;
  onSend: (command: BulkCommand) => Promise<ApiError | null>;
}

/** Asks for what a command for many tasks still needs to know. */
export function BulkDialog({ question, ...props }: BulkDialogProps & { question: BulkQuestion }) {
  switch (question) {
    case 'ASSIGN':
      return <AssignTasks {...props} />;
    case 'SET_PRIORITY':
      return <PriorityOfTasks {...props} />;
    case 'SET_DUE_DATE':
      return <DueDateOfTasks {...props} />;
    case 'CANCEL':
      return <CancelTasks {...props} />;
  }
}

function AssignTasks({ count, onClose, onSend }: BulkDialogProps) {
  const [to, setTo] = useState<Target | null>(null);
  const [reason, setReason] = useState('');
  const target = to && readTarget(to.value);
  return (
    <ConfirmDialog
      title={`Assign ${tasksWords(count)}`}
      confirm="Assign"
      incomplete={!target}
      onClose={onClose}
      onConfirm={() => onSend({ action: 'ASSIGN', to: target, reason: reasonOf(reason) })}
    >
      <TargetSelect label="Assign to" withGroups required value={to} onChange={setTo} />
      <AwayHint target={to} />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

function PriorityOfTasks({ count, onClose, onSend }: BulkDialogProps) {
  const [priority, setPriority] = useState(50);
  return (
    <ConfirmDialog
      title={`Change the priority of ${tasksWords(count)}`}
      confirm="Change"
      onClose={onClose}
      onConfirm={() => onSend({ action: 'SET_PRIORITY', priority })}
    >
      <PriorityField value={priority} onChange={setPriority} />
    </ConfirmDialog>
  );
}

function DueDateOfTasks({ count, onClose, onSend }: BulkDialogProps) {
  const [due, setDue] = useState('');
  return (
    <ConfirmDialog
      title={`Change the due date of ${tasksWords(count)}`}
      confirm={due === '' ? 'Remove the due dates' : 'Change'}
      incomplete={hasPassed(due)}
      onClose={onClose}
      onConfirm={() => onSend({ action: 'SET_DUE_DATE', dueAt: fromLocalDateTime(due) ?? null })}
    >
      <MomentField label="Due" description="Empty: no due date any more." value={due} onChange={setDue} />
    </ConfirmDialog>
  );
}

function CancelTasks({ count, onClose, onSend }: BulkDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={`Cancel ${tasksWords(count)}?`}
      confirm={count === 1 ? 'Cancel it' : 'Cancel them'}
      danger
      onClose={onClose}
      onConfirm={() => onSend({ action: 'CANCEL', reason: reasonOf(reason) })}
    >
      <Text size="sm">
        They end without an answer, and this can’t be undone. Workflows that wait for them are told.
      </Text>
      <ReasonField value={reason} onChange={setReason} autoFocus />
    </ConfirmDialog>
  );
}

function tasksWords(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`;
}
