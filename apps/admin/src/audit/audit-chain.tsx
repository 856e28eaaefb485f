import { useQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { ErrorText } from '../errors/error-text';
import { useDownload } from '../interface/use-download';
import { Section } from '../settings/section';
import { ChainState } from './audit-operations';
import classes from './audit.module.css';
import { chainWords } from './chain.words';

const READ_EVERY_MS = 15_000;

/** How far the log is sealed, and the sealed log to take away. */
export function AuditChain() {
  const { data, error } = useQuery(ChainState, {
    fetchPolicy: 'cache-and-network',
    pollInterval: READ_EVERY_MS,
  });
  const today = new Date().toISOString().slice(0, 10);
  const { state, start } = useDownload('/api/v1/audit/export', `audit-${today}.jsonl`);
  const chain = data?.auditChain;
  return (
    <Section
      title="Evidence"
      description="Each line is sealed in a signed chain. An export can be checked without this server, by anybody who has the public key."
      aside={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={state.kind === 'running'}
          disabled={chain?.sealedAt == null && chain?.signs !== true}
          onClick={() => void start()}
        >
          Export
        </Button>
      }
    >
      {chain && <Text size="sm">{chainWords(chain)}</Text>}
      {chain?.checkpoint && (
        <Text c="dimmed" className={classes.digest}>
          Last checkpoint: <code>{chain.checkpoint}</code>
        </Text>
      )}
      {error && !chain && <ErrorText>How far the log is sealed could not be read.</ErrorText>}
      {state.kind === 'failed' && <ErrorText>{`The export was broken off. ${state.message}`}</ErrorText>}
    </Section>
  );
}
