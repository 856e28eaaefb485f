import type { Client } from '@temporalio/client';
import type * as TemporalClientPackage from '@temporalio/client';
import type * as Codec from '@orkestra/sdk/codec';
import type { Environment } from '../environment/environment';
import { StartRefusedError } from '../environment/cli.errors';
import { packageOf, type Project } from './project';
import { temporalSettings, type TemporalSettings } from './temporal-settings';

export interface OpenClient {
  readonly client: Client;
  readonly settings: TemporalSettings;
  close(): Promise<void>;
}

/** How long a command waits for one answer. */
const DEADLINE_MS = 20_000;

/**
 * Temporal's client with the project's own packages and its codec, for commands that look and end.
 * @throws StartRefusedError when Temporal does not answer
 */
export async function openClient(project: Project, env: Environment): Promise<OpenClient> {
  const settings = temporalSettings(env, project);
  const { address, apiKey, tls, namespace } = settings;
  const { Client, Connection } = packageOf<typeof TemporalClientPackage>(project, '@temporalio/client');
  const { dataConverterFrom } = packageOf<typeof Codec>(project, '@orkestra/sdk/codec');
  const dataConverter = dataConverterFrom(env);
  const connection = Connection.lazy({ address, apiKey, tls, connectTimeout: '10s' });
  try {
    await connection.withDeadline(Date.now() + DEADLINE_MS, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
  } catch (error) {
    await connection.close();
    throw notAnswering(settings, error);
  }
  const client = new Client({ connection, namespace, dataConverter });
  return { client, settings, close: () => connection.close() };
}

export function notAnswering({ address, namespace }: TemporalSettings, error: unknown): StartRefusedError {
  const reason = (error as Error).message;
  return new StartRefusedError(
    `Temporal at ${address} (namespace ${namespace}) does not answer: ${reason}. Set TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE.`,
    1,
  );
}
