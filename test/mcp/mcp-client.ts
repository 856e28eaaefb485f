import { Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as V1Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as V1StdioTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as V1HttpTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { join } from 'node:path';
import type { Json, TestSystem } from '../harness';
import { testRun } from '../harness/run';

export const stdioProgram = join(__dirname, '../../dist/apps/mcp-gateway/src/main-stdio.js');
const INFO = { name: 'orkestra-test', version: '1.0.0' };

export interface CallOptions {
  signal?: AbortSignal;
  onprogress?: (beat: { progress: number; total?: number; message?: string }) => void;
}

/** An agent at the gateway, whichever library and transport it uses. */
export interface Agent {
  callTool(name: string, args: Json, options?: CallOptions): Promise<ToolAnswer>;
  listTools(): Promise<Json[]>;
  close(): Promise<void>;
}

export interface ToolAnswer {
  isError?: boolean;
  content: { type: string; text: string }[];
  structuredContent: Json;
}

export type AgentKind = keyof typeof CONNECTORS;

type Connector = (system: TestSystem, apiKey: string) => Promise<Agent>;

/** Every way in which an agent may connect: both lines of the library, both eras, both transports. */
const CONNECTORS = {
  'v2 client, 2026 era, HTTP': (system, key) => viaV2(httpTransport(system, key), { pin: '2026-07-28' }),
  'v2 client, 2025 era, HTTP': (system, key) => viaV2(httpTransport(system, key), 'legacy'),
  'v1 client, HTTP': (system, key) => viaV1(new V1HttpTransport(mcpUrl(system), bearer(key))),
  'v2 client, 2026 era, stdio relay': (system, key) =>
    viaV2(new StdioClientTransport(program(relayEnv(system, key))), { pin: '2026-07-28' }),
  'v1 client, stdio relay': (system, key) => viaV1(new V1StdioTransport(program(relayEnv(system, key)))),
  'v2 client, stdio in-process': (system, key) =>
    viaV2(new StdioClientTransport(program(localEnv(system, key))), 'auto'),
} satisfies Record<string, Connector>;

export const AGENT_KINDS = Object.keys(CONNECTORS) as AgentKind[];

export function connect(kind: AgentKind, system: TestSystem, apiKey = system.apiKey('demo')): Promise<Agent> {
  return CONNECTORS[kind](system, apiKey);
}

export function mcpUrl(system: TestSystem, app: 'mcp' | 'mcp2' = 'mcp'): URL {
  return new URL('/mcp', system.url(app));
}

/** An agent's machine knows the gateway and a key, and nothing else. */
export function relayEnv(system: TestSystem, apiKey: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', ORKESTRA_URL: system.url('mcp'), ORKESTRA_API_KEY: apiKey };
}

export function localEnv(system: TestSystem, apiKey: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'test',
    DATABASE_URL: system.database.databaseUrl,
    SYSTEM_DATABASE_URL: system.database.systemDatabaseUrl,
    TEMPORAL_ADDRESS: testRun.temporalAddress,
    TEMPORAL_NAMESPACE: system.temporal.options.namespace,
    ORKESTRA_API_KEY: apiKey,
  };
}

function program(env: Record<string, string>) {
  return { command: process.execPath, args: ['--no-warnings', stdioProgram], env, stderr: 'ignore' as const };
}

function httpTransport(system: TestSystem, apiKey: string): StreamableHTTPClientTransport {
  return new StreamableHTTPClientTransport(mcpUrl(system), bearer(apiKey));
}

function bearer(apiKey: string) {
  return { requestInit: { headers: { authorization: `Bearer ${apiKey}` } } };
}

/** An agent at one of two gateways of the same system. */
export function connectTo(app: 'mcp' | 'mcp2', system: TestSystem, apiKey = system.apiKey('demo')) {
  const transport = new StreamableHTTPClientTransport(mcpUrl(system, app), bearer(apiKey));
  return viaV2(transport, { pin: '2026-07-28' });
}

/** What the person at a client is asked, and says. */
export interface AskedPerson {
  answer(question: { message: string; requestedSchema: Json }): { action: string; content?: Json };
}

/** An agent whose client can ask its person. */
export const ASKING = {
  'v2 client, 2026 era': (system, key, person) =>
    viaV2(httpTransport(system, key), { pin: '2026-07-28' }, person),
  'v2 client, 2025 era': (system, key, person) => viaV2(httpTransport(system, key), 'legacy', person),
  'v1 client': (system, key, person) => viaV1(new V1HttpTransport(mcpUrl(system), bearer(key)), person),
  'v1 client, stdio relay': (system, key, person) =>
    viaV1(new V1StdioTransport(program(relayEnv(system, key))), person),
} satisfies Record<string, (system: TestSystem, apiKey: string, person: AskedPerson) => Promise<Agent>>;

async function viaV2(
  transport: Transport,
  mode: 'legacy' | 'auto' | { pin: string },
  person?: AskedPerson,
): Promise<Agent> {
  const capabilities = person === undefined ? {} : { elicitation: { form: {} } };
  const client = new Client(INFO, { versionNegotiation: { mode }, capabilities });
  if (person !== undefined)
    client.setRequestHandler('elicitation/create', ({ params }) => person.answer(params as never) as never);
  await client.connect(transport);
  return {
    callTool: async (name, args, options) =>
      (await client.callTool({ name, arguments: args }, options)) as unknown as ToolAnswer,
    listTools: async () => (await client.listTools()).tools,
    close: () => client.close(),
  };
}

async function viaV1(transport: V1HttpTransport | V1StdioTransport, person?: AskedPerson): Promise<Agent> {
  const client = new V1Client(INFO, { capabilities: person === undefined ? {} : { elicitation: {} } });
  if (person !== undefined)
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => person.answer(params as never) as never);
  await client.connect(transport);
  // The v1 client checks answers against output schemas only after it has listed them.
  await client.listTools();
  return {
    callTool: async (name, args, options) =>
      (await client.callTool({ name, arguments: args }, undefined, options)) as unknown as ToolAnswer,
    listTools: async () => (await client.listTools()).tools,
    close: () => client.close(),
  };
}
