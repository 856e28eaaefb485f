import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { PageLoader } from '../interface/page-loader';
import { SettingsLinks } from '../settings/settings-links';
import { SettingsPage } from '../settings/settings-page';
import { isAdmin, OnlyFor } from '../viewer/only-for';
import { ChatConnectionFields, ChatConnections } from './chat-operations';
import { ChatSection } from './chat-section';

/** What the workspace has connected of Slack and Teams. */
export function ConnectionsPage() {
  return (
    <OnlyFor may={isAdmin}>
      <SettingsPage
        title="Connections"
        intro="Where people are told and answer, beside this app. Each person connects their own account once; nobody acts for anybody else."
        links={<SettingsLinks />}
      >
        <Both />
      </SettingsPage>
    </OnlyFor>
  );
}

function Both() {
  const { data, error, refetch } = useQuery(ChatConnections, { fetchPolicy: 'cache-and-network' });
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The connections could not be read" error={error} onRetry={reread} />;
  }
  const connections = data.chatConnections.map((masked) => readFragment(ChatConnectionFields, masked));
  return (
    <Stack gap="md" mt="md">
      {(['SLACK', 'TEAMS'] as const).map((channel) => (
        <ChatSection
          key={channel}
          channel={channel}
          connection={connections.find((one) => one.channel === channel)}
          onChanged={reread}
        />
      ))}
    </Stack>
  );
}
