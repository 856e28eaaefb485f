import { createServer } from 'node:net';
import { SettingsError } from '../terminal/local.errors';

export interface NamedPort {
  readonly port: number;
  /** What listens there, in words. */
  readonly use: string;
  /** The variable that changes it. */
  readonly setting: string;
}

/** @throws SettingsError that names each busy port and the setting that moves it. */
export async function requireFreePorts(ports: readonly NamedPort[]): Promise<void> {
  const twice = ports.filter((one) => ports.some((other) => other !== one && other.port === one.port));
  if (twice.length > 0)
    throw new SettingsError(`Two settings name one port: ${twice.map(describe).join(', ')}.`);
  const free = await Promise.all(ports.map((one) => isFree(one.port)));
  const busy = ports.filter((_, index) => !free[index]);
  if (busy.length === 0) return;
  const lines = busy.map(
    (one) => `Port ${one.port} for ${one.use} is in use: set ${one.setting} to another.`,
  );
  throw new SettingsError(lines.join('\n'));
}

/** A port that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  return port as number;
}

/** Several different free ports at once. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function isFree(port: number): Promise<boolean> {
  try {
    const server = await listen(port);
    await new Promise((resolve) => server.close(resolve));
    return true;
  } catch {
    return false;
  }
}

function listen(port: number) {
  return new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}

function describe(one: NamedPort): string {
  return `${one.setting} (${one.use}, ${one.port})`;
}
