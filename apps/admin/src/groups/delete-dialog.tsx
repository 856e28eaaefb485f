import { useMutation, useQuery } from '@apollo/client/react';
import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../errors/api-error';
import { ErrorNotice } from '../errors/error-notice';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { DeleteGroup, OpenTasksOfGroup } from './groups-operations';

export interface DeleteDialogProps {
  group: { id: string; name: string };
  others: readonly { id: string; name: string }[];
  onDeleted: () => void;
  onClose: () => void;
}

/** Says how many open tasks the group has, and asks who gets them. */
export function DeleteDialog({ group, others, onDeleted, onClose }: DeleteDialogProps) {
  const variables = { group: group.id };
  const { data, error } = useQuery(OpenTasksOfGroup, { variables, fetchPolicy: 'network-only' });
  const [target, setTarget] = useState<string | null>(null);
  const [remove] = useMutation(DeleteGroup);
  const open = data?.openTasksOfGroup ?? 0;
  const confirm = async () => {
    try {
      await remove({ variables: { input: { group: group.id, moveTasksTo: target } } });
      announce(`The group ${group.name} is deleted.`);
      onDeleted();
      return null;
    } catch (refused) {
      return readApiError(refused);
    }
  };
  return (
    <ConfirmDialog
      title={`Delete ${group.name}?`}
      confirm="Delete"
      danger
      incomplete={!data || (open > 0 && target === null)}
      onClose={onClose}
      onConfirm={confirm}
    >
      {error && <ErrorNotice title="Its tasks could not be counted" error={error} />}
      <Text size="sm" aria-live="polite">
        {data &&
          (open === 0
            ? 'No open task refers to it.'
            : `${open} open ${open === 1 ? 'task refers' : 'tasks refer'} to it.`)}{' '}
        Workflows that name it are refused from now on; closed tasks keep its name.
      </Text>
      {open > 0 && (
        <Select
          label="Who gets its open tasks"
          required
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={target}
          onChange={setTarget}
        />
      )}
    </ConfirmDialog>
  );
}
