import { type DraftPhase, DraftSaver, type SaveResult } from './draft-saver';

const at = '2026-03-01T12:00:00Z';

/** A saver whose saves end when the test says so. */
function start(version = 0) {
  const calls: { data: unknown; version: number; end: (result: SaveResult) => void }[] = [];
  const phases: DraftPhase[] = [];
  const saver = new DraftSaver({
    version,
    savedAt: null,
    save: (data, expected) => new Promise((end) => calls.push({ data, version: expected, end })),
    onState: ({ phase }) => phases.push(phase),
  });
  const end = async (index: number, result: SaveResult): Promise<void> => {
    calls[index]?.end(result);
    await jest.advanceTimersByTimeAsync(0);
  };
  return { saver, calls, phases, end };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('saves the newest text once the typing rests', async () => {
  const { saver, calls, end } = start();
  saver.change('a');
  await jest.advanceTimersByTimeAsync(500);
  saver.change('ab');
  await jest.advanceTimersByTimeAsync(799);
  expect(calls).toHaveLength(0);
  await jest.advanceTimersByTimeAsync(1);
  expect(calls).toMatchObject([{ data: 'ab', version: 0 }]);
  await end(0, { kind: 'saved', version: 1, savedAt: at, revision: 7 });
  expect(saver.phase).toBe('saved');
});

test('saves one at a time, and what was typed meanwhile on top of the first', async () => {
  const { saver, calls, end } = start(4);
  saver.change('a');
  saver.flush();
  saver.change('b');
  await jest.advanceTimersByTimeAsync(5_000);
  expect(calls).toHaveLength(1);
  await end(0, { kind: 'saved', version: 5, savedAt: at, revision: 7 });
  expect(saver.phase).toBe('waiting');
  await jest.advanceTimersByTimeAsync(800);
  expect(calls[1]).toMatchObject({ data: 'b', version: 5 });
  await end(1, { kind: 'saved', version: 6, savedAt: at, revision: 7 });
  expect(saver.phase).toBe('saved');
});

test('tries again after a failure', async () => {
  const { saver, calls, end } = start();
  saver.change('a');
  saver.flush();
  await end(0, { kind: 'failed' });
  expect(saver.phase).toBe('failed');
  await jest.advanceTimersByTimeAsync(5_000);
  expect(calls[1]).toMatchObject({ data: 'a', version: 0 });
});

test('saves nothing over another device until the person says so', async () => {
  const { saver, calls, end } = start(1);
  saver.change('mine');
  saver.flush();
  await end(0, { kind: 'conflict', version: 3, savedAt: at });
  saver.change('mine too');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
  expect(saver.phase).toBe('conflict');
  saver.keepMine();
  expect(calls[1]).toMatchObject({ data: 'mine too', version: 3 });
});

test('where the other device has discarded the draft, mine is a new one', async () => {
  const { saver, calls, end } = start(2);
  saver.change('mine');
  saver.flush();
  await end(0, { kind: 'conflict', version: null, savedAt: null });
  saver.keepMine();
  expect(calls[1]).toMatchObject({ version: 0 });
});

test('taking over what the server has drops what waits', async () => {
  const { saver, calls } = start(1);
  saver.change('mine');
  saver.adopt(2, at);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(0);
  expect(saver.phase).toBe('saved');
});

test('after the end nothing is saved, whatever was on its way', async () => {
  const { saver, calls, end, phases } = start();
  saver.change('a');
  saver.flush();
  saver.change('b');
  saver.stop();
  await end(0, { kind: 'saved', version: 1, savedAt: at, revision: 7 });
  saver.change('c');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
  expect(phases.at(-1)).toBe('off');
});

test('holds back while the answer is sent, and goes on where that failed', async () => {
  const { saver, calls, end } = start();
  saver.change('a');
  saver.flush();
  saver.change('b');
  let held = false;
  void saver.hold().then(() => (held = true));
  await jest.advanceTimersByTimeAsync(10_000);
  expect(held).toBe(false);
  await end(0, { kind: 'saved', version: 1, savedAt: at, revision: 8 });
  expect(held).toBe(true);
  expect(saver.revision).toBe(8);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(calls).toHaveLength(1);
  saver.release();
  await jest.advanceTimersByTimeAsync(800);
  expect(calls[1]).toMatchObject({ data: 'b', version: 1 });
});

test('what the server does not take is said, and tried again when it is another text', async () => {
  const { saver, calls, end } = start();
  saver.change('too long');
  saver.flush();
  await end(0, { kind: 'refused', message: 'Too long.' });
  expect(saver.phase).toBe('refused');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
  saver.change('short');
  await jest.advanceTimersByTimeAsync(800);
  expect(calls[1]).toMatchObject({ data: 'short', version: 0 });
});

test('saves at once what waits when the task goes to others, and says whether all of it is there', async () => {
  const { saver, calls, end } = start();
  saver.change('a');
  saver.flush();
  saver.change('b');
  const settled = saver.settled();
  await end(0, { kind: 'saved', version: 1, savedAt: at, revision: 8 });
  await jest.advanceTimersByTimeAsync(0);
  expect(calls[1]).toMatchObject({ data: 'b', version: 1 });
  await end(1, { kind: 'saved', version: 2, savedAt: at, revision: 8 });
  expect(await settled).toBe(true);

  saver.change('c');
  const failed = saver.settled();
  await jest.advanceTimersByTimeAsync(0);
  await end(2, { kind: 'failed' });
  expect(await failed).toBe(false);
});
