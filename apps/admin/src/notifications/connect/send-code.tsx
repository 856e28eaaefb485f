import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, Code, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ErrorText } from '../../errors/error-text';
import type { StartNotificationConnectMutation } from '../../generated/graphql';
import { announce } from '../../interface/announcer';
import { useSave } from '../../settings/use-save';
import { TimeText } from '../../time/time-text';
import { NotificationAddresses } from '../addresses/address-operations';
import { StartConnect } from './connect-operations';

const LOOK_EVERY_MS = 2_000;

type Start = StartNotificationConnectMutation['startNotificationConnect'];

/** Shows a code that the viewer sends from the account, and waits until it has come. */
export function SendCode({ channel, label }: { channel: string; label: string }) {
  const [start, { reset }] = useMutation(StartConnect);
  const [given, setGiven] = useState<Start | null>(null);
  const save = useSave();
  const begin = () =>
    save.run(async () => {
      const { data } = await start({ variables: { input: { channel } } });
      setGiven(data?.startNotificationConnect ?? null);
    }, 'A code is shown.');
  const end = (): void => {
    setGiven(null);
    reset();
    announce(`${label} is connected.`);
  };
  return (
    <div>
      {given ? (
        <Waiting channel={channel} label={label} start={given} onConnected={end} />
      ) : (
        <Button variant="default" loading={save.busy} onClick={() => void begin()}>
          Connect {label}
        </Button>
      )}
      {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
    </div>
  );
}

interface WaitingProps {
  channel: string;
  label: string;
  start: Start;
  onConnected: () => void;
}

function Waiting({ channel, label, start, onConnected }: WaitingProps) {
  const { data } = useQuery(NotificationAddresses, { pollInterval: LOOK_EVERY_MS });
  const newest = Math.max(
    0,
    ...(data?.notificationAddresses ?? [])
      .filter((one) => one.channel === channel)
      .map(({ connectedAt }) => Date.parse(String(connectedAt))),
  );
  const before = useRef(newest);
  useEffect(() => {
    if (newest > before.current) onConnected();
  });
  return (
    <Stack gap={4} role="group" aria-label={`Connect ${label}`}>
      <Text size="sm">{start.instruction}</Text>
      <Text size="sm">
        The code is <Code fz="md">{start.code}</Code>, good until <TimeText at={start.expiresAt} />.
      </Text>
      {start.url && (
        <Anchor href={start.url} target="_blank" rel="noreferrer" size="sm">
          Open {label}
        </Anchor>
      )}
      <Text size="xs" c="dimmed" role="status">
        Waiting for it to come …
      </Text>
    </Stack>
  );
}
