import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, CoreModule, loadConfig, runWithCorrelation } from '@orkestra/core';
import { EveryDeadLetter, TaskFilesModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import type { Environment } from '../command-line/environment';
import { MissingSettingError, WrongSettingsError } from '../command-line/operator.errors';

const NEEDED = ['DATABASE_URL', 'SYSTEM_DATABASE_URL'];

class OperatorModule {}

/**
 * Gives `work` the services of the libs, connected as the servers are: by the roles `app` and `system`.
 * @throws MissingSettingError
 */
export async function withDomain<T>(
  env: Environment,
  work: (domain: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const missing = NEEDED.filter((name) => !env[name]);
  if (missing.length > 0) throw new MissingSettingError(missing);
  const imports = [
    CoreModule.forRoot({ app: 'operator', config: configOf(env) }),
    TenancyModule,
    TaskFilesModule,
  ];
  const module = { module: OperatorModule, imports, providers: [EveryDeadLetter] };
  const domain = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    return await runWithCorrelation(undefined, () => work(domain));
  } finally {
    await domain.close();
  }
}

/** stdout belongs to the answer, so nothing is logged. */
function configOf(env: Environment): Config {
  try {
    return loadConfig({ ...env, LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '2' });
  } catch (error) {
    throw new WrongSettingsError((error as Error).message);
  }
}
