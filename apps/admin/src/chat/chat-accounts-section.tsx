import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { ErrorText } from '../errors/error-text';
import type { ChatChannel } from '../generated/graphql';
import { PageLoader } from '../interface/page-loader';
import { Section } from '../settings/section';
import classes from '../settings/settings.module.css';
import { useSave } from '../settings/use-save';
import { DisconnectChatAccount, OwnChatAccounts } from './chat-operations';
import { CHAT_NAMES, HOW_TO_CONNECT } from './chat.words';

/** The viewer's own accounts of what their workspace has connected; nothing where it has connected nothing. */
export function ChatAccountsSection() {
  const { data, error, refetch } = useQuery(OwnChatAccounts, { fetchPolicy: 'cache-and-network' });
  const [disconnect] = useMutation(DisconnectChatAccount);
  const save = useSave();
  const reread = () => refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return (
      <ErrorNotice title="Your accounts could not be read" error={error} onRetry={() => void reread()} />
    );
  }
  if (data.offeredChats.length === 0) return null;
  const end = async (id: string, channel: ChatChannel): Promise<void> => {
    const done = `Your account of ${CHAT_NAMES[channel]} is no longer connected.`;
    if (await save.run(() => disconnect({ variables: { input: { id } } }), done)) await reread();
  };
  return (
    <Section
      title="Slack and Teams"
      description="By an account that you have connected you are told, and answer as yourself."
    >
      <ul className={classes.rows} aria-label="Accounts of Slack and Teams">
        {data.offeredChats.map(({ channel, teamName }) => {
          const own = data.notificationAddresses.find((one) => one.channel === channel.toLowerCase());
          return (
            <li key={channel}>
              <Group justify="space-between">
                <div>
                  <Text size="sm">
                    {CHAT_NAMES[channel]} · {own === undefined ? teamName : `${own.label}, ${teamName}`}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {own === undefined ? HOW_TO_CONNECT[channel] : 'Connected'}
                  </Text>
                </div>
                {own !== undefined && (
                  <Button
                    size="xs"
                    variant="default"
                    loading={save.busy}
                    onClick={() => void end(own.id, channel)}
                  >
                    Disconnect {CHAT_NAMES[channel]}
                  </Button>
                )}
              </Group>
            </li>
          );
        })}
      </ul>
      {save.saved && <Text size="sm">{save.saved}</Text>}
      {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
    </Section>
  );
}
