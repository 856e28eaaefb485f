import type { NamedPort } from '../process/ports';
import type { StackSettings } from './settings';

/** The ports that this start will listen on, with the setting that moves each. */
export function portsToCheck({ ports, database, externalTemporal }: StackSettings): NamedPort[] {
  const programs = [
    { port: ports.gateway, use: 'the api-gateway and the admin app', setting: 'PORT' },
    { port: ports.mcp, use: 'the mcp-gateway', setting: 'MCP_PORT' },
    { port: ports.worker, use: "the worker's health endpoint", setting: 'WORKER_PORT' },
  ];
  const postgres = { port: ports.postgres, use: 'Postgres', setting: 'ORKESTRA_PG_PORT' };
  const temporal = [
    { port: ports.temporal, use: 'Temporal', setting: 'ORKESTRA_TEMPORAL_PORT' },
    { port: ports.temporalUi, use: "Temporal's web UI", setting: 'ORKESTRA_TEMPORAL_UI_PORT' },
  ];
  return [
    ...programs,
    ...(database.kind === 'embedded' ? [postgres] : []),
    ...(externalTemporal ? [] : temporal),
  ];
}
