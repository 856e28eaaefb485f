import { useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiError, readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { messagesOf } from '../settings/field-messages';
import { CreateGroup, RenameGroup } from './groups-operations';

export interface NameDialogProps {
  /** The group that gets another name; a new one without it. */
  group?: { id: string; name: string };
  onChanged: () => void;
  onClose: () => void;
}

export function NameDialog({ group, onChanged, onClose }: NameDialogProps) {
  const [name, setName] = useState(group?.name ?? '');
  const [key, setKey] = useState('');
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [create] = useMutation(CreateGroup);
  const [rename] = useMutation(RenameGroup);
  const errorAt = messagesOf(refused);
  const confirm = async (): Promise<ApiError | null> => {
    try {
      if (group) await rename({ variables: { input: { group: group.id, name } } });
      else await create({ variables: { input: { key, name } } });
      announce(group ? 'The group is renamed.' : 'The group is made.');
      onChanged();
      return null;
    } catch (error) {
      const explained = readApiError(error);
      setRefused(explained);
      return explained;
    }
  };
  return (
    <ConfirmDialog
      title={group ? `Rename ${group.name}` : 'New group'}
      confirm={group ? 'Rename' : 'Create'}
      incomplete={name.trim() === '' || (!group && key === '')}
      onClose={onClose}
      onConfirm={confirm}
    >
      <TextInput
        label="Name"
        data-autofocus
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorAt('/name')}
      />
      {!group && (
        <TextInput
          label="Key"
          description="How workflows call it, such as support-l1. It stays."
          required
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={errorAt('/key')}
        />
      )}
    </ConfirmDialog>
  );
}
