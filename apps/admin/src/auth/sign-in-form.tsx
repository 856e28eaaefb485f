import { Anchor, Button, Divider, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { signIn, type SignInStep } from './auth-api';
import { DoorButtons } from './door-buttons';
import { FailureAlert } from './failure-alert';
import { passkeysWork, signInByPasskey } from './passkeys';
import { readField } from './read-field';
import { rememberedWorkspace, rememberWorkspace } from './remembered-workspace';
import { useAttempt } from './use-attempt';
import { useDoors } from './use-doors';

export interface SignInFormProps {
  onStep: (step: SignInStep) => void;
  /** Where the person goes on who signs in by a directory. */
  returnTo: string;
}

/**
 * The e-mail address first, since it may say which directory the person signs in by; else workspace and password, or a
 * passkey. Tells the parent what comes next.
 */
export function SignInForm({ onStep, returnTo }: SignInFormProps) {
  const [workspace] = useState(rememberedWorkspace);
  const { doors, lookFor } = useDoors();
  const [email, setEmail] = useState('');
  const { busy, error, run } = useAttempt();

  const submit = async (form: FormData): Promise<void> => {
    const tenant = readField(form, 'workspace').toLowerCase();
    const credentials = { tenant, email: readField(form, 'email'), password: readField(form, 'password') };
    const step = await run(() => signIn(credentials));
    if (step === undefined) return;
    rememberWorkspace(tenant);
    onStep(step);
  };
  const byPasskey = async (): Promise<void> => {
    const step = await run(signInByPasskey);
    if (step !== undefined) onStep(step);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };

  return (
    <form onSubmit={onSubmit} aria-label="Sign in">
      <Stack gap="md">
        <FailureAlert>{error}</FailureAlert>
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          onBlur={(event) => void lookFor(event.currentTarget.value, '')}
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <DoorButtons doors={doors} email={email} returnTo={returnTo} />
        <TextInput
          label="Workspace"
          name="workspace"
          description="The short name of your workspace"
          defaultValue={workspace}
          onBlur={(event) => void lookFor(email, event.currentTarget.value)}
          autoComplete="organization"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the characters' }}
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={busy} fullWidth mt="xs">
          Sign in
        </Button>
        {passkeysWork() && (
          <>
            <Divider label="or" />
            <Button
              variant="default"
              fullWidth
              disabled={busy}
              leftSection={<IconKey size={16} />}
              onClick={() => void byPasskey()}
            >
              Use a passkey
            </Button>
          </>
        )}
        <Group justify="center">
          <Anchor component={Link} to="/forgot-password" size="sm">
            Forgot your password?
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
