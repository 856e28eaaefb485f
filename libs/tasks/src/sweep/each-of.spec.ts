import { eachOf } from './each-of';

const items = Array.from({ length: 40 }, (_, index) => index);

it('counts what was done, whatever fails in between', async () => {
  const failed: number[] = [];
  const work = (item: number) =>
    item % 4 === 1 ? Promise.reject(new Error('broken')) : Promise.resolve(item > 19);
  expect(await eachOf(items, work, (_, item) => failed.push(item))).toBe(15);
  expect(failed).toEqual(items.filter((item) => item % 4 === 1));
});

it('gives up when nothing works any more', async () => {
  const work = jest.fn(() => Promise.reject(new Error('down')));
  await expect(eachOf([...items, ...items, ...items], work, () => undefined)).rejects.toThrow('down');
  expect(work.mock.calls.length).toBeLessThan(60);
});
