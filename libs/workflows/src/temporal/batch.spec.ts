import { Batch } from './batch';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('writes together what comes together', async () => {
  const written: number[][] = [];
  const batch = new Batch<number>(20, (items) => Promise.resolve(void written.push(items)), fail);
  batch.add(1);
  batch.add(2);
  await jest.advanceTimersByTimeAsync(19);
  expect(written).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  batch.add(3);
  await jest.advanceTimersByTimeAsync(20);
  expect(written).toEqual([[1, 2], [3]]);
});

it('writes the rest when it is closed, waits for it, and then writes each at once', async () => {
  const written: number[][] = [];
  const write = async (items: number[]) => {
    await Promise.resolve();
    written.push(items);
  };
  const batch = new Batch<number>(1_000, write, fail);
  batch.add(1);
  await batch.close();
  expect(written).toEqual([[1]]);
  batch.add(2);
  await batch.close();
  expect(written).toEqual([[1], [2]]);
});

it('reports what could not be written, and goes on', async () => {
  const lost: unknown[] = [];
  const refuse = () => Promise.reject(new Error('no'));
  const batch = new Batch<number>(5, refuse, (error, items) => lost.push([(error as Error).message, items]));
  batch.add(1);
  await jest.advanceTimersByTimeAsync(5);
  batch.add(2);
  await batch.close();
  expect(lost).toEqual([
    ['no', [1]],
    ['no', [2]],
  ]);
});

function fail(error: unknown): never {
  throw error;
}
