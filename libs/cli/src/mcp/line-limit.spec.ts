import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { LineLimit } from './line-limit';

const MB = 1_000_000;

async function through(...chunks: string[]) {
  const leftOut: (string | number | undefined)[] = [];
  const limit = new LineLimit((id) => leftOut.push(id));
  const passed = await text(Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(limit));
  return { passed, leftOut };
}

describe('the limit of a line', () => {
  it('lets everything else through, however it is cut', async () => {
    const lines = '{"a":1}\n\n{"b":"ü"}\nno end';
    expect(await through(lines)).toEqual({ passed: lines, leftOut: [] });
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
    });
  });
});
