import { fewAtOnce } from './few-at-once';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

it('answers in order, and has no more under way than it may', async () => {
  let underWay = 0;
  let most = 0;
  const answers = await fewAtOnce(2, [3, 1, 2, 5, 4], async (item) => {
    most = Math.max(most, ++underWay);
    await soon();
    underWay -= 1;
    return item * 10;
  });
  expect(answers).toEqual([30, 10, 20, 50, 40]);
  expect(most).toBe(2);
});

it('begins nothing more once one has failed', async () => {
  const begun: number[] = [];
  const working = fewAtOnce(2, [1, 2, 3, 4, 5, 6], async (item) => {
    begun.push(item);
    await soon();
    if (item === 2) throw new Error('two');
  });
  await expect(working).rejects.toThrow('two');
  const before = [...begun];
  await soon();
  await soon();
  expect(begun).toEqual(before);
  expect(begun.length).toBeLessThan(6);
});
