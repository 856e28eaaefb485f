import { DataSource } from 'typeorm';
import { conversationsMigrations } from './libs/conversations/src/migrations';
import { notificationsMigrations } from './libs/notifications/src/migrations';
import { privacyMigrations } from './libs/privacy/src/migrations';
import { tasksMigrations } from './libs/tasks/src/migrations';
import { tenancyMigrations } from './libs/tenancy/src/migrations';
import { workflowsMigrations } from './libs/workflows/src/migrations';

/** Connects as the role `owner`; only migrations do. */
export function migrationDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    migrations: [
      ...tenancyMigrations,
      ...tasksMigrations,
      ...workflowsMigrations,
      ...conversationsMigrations,
      ...privacyMigrations,
      ...notificationsMigrations,
    ],
    migrationsTransactionMode: 'all',
  });
}

/** For the TypeORM command line: `npm run migration:run`. */
export const dataSource = migrationDataSource(process.env['MIGRATION_DATABASE_URL'] ?? '');
