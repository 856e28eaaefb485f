import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { authStep, type SignInStep } from './auth-api';
import { FailureAlert } from './failure-alert';
import { passkeysWork, proveByPasskey } from './passkeys';
import { readField } from './read-field';
import { useAttempt } from './use-attempt';

export interface SecondFactorFormProps {
  step: Extract<SignInStep, { ticket: string }>;
  onStep: (step: SignInStep) => void;
  onBack: () => void;
}

/** A passkey, the code of an app, or a recovery code. */
export function SecondFactorForm({ step: { ticket, factors }, onStep, onBack }: SecondFactorFormProps) {
  const { busy, error, run } = useAttempt();
  const [recovering, setRecovering] = useState(!factors.includes('totp') && !factors.includes('passkey'));
  const go = async (work: () => Promise<SignInStep>): Promise<void> => {
    const next = await run(work);
    if (next !== undefined) onStep(next);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const code = readField(new FormData(event.currentTarget), 'code');
    void go(() => authStep('second-factor/code', { ticket, code }));
  };
  const withCode = recovering || factors.includes('totp');
  return (
    <form onSubmit={onSubmit} aria-label="Second factor">
      <Stack gap="md">
        <FailureAlert>{error}</FailureAlert>
        {factors.includes('passkey') && passkeysWork() && (
          <Button
            fullWidth
            variant={withCode ? 'default' : 'filled'}
            disabled={busy}
            leftSection={<IconKey size={16} />}
            onClick={() => void go(() => proveByPasskey(ticket))}
          >
            Use a passkey
          </Button>
        )}
        {withCode && (
          <>
            <TextInput
              key={String(recovering)}
              label={recovering ? 'Recovery code' : 'Code'}
              description={
                recovering ? 'One of those that you have kept' : 'Six digits of your authenticator app'
              }
              name="code"
              autoFocus
              autoComplete={recovering ? 'off' : 'one-time-code'}
              inputMode={recovering ? 'text' : 'numeric'}
              autoCapitalize="none"
              spellCheck={false}
              required
              withAsterisk={false}
            />
            <Button type="submit" loading={busy} fullWidth>
              Continue
            </Button>
          </>
        )}
        {!recovering && (
          <Anchor component="button" type="button" size="sm" onClick={() => setRecovering(true)}>
            Use a recovery code
          </Anchor>
        )}
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          Back to the start
        </Anchor>
      </Stack>
    </form>
  );
}
