export { LocalStackError } from './local.errors';
export { ManagedProcess, type ProcessOptions } from './managed-process';
export { freePort, freePorts } from './ports';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres';
export { removePostgresData } from './postgres-data';
export { provisionDatabase, type DatabaseUrls, type RolePasswords } from './provision-database';
export { resolveTemporal, resolveTemporalTestServer } from './temporal-binary';
export { startTemporal, type RunningTemporal, type TemporalOptions } from './temporal-server';
