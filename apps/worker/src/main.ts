import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Config, ignoreStraySignals, Logger, Metrics, SHUTDOWN_SIGNALS } from '@orkestra/core';
import { TemporalWorkers } from './temporal-workers.provider';
import { WorkerModule } from './worker.module';

async function main(): Promise<void> {
  const app = await NestFactory.create(WorkerModule.forRoot(), { bufferLogs: true, abortOnError: false });
  const logger = app.get(Logger);
  app.useLogger(logger);
  app.enableShutdownHooks(SHUTDOWN_SIGNALS);
  ignoreStraySignals();
  app.get(Metrics).watchProcess();
  const { WORKER_PORT, HOST } = app.get(Config);
  await app.listen(WORKER_PORT, HOST);
  logger.info({ port: WORKER_PORT }, 'The worker listens for health checks');
  try {
    await app.get(TemporalWorkers).life;
  } catch (error) {
    logger.fatal({ err: error }, 'The Temporal workers failed');
    await app.close();
    process.exit(1);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
