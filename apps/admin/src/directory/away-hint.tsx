import { useQuery } from '@apollo/client/react';
import { Alert } from '@mantine/core';
import { IconBeach } from '@tabler/icons-react';
import { graphql } from '../generated';
import { TimeText } from '../time/time-text';
import { readTarget, type Target } from './targets';

const PersonAbsence = graphql(`
  query PersonAbsence($user: String!) {
    user(user: $user) {
      user {
        id
      }
      absence {
        until
        substitute {
          id
          displayName
        }
      }
    }
  }
`);

/** Says that whoever is about to get a task is away, and who gets it in their place; nothing for who is there. */
export function AwayHint({ target }: { target: Target | null }) {
  const user = target && readTarget(target.value)?.user;
  const { data } = useQuery(PersonAbsence, {
    variables: { user: user ?? '' },
    skip: !user,
    fetchPolicy: 'network-only',
  });
  const absence = user && data?.user.user.id === user ? data.user.absence : null;
  if (!absence) return null;
  return (
    <Alert role="status" color="yellow" variant="light" py={8} icon={<IconBeach size={18} />}>
      {target?.label} is away, and back <TimeText at={absence.until} />.{' '}
      {absence.substitute
        ? `${absence.substitute.displayName} stands in and gets it.`
        : 'Nobody stands in: choose somebody else.'}
    </Alert>
  );
}
