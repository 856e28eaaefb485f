import { Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as V1Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as V1StdioTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as V1HttpTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { join } from 'node:path';
import type { Json, TestSystem } from '../harness';

/** The command as built in the repository; test/cli runs it as installed. */
export const cliProgram = join(__dirname, '../../libs/cli/bin/orkestra.js');
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

export function mcpUrl(system: TestSystem): URL {
  return new URL('/mcp', system.url('mcp'));
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

async function viaV2(transport: Transport, mode: 'legacy' | 'auto' | { pin: string }): Promise<Agent> {
  const client = new Client(INFO, { versionNegotiation: { mode } });
  await client.connect(transport);
  return {
    callTool: async (name, args, options) =>
      (await client.callTool({ name, arguments: args }, options)) as unknown as ToolAnswer,
    listTools: async () => (await client.listTools()).tools,
    close: () => client.close(),
  };
}

async function viaV1(transport: V1HttpTransport | V1StdioTransport): Promise<Agent> {
  const client = new V1Client(INFO);
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
