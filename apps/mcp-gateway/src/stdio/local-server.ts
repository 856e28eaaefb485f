import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CoreModule, DomainError, loadConfig, Logger, runWithCorrelation } from '@orkestra/core';
import { AuthService, type TenantContext } from '@orkestra/tenancy';
import type { McpRequestContext } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { McpModule } from '../mcp.module';
import { McpServers } from '../server/mcp-servers';
import { ResourceUpdates } from '../updates/resource-updates';
import { AnsweringTransport } from './answering-transport';
import { ListeningTransport } from './listening-transport';
import { localSettings } from './local-settings';
import { StdoutStream } from './stdout-stream';
import { StartRefusedError } from './stdio.errors';

/** Serves the local stack of this machine within this process. Resolves when stdin has ended. */
export async function serveLocally(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { env, apiKey } = localSettings(environment);
  const config = loadConfig(env);
  const core = CoreModule.forRoot({ app: 'mcp-stdio', config, logTo: 'stderr' });
  const root = { module: class StdioModule {}, imports: [core, McpModule] };
  const app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
  app.useLogger(app.get(Logger));
  try {
    const auth = app.get(AuthService);
    const authenticate = () => runWithCorrelation(undefined, () => auth.byApiKey(apiKey, 'mcp'));
    const ctx = await authenticate().catch(refuseKey);
    await serveUntilEnd(app, ctx, authenticate);
  } finally {
    await app.close();
  }
}

async function serveUntilEnd(
  app: INestApplicationContext,
  ctx: TenantContext,
  authenticate: () => Promise<TenantContext>,
): Promise<void> {
  const [servers, updates, logger] = [app.get(McpServers), app.get(ResourceUpdates), app.get(Logger)];
  const stdio = new AnsweringTransport();
  const transport = new ListeningTransport(stdio, ctx, updates, new StdoutStream(authenticate));
  const createServer = ({ era }: McpRequestContext) =>
    era === 'legacy'
      ? servers.create(authenticate, new StdoutStream(authenticate))
      : transport.attach(servers.create(authenticate));
  const handle = serveStdio(createServer, {
    transport,
    onerror: (error) => logger.warn({ err: error }, 'A message on stdin was not understood'),
  });
  await stdio.closed;
  await handle.close();
}

function refuseKey(error: unknown): never {
  if (error instanceof DomainError && error.kind === 'unauthenticated') {
    throw new StartRefusedError(`ORKESTRA_API_KEY is refused: ${error.message}`, 2);
  }
  throw error;
}
