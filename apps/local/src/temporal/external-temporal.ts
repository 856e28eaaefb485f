import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { TemporalConnectionOptions } from '@orkestra/sdk/connection';
import { LocalStackError, messageOf } from '../terminal/local.errors';

export interface ExternalTemporal extends Readonly<TemporalConnectionOptions> {
  readonly namespace: string;
}

/**
 * Checks a Temporal that somebody else runs and registers our search attribute where it is missing.
 * @throws LocalStackError when it can't be reached, or neither has nor lets us add the attribute.
 */
export async function prepareExternalTemporal(server: ExternalTemporal): Promise<void> {
  const connection = await connect(server);
  try {
    const { namespace } = server;
    const known = await connection.operatorService.listSearchAttributes({ namespace });
    if ('OrkestraTenant' in (known.customAttributes ?? {})) return;
    const searchAttributes = {
      OrkestraTenant: temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
    };
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (cause) {
    throw new LocalStackError(
      `The search attribute OrkestraTenant (Keyword) is needed in Temporal's namespace ${server.namespace}, ` +
        `and adding it failed: ${messageOf(cause)}\nAdd it with Temporal's own tools and start again.`,
      { cause },
    );
  } finally {
    await connection.close();
  }
}

async function connect({ address, apiKey, tls }: ExternalTemporal): Promise<Connection> {
  try {
    return await Connection.connect({ address, apiKey, tls, connectTimeout: '10s' });
  } catch (cause) {
    throw new LocalStackError(
      `Temporal at TEMPORAL_ADDRESS ${address} does not answer: ${messageOf(cause)}\n` +
        'Start it, correct the address, or unset TEMPORAL_ADDRESS to run one here.',
      { cause },
    );
  }
}
