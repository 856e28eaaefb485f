import { useQuery } from '@apollo/client/react';
import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { PageLoader } from '../interface/page-loader';
import { Section } from '../settings/section';
import { ConnectDialog } from './connect-dialog';
import { DirectoryCard } from './directory-card';
import { type NewToken, TokenDialog } from './token-dialog';
import { ScimDirectories, ScimDirectoryFields } from './provisioning-operations';

/** The directories that provision people and groups. */
export function ProvisioningSection() {
  const { data, error, refetch } = useQuery(ScimDirectories, { fetchPolicy: 'cache-and-network' });
  const [connecting, setConnecting] = useState(false);
  const [token, setToken] = useState<NewToken | null>(null);
  const reread = (): void => void refetch().catch(() => undefined);
  const show = (made: NewToken): void => {
    setToken(made);
    reread();
  };
  return (
    <Section
      title="Provisioning (SCIM)"
      description="Okta, Entra ID and all others that speak SCIM 2.0: who starts or leaves there starts or leaves here, and groups follow."
    >
      <Stack gap="md" align="flex-start">
        {!data && !error && <PageLoader />}
        {!data && error && (
          <ErrorNotice title="The directories could not be read" error={error} onRetry={reread} />
        )}
        {data?.scimConnections.length === 0 && <Text size="sm">No directory provisions people here.</Text>}
        {data?.scimConnections.map((masked) => {
          const directory = readFragment(ScimDirectoryFields, masked);
          return <DirectoryCard key={directory.id} directory={directory} onChanged={reread} onToken={show} />;
        })}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setConnecting(true)}
        >
          Connect a directory
        </Button>
      </Stack>
      {connecting && <ConnectDialog onConnected={show} onClose={() => setConnecting(false)} />}
      {token && <TokenDialog token={token} onClose={() => setToken(null)} />}
    </Section>
  );
}
