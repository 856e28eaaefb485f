import { useLazyQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { graphql } from '../../generated';
import { saveFile } from '../../interface/save-file';
import classes from './next-steps.module.css';

const DecisionReceipt = graphql(`
  query DecisionReceipt($taskId: ID!) {
    decisionReceipt(taskId: $taskId) {
      envelope
      keyId
    }
  }
`);

/** The receipt of a decision, made when somebody wants it. */
export function EvidencePart({ taskId }: { taskId: string }) {
  const [read, { data, error, loading }] = useLazyQuery(DecisionReceipt, { fetchPolicy: 'network-only' });
  const receipt = data?.decisionReceipt;
  const toggled = (isOpen: boolean): void => {
    if (isOpen) void read({ variables: { taskId } }).catch(() => undefined);
  };
  const save = (): void => {
    const content = `${JSON.stringify(receipt?.envelope, null, 2)}\n`;
    saveFile(new Blob([content], { type: 'application/json' }), `receipt-${taskId}.json`);
  };
  return (
    <details className={classes.evidence} onToggle={(event) => toggled(event.currentTarget.open)}>
      <summary>Evidence</summary>
      <div role="status">
        {loading && !data && <Text size="sm">Reading…</Text>}
        {error && <Text size="sm">{error.message}</Text>}
        {data && !receipt && <Text size="sm">There is no receipt of this decision.</Text>}
        {receipt && (
          <Text size="sm" my={8}>
            A signed receipt says who decided this, when, and on what they were shown. Anybody can check it
            with the public key <code className={classes.keyId}>{receipt.keyId}</code>.
          </Text>
        )}
      </div>
      {receipt && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={save}
        >
          Download the receipt
        </Button>
      )}
    </details>
  );
}
