import { readableLine } from './log-tail';

describe('readableLine', () => {
  it.each([
    ['{"level":30,"msg":"Ready","port":4000}', 'Ready'],
    ['{"level":60,"msg":"No start","err":{"message":"no database","stack":"…"}}', 'No start: no database'],
    ['LOG:  database system is ready', 'LOG:  database system is ready'],
    ['{"no":"message"}', '{"no":"message"}'],
  ])('shows %s as %s', (line, shown) => expect(readableLine(line)).toBe(shown));
});
