import { useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { SignInError } from '../auth/auth-api';
import { makePasskey } from '../auth/passkeys';
import { type ApiError, readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { AddPasskey, BeginPasskey } from './factor-operations';
import type { Guard } from './use-step-up';

export interface AddPasskeyDialogProps {
  guard: Guard;
  onClose: () => void;
  /** With the recovery codes, where it is the first second factor. */
  onAdded: (codes: readonly string[] | null) => void;
}

/** Takes a name, and lets the browser make the passkey. */
export function AddPasskeyDialog({ guard, onClose, onAdded }: AddPasskeyDialogProps) {
  const [name, setName] = useState('');
  const [begin] = useMutation(BeginPasskey);
  const [add] = useMutation(AddPasskey);
  const make = async (): Promise<ApiError | null> => {
    try {
      const { data } = await guard(() => begin());
      if (!data) return null;
      const { ticket, options } = data.beginPasskey;
      const response = await makePasskey(options);
      const added = await add({ variables: { input: { ticket, name: name.trim(), response } } });
      announce('The passkey is added.');
      onAdded(added.data?.addPasskey.recoveryCodes ?? null);
      return null;
    } catch (error) {
      if (!(error instanceof SignInError)) return readApiError(error);
      return { ...readApiError(error), message: error.message };
    }
  };
  return (
    <ConfirmDialog
      title="Add a passkey"
      confirm="Add it"
      incomplete={name.trim() === ''}
      onClose={onClose}
      onConfirm={make}
    >
      <TextInput
        label="Name"
        description="So that you know it again, such as “Laptop” or “Key in the safe”"
        data-autofocus
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
