import { useLazyQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { KeyUses } from './key-operations';
import classes from './keys.module.css';

/** From where a key was used, looked up when somebody wants to know. */
export function KeyUseList({ keyId }: { keyId: string }) {
  const [read, { data, error, loading }] = useLazyQuery(KeyUses, { fetchPolicy: 'network-only' });
  const toggled = (isOpen: boolean): void => {
    if (isOpen) void read({ variables: { keyId } }).catch(() => undefined);
  };
  return (
    <details onToggle={(event) => toggled(event.currentTarget.open)}>
      <summary>From where</summary>
      <div role="status">
        {loading && !data && <Text size="sm">Reading…</Text>}
        {error && <Text size="sm">This could not be read. Close it and open it again.</Text>}
        {data?.apiKeyUses.edges.length === 0 && <Text size="sm">Uses show up after a minute.</Text>}
      </div>
      {data && (
        <ul className={classes.uses}>
          {data.apiKeyUses.edges.map(({ cursor, node: { day, address, count } }) => (
            <li key={cursor}>
              {day}: {address ?? 'unknown address'}, {count} {count === 1 ? 'time' : 'times'}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
