import { useMutation } from '@apollo/client/react';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorText } from '../errors/error-text';
import { Section } from '../settings/section';
import { useSave } from '../settings/use-save';
import { TimeText } from '../time/time-text';
import { AppDialog, type NewApp } from './app-dialog';
import { Done } from './done';
import { BeginTotp, RemoveTotp } from './factor-operations';
import type { AccountSectionProps } from './section-props';

/** Codes of an authenticator app, asked for after the password. */
export function AppSection({ account, guard, onCodes, onChanged }: AccountSectionProps) {
  const [app, setApp] = useState<NewApp | null>(null);
  const [begin] = useMutation(BeginTotp);
  const [remove] = useMutation(RemoveTotp);
  const save = useSave();
  const start = async (): Promise<void> => {
    const { data } = await guard(() => begin());
    if (data) setApp(data.beginTotp);
  };
  const takeAway = async (): Promise<void> => {
    if (await save.run(() => guard(() => remove()), 'The app is no longer asked for.')) onChanged();
  };
  const { totpSince } = account;
  return (
    <Section
      title="Authenticator app"
      description="An app on your phone shows a new code every half minute. It is asked for after the password."
      aside={totpSince ? <Badge variant="light">On</Badge> : <Badge color="gray">Off</Badge>}
    >
      <Stack gap="sm">
        {totpSince && (
          <Text size="sm">
            Set up <TimeText at={totpSince} />.
          </Text>
        )}
        {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
        <Done>{save.saved}</Done>
        <Group>
          {totpSince ? (
            <Button variant="default" loading={save.busy} onClick={() => void takeAway()}>
              Remove the app
            </Button>
          ) : (
            <Button
              variant="default"
              loading={save.busy}
              onClick={() => void save.run(start, 'Scan the code with your app.')}
            >
              Set up an app
            </Button>
          )}
        </Group>
      </Stack>
      {app && (
        <AppDialog
          app={app}
          onClose={() => {
            setApp(null);
            save.forget();
          }}
          onConfirmed={(codes) => {
            if (codes) onCodes(codes);
            onChanged();
          }}
        />
      )}
    </Section>
  );
}
