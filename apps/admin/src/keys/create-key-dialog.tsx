import { useMutation } from '@apollo/client/react';
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiError, readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { messagesOf } from '../settings/field-messages';
import { changesOf, type KeyDraft, LimitFields, NameField } from './key-fields';
import { CreateKey } from './key-operations';
import { expiryOf, LIFETIMES } from './lifetimes';
import { ScopePicker } from './scope-picker';

export interface CreateKeyDialogProps {
  onCreated: (secret: string) => void;
  onClose: () => void;
}

export function CreateKeyDialog({ onCreated, onClose }: CreateKeyDialogProps) {
  const [draft, setDraft] = useState<KeyDraft>({ name: '', networks: '', requests: '', person: null });
  const [program, setProgram] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [lifetime, setLifetime] = useState('90');
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [create] = useMutation(CreateKey);
  const errorAt = messagesOf(refused);
  const fields = {
    draft,
    errorAt,
    change: (changes: Partial<KeyDraft>) => setDraft((before) => ({ ...before, ...changes })),
  };
  const incomplete = draft.name.trim() === '' || program.trim() === '' || scopes.length === 0;

  const confirm = async (): Promise<ApiError | null> => {
    const input = {
      ...changesOf(draft),
      ...{ principalName: program, scopes, expiresAt: expiryOf(lifetime, new Date()) },
    };
    try {
      const { data } = await create({ variables: { input } });
      announce('The key is made.');
      if (data) onCreated(data.createApiKey.secret);
      return null;
    } catch (error) {
      const explained = readApiError(error);
      setRefused(explained);
      return explained;
    }
  };
  return (
    <ConfirmDialog
      title="Create a key"
      confirm="Create"
      incomplete={incomplete}
      onClose={onClose}
      onConfirm={confirm}
    >
      <NameField {...fields} />
      <TextInput
        label="Program"
        description="The name under which it acts, such as support-bot. Keys of one name are one program."
        required
        maxLength={100}
        value={program}
        onChange={(event) => setProgram(event.currentTarget.value)}
        error={errorAt('/principalName')}
      />
      <ScopePicker value={scopes} onChange={setScopes} error={errorAt('/scopes')} />
      <Select
        label="Works for"
        data={LIFETIMES}
        value={lifetime}
        onChange={(value) => setLifetime(value ?? '90')}
        allowDeselect={false}
        error={errorAt('/expiresAt')}
      />
      <LimitFields {...fields} />
    </ConfirmDialog>
  );
}
