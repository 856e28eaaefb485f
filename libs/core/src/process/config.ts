import { type Settings, settings } from './settings';

/** The validated settings of this process; injected wherever one is needed. */
export abstract class Config implements Readonly<Omit<Settings, 'PUBLIC_URL'>> {
  /** Whether nothing may stand in for a key or an address that was not given. */
  declare readonly isProduction: boolean;
  declare readonly NODE_ENV: Settings['NODE_ENV'];
  declare readonly DEMO: boolean;
  declare readonly HOST: string;
  declare readonly PORT: number;
  declare readonly MCP_PORT: number;
  declare readonly WORKER_PORT: number;
  declare readonly DATABASE_URL: string;
  declare readonly SYSTEM_DATABASE_URL: string;
  declare readonly MIGRATION_DATABASE_URL: string | undefined;
  declare readonly LISTEN_DATABASE_URL: string | undefined;
  declare readonly DATABASE_POOL_SIZE: number;
  declare readonly TEMPORAL_ADDRESS: string;
  declare readonly TEMPORAL_NAMESPACE: string;
  declare readonly TEMPORAL_API_KEY: string | undefined;
  declare readonly TEMPORAL_TLS: boolean;
  declare readonly TEMPORAL_TLS_SERVER_NAME: string | undefined;
  declare readonly TEMPORAL_TLS_SERVER_CA_CERT_PATH: string | undefined;
  declare readonly TEMPORAL_TLS_SERVER_CA_CERT_DATA: string | undefined;
  declare readonly TEMPORAL_TLS_CLIENT_CERT_PATH: string | undefined;
  declare readonly TEMPORAL_TLS_CLIENT_CERT_DATA: string | undefined;
  declare readonly TEMPORAL_TLS_CLIENT_KEY_PATH: string | undefined;
  declare readonly TEMPORAL_TLS_CLIENT_KEY_DATA: string | undefined;
  declare readonly TEMPORAL_CODEC: 'on' | 'off';
  declare readonly TEMPORAL_CODEC_KEY: string[];
  declare readonly TASK_QUEUE: string;
  declare readonly WORKFLOW_PROJECTS: string[];
  declare readonly PUBLIC_URL: string;
  declare readonly MCP_PUBLIC_URL: string | undefined;
  declare readonly TRUSTED_PROXIES: string[];
  declare readonly REQUESTS_PER_MINUTE: number;
  declare readonly ALLOWED_HOSTS: string[];
  declare readonly CORS_ORIGINS: string[];
  declare readonly GRAPHQL_INTROSPECTION: boolean | undefined;
  declare readonly OUTBOUND_ALLOWED_NETWORKS: string[];
  declare readonly DNS_SERVERS: string[];
  declare readonly SECRETS_KEY: string[];
  declare readonly KEY_ENCRYPTION_KEY: string[];
  declare readonly KEY_ENCRYPTION_KEY_FILE: string | undefined;
  declare readonly EVIDENCE_KEY: string | undefined;
  declare readonly EVIDENCE_KEY_FILE: string | undefined;
  declare readonly MAIL_URL: string | undefined;
  declare readonly MAIL_FROM: string;
  declare readonly MAIL_BOUNCES_TO: string | undefined;
  declare readonly MAIL_REPLIES_DOMAIN: string | undefined;
  declare readonly MAIL_REPLIES_PORT: number;
  declare readonly NOTIFY_ONLY: string | undefined;
  declare readonly PUSH_CONTACT: string | undefined;
  declare readonly PUSH_SERVICES: string[];
  declare readonly TELEGRAM_BOT_TOKEN: string | undefined;
  declare readonly TELEGRAM_URL: string;
  declare readonly NOTIFICATION_CHANNELS: string[];
  declare readonly SLACK_API_URL: string;
  declare readonly TEAMS_LOGIN_URL: string;
  declare readonly TEAMS_OPENID_URL: string;
  declare readonly TENANT_OPEN_TASKS: number;
  declare readonly TENANT_PEOPLE: number;
  declare readonly TENANT_REQUESTS_PER_MINUTE: number;
  declare readonly TENANT_PAYLOAD_BYTES: number;
  declare readonly TENANT_DELETION_DAYS: number;
  declare readonly LOG_LEVEL: Settings['LOG_LEVEL'];
  declare readonly METRICS: Settings['METRICS'];
  declare readonly ADMIN_DIST: string;
  declare readonly ATTACHMENTS_DIR: string;
  declare readonly ATTACHMENTS_S3_BUCKET: string | undefined;
  declare readonly ATTACHMENTS_S3_ENDPOINT: string | undefined;
  declare readonly ATTACHMENTS_S3_REGION: string;
  declare readonly ATTACHMENTS_S3_ACCESS_KEY_ID: string | undefined;
  declare readonly ATTACHMENTS_S3_SECRET_ACCESS_KEY: string | undefined;
}

/**
 * Reads the settings from the environment.
 * @throws Error naming every wrong variable and what it should be; the process must not start.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => describeIssue(String(issue.path[0]), issue.message));
    throw new Error(`The configuration is wrong:\n${lines.join('\n')}`);
  }
  const { HOST, PORT, NODE_ENV, DEMO } = parsed.data;
  const publicUrl = parsed.data.PUBLIC_URL ?? `http://${HOST}:${PORT}`;
  const derived = {
    isProduction: NODE_ENV === 'production' && !DEMO,
    PUBLIC_URL: publicUrl.replace(/\/$/, ''),
  };
  return Object.freeze({ ...parsed.data, ...derived }) as Config;
}

function describeIssue(name: string, problem: string): string {
  const meaning = settings.shape[name as keyof typeof settings.shape]?.description ?? '';
  return `  ${name}: ${problem}. ${meaning}`;
}
