import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { loadConfig } from './process/config';
import { TemporalConnection } from './temporal-connection.provider';

let onTestEnd = (): unknown => undefined;
afterEach(() => onTestEnd());

it('closes while a call waits to be tried again, which then fails and disturbs nothing', async () => {
  const server = createServer((socket) => void socket.destroy()).listen(0, '127.0.0.1');
  onTestEnd = () => server.close();
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const connection = new TemporalConnection(
    loadConfig({
      NODE_ENV: 'test',
      TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
      DATABASE_URL: 'postgres://127.0.0.1/none',
      SYSTEM_DATABASE_URL: 'postgres://127.0.0.1/none',
    }),
  );
  const failed = jest.fn();
  const asked = connection.client.workflow.getHandle('of-nobody').describe().catch(failed);
  await setTimeout(700);
  expect(failed).not.toHaveBeenCalled();
  await connection.onApplicationShutdown();
  await asked;
  expect(failed).toHaveBeenCalledTimes(1);
});
