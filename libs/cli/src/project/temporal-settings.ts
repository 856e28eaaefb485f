import type * as ConnectionPackage from '@orkestra/sdk/connection';
import type { TemporalConnectionOptions } from '@orkestra/sdk/connection';
import type { Environment } from '../environment/environment';
import { StartRefusedError } from '../environment/cli.errors';
import { packageOf, type Project } from './project';

/** How the worker reaches Temporal, as the servers read it from the environment. */
export interface TemporalSettings extends Readonly<TemporalConnectionOptions> {
  readonly namespace: string;
  /** Of Orkestra's own worker. */
  readonly serverQueue: string;
}

/** By the SDK that the project has. @throws StartRefusedError naming the variable */
export function temporalSettings(env: Environment, project: Project): TemporalSettings {
  const { connectionFrom } = packageOf<typeof ConnectionPackage>(project, '@orkestra/sdk/connection');
  return settingsBy(connectionFrom, env);
}

/** @throws StartRefusedError naming the variable */
export function settingsBy(
  connectionFrom: typeof ConnectionPackage.connectionFrom,
  env: Environment,
): TemporalSettings {
  try {
    return {
      ...connectionFrom(env),
      namespace: env['TEMPORAL_NAMESPACE'] || 'default',
      serverQueue: env['TASK_QUEUE'] || 'orkestra',
    };
  } catch (error) {
    throw new StartRefusedError((error as Error).message, 2);
  }
}
