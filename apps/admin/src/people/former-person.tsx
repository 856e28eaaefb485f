import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { readApiError } from '../errors/api-error';
import { graphql, readFragment } from '../generated';
import { NotFoundPage } from '../interface/not-found.page';
import { PageLoader } from '../interface/page-loader';
import { ErasablePersonFields } from '../privacy/erasure/erasure-operations';
import { EraseButton } from '../privacy/erasure/erase-button';
import { ErasureReceipt } from '../privacy/erasure/erasure-receipt';
import { Section } from '../settings/section';
import { SettingsPage } from '../settings/settings-page';
import { PersonStatusBadge } from './members/person-status';

const FormerPersonQuery = graphql(`
  query FormerPerson($id: ID!) {
    person(id: $id) {
      id
      ...ErasablePerson
    }
  }
`);

/** For admins: somebody who is not at work here, because they have not come yet, have left or were erased. */
export function FormerPerson({ userId }: { userId: string }) {
  const { data, error, refetch } = useQuery(FormerPersonQuery, {
    variables: { id: userId },
    fetchPolicy: 'cache-and-network',
  });
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    if (readApiError(error).code === 'NOT_FOUND') {
      return <NotFoundPage heading="Person not found" explanation="There is no person with this id." />;
    }
    return <ErrorNotice title="The person could not be read" error={error} onRetry={reread} />;
  }
  const person = readFragment(ErasablePersonFields, data.person);
  const { displayName, email, status } = person;
  return (
    <SettingsPage
      title={displayName}
      intro={status === 'ERASED' ? 'They have left, and nothing says any more who they were.' : email}
      back={{ to: '/workspace/people', label: 'People' }}
    >
      <div>
        <PersonStatusBadge status={status} />
      </div>
      {status !== 'INVITED' && (
        <Section title="Erasure" aside={<EraseButton person={person} onClosed={reread} />}>
          {status === 'ERASED' ? (
            <ErasureReceipt personId={userId} />
          ) : (
            <Text size="sm">
              For somebody who wants to be forgotten: name and address go wherever they stand. It cannot be
              taken back.
            </Text>
          )}
        </Section>
      )}
    </SettingsPage>
  );
}
