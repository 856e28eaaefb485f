import { keepRunning, type Part } from './keep-running';

class FakePart implements Part {
  readonly name = 'worker';
  readonly end = 'was ended by SIGKILL';
  finish: () => void = () => undefined;
  readonly exited = new Promise<void>((resolve) => (this.finish = resolve));

  endedError(): Error {
    return new Error('worker was ended by SIGKILL. The last lines …');
  }
}

describe('A part that ends by itself', () => {
  const watch = (startAgain: (attempt: number) => FakePart | Error) => {
    const told: string[] = [];
    const state = { stopping: false, attempts: 0, part: new FakePart() };
    const first = state.part;
    const kept = keepRunning(first, {
      isStopping: () => state.stopping,
      pause: () => Promise.resolve(),
      tell: (line) => void told.push(line),
      startAgain: () => {
        const started = startAgain((state.attempts += 1));
        if (started instanceof Error) return Promise.reject(started);
        state.part = started;
        return Promise.resolve(started);
      },
    });
    return {
      told,
      state,
      kept: kept.then(
        () => 'stopped',
        (error: Error) => error.message,
      ),
    };
  };
  /** Everything that waits for nothing but promises. */
  const afterPause = () => new Promise((resolve) => setImmediate(resolve));

  it('is started again, with a word about it', async () => {
    const { told, state, kept } = watch(() => new FakePart());
    state.part.finish();
    await afterPause();
    expect(told).toEqual([
      'worker was ended by SIGKILL; starting it again …',
      expect.stringMatching(/^worker is ready again after \d+\.\d s$/),
    ]);
    state.stopping = true;
    state.part.finish();
    expect(await kept).toBe('stopped');
    expect(state.attempts).toBe(1);
  });

  it('is tried again when what it needs is away too', async () => {
    const { told, state } = watch((attempt) => (attempt < 3 ? new Error('no Postgres') : new FakePart()));
    state.part.finish();
    await afterPause();
    expect(state.attempts).toBe(3);
    expect(told).toHaveLength(2);
  });

  it('ends the stack at the sixth time within a minute', async () => {
    const { state, kept } = watch(() => new FakePart());
    for (let ended = 0; ended < 6; ended += 1) {
      state.part.finish();
      await afterPause();
    }
    expect(await kept).toContain('worker was ended by SIGKILL. The last lines');
    expect(state.attempts).toBe(5);
    const failing = watch(() => new Error('the port is taken'));
    failing.state.part.finish();
    expect(await failing.kept).toBe('the port is taken');
  });
});
