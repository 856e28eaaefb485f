import { pageLoader } from './page-loader';

describe('pageLoader', () => {
  const asked: [string[], number][] = [];
  const loader = pageLoader((ids, page: { first: number }) => {
    asked.push([ids, page.first]);
    return Promise.resolve(
      new Map(ids.filter((id) => id !== 'gone').map((id) => [id, `${id}/${page.first}`])),
    );
  });
  beforeEach(() => asked.splice(0));
  const load = (of: string, first: number) => loader.load({ of, page: { first } });

  it('asks once for all that want the same page', async () => {
    const wanted = [load('a', 1), load('b', 1), load('a', 2), load('a', 1), load('gone', 1)];
    expect(await Promise.all(wanted)).toEqual(['a/1', 'b/1', 'a/2', 'a/1', null]);
    expect(asked).toEqual([
      [['a', 'b', 'gone'], 1],
      [['a'], 2],
    ]);
  });

  it('asks again the next time', async () => {
    await load('a', 1);
    await load('a', 1);
    expect(asked).toHaveLength(2);
  });
});
