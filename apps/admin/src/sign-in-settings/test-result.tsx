import { useQuery } from '@apollo/client/react';
import { Alert } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { JsonBlock } from '../interface/values/json-block';
import { Fact, FactList } from '../interface/values/fact-list';
import { Section } from '../settings/section';
import { SsoTestQuery } from './connection-operations';

const ADMISSIONS = {
  KNOWN: 'Linked before',
  LINK: 'Would be linked to who has the address',
  INVITATION: 'Would take up an invitation',
  PROVISIONING: 'Would come in for the first time',
} as const;

/** What a directory sent, and what it would have made of the person. */
export function TestResult({ id }: { id: string }) {
  const { data, error } = useQuery(SsoTestQuery, { variables: { id }, fetchPolicy: 'network-only' });
  if (error) return <ErrorNotice title="The test could not be read" error={error} />;
  const result = data?.ssoTest.result;
  if (!result) return null;
  const { wouldBe, problem, subject, claims } = result;
  return (
    <Section title="What the test has shown" description="Nobody was signed in by it.">
      {problem && (
        <Alert color="red" variant="light" mb="md">
          {problem.message}
        </Alert>
      )}
      <FactList>
        {subject && <Fact name="Subject">{subject}</Fact>}
        {wouldBe && (
          <>
            <Fact name="Person">
              {wouldBe.displayName} ({wouldBe.email})
            </Fact>
            <Fact name="How">{ADMISSIONS[wouldBe.by]}</Fact>
            <Fact name="Role">{wouldBe.role}</Fact>
            <Fact name="Groups">
              {wouldBe.groups.map(({ group, role }) => `${group} (${role})`).join(', ') || 'None'}
            </Fact>
          </>
        )}
      </FactList>
      <JsonBlock value={claims} label="What the directory sent" open whole />
    </Section>
  );
}
