import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../errors/api-error';
import { ErrorText } from '../errors/error-text';
import { graphql } from '../generated';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { Section } from '../settings/section';
import { MomentText } from '../time/moment-text';

const ExternalIdentitiesQuery = graphql(`
  query ExternalIdentities($user: String!) {
    externalIdentities(user: $user) {
      connectionId
      connectionName
      subject
      lastSignInAt
    }
  }
`);

const UnlinkIdentity = graphql(`
  mutation UnlinkIdentity($input: UnlinkExternalIdentityInput!) {
    unlinkExternalIdentity(input: $input) {
      ended
    }
  }
`);

interface Linked {
  connectionId: string;
  connectionName: string;
}

/** For admins: by which accounts of directories somebody comes in. */
export function IdentitySection({ user, name }: { user: string; name: string }) {
  const { data, error, refetch } = useQuery(ExternalIdentitiesQuery, { variables: { user } });
  const [asked, setAsked] = useState<Linked | null>(null);
  const [unlink] = useMutation(UnlinkIdentity);
  const confirm = async ({ connectionId }: Linked) => {
    try {
      await unlink({ variables: { input: { user, connectionId } } });
    } catch (failure) {
      return readApiError(failure);
    }
    announce('The account is unlinked.');
    await refetch().catch(() => undefined);
    return null;
  };
  const identities = data?.externalIdentities ?? [];
  return (
    <Section title="Directory accounts" description="By which they come in through single sign-on.">
      <Stack gap="sm">
        {error && <ErrorText>{readApiError(error).message}</ErrorText>}
        {data && identities.length === 0 && <Text size="sm">There is none.</Text>}
        {identities.map(({ connectionId, connectionName, subject, lastSignInAt }) => (
          <Group key={connectionId} justify="space-between" wrap="nowrap">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {connectionName}: {subject}, last here <MomentText at={lastSignInAt} />
            </Text>
            <Button
              size="xs"
              variant="default"
              aria-label={`Unlink ${connectionName}`}
              onClick={() => setAsked({ connectionId, connectionName })}
            >
              Unlink
            </Button>
          </Group>
        ))}
      </Stack>
      {asked && (
        <ConfirmDialog
          title={`Unlink ${asked.connectionName} from ${name}?`}
          confirm="Unlink"
          danger
          onClose={() => setAsked(null)}
          onConfirm={() => confirm(asked)}
        >
          <Text size="sm">
            They are signed out wherever they came in by it. Whom the directory sends next with this account
            is matched by e-mail address again, as at a first sign-in.
          </Text>
        </ConfirmDialog>
      )}
    </Section>
  );
}
