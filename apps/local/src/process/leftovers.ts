import { setTimeout as delay } from 'node:timers/promises';
import type { NamedRecord } from './lock';
import { isSameProcess } from './process-identity';

/** Ends what a launcher that was killed has left running: programs first, the database last. */
export async function endLeftovers(records: readonly NamedRecord[]): Promise<void> {
  for (const record of [...records].reverse()) await end(record);
}

async function end(record: NamedRecord): Promise<void> {
  // To Postgres SIGINT means "now, but orderly"; SIGTERM would wait for its clients.
  signal(record, record.name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  const deadline = Date.now() + 8_000;
  while (isSameProcess(record) && Date.now() < deadline) await delay(50);
  if (isSameProcess(record)) signal(record, 'SIGKILL');
  while (isSameProcess(record)) await delay(50);
}

function signal({ pid }: NamedRecord, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
