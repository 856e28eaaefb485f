import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type LeftOut, LineLimit } from './line-limit';

const MB = 1_000_000;

async function through(...chunks: string[]) {
  const leftOut: (string | number | undefined)[] = [];
  const why: LeftOut[] = [];
  const limit = new LineLimit((id, reason) => (leftOut.push(id), why.push(reason)));
  const passed = await text(Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(limit));
  return { passed, leftOut, why };
}

describe('the limit of a line', () => {
  it('lets everything else through, however it is cut', async () => {
    const lines = '{"a":1}\n\n{"b":"ü"}\nno end';
    expect(await through(lines)).toEqual({ passed: lines, leftOut: [], why: [] });
    expect(await through(...lines)).toMatchObject({ leftOut: [] });
    expect((await through(...lines.split(/(?=b)/))).passed).toBe(lines);
  });

  it.each([
    [7, ['{"jsonrpc":"2.0","id":7,"method":"x","params":"', 'x'.repeat(2 * MB), '"}\n']],
    ['a', ['{"method":"x","params":{"id":1,"f":"', 'x'.repeat(MB), 'x'.repeat(MB), '"},"id":"a"}\n']],
    [undefined, ['{"params":{"f":"', 'x'.repeat(2 * MB), '","id":3}}\n']],
  ])('leaves out what is longer and finds its id %j', async (id, chunks) => {
    expect(await through('before\n', ...chunks, 'after\n')).toEqual({
      passed: 'before\nafter\n',
      leftOut: [id],
      why: [{ tooLong: true }],
    });
  });

  it.each([
    ['{"jsonrpc":"2.0","id":7,"params":{"a/b":[9007199254740993]}}\n', 7, '/params/a~1b/0'],
    ['{"id":"a","params":{"__proto__":{"n":1e400}}}\n', 'a', '/params/__proto__/n'],
    ['{"id":9007199254740993}\n', undefined, '/id'],
  ])('leaves out %s, which relaying would change', async (line, id, where) => {
    const { passed, leftOut, why } = await through('before\n', ...line, '{"n":9007199254740991}\n');
    expect({ passed, leftOut, why }).toEqual({
      passed: 'before\n{"n":9007199254740991}\n',
      leftOut: [id],
      why: [{ where }],
    });
  });
});
