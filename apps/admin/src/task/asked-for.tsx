import { Alert, Text } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { type FragmentType, graphql, readFragment } from '../generated';
import { askedForWords, ownRequestWords } from './asked-for.words';

const AskedForFields = graphql(`
  fragment AskedFor on Task {
    closedAt
    isOwnRequest
    selfApproval
    onBehalfOf {
      id
      displayName
    }
    createdBy {
      kind
      id
      displayName
    }
  }
`);

/** For whom the task is asked, and what that means for the person who reads it. */
export function AskedFor({ task: masked }: { task: FragmentType<typeof AskedForFields> }) {
  const task = readFragment(AskedForFields, masked);
  const asked = askedForWords(task);
  const own = ownRequestWords(task);
  return (
    <>
      {asked && (
        <Text size="sm" c="dimmed">
          {asked}
        </Text>
      )}
      {own && (
        <Alert role="note" variant="light" color="yellow" icon={<IconEyeCheck size={18} />} title={own.title}>
          <Text size="sm">{own.text}</Text>
        </Alert>
      )}
    </>
  );
}
