import type { Environment } from '../environment/environment';
import { findLocalStack, type LocalStack } from '../environment/local-stack';
import { fail, type Finding } from './finding';

const DATABASE = ['MIGRATION_DATABASE_URL', 'DATABASE_URL', 'SYSTEM_DATABASE_URL'];

/** What there is to look at, and where that is known from. */
export interface DoctorSettings {
  readonly env: Environment;
  readonly local: LocalStack | undefined;
  /** The environment, with what the stack on this machine knows where it says nothing. */
  readonly servers: Environment;
  readonly problems: readonly Finding[];
}

export function doctorSettings(env: Environment): DoctorSettings {
  const { local, problems } = stackOf(env);
  if (local === undefined) return { env, local, servers: env, problems };
  const { TEMPORAL_ADDRESS: temporal, ...urls } = local.settings;
  const servers = {
    ...env,
    ...(DATABASE.some((name) => env[name]) ? {} : urls),
    TEMPORAL_ADDRESS: env['TEMPORAL_ADDRESS'] || temporal,
  };
  return { env, local, servers, problems };
}

function stackOf(env: Environment): { local: LocalStack | undefined; problems: Finding[] } {
  try {
    return { local: findLocalStack(env, process.cwd()), problems: [] };
  } catch (error) {
    const repair = 'Remove the file, or run npm start again.';
    return { local: undefined, problems: [fail('local stack', (error as Error).message, repair)] };
  }
}
