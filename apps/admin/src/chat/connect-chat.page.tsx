import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { ErrorNotice } from '../errors/error-notice';
import { ErrorText } from '../errors/error-text';
import { PageLoader } from '../interface/page-loader';
import { Section } from '../settings/section';
import { SettingsPage } from '../settings/settings-page';
import { useSave } from '../settings/use-save';
import { useViewer } from '../viewer/viewer';
import { ChatLink, LinkChatAccount } from './chat-operations';
import { CHAT_NAMES } from './chat.words';

/** Where the link of a bot leads: whoever has signed in says whether that account is theirs. */
export function ConnectChatPage() {
  const [parameters] = useSearchParams();
  const token = parameters.get('token') ?? '';
  return (
    <SettingsPage title="Connect your account">
      <Stack mt="md">
        <Question token={token} />
      </Stack>
    </SettingsPage>
  );
}

function Question({ token }: { token: string }) {
  const viewer = useViewer();
  const { data, error } = useQuery(ChatLink, { variables: { token }, fetchPolicy: 'network-only' });
  const [link] = useMutation(LinkChatAccount);
  const save = useSave();
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="This link connects nothing" error={error} />;
  }
  const { channel, teamName, accountName } = data.chatLink;
  const name = CHAT_NAMES[channel];
  if (save.saved !== null) {
    return (
      <Alert color="green" title={save.saved}>
        You are told there from now on, and answer there.{' '}
        <Anchor component={Link} to="/notifications">
          Choose of what
        </Anchor>
      </Alert>
    );
  }
  const connect = () => save.run(() => link({ variables: { input: { token } } }), `${name} is connected.`);
  return (
    <Section title={`${accountName} in ${name}, ${teamName}`}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          Whoever has this account approves, rejects and claims as <strong>{viewer.displayName}</strong> from
          there. Go on only if it is yours, and if you have asked for this link yourself.
        </Text>
        <Button loading={save.busy} onClick={() => void connect()}>
          This is my account: connect it
        </Button>
        {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
      </Stack>
    </Section>
  );
}
