import { Text } from '@mantine/core';
import { useState } from 'react';
import { AwayHint } from '../directory/away-hint';
import { TargetMultiSelect, TargetSelect } from '../directory/target-select';
import { readTarget, type Target } from '../directory/targets';
import { ConfirmDialog } from '../interface/confirm-dialog';
import type { DialogProps } from './dialog-props';
import { ReasonField, reasonOf } from './reason-field';

/** Delegates the task: to a person for a while. */
export function DelegateDialog({ actions, onClose }: DialogProps) {
  const [to, setTo] = useState<Target | null>(null);
  const [reason, setReason] = useState('');
  const user = to && readTarget(to.value)?.user;
  return (
    <ConfirmDialog
      title="Delegate the task"
      confirm="Delegate"
      incomplete={!user}
      onClose={onClose}
      onConfirm={() => actions.send('DELEGATE', { to: user ?? '', reason: reasonOf(reason) })}
    >
      <Text size="sm">They do the work and give it back to you.</Text>
      <TargetSelect label="Delegate to" withGroups={false} required value={to} onChange={setTo} />
      <AwayHint target={to} />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

const words = {
  FORWARD: { title: 'Forward the task', label: 'Forward to', confirm: 'Forward' },
  ASSIGN: { title: 'Assign the task', label: 'Assign to', confirm: 'Assign' },
} as const;

/** Forwards or assigns the task: to a person or into a queue, for good. */
export function HandOverDialog({
  command,
  actions,
  onClose,
}: DialogProps & { command: 'FORWARD' | 'ASSIGN' }) {
  const [to, setTo] = useState<Target | null>(null);
  const [reason, setReason] = useState('');
  const { title, label, confirm } = words[command];
  const target = to && readTarget(to.value);
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      incomplete={!target}
      onClose={onClose}
      onConfirm={() => actions.send(command, { to: target ?? {}, reason: reasonOf(reason) })}
    >
      <TargetSelect
        label={label}
        description="A person holds it at once; in a group’s queue anyone of them can claim it."
        withGroups
        required
        value={to}
        onChange={setTo}
      />
      <AwayHint target={to} />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** Nominates: who may claim the task. */
export function NominateDialog({ actions, onClose }: DialogProps) {
  const [chosen, setChosen] = useState<Target[]>([]);
  const [reason, setReason] = useState('');
  const targets = chosen.map(({ value }) => readTarget(value));
  return (
    <ConfirmDialog
      title="Name candidates"
      confirm="Name them"
      incomplete={chosen.length === 0}
      onClose={onClose}
      onConfirm={() =>
        actions.send('NOMINATE', {
          users: targets.flatMap((target) => target?.user ?? []),
          groups: targets.flatMap((target) => target?.group ?? []),
          reason: reasonOf(reason),
        })
      }
    >
      <TargetMultiSelect
        label="Who may claim it"
        description="They take the place of all who could claim it until now."
        withGroups
        required
        value={chosen}
        onChange={setChosen}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** Escalates the task: one level up, and to somebody else if wanted. */
export function EscalateDialog({ actions, onClose }: DialogProps) {
  const [to, setTo] = useState<Target | null>(null);
  const [reason, setReason] = useState('');
  const target = to && readTarget(to.value);
  return (
    <ConfirmDialog
      title="Escalate the task"
      confirm="Escalate"
      onClose={onClose}
      onConfirm={() => actions.send('ESCALATE', { to: target ?? undefined, reason: reasonOf(reason) })}
    >
      <TargetSelect
        label="Hand it to"
        description="Without a choice it stays where it is, one level higher."
        withGroups
        clearable
        value={to}
        onChange={setTo}
      />
      <AwayHint target={to} />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
