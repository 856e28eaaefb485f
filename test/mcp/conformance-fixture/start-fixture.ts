import { Clock, Config, LiveBus, loadConfig, Logger } from '@orkestra/core';
import { AccessTokens, AgentSessionsService, AuthService, RateLimits } from '@orkestra/tenancy';
import { McpServer } from '@modelcontextprotocol/server';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { ListenStreams } from '../../../apps/mcp-gateway/src/http/listen-streams.service';
import { McpController } from '../../../apps/mcp-gateway/src/http/mcp.controller';
import { McpSessions } from '../../../apps/mcp-gateway/src/http/mcp-sessions.service';
import { SessionOpener } from '../../../apps/mcp-gateway/src/http/session-opener.service';
import { SessionUse } from '../../../apps/mcp-gateway/src/http/session-use.service';
import { McpServers } from '../../../apps/mcp-gateway/src/server/mcp-servers.service';
import { RunningCalls } from '../../../apps/mcp-gateway/src/protocol/running-calls.service';
import { ResourceUpdates } from '../../../apps/mcp-gateway/src/resources/resource-updates.service';
import { testContext } from '../../../libs/tenancy/src/testing';
import { registerElicitations } from './fixture-elicitations';
import { registerPrompts } from './fixture-prompts';
import { registerResources } from './fixture-resources';
import { registerTools } from './fixture-tools';

/**
 * The gateway's HTTP front (sessions, both eras, transports, checks of Host and Origin) with what the conformance
 * suite expects behind it, in place of Orkestra.
 */
export async function startFixture(): Promise<{ url: URL; close(): Promise<void> }> {
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://none',
    SYSTEM_DATABASE_URL: 'postgres://none',
  });
  const nobody = testContext({ tenantId: '00000000-0000-7000-8000-00000000000a' });
  const module = await Test.createTestingModule({
    controllers: [McpController],
    providers: [
      ListenStreams,
      McpSessions,
      RunningCalls,
      Clock,
      { provide: Config, useValue: config },
      { provide: Logger, useValue: Logger.create({ app: 'fixture', level: 'silent' }) },
      { provide: McpServers, useValue: { create: createServer } },
      { provide: AuthService, useValue: { byApiKey: () => Promise.resolve(nobody) } },
      // The suite comes with a key.
      { provide: AccessTokens, useValue: {} },
      { provide: RateLimits, useValue: { admit: () => undefined } },
      SessionOpener,
      SessionUse,
      // Sessions stay in this process; the suite has no scenario of the 2026 era, so that nobody listens.
      {
        provide: AgentSessionsService,
        useValue: {
          open: () => Promise.resolve(),
          end: () => Promise.resolve(),
          forgetUnused: () => Promise.resolve(),
        },
      },
      { provide: LiveBus, useValue: { subscribeTo: nothing } },
      { provide: ResourceUpdates, useValue: { open: () => ({ close: () => undefined }) } },
    ],
  }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  await app.listen(0, '127.0.0.1');
  return { url: new URL('/mcp', await app.getUrl()), close: () => app.close() };
}

/** A subscription to which nothing comes. */
function nothing() {
  return {
    [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
    end: () => undefined,
  };
}

function createServer(): McpServer {
  const mcp = new McpServer(
    { name: 'conformance-fixture', version: '1.0.0' },
    { capabilities: { logging: {} } },
  );
  registerTools(mcp);
  registerElicitations(mcp);
  registerResources(mcp);
  registerPrompts(mcp);
  return mcp;
}
