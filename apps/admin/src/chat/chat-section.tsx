import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorText } from '../errors/error-text';
import { readApiError } from '../errors/api-error';
import type { ChatChannel, ChatConnectionPartsFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { Section } from '../settings/section';
import { useSave } from '../settings/use-save';
import { TimeText } from '../time/time-text';
import { DisconnectChat, TestChat } from './chat-operations';
import { CHAT_NAMES } from './chat.words';
import { SlackDialog } from './slack-dialog';
import { TeamsDialog } from './teams-dialog';

export interface ChatSectionProps {
  channel: ChatChannel;
  connection: ChatConnectionPartsFragment | undefined;
  onChanged: () => void;
}

/** How one program for chats stands, and what an administrator can do about it. */
export function ChatSection({ channel, connection, onChanged }: ChatSectionProps) {
  const [dialog, setDialog] = useState<'set-up' | 'disconnect' | null>(null);
  const [test] = useMutation(TestChat);
  const save = useSave();
  const name = CHAT_NAMES[channel];
  const close = (): void => setDialog(null);
  const sendTest = async (): Promise<void> => {
    await save.run(() => test({ variables: { input: { channel } } }), `A test message is in ${name}.`);
    onChanged();
  };
  const SetUp = channel === 'SLACK' ? SlackDialog : TeamsDialog;
  return (
    <Section title={name}>
      <Stack gap="sm">
        {connection ? <State connection={connection} /> : <Text size="sm">{name} is not connected.</Text>}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setDialog('set-up')}>
            {connection ? `Connect ${name} again` : `Connect ${name}`}
          </Button>
          {connection && (
            <>
              <Button size="xs" variant="default" loading={save.busy} onClick={() => void sendTest()}>
                Send a test to me in {name}
              </Button>
              <Button size="xs" variant="default" color="red" onClick={() => setDialog('disconnect')}>
                Disconnect {name}
              </Button>
            </>
          )}
        </Group>
        {save.saved && <Text size="sm">{save.saved}</Text>}
        {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
      </Stack>
      {dialog === 'set-up' && <SetUp onConnected={onChanged} onClose={close} />}
      {dialog === 'disconnect' && <DisconnectDialog channel={channel} onDone={onChanged} onClose={close} />}
    </Section>
  );
}

function State({ connection }: { connection: ChatConnectionPartsFragment }) {
  const { teamName, people, connectedAt, socketMode, status, problem } = connection;
  return (
    <>
      <Text size="sm">
        {teamName} · since <TimeText at={connectedAt} /> · {people === 1 ? '1 person' : `${people} people`}{' '}
        connected{socketMode ? ' · socket mode' : ''}
      </Text>
      {status === 'BROKEN' && (
        <Alert color="red" title="It does not work any more">
          {problem}. Connect it again with a token that counts.
        </Alert>
      )}
    </>
  );
}

function DisconnectDialog({
  channel,
  onDone,
  onClose,
}: {
  channel: ChatChannel;
  onDone: () => void;
  onClose: () => void;
}) {
  const [disconnect] = useMutation(DisconnectChat);
  const name = CHAT_NAMES[channel];
  const confirm = async () => {
    try {
      await disconnect({ variables: { input: { channel } } });
      announce(`${name} is no longer connected.`);
      onDone();
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog
      title={`Disconnect ${name}?`}
      confirm="Disconnect"
      danger
      onClose={onClose}
      onConfirm={confirm}
    >
      <Text size="sm">
        Nobody is told or answers there any more. The accounts that people have connected are forgotten: they
        connect them again when {name} comes back.
      </Text>
    </ConfirmDialog>
  );
}
