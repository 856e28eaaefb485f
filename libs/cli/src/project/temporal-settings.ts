import type { Environment } from '../environment/environment';
import { StartRefusedError } from '../environment/cli.errors';

/** How the worker reaches Temporal, as the servers read it from the environment. */
export interface TemporalSettings {
  readonly address: string;
  readonly namespace: string;
  readonly apiKey: string | undefined;
  readonly tls: boolean;
  /** Of Orkestra's own worker. */
  readonly serverQueue: string;
}

/** @throws StartRefusedError */
export function temporalSettings(env: Environment): TemporalSettings {
  const address = env['TEMPORAL_ADDRESS'] || '127.0.0.1:7233';
  if (!/^[^\s/]+:\d+$/.test(address))
    throw new StartRefusedError(`TEMPORAL_ADDRESS must be host:port, not "${address}".`, 2);
  const apiKey = env['TEMPORAL_API_KEY'] || undefined;
  return {
    address,
    namespace: env['TEMPORAL_NAMESPACE'] || 'default',
    apiKey,
    tls: apiKey !== undefined || /^(1|true|yes|on)$/i.test(env['TEMPORAL_TLS'] ?? ''),
    serverQueue: env['TASK_QUEUE'] || 'orkestra',
  };
}
