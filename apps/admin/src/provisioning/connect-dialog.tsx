import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useGuardedMutation } from '../account/guarded-mutation';
import { readApiError } from '../errors/api-error';
import { readFragment } from '../generated';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { useViewer } from '../viewer/viewer';
import { ConnectDirectory, ScimDirectoryFields } from './provisioning-operations';
import type { NewToken } from './token-dialog';

export interface ConnectDialogProps {
  onConnected: (token: NewToken) => void;
  onClose: () => void;
}

export function ConnectDialog({ onConnected, onClose }: ConnectDialogProps) {
  const viewer = useViewer();
  const [name, setName] = useState('');
  const [connect] = useGuardedMutation(ConnectDirectory);
  const confirm = async () => {
    try {
      const { data } = await connect({ variables: { input: { name } } });
      announce('The directory is connected.');
      if (data) {
        const { connection, token } = data.createScimConnection;
        onConnected({ token, baseUrl: readFragment(ScimDirectoryFields, connection).baseUrl });
      }
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog
      title="Connect a directory"
      confirm="Connect"
      incomplete={name.trim() === ''}
      onClose={onClose}
      onConfirm={confirm}
    >
      <TextInput
        label="Name"
        description="What people here call it, such as Okta."
        required
        data-autofocus
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Text size="sm">
        {viewer.role === 'owner'
          ? 'As you are an owner, it looks after owners too. It makes nobody an owner, and the last one stays.'
          : 'It looks after everybody but owners. For those an owner has to connect it.'}
      </Text>
    </ConfirmDialog>
  );
}
