import type { Connection } from '@temporalio/client';
import { SkippedTime } from './skipped-time';

/** Waits until it is told to end, as the test server does while time stands still. */
function sleepingConnection() {
  const signals: AbortSignal[] = [];
  const connection = {
    testService: { unlockTimeSkippingWithSleep: () => Promise.resolve({}) },
    withAbortSignal: (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))));
    },
  };
  return { signals, connection: connection as unknown as Connection };
}

describe('skipped time', () => {
  it('has a signal for each wait: Node warns of one that many listen to', async () => {
    const { signals, connection } = sleepingConnection();
    const time = new SkippedTime(connection, () => undefined);
    const waits = Array.from({ length: 12 }, () => time.sleep(1_000));
    expect(new Set(signals).size).toBe(12);
    time.close();
    const ends = await Promise.allSettled(waits);
    expect(ends.map(({ status }) => status)).toEqual(waits.map(() => 'rejected'));
  });
});
