import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { ErrorText } from '../errors/error-text';
import type { SessionsQuery } from '../generated/graphql';
import { PageLoader } from '../interface/page-loader';
import { ShowMore } from '../interface/paging/show-more';
import { Section } from '../settings/section';
import classes from '../settings/settings.module.css';
import { useSave } from '../settings/use-save';
import { Done } from './done';
import { EndSessions, Sessions } from './session-operations';
import { SessionRow } from './session-row';

/** Where a person is signed in, and a way to end it; without `user` the viewer. */
export function SessionSection({ user = null }: { user?: string | null }) {
  const variables = { user };
  const { data, error, refetch, fetchMore } = useQuery(Sessions, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const [end] = useMutation(EndSessions);
  const save = useSave();
  const reread = (): Promise<unknown> => refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The sessions could not be read" error={error} onRetry={() => void reread()} />;
  }
  const { edges, pageInfo } = data.sessions;
  const endThose = async (sessionId: string | null, done: string): Promise<void> => {
    const ended = await save.run(() => end({ variables: { input: { user, sessionId } } }), done);
    if (ended) await reread();
  };
  const others = edges.some(({ node }) => !node.current);
  return (
    <Section
      title="Sessions"
      description="Browsers that are signed in. What is open in a session that ends closes at once."
    >
      <Stack gap="sm">
        {edges.length === 0 && <p className={classes.empty}>Nobody is signed in.</p>}
        <ul className={classes.rows} aria-label="Sessions">
          {edges.map(({ node }) => (
            <SessionRow
              key={node.id}
              session={node}
              busy={save.busy}
              onEnd={() => void endThose(node.id, 'The session has ended.')}
            />
          ))}
        </ul>
        {pageInfo.hasNextPage && (
          <ShowMore
            onMore={() =>
              fetchMore({ variables: { ...variables, after: pageInfo.endCursor }, updateQuery: joined })
            }
          />
        )}
        {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
        <Done>{save.saved}</Done>
        {others && (
          <Button
            variant="default"
            w="fit-content"
            loading={save.busy}
            onClick={() =>
              void endThose(null, user === null ? 'All other sessions have ended.' : 'All have ended.')
            }
          >
            {user === null ? 'End all other sessions' : 'End all sessions'}
          </Button>
        )}
      </Stack>
    </Section>
  );
}

function joined(
  before: SessionsQuery,
  { fetchMoreResult }: { fetchMoreResult: SessionsQuery },
): SessionsQuery {
  const edges = [...before.sessions.edges, ...fetchMoreResult.sessions.edges];
  return { sessions: { ...fetchMoreResult.sessions, edges } };
}
