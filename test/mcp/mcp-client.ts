import { Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as V1Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as V1StdioTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as V1HttpTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema, ResourceUpdatedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { join } from 'node:path';
import type { Json, TestSystem } from '../harness';

/** The command as built in the repository; test/cli runs it as installed. */
export const cliProgram = join(__dirname, '../../libs/cli/bin/orkestra.js');
const INFO = { name: 'orkestra-test', version: '1.0.0' };

interface CallOptions {
  signal?: AbortSignal;
  onprogress?: (beat: { progress: number; total?: number; message?: string }) => void;
}

/** An agent at the gateway, whichever library and transport it uses. */
export interface Agent {
  callTool(name: string, args: Json, options?: CallOptions): Promise<ToolAnswer>;
  listTools(): Promise<Json[]>;
  listResources(): Promise<Json[]>;
  listTemplates(): Promise<Json[]>;
  readResource(uri: string): Promise<ResourceContent>;
  listPrompts(): Promise<Json[]>;
  getPrompt(name: string, args: Record<string, string>): Promise<Json[]>;
  complete(ref: CompletionRef, argument: { name: string; value: string }): Promise<Json>;
  /** Every update since the connection was made, by its URI. */
  readonly updates: string[];
  /** In the way of the era: a request for each URI, or one stream that listens. */
  subscribe(...uris: string[]): Promise<Subscribed>;
  close(): Promise<void>;
}

type CompletionRef = { type: 'ref/resource'; uri: string } | { type: 'ref/prompt'; name: string };

interface Subscribed {
  /** What the server agreed to tell of; in the 2025 era it does not say. */
  honored: string[];
  unsubscribe(): Promise<unknown>;
  /** Of a stream that listens: how it ended, `graceful` when the server says so. */
  closed?: Promise<string>;
}

interface ResourceContent {
  uri: string;
  mimeType: string;
  text: string;
  /** The text, parsed. */
  json: Json;
}

interface ToolAnswer {
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
} satisfies Record<string, Connector>;

export const AGENT_KINDS = Object.keys(CONNECTORS) as AgentKind[];

export function connect(kind: AgentKind, system: TestSystem, apiKey = system.apiKey('demo')): Promise<Agent> {
  return CONNECTORS[kind](system, apiKey);
}

/** How a client starts a server of its own. */
interface StdioServer {
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd?: string;
}

/** An agent that starts the program that its configuration names, as any client would. */
export function connectTo(server: StdioServer, library: 'v1' | 'v2'): Promise<Agent> {
  const started = { ...server, stderr: 'ignore' as const };
  if (library === 'v1') return viaV1(new V1StdioTransport(started));
  return viaV2(new StdioClientTransport(started), 'auto');
}

/** An agent at one of two gateways of the same system. */
export function connectAt(app: 'mcp' | 'mcp2', system: TestSystem, apiKey = system.apiKey('demo')) {
  const transport = new StreamableHTTPClientTransport(mcpUrl(system, app), bearer(apiKey));
  return viaV2(transport, { pin: '2026-07-28' });
}

export function mcpUrl(system: TestSystem, app: 'mcp' | 'mcp2' = 'mcp'): URL {
  return new URL('/mcp', system.url(app));
}

/** An agent's machine knows the gateway and a key, and nothing else. */
export function relayEnv(system: TestSystem, apiKey: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', ORKESTRA_URL: system.url('mcp'), ORKESTRA_API_KEY: apiKey };
}

function program(env: Record<string, string>) {
  return { command: process.execPath, args: [cliProgram, 'mcp'], env, stderr: 'ignore' as const };
}

function httpTransport(system: TestSystem, apiKey: string): StreamableHTTPClientTransport {
  return new StreamableHTTPClientTransport(mcpUrl(system), bearer(apiKey));
}

function bearer(apiKey: string) {
  return { requestInit: { headers: { authorization: `Bearer ${apiKey}` } } };
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
  const updates: string[] = [];
  client.setNotificationHandler(
    'notifications/resources/updated',
    ({ params }) => void updates.push(params.uri),
  );
  await client.connect(transport);
  return {
    ...requestsOf(client),
    updates,
    callTool: async (name, args, options) =>
      (await client.callTool({ name, arguments: args }, options)) as unknown as ToolAnswer,
    subscribe: async (...uris) => {
      if (client.getNegotiatedProtocolVersion()! < '2026') return subscribeEach(client, uris);
      const subscription = await client.listen({ resourceSubscriptions: uris });
      return {
        honored: subscription.honoredFilter.resourceSubscriptions ?? [],
        unsubscribe: () => subscription.close(),
        closed: subscription.closed,
      };
    },
  };
}

async function viaV1(transport: V1HttpTransport | V1StdioTransport, person?: AskedPerson): Promise<Agent> {
  const client = new V1Client(INFO, { capabilities: person === undefined ? {} : { elicitation: {} } });
  if (person !== undefined)
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => person.answer(params as never) as never);
  const updates: string[] = [];
  client.setNotificationHandler(
    ResourceUpdatedNotificationSchema,
    ({ params }) => void updates.push(params.uri),
  );
  await client.connect(transport);
  // The v1 client checks answers against output schemas only after it has listed them.
  await client.listTools();
  return {
    ...requestsOf(client),
    updates,
    callTool: async (name, args, options) =>
      (await client.callTool({ name, arguments: args }, undefined, options)) as unknown as ToolAnswer,
    subscribe: (...uris) => subscribeEach(client, uris),
  };
}

/** What both lines of the library do alike. */
function requestsOf(client: Client | V1Client) {
  return {
    listTools: async () => (await client.listTools()).tools as Json[],
    listResources: async () => (await client.listResources()).resources as Json[],
    listTemplates: async () => (await client.listResourceTemplates()).resourceTemplates as Json[],
    readResource: async (uri: string) => {
      const { contents } = await client.readResource({ uri });
      const content = contents[0] as Omit<ResourceContent, 'json'>;
      return { ...content, json: JSON.parse(content.text) as Json };
    },
    listPrompts: async () => (await client.listPrompts()).prompts as Json[],
    getPrompt: async (name: string, args: Record<string, string>) =>
      (await client.getPrompt({ name, arguments: args })).messages as Json[],
    complete: async (ref: CompletionRef, argument: { name: string; value: string }) =>
      (await client.complete({ ref, argument })).completion as Json,
    close: () => client.close(),
  };
}

async function subscribeEach(client: Client | V1Client, uris: string[]): Promise<Subscribed> {
  for (const uri of uris) await client.subscribeResource({ uri });
  return {
    honored: uris,
    unsubscribe: () => Promise.all(uris.map((uri) => client.unsubscribeResource({ uri }))),
  };
}
