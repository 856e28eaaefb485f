import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CoreModule, DomainError, loadConfig, Logger, runWithCorrelation } from '@orkestra/core';
import { AuthService } from '@orkestra/tenancy';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { McpModule } from '../mcp.module';
import { AnsweringTransport } from './answering-transport';
import { McpServers } from '../server/mcp-servers';
import { localSettings } from './local-settings';
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
    await authenticate().catch(refuseKey);
    await serveUntilEnd(app.get(McpServers), authenticate, app.get(Logger));
  } finally {
    await app.close();
  }
}

async function serveUntilEnd(
  servers: McpServers,
  authenticate: Parameters<McpServers['create']>[0],
  logger: Logger,
): Promise<void> {
  const transport = new AnsweringTransport();
  const handle = serveStdio(() => servers.create(authenticate), {
    transport,
    onerror: (error) => logger.warn({ err: error }, 'A message on stdin was not understood'),
  });
  await transport.closed;
  await handle.close();
}

function refuseKey(error: unknown): never {
  if (error instanceof DomainError && error.kind === 'unauthenticated') {
    throw new StartRefusedError(`ORKESTRA_API_KEY is refused: ${error.message}`, 2);
  }
  throw error;
}
