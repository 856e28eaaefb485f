import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { authStep, signIn, type SignInStep } from './auth-api';
import { FailureAlert } from './failure-alert';
import { readField } from './read-field';
import { rememberWorkspace } from './remembered-workspace';
import { useAttempt } from './use-attempt';

/** Whom a link is for. */
export interface LinkView {
  purpose: 'invitation' | 'admin-invitation' | 'password-reset';
  tenant: { slug: string; name: string };
  email: string;
  displayName: string;
}

export interface LinkFormProps {
  link: LinkView;
  token: string;
  onStep: (step: SignInStep) => void;
}

/** Uses the link up: sets the password, and signs in with it. */
export function LinkForm({ link, token, onStep }: LinkFormProps) {
  const { busy, error, run } = useAttempt();
  const { email, tenant, displayName, purpose } = link;
  const use = async (form: FormData): Promise<SignInStep> => {
    const password = readField(form, 'password');
    const name = purpose === 'password-reset' ? {} : { displayName: readField(form, 'displayName') };
    await authStep<object>('link/use', { token, password, ...name });
    rememberWorkspace(tenant.slug);
    return signIn({ tenant: tenant.slug, email, password });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void run(() => use(form)).then((step) => step && onStep(step));
  };
  return (
    <form onSubmit={onSubmit} aria-label="New password">
      <Stack gap="md">
        <FailureAlert>{error}</FailureAlert>
        {/* So that password managers know whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        {purpose !== 'password-reset' && (
          <TextInput
            label="Your name"
            name="displayName"
            defaultValue={displayName}
            autoComplete="name"
            required
            withAsterisk={false}
          />
        )}
        <PasswordInput
          label="New password"
          name="password"
          description="At least 12 characters, and hard to guess: a few words that do not belong together are good."
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the characters' }}
          autoFocus
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={busy} fullWidth>
          {purpose === 'password-reset' ? 'Set the password' : 'Join'}
        </Button>
      </Stack>
    </form>
  );
}
