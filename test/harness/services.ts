import { CoreModule, loadConfig } from '@orkestra/core';
import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { createTestDatabase, type TestDatabase } from './database/test-database';

/** Services of the given modules on a migrated, empty database of their own. */
export interface TestServices {
  services: TestingModule;
  database: TestDatabase;
  close(): Promise<void>;
}

/** For the integration specs of a lib: its modules as a program would load them, without a program around them. */
export async function startServices(
  modules: NonNullable<ModuleMetadata['imports']>,
  settings: Record<string, string> = {},
): Promise<TestServices> {
  const database = await createTestDatabase();
  const config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: database.databaseUrl,
    SYSTEM_DATABASE_URL: database.systemDatabaseUrl,
    ...settings,
  });
  const imports = [CoreModule.forRoot({ app: 'test', config }), ...modules];
  const services = await Test.createTestingModule({ imports }).compile();
  const close = async () => {
    await services.close();
    await database.drop();
  };
  return { services, database, close };
}
