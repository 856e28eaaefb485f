import { useQuery } from '@apollo/client/react';
import { Button, Skeleton, Text } from '@mantine/core';
import { graphql } from '../generated';
import { ContextValue } from '../interface/values/context-value';
import { readableKey } from '../interface/values/readable';
import classes from './approval.module.css';
import { changesBetween, type VersionChange } from './version-changes';

const EarlierVersions = graphql(`
  query EarlierVersions($id: ID!) {
    task(id: $id) {
      id
      approval {
        round
        earlierVersions {
          round
          payload
        }
      }
    }
  }
`);

export interface VersionDiffProps {
  taskId: string;
  round: number;
  payload: unknown;
}

/** What the requester changed since the version before; nothing for the first one. */
export function VersionDiff({ taskId, round, payload }: VersionDiffProps) {
  const { data, error, refetch } = useQuery(EarlierVersions, {
    variables: { id: taskId },
    skip: round === 1,
    fetchPolicy: 'cache-and-network',
  });
  if (round === 1) return null;
  const before = data?.task.approval?.earlierVersions.find((version) => version.round === round - 1);
  return (
    <section className={classes.changes} aria-label={`Changes since version ${round - 1}`}>
      <h3>Changes since version {round - 1}</h3>
      {before ? (
        <Changes changes={changesBetween(before.payload, payload)} />
      ) : error ? (
        <Button size="compact-xs" variant="default" onClick={() => void refetch().catch(() => undefined)}>
          Could not be read. Try again
        </Button>
      ) : (
        <Skeleton height={14} width="60%" />
      )}
    </section>
  );
}

function Changes({ changes }: { changes: VersionChange[] }) {
  if (changes.length === 0) return <Text size="sm">Nothing: the two versions are the same.</Text>;
  return (
    <ul>
      {changes.map(({ path, before, after }) => (
        <li key={path.join('/')}>
          <span className={classes.path}>{path.map(readableKey).join(' › ') || 'All of it'}</span>
          {before !== undefined && (
            <del className={classes.before}>
              <ContextValue value={before} name={path.at(-1) ?? ''} depth={2} asWritten />
            </del>
          )}
          {after === undefined ? (
            <span className={classes.after}>Removed</span>
          ) : (
            <ins className={classes.after}>
              <ContextValue value={after} name={path.at(-1) ?? ''} depth={2} asWritten />
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
