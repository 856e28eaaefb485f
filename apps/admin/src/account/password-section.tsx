import { useMutation } from '@apollo/client/react';
import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorText } from '../errors/error-text';
import { messagesOf } from '../settings/field-messages';
import { Section } from '../settings/section';
import { useSave } from '../settings/use-save';
import { ChangePassword } from './account-operations';
import { Done } from './done';
import type { AccountSectionProps } from './section-props';

const toggle = { 'aria-label': 'Show the characters' };

export function PasswordSection({ account, guard, onChanged }: AccountSectionProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [change] = useMutation(ChangePassword);
  const save = useSave();
  const said = messagesOf(save.refused);
  const send = (): Promise<unknown> => {
    const currentPassword = account.hasPassword ? current : null;
    return guard(() => change({ variables: { input: { currentPassword, password: next } } }));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await save.run(send, 'Your password is changed. All other sessions have ended.'))) return;
    setCurrent('');
    setNext('');
    onChanged();
  };
  return (
    <Section title="Password" description="Changing it ends all your other sessions.">
      <form onSubmit={(event) => void submit(event)} aria-label="Password">
        <Stack gap="md" maw={420}>
          {account.hasPassword && (
            <PasswordInput
              label="Current password"
              autoComplete="current-password"
              visibilityToggleButtonProps={toggle}
              required
              withAsterisk={false}
              value={current}
              onChange={(event) => setCurrent(event.currentTarget.value)}
              error={said('/currentPassword')}
            />
          )}
          <PasswordInput
            label="New password"
            description="At least 12 characters, and hard to guess."
            autoComplete="new-password"
            visibilityToggleButtonProps={toggle}
            required
            withAsterisk={false}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            error={said('/password')}
          />
          {save.refused && save.refused.fields.length === 0 && <ErrorText>{save.refused.message}</ErrorText>}
          <Done>{save.saved}</Done>
          <Button type="submit" loading={save.busy} w="fit-content">
            Change the password
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
