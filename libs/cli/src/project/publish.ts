import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { PublishedDefinition } from './definitions';

interface Publication {
  client: Client;
  serverQueue: string;
  taskQueue: string;
  definitions: readonly PublishedDefinition[];
  signal: AbortSignal;
  tell: (line: string) => void;
}

const LONGEST_WAIT_MS = 10_000;

/**
 * Has Orkestra's own worker put the workflows into the catalogue, and waits for it as long as it takes.
 * @throws Error when it refuses them
 */
export async function publish({
  client,
  serverQueue,
  signal,
  tell,
  ...publication
}: Publication): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      await client.workflow.execute('orkestraPublish', {
        workflowId: `${publication.taskQueue}/publish/${randomUUID()}`,
        taskQueue: serverQueue,
        workflowExecutionTimeout: '30s',
        args: [publication],
      });
      return;
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal !== undefined) throw new Error(refusal, { cause: error });
      if (attempt === 0)
        tell(
          `Orkestra's worker on the queue "${serverQueue}" does not answer; the workflows wait to be listed`,
        );
      await delay(Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt), undefined, { signal }).catch(
        () => undefined,
      );
    }
  }
}

function refusalIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ((error as { type?: string }).type === 'workflow.not_published') return error.message;
  return refusalIn(error.cause);
}
