import { setImmediate as turn } from 'node:timers/promises';
import { pacedStream } from './paced-stream';

const MB = 1024 * 1024;
const source = (...chunks: Buffer[]) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk !== undefined) controller.enqueue(chunk);
    },
  });
const always = () => Promise.resolve();

describe('a paced stream', () => {
  it('takes nothing from the connection while the client takes nothing', async () => {
    let ready = () => {};
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    const reader = pacedStream(source(Buffer.from('one')), () => isReady).getReader();
    let arrived = false;
    const reading = reader.read().finally(() => (arrived = true));
    for (let turns = 0; turns < 10; turns += 1) await turn();
    expect(arrived).toBe(false);
    ready();
    expect(Buffer.from((await reading).value ?? []).toString()).toBe('one');
  });

  it('breaks at a line of more than 16 MB, not at many lines of less', async () => {
    const part = Buffer.alloc(9 * MB, 'x');
    const lines = pacedStream(source(part, Buffer.from('\n'), part), always).getReader();
    for (let read = 0; read < 3; read += 1) await lines.read();
    const line = pacedStream(source(part, part), always).getReader();
    await line.read();
    await expect(line.read()).rejects.toThrow(/larger than 16 MB/);
  });

  it('breaks when the gateway says nothing for a minute', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    const reading = pacedStream(source(), always).getReader().read();
    const broken = expect(reading).rejects.toThrow(/fell silent/);
    await turn();
    await jest.advanceTimersByTimeAsync(60_000);
    await broken;
    jest.useRealTimers();
  });
});
