import { useMutation } from '@apollo/client/react';
import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorText } from '../errors/error-text';
import { readApiError } from '../errors/api-error';
import { graphql } from '../generated';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { copyText } from '../interface/copy-text';
import { Section } from '../settings/section';
import { useSave } from '../settings/use-save';
import { IdentitySection } from './identity-section';
import { SessionSection } from './session-section';

const IssuePasswordLink = graphql(`
  mutation IssuePasswordLink($input: IssuePasswordLinkInput!) {
    issuePasswordLink(input: $input) {
      url
      expiresAt
    }
  }
`);

const ResetFactors = graphql(`
  mutation ResetFactors($input: ResetFactorsInput!) {
    resetFactors(input: $input) {
      user
    }
  }
`);

/** For admins: helps a person in who has lost the password or the second factor, and ends their sessions. */
export function PersonAccess({ user, name }: { user: string; name: string }) {
  const [link, setLink] = useState<string | null>(null);
  const [resetting, setResetting] = useState(false);
  const [issue] = useMutation(IssuePasswordLink);
  const [reset] = useMutation(ResetFactors);
  const save = useSave();
  const variables = { input: { user } };
  const makeLink = async (): Promise<void> =>
    setLink((await issue({ variables })).data?.issuePasswordLink.url ?? null);
  return (
    <>
      <Section title="Access" description="For who cannot get in. Each is recorded.">
        <Stack gap="sm">
          <Group gap="sm">
            <Button
              variant="default"
              loading={save.busy}
              onClick={() => void save.run(makeLink, 'The link is made.')}
            >
              Make a link for a new password
            </Button>
            <Button variant="default" onClick={() => setResetting(true)}>
              Remove second factors
            </Button>
          </Group>
          {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
          {link !== null && (
            <>
              <Text size="sm">Give it to {name} alone. It works once, for a day, and is shown only now.</Text>
              <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
                {link}
              </Code>
              <Button variant="default" w="fit-content" onClick={() => void copyText(link)}>
                Copy the link
              </Button>
            </>
          )}
        </Stack>
      </Section>
      <IdentitySection user={user} name={name} />
      <SessionSection user={user} />
      {resetting && (
        <ConfirmDialog
          title={`Remove the second factors of ${name}?`}
          confirm="Remove them"
          danger
          onClose={() => setResetting(false)}
          onConfirm={async () => {
            try {
              await reset({ variables });
            } catch (error) {
              return readApiError(error);
            }
            announce('The second factors are removed.');
            return null;
          }}
        >
          App, passkeys and recovery codes go: the password alone lets them in until they set up new ones. Be
          sure that it is them who asks.
        </ConfirmDialog>
      )}
    </>
  );
}
