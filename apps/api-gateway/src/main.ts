import 'reflect-metadata';
import { keepHeapLean, loadConfig, Logger, Metrics } from '@orkestra/core';
import { createGateway } from './gateway';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const app = await createGateway(config);
  app.get(Metrics).watchProcess();
  await app.listen(config.PORT, config.HOST);
  keepHeapLean();
  app.get(Logger).info({ url: config.PUBLIC_URL }, 'The api-gateway is ready');
}

main().catch((error: unknown) => {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  const taken = code === 'EADDRINUSE' ? `Port ${port} is taken. Set PORT to another one.` : undefined;
  process.stderr.write(`${taken ?? (error instanceof Error ? error.message : String(error))}\n`);
  process.exit(1);
});
