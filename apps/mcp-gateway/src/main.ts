import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  ignoreStraySignals,
  loadConfig,
  Logger,
  noticeStrangeProxies,
  SHUTDOWN_SIGNALS,
  trustedProxies,
} from '@orkestra/core';
import { AppModule } from './app.module';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  // The endpoint reads bodies itself, after the key was checked.
  const options = { bodyParser: false, bufferLogs: true, abortOnError: false } as const;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config), options);
  const logger = app.get(Logger);
  app.useLogger(logger);
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxies(config.TRUSTED_PROXIES));
  app.use(noticeStrangeProxies(logger.child('http')));
  app.enableShutdownHooks(SHUTDOWN_SIGNALS);
  ignoreStraySignals();
  await app.listen(config.MCP_PORT, config.HOST);
  logger.info({ host: config.HOST, port: config.MCP_PORT }, 'The mcp-gateway is ready');
}

main().catch((error: unknown) => {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  const taken = code === 'EADDRINUSE' ? `Port ${port} is taken. Set MCP_PORT to another one.` : undefined;
  process.stderr.write(`${taken ?? (error instanceof Error ? error.message : String(error))}\n`);
  process.exit(1);
});
