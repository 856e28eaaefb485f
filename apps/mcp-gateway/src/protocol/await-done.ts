import type { LiveBus, LiveMessage } from '@orkestra/core';
import type { ToolCall } from './tool';

const BEAT_MS = 5_000;

export interface Wait<T> {
  topic: LiveMessage['topic'];
  id: string;
  timeoutMs: number;
  /** Reads the present state. It is called at once, after each change, and at the end. */
  read(): Promise<T>;
  isDone(value: T): boolean;
  /** What a progress beat says. */
  waitingFor: string;
}

export interface Waited<T> {
  value: T;
  done: boolean;
  waitedMs: number;
}

/**
 * Waits until a thing is done, the time is over or the signals say so. It is told of changes and re-reads:
 * nothing polls the database, and nothing about the wait is kept, so any process can go on with the next call.
 */
export async function awaitDone<T>(
  live: LiveBus,
  wait: Wait<T>,
  { ctx, signal, progress }: ToolCall,
  ending: AbortSignal,
): Promise<Waited<T>> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  const changes = live.subscribeTo(ctx.tenantId, wait.topic, wait.id);
  const end = () => changes.end();
  const timeout = setTimeout(end, wait.timeoutMs);
  const tell = () => {
    const message = `Waiting for ${wait.waitingFor} (${Math.round(elapsed() / 1_000)} s)`;
    progress?.({ elapsedMs: elapsed(), totalMs: wait.timeoutMs, message });
  };
  const beat = progress && setInterval(tell, BEAT_MS);
  for (const aborting of [signal, ending]) {
    if (aborting.aborted) end();
    aborting.addEventListener('abort', end, { once: true });
  }
  try {
    let value = await wait.read();
    while (!wait.isDone(value) && !(await changes.next()).done) value = await wait.read();
    // A last look, in case the message about it was lost on its way.
    if (!wait.isDone(value) && !signal.aborted) value = await wait.read();
    return { value, done: wait.isDone(value), waitedMs: elapsed() };
  } finally {
    clearTimeout(timeout);
    clearInterval(beat);
    for (const aborting of [signal, ending]) aborting.removeEventListener('abort', end);
    end();
  }
}
