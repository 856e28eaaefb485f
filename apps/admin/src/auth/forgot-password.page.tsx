import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { authStep } from './auth-api';
import { FailureAlert } from './failure-alert';
import { readField } from './read-field';
import { rememberedWorkspace } from './remembered-workspace';
import { SignInFrame } from './sign-in-frame';
import { useAttempt } from './use-attempt';

/** Asks for a link by mail. It says the same whether there is such an account or not. */
export function ForgotPasswordPage() {
  const { busy, error, run } = useAttempt();
  const [sent, setSent] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { tenant: readField(form, 'workspace').toLowerCase(), email: readField(form, 'email') };
    void run(() => authStep<object>('link/request', body)).then((answer) => setSent(answer !== undefined));
  };
  return (
    <SignInFrame title="Set a new password" intro="We send a link to the address of your account.">
      <form onSubmit={onSubmit} aria-label="Set a new password">
        <Stack gap="md">
          <FailureAlert>{error}</FailureAlert>
          {sent && (
            <Alert variant="light" role="status">
              If there is such an account, a link is on its way. It works for an hour. Does none arrive, ask
              an administrator of your workspace for one.
            </Alert>
          )}
          <TextInput
            label="Workspace"
            name="workspace"
            defaultValue={rememberedWorkspace()}
            autoComplete="organization"
            autoCapitalize="none"
            required
            withAsterisk={false}
          />
          <TextInput
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
          />
          <Button type="submit" loading={busy} fullWidth>
            Send a link
          </Button>
          <Anchor component={Link} to="/sign-in" size="sm">
            Back to sign-in
          </Anchor>
        </Stack>
      </form>
    </SignInFrame>
  );
}
