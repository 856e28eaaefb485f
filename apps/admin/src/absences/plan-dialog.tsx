import { useMutation } from '@apollo/client/react';
import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../interface/announcer';
import { useViewer } from '../viewer/viewer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { TargetSelect } from '../directory/target-select';
import { readTarget, type Target } from '../directory/targets';
import { type ApiError, readApiError } from '../errors/api-error';
import { messagesOf } from '../settings/field-messages';
import { PlanAbsence } from './absence-operations';
import { wholeDays } from './period.words';

export interface PlanDialogProps {
  user: { id: string; displayName: string };
  onPlanned: () => void;
  onClose: () => void;
}

/** Asks from when to when somebody is away, and who stands in. */
export function PlanDialog({ user, onPlanned, onClose }: PlanDialogProps) {
  const viewer = useViewer();
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [substitute, setSubstitute] = useState<Target | null>(null);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [plan] = useMutation(PlanAbsence);
  const errorAt = messagesOf(refused);
  const days = wholeDays(first, last);

  const confirm = async (): Promise<ApiError | null> => {
    if (days === null) return null;
    try {
      const target = substitute && readTarget(substitute.value);
      await plan({ variables: { input: { user: user.id, ...days, substitute: target?.user } } });
      announce('The absence is planned.');
      onPlanned();
      return null;
    } catch (error) {
      const explained = readApiError(error);
      setRefused(explained);
      return explained;
    }
  };
  return (
    <ConfirmDialog
      title={user.id === viewer.id ? 'Plan an absence' : `Plan an absence of ${user.displayName}`}
      confirm="Plan"
      incomplete={days === null}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Group grow align="start">
        <TextInput
          label="First day away"
          type="date"
          data-autofocus
          required
          value={first}
          onChange={(event) => setFirst(event.currentTarget.value)}
          error={errorAt('/from')}
        />
        <TextInput
          label="Last day away"
          type="date"
          required
          min={first}
          value={last}
          onChange={(event) => setLast(event.currentTarget.value)}
          error={errorAt('/until')}
        />
      </Group>
      <TargetSelect
        label="Substitute"
        description="Gets the tasks that are meant for the absent person. Without one they wait in the queue."
        withGroups={false}
        clearable
        value={substitute}
        onChange={setSubstitute}
      />
    </ConfirmDialog>
  );
}
