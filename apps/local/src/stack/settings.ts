import { resolve } from 'node:path';
import { connectionFrom, type TemporalConnectionOptions } from '@orkestra/sdk/connection';
import { z } from 'zod';
import type { DatabaseUrls } from '../postgres/provision-database';
import type { ExternalTemporal } from '../temporal/external-temporal';
import { SettingsError } from '../terminal/local.errors';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);
const text = z.string().optional();
const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must be like postgres://user:password@host:5432/name')
  .optional();

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port(4000),
  MCP_PORT: port(4100),
  WORKER_PORT: port(4200),
  ORKESTRA_PG_PORT: port(5433),
  ORKESTRA_TEMPORAL_PORT: port(7233),
  ORKESTRA_TEMPORAL_UI_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  ORKESTRA_HOME: z.string().default('.orkestra'),
  DATABASE_URL: postgresUrl,
  SYSTEM_DATABASE_URL: postgresUrl,
  MIGRATION_DATABASE_URL: postgresUrl,
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must be host:port')
    .optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  WORKFLOW_PROJECTS: text,
  PUBLIC_URL: text,
});

export interface StackPorts {
  readonly gateway: number;
  readonly mcp: number;
  readonly worker: number;
  readonly postgres: number;
  readonly temporal: number;
  readonly temporalUi: number;
}

/** Where the database comes from: run here, made on a server we may administer, or given ready. */
type DatabaseSource =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'server'; readonly adminUrl: string; readonly database: string }
  | { readonly kind: 'ready'; readonly urls: DatabaseUrls };

/** What belongs to a checkout, or to somebody's project that has Orkestra installed. */
export interface StackPlace {
  /** Relative paths begin here. */
  readonly folder: string;
  /** Holds the compiled `apps/…` of the servers. */
  readonly programs: string;
  readonly adminApp: string;
  /** Hosted by the worker unless WORKFLOW_PROJECTS names others. */
  readonly workflowProjects: string;
  /** What to do next, printed when all is ready. */
  readonly advice: readonly string[];
}

export interface StackSettings {
  readonly place: StackPlace;
  readonly home: string;
  readonly host: string;
  readonly publicUrl: string;
  readonly ports: StackPorts;
  readonly database: DatabaseSource;
  /** Absent: the dev server runs here. */
  readonly externalTemporal: ExternalTemporal | undefined;
  readonly temporalNamespace: string;
  readonly workflowProjects: string;
}

/**
 * Reads the settings of the local stack.
 * @throws SettingsError naming each wrong variable.
 */
export function loadSettings(env: NodeJS.ProcessEnv, place: StackPlace): StackSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new SettingsError(`The settings are wrong:\n${lines.join('\n')}`);
  }
  const values = parsed.data;
  const host = ['0.0.0.0', '::'].includes(values.HOST) ? '127.0.0.1' : values.HOST;
  return {
    place,
    home: resolve(place.folder, values.ORKESTRA_HOME),
    host,
    publicUrl: (values.PUBLIC_URL ?? `http://${host}:${values.PORT}`).replace(/\/$/, ''),
    ports: {
      gateway: values.PORT,
      mcp: values.MCP_PORT,
      worker: values.WORKER_PORT,
      postgres: values.ORKESTRA_PG_PORT,
      temporal: values.ORKESTRA_TEMPORAL_PORT,
      temporalUi: values.ORKESTRA_TEMPORAL_UI_PORT ?? values.ORKESTRA_TEMPORAL_PORT + 1000,
    },
    database: databaseSource(values),
    externalTemporal: values.TEMPORAL_ADDRESS
      ? {
          ...temporalConnection(given),
          namespace: values.TEMPORAL_NAMESPACE,
        }
      : undefined,
    temporalNamespace: values.TEMPORAL_NAMESPACE,
    workflowProjects: values.WORKFLOW_PROJECTS ?? place.workflowProjects,
  };
}

function temporalConnection(env: NodeJS.ProcessEnv): TemporalConnectionOptions {
  try {
    return connectionFrom(env);
  } catch (cause) {
    throw new SettingsError((cause as Error).message, { cause });
  }
}

function databaseSource(values: z.infer<typeof variables>): DatabaseSource {
  const { DATABASE_URL: app, SYSTEM_DATABASE_URL: system, MIGRATION_DATABASE_URL: owner } = values;
  if (app && system && owner) {
    return {
      kind: 'ready',
      urls: { databaseUrl: app, systemDatabaseUrl: system, migrationDatabaseUrl: owner },
    };
  }
  if (system || owner) {
    throw new SettingsError(
      'Set DATABASE_URL alone (a role that may create roles and databases), or all three of ' +
        'DATABASE_URL, SYSTEM_DATABASE_URL and MIGRATION_DATABASE_URL.',
    );
  }
  return app ? { kind: 'server', adminUrl: app, database: databaseOf(app) } : { kind: 'embedded' };
}

/** The database that the URL names, or `orkestra` where it names only Postgres's own. */
function databaseOf(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  return ['', 'postgres', 'template1'].includes(name) ? 'orkestra' : name;
}
