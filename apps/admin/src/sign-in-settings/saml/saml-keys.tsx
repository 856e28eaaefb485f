import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { ConnectionPartsFragment } from '../../generated/graphql';
import { MomentText } from '../../time/moment-text';
import classes from '../connection/directories.module.css';
import { RolloverDialog } from './rollover-dialog';

export interface SamlKeysProps {
  connection: ConnectionPartsFragment;
  onChanged: () => void;
}

/** Our own certificates, and the way from one to the next. */
export function SamlKeys({ connection, onChanged }: SamlKeysProps) {
  const { name, samlKeys } = connection;
  const [asking, setAsking] = useState<'begin' | 'finish' | null>(null);
  const isUnderWay = samlKeys.length > 1;
  const label = isUnderWay ? 'Finish the rollover' : 'Roll over the key';
  return (
    <>
      <ul className={classes.keys} aria-label={`Own certificates of ${name}`}>
        {samlKeys.map(({ id, certificate: { fingerprint, validFrom, validTo } }, index) => (
          <li key={id}>
            <Badge variant="dot" color={index === 0 ? 'green' : 'gray'}>
              {index === 0 ? 'In use' : 'Takes its place'}
            </Badge>{' '}
            <MomentText at={validFrom} /> to <MomentText at={validTo} />
            <Text size="xs" component="div">
              SHA-256 <code className={classes.copied}>{fingerprint}</code>
            </Text>
          </li>
        ))}
      </ul>
      {isUnderWay && (
        <Text size="sm" mt={6}>
          Our metadata names both. Finish once the provider has read it.
        </Text>
      )}
      <Group gap="sm" mt={8}>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${label} (${name})`}
          onClick={() => setAsking(isUnderWay ? 'finish' : 'begin')}
        >
          {label}
        </Button>
      </Group>
      {asking && (
        <RolloverDialog
          step={asking}
          connection={connection}
          onDone={onChanged}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
