import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, CoreModule } from '@orkestra/core';
import { HealthController } from './http/health.controller';
import { ListenStreams } from './http/listen-streams.service';
import { McpSessions } from './http/mcp-sessions.service';
import { McpController } from './http/mcp.controller';
import { ResourceMetadataController } from './http/resource-metadata.controller';
import { SessionOpener } from './http/session-opener.service';
import { SessionUse } from './http/session-use.service';
import { McpModule } from './mcp.module';

/** The gateway over HTTP. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.forRoot({ app: 'mcp-gateway', config }), McpModule],
      controllers: [McpController, HealthController, ResourceMetadataController],
      providers: [ListenStreams, McpSessions, SessionOpener, SessionUse],
    };
  }
}
