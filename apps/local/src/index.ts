export { LocalStackError } from './terminal/local.errors';
export { ManagedProcess, type ProcessOptions } from './process/managed-process';
export { freePort, freePorts } from './process/ports';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres/postgres';
export { removePostgresData } from './postgres/postgres-data';
export { provisionDatabase, type DatabaseUrls, type RolePasswords } from './postgres/provision-database';
export { resolveTemporal, resolveTemporalTestServer } from './temporal/temporal-binary';
export { startTemporal, type RunningTemporal, type TemporalOptions } from './temporal/temporal-server';
