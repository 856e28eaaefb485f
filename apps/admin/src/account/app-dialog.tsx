import { useMutation } from '@apollo/client/react';
import { Code, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiError, readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { ConfirmTotp } from './factor-operations';
import { QrCode } from './qr-code';

export interface NewApp {
  secret: string;
  uri: string;
}

export interface AppDialogProps {
  app: NewApp;
  onClose: () => void;
  /** With the recovery codes, where it is the first second factor. */
  onConfirmed: (codes: readonly string[] | null) => void;
}

/** Shows the secret as a QR code, and takes the first code of the app. */
export function AppDialog({ app, onClose, onConfirmed }: AppDialogProps) {
  const [code, setCode] = useState('');
  const [confirm] = useMutation(ConfirmTotp);
  const send = async (): Promise<ApiError | null> => {
    try {
      const { data } = await confirm({ variables: { input: { code } } });
      announce('The app is set up.');
      onConfirmed(data?.confirmTotp.recoveryCodes ?? null);
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog
      title="Set up an app"
      confirm="Turn it on"
      incomplete={code.replace(/\s/g, '').length !== 6}
      onClose={onClose}
      onConfirm={send}
    >
      <Text size="sm">Scan this with an authenticator app, or type the key into it.</Text>
      <QrCode text={app.uri} label="QR code for the authenticator app" />
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
        {app.secret}
      </Code>
      <TextInput
        label="Code that the app shows"
        inputMode="numeric"
        autoComplete="one-time-code"
        data-autofocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
