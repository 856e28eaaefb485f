import { Logger } from '@orkestra/core';
import { BackgroundLoop } from './background-loop';

const logger = Logger.create({ app: 'test', level: 'silent' });
const options = { idleMs: 500, longestWaitMs: 2_000, logger };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('goes on at once while there is more to do, and rests otherwise', async () => {
  const answers = [true, true, false, false];
  const work = jest.fn(() => Promise.resolve(answers.shift() ?? false));
  const loop = new BackgroundLoop({ ...options, work });
  loop.start();
  await jest.advanceTimersByTimeAsync(499);
  expect(work).toHaveBeenCalledTimes(3);
  await jest.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(4);
  await loop.stop();
});

it('waits ever longer after failures, but not for ever', async () => {
  const work = jest.fn(() => Promise.reject(new Error('down')));
  const loop = new BackgroundLoop({ ...options, work });
  loop.start();
  await jest.advanceTimersByTimeAsync(200 + 400 + 800 + 1_600);
  expect(work).toHaveBeenCalledTimes(5);
  await jest.advanceTimersByTimeAsync(4_000);
  expect(work).toHaveBeenCalledTimes(7);
  await loop.stop();
});

it('ends when the round under way has ended', async () => {
  let finish: (more: boolean) => void = () => undefined;
  const work = jest.fn(() => new Promise<boolean>((resolve) => (finish = resolve)));
  const loop = new BackgroundLoop({ ...options, work });
  loop.start();
  let ended = false;
  const stopping = loop.stop().then(() => (ended = true));
  await jest.advanceTimersByTimeAsync(5_000);
  expect(ended).toBe(false);
  finish(true);
  await stopping;
  expect(work).toHaveBeenCalledTimes(1);
});

it('goes on when it is woken, also while a round is under way, and not before it has waited after a failure', async () => {
  let finish: (more: boolean) => void = () => undefined;
  const work = jest.fn(() => new Promise<boolean>((resolve) => (finish = resolve)));
  const loop = new BackgroundLoop({ ...options, work });
  loop.start();
  loop.wake();
  finish(false);
  await jest.advanceTimersByTimeAsync(0);
  expect(work).toHaveBeenCalledTimes(2);
  finish(false);
  await jest.advanceTimersByTimeAsync(100);
  loop.wake();
  await jest.advanceTimersByTimeAsync(0);
  expect(work).toHaveBeenCalledTimes(3);
  finish(false);
  await loop.stop();

  const failing = jest.fn(() => Promise.reject(new Error('down')));
  const other = new BackgroundLoop({ ...options, work: failing });
  other.start();
  await jest.advanceTimersByTimeAsync(100);
  other.wake();
  await jest.advanceTimersByTimeAsync(50);
  expect(failing).toHaveBeenCalledTimes(1);
  await other.stop();
});
