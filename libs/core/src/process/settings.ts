import { z } from 'zod';
import { isEvidenceKey, isNetwork, isOrigin, isSecretsKey } from './config-values';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);
const most = (fallback: number) => z.coerce.number().int().min(1).max(1e9).default(fallback);
const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'a URL such as postgres://user:password@host:5432/name');
const text = z.string().min(1).optional();
const parts = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
const list = z.string().default('').transform(parts);

/** Every setting of the servers. The description is the row in docs/reference/configuration.md. */
export const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('Which defaults apply.'),
  DEMO: z
    .stringbool()
    .default(false)
    .describe(
      'Keys and workspaces of development whatever `NODE_ENV` is, for trying Orkestra on one machine; `npm start` and `orkestra dev` set it. Never where data matters.',
    ),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address that the servers bind.'),
  PORT: port(4000).describe('Port of the api-gateway.'),
  MCP_PORT: port(4100).describe('Port of the mcp-gateway.'),
  WORKER_PORT: port(4200).describe("Port of the worker's health endpoint."),
  DATABASE_URL: postgresUrl.describe('Postgres as the role `app`: row-level security applies to it.'),
  SYSTEM_DATABASE_URL: postgresUrl.describe(
    'Postgres as the role `system`: outbox, sessions, keys and sweeps.',
  ),
  MIGRATION_DATABASE_URL: postgresUrl
    .optional()
    .describe('Postgres as the role `owner`; only migrations use it.'),
  LISTEN_DATABASE_URL: postgresUrl
    .optional()
    .describe(
      'The same as `DATABASE_URL`, but straight to Postgres: needed for live updates where that one leads through PgBouncer.',
    ),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe('Connections in each pool.'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'host:port')
    .default('127.0.0.1:7233')
    .describe("Temporal's gRPC address."),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default').describe('Temporal namespace.'),
  TEMPORAL_API_KEY: z.string().optional().describe('API key of Temporal Cloud; turns TLS on.'),
  TEMPORAL_TLS: z
    .stringbool()
    .default(false)
    .describe('Whether to speak TLS with Temporal; each `TEMPORAL_TLS_…` turns it on.'),
  TEMPORAL_TLS_SERVER_NAME: text.describe(
    "Name in the certificate of Temporal's server, where it is not the one of the address.",
  ),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: text.describe(
    "PEM file of the authority that issued Temporal's certificate; by default the public ones.",
  ),
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: text.describe('The same as PEM text.'),
  TEMPORAL_TLS_CLIENT_CERT_PATH: text.describe(
    'PEM file of the certificate by which the servers show Temporal who they are (mTLS).',
  ),
  TEMPORAL_TLS_CLIENT_CERT_DATA: text.describe('The same as PEM text.'),
  TEMPORAL_TLS_CLIENT_KEY_PATH: text.describe('PEM file of the key of that certificate.'),
  TEMPORAL_TLS_CLIENT_KEY_DATA: text.describe('The same as PEM text.'),
  TEMPORAL_CODEC: z
    .enum(['on', 'off'])
    .default('off')
    .describe('Whether payloads are encrypted before Temporal gets them; workers of your own need the same.'),
  TEMPORAL_CODEC_KEY: list
    .pipe(z.array(z.string().refine(isSecretsKey, 'keys of 32 bytes in base64, with commas between them')))
    .describe('Comma-separated keys for that: the first encrypts, all decrypt.'),
  TASK_QUEUE: z.string().min(1).default('orkestra').describe('Temporal task queue of the built-in worker.'),
  WORKFLOW_PROJECTS: list.describe('Comma-separated folders of workflow projects that the worker hosts.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Where people open the admin app; default `http://HOST:PORT`. Cookies are `Secure` unless it is loopback.',
    ),
  MCP_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Where agents reach the mcp-gateway, as access tokens for it name it; by default the name that each request came under. Set it where services of others listen on the same name.',
    ),
  TRUSTED_PROXIES: list
    .refine(
      (all) => all.every(isNetwork),
      'addresses or networks such as 10.0.0.0/8, with commas between them',
    )
    .describe(
      'Comma-separated addresses or networks of the proxies in front, which tell the addresses of clients; those on the same machine always may.',
    ),
  REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .default(6_000)
    .describe(
      'How many requests one person or program may send in a minute, at all servers together; 0 for as many as they like.',
    ),
  ALLOWED_HOSTS: list.describe(
    'Comma-separated names, besides those of `HOST` and `PUBLIC_URL`, under which clients reach the mcp-gateway.',
  ),
  CORS_ORIGINS: list
    .pipe(z.array(z.string().refine(isOrigin, 'origins such as https://desk.example.com, without a path')))
    .describe(
      'Comma-separated origins of front ends of your own, which act with the cookie of a person as the admin app does.',
    ),
  GRAPHQL_INTROSPECTION: z
    .stringbool()
    .optional()
    .describe('Whether callers may read the GraphQL schema from the server; by default not in production.'),
  OUTBOUND_ALLOWED_NETWORKS: list
    .refine(
      (all) => all.every(isNetwork),
      'addresses or networks such as 10.0.0.0/8, with commas between them',
    )
    .describe(
      'Comma-separated addresses or networks, private ones among them, that the servers may call when somebody types in an address there, such as that of a directory or a webhook; public ones always. Addresses of IPv6 that carry one of IPv4 (`::/96`, NAT64, 6to4, Teredo) are no public ones.',
    ),
  DNS_SERVERS: list.describe(
    'Comma-separated name servers, such as 10.0.0.53, that are asked whether a domain belongs to a workspace; by default those of the machine.',
  ),
  SECRETS_KEY: list
    .pipe(z.array(z.string().refine(isSecretsKey, 'keys of 32 bytes in base64, with commas between them')))
    .describe(
      'Comma-separated keys that seal secrets in Postgres: the first seals, all open, so that a new one can be put in front. In production codes from an app and mail need one; make it by `openssl rand -base64 32`.',
    ),
  KEY_ENCRYPTION_KEY: list
    .pipe(z.array(z.string().refine(isSecretsKey, 'keys of 32 bytes in base64, with commas between them')))
    .describe(
      'Comma-separated keys that wrap the data keys of workspaces, which seal sensitive values: the first wraps, all unwrap. Without one `SECRETS_KEY` does.',
    ),
  KEY_ENCRYPTION_KEY_FILE: text.describe('File of these keys, one a line, in place of `KEY_ENCRYPTION_KEY`.'),
  EVIDENCE_KEY: z
    .string()
    .refine(isEvidenceKey, 'an Ed25519 key in base64 (PKCS #8, DER)')
    .optional()
    .describe(
      'Private key that signs checkpoints of the audit log and receipts of decisions. In production nothing is signed without one; make it by `openssl genpkey -algorithm ed25519 -outform DER | base64 -w0`.',
    ),
  EVIDENCE_KEY_FILE: text.describe('File of that key as PEM, in place of `EVIDENCE_KEY`.'),
  MAIL_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'a URL such as smtp://user:password@host:587')
    .optional()
    .describe('Server that takes the mail; without one no mail is sent, and admins hand out links instead.'),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]+$/)
    .default('Orkestra <orkestra@localhost>')
    .describe('Whom mail comes from.'),
  MAIL_BOUNCES_TO: z
    .string()
    .regex(/^[^\r\n]+$/)
    .optional()
    .describe(
      'Where notifications go back to that cannot be delivered, in place of `MAIL_FROM`; `<>` for nowhere, where the server takes that.',
    ),
  MAIL_REPLIES_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain such as replies.example.com')
    .optional()
    .describe(
      'Domain to which people reply; its mail must reach the worker at `MAIL_REPLIES_PORT`. Without one nobody answers by a reply.',
    ),
  MAIL_REPLIES_PORT: port(4225).describe(
    'Port at which the worker takes replies by SMTP, where `MAIL_REPLIES_DOMAIN` is set.',
  ),
  NOTIFY_ONLY: z
    .email()
    .optional()
    .describe(
      'Address of the only person who is told anything outside the app, for trying out an installation; the others are left in peace, and what webhooks would tell programs waits.',
    ),
  PUSH_CONTACT: z
    .string()
    .regex(
      /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
      'such as mailto:ops@example.com or https://example.com',
    )
    .optional()
    .describe(
      'Turns push to browsers and phones on: whom the push services write to when something is wrong with what they get, such as `mailto:ops@example.com`. Apple takes no `localhost`.',
    ),
  PUSH_SERVICES: z
    .string()
    .default('fcm.googleapis.com,*.push.services.mozilla.com,*.notify.windows.com,*.push.apple.com')
    .transform(parts)
    .describe(
      'Comma-separated hosts of the push services that browsers may name; `*.` in front for all below one. By default those of Chrome, Firefox, Edge and Safari.',
    ),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{30,}$/, 'as the BotFather gives it out')
    .optional()
    .describe('Turns messages by Telegram on: the token of the bot that sends them.'),
  TELEGRAM_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://api.telegram.org')
    .describe('Where its Bot API is, such as a server of your own.'),
  NOTIFICATION_CHANNELS: list.describe(
    'Comma-separated packages, or files by their full paths, of connectors of your own; the gateway and the worker load them.',
  ),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://slack.com/api/')
    .describe("Slack's Web API; another address where a proxy of your own stands in front of it."),
  TEAMS_LOGIN_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://login.microsoftonline.com')
    .describe('Where bots of Microsoft Teams sign in; another address for clouds of their own.'),
  TEAMS_OPENID_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://login.botframework.com/v1/.well-known/openidconfiguration')
    .describe('Where the keys are named by which Microsoft signs what comes from Teams.'),
  TENANT_OPEN_TASKS: most(1_000_000).describe(
    'Open tasks that a workspace may have which has no limit of its own.',
  ),
  TENANT_PEOPLE: most(10_000).describe(
    'Active people that a workspace may have which has no limit of its own.',
  ),
  TENANT_REQUESTS_PER_MINUTE: most(100_000).describe(
    'Requests that a workspace may send in a minute which has no limit of its own.',
  ),
  TENANT_PAYLOAD_BYTES: most(1_048_576).describe(
    'Bytes that a task or workflow may be given in a workspace which has no limit of its own.',
  ),
  TENANT_DELETION_DAYS: z.coerce
    .number()
    .min(0)
    .max(365)
    .default(7)
    .describe(
      'Days between the request to delete a workspace and its deletion, in which that can be taken back.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severe log line that is written.'),
  METRICS: z
    .enum(['off', 'loopback', 'all'])
    .default('loopback')
    .describe(
      'Who may read `/metrics`: nobody, programs on the same machine, or everybody who reaches the port.',
    ),
  ADMIN_DIST: z.string().default('apps/admin/dist').describe('Folder of the built admin app.'),
  ATTACHMENTS_DIR: z
    .string()
    .min(1)
    .default('.orkestra/attachments')
    .describe('Folder of the files attached to tasks; shared by all servers, on a disk that lasts.'),
  ATTACHMENTS_S3_BUCKET: text.describe('Bucket for the files attached to tasks, in place of the folder.'),
  ATTACHMENTS_S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("Address of an S3-compatible server; Amazon's by default."),
  ATTACHMENTS_S3_REGION: z.string().min(1).default('us-east-1').describe('Region of the bucket.'),
  ATTACHMENTS_S3_ACCESS_KEY_ID: text.describe(
    "Key for the bucket; without one, the machine's role, profile or AWS variables.",
  ),
  ATTACHMENTS_S3_SECRET_ACCESS_KEY: text.describe('Secret of that key.'),
});

export type Settings = z.infer<typeof settings>;
