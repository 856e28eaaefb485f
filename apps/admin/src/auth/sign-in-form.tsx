import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { signIn, SignInError } from './auth-api';
import { rememberedWorkspace, rememberWorkspace } from './remembered-workspace';

/** Workspace, e-mail and password; tells the parent when the session is open. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [workspace] = useState(rememberedWorkspace);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (form: FormData): Promise<void> => {
    const tenant = read(form, 'workspace').toLowerCase();
    setBusy(true);
    setError(null);
    try {
      await signIn({ tenant, email: read(form, 'email'), password: read(form, 'password') });
      rememberWorkspace(tenant);
      onSignedIn();
    } catch (failure) {
      setError(failure instanceof SignInError ? failure.message : 'Something went wrong. Try again.');
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };

  return (
    <form onSubmit={onSubmit} aria-label="Sign in">
      <Stack gap="md">
        {error && (
          <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle size={18} />}>
            {error}
          </Alert>
        )}
        <TextInput
          label="Workspace"
          name="workspace"
          description="The short name of your workspace"
          defaultValue={workspace}
          autoFocus={!workspace}
          autoComplete="organization"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
        />
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          autoFocus={Boolean(workspace)}
          autoComplete="username"
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
      </Stack>
    </form>
  );
}

function read(form: FormData, name: string): string {
  const value = form.get(name);
  if (typeof value !== 'string') return '';
  return name === 'password' ? value : value.trim();
}
