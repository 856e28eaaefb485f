import { useMutation } from '@apollo/client/react';
import { Anchor, PasswordInput, Text } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { type ApiError, readApiError } from '../errors/api-error';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { ProveIdentity } from './account-operations';

/** Runs what changes how people sign in; asks for their password first where it is a while since they signed in. */
export type Guard = <T>(work: () => Promise<T>) => Promise<T>;

/** For who came from a directory; it leads back to the page. */
const proofAddress = () => `/api/v1/auth/sso/step-up?returnTo=${encodeURIComponent(location.pathname)}`;

interface Waiting {
  again: () => void;
  giveUp: () => void;
}

export function useStepUp(): { guard: Guard; dialog: ReactNode } {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const guard: Guard = async (work) => {
    try {
      return await work();
    } catch (error) {
      if (readApiError(error).reason !== 'account.step_up_needed') throw error;
      return new Promise((resolve, reject) => {
        setWaiting({
          again: () => void work().then(resolve, reject),
          giveUp: () =>
            reject(error instanceof Error ? error : new Error('The change failed', { cause: error })),
        });
      });
    }
  };
  const dialog = waiting && (
    <StepUpDialog
      onProven={waiting.again}
      onClose={(proven) => {
        if (!proven) waiting.giveUp();
        setWaiting(null);
      }}
    />
  );
  return { guard, dialog };
}

function StepUpDialog({ onProven, onClose }: { onProven: () => void; onClose: (proven: boolean) => void }) {
  const [password, setPassword] = useState('');
  const proven = useRef(false);
  const [prove] = useMutation(ProveIdentity);
  const confirm = async (): Promise<ApiError | null> => {
    try {
      await prove({ variables: { input: { currentPassword: password } } });
    } catch (error) {
      return readApiError(error);
    }
    proven.current = true;
    onProven();
    return null;
  };
  return (
    <ConfirmDialog
      title="Is it you?"
      confirm="Go on"
      incomplete={password === ''}
      onClose={() => onClose(proven.current)}
      onConfirm={confirm}
    >
      <Text size="sm">
        It is a while since you signed in. Type your password before you change how people sign in. Without a
        password, <Anchor href={proofAddress()}>prove it at your directory</Anchor>, or sign out and in again.
      </Text>
      <PasswordInput
        label="Your password"
        data-autofocus
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the characters' }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
