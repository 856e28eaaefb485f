import { useQuery } from '@apollo/client/react';
import { Anchor, Badge, Group } from '@mantine/core';
import { Link } from 'react-router';
import { PageLoader } from '../interface/page-loader';
import { ErrorNotice } from '../errors/error-notice';
import { graphql, readFragment } from '../generated';
import type { GroupMembersQuery, PersonFragment } from '../generated/graphql';
import { PersonFields } from '../people/person-operations';
import { Section } from '../settings/section';
import { ShowMore } from '../interface/paging/show-more';
import classes from '../settings/settings.module.css';
import { TimeText } from '../time/time-text';

const GroupMembersPage = graphql(`
  query GroupMembers($group: String!, $after: String) {
    users(group: $group, first: 50, after: $after) {
      edges {
        node {
          ...Person
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Who is in the group, what each can do and how much, and who is away. */
export function GroupMembers({ group }: { group: string }) {
  const { data, error, refetch, fetchMore } = useQuery(GroupMembersPage, {
    variables: { group },
    fetchPolicy: 'cache-and-network',
  });
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The members could not be read" error={error} onRetry={() => void refetch()} />;
  }
  const people = readFragment(
    PersonFields,
    data.users.edges.map(({ node }) => node),
  );
  const { hasNextPage, endCursor } = data.users.pageInfo;
  return (
    <Section title="Members" description="Skills and capacity decide who gets tasks that are handed out.">
      {people.length === 0 && <p className={classes.empty}>Nobody is in this group yet.</p>}
      <ul className={classes.rows}>
        {people.map((person) => (
          <Member key={person.user.id} person={person} />
        ))}
      </ul>
      {hasNextPage && (
        <ShowMore onMore={() => fetchMore({ variables: { after: endCursor }, updateQuery: joined })} />
      )}
    </Section>
  );
}

function joined(before: GroupMembersQuery, { fetchMoreResult }: { fetchMoreResult: GroupMembersQuery }) {
  const edges = [...before.users.edges, ...fetchMoreResult.users.edges];
  return { users: { ...fetchMoreResult.users, edges } };
}

function Member({ person: { user, active, skills, capacity, absence } }: { person: PersonFragment }) {
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <Anchor component={Link} to={`/people/${user.id}`} className={classes.rowTitle}>
          {user.displayName}
        </Anchor>
        <div className={classes.rowText}>
          {skills.length === 0 ? 'No skills' : skills.join(', ')} ·{' '}
          {capacity == null
            ? 'any number of tasks'
            : `up to ${capacity} open ${capacity === 1 ? 'task' : 'tasks'}`}
        </div>
      </div>
      <Group gap={6}>
        {!active && <Badge color="gray">Inactive</Badge>}
        {absence && (
          <span className={classes.rowText}>
            Away, back <TimeText at={absence.until} />
            {absence.substitute ? `; ${absence.substitute.displayName} stands in` : ''}
          </span>
        )}
      </Group>
    </li>
  );
}
