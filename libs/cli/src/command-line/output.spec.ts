import { Writable } from 'node:stream';
import { CommandError } from './command.errors';
import { Console } from './console';
import { readExactly, writeExactly } from './exact-json';
import { inLines, onOneLine } from './foreign-text';
import { localTime } from './moment';
import { writeFailure } from './write-failure';

/** Colours the terminal, turns the line, moves the cursor, rings, and hides what follows. */
const HOSTILE = 'a\u001b[31mred\u202egnp.exe\u0007\u009b2J\r\nb\u2028c';
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/;

class Written extends Writable {
  text = '';
  constructor(
    readonly isTTY = false,
    readonly columns = 80,
  ) {
    super();
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

function consoleOf(isTTY = false, columns = 80) {
  const [out, err] = [new Written(isTTY, columns), new Written()];
  return { out, err, console: new Console(out, err, isTTY) };
}

test('nothing that others wrote controls the terminal', () => {
  expect(onOneLine(HOSTILE)).not.toMatch(/[\n]|[\u0000-\u001f\u007f-\u009f\u202e\u2028]/);
  expect(inLines(HOSTILE).join('\n')).not.toMatch(CONTROL);
  expect(inLines(HOSTILE)).toHaveLength(3);
});

test('JSON means the same and holds no control character either', () => {
  const written = writeExactly({ [HOSTILE]: HOSTILE }, 2);
  expect(written).not.toMatch(CONTROL);
  expect(JSON.parse(written)).toEqual({ [HOSTILE]: HOSTILE });
});

test('numbers keep their digits, whatever JavaScript thinks of them', () => {
  const json = '{"price":1.10,"big":12345678901234567890,"small":1e-7,"left":null}';
  expect(writeExactly(readExactly(json))).toBe(json);
  expect(writeExactly({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test('columns stand under their headings, wide characters too', async () => {
  const { console, out } = consoleOf();
  await console.print(
    console.table(
      ['ID', 'TITLE'],
      [
        ['1', '請求書'],
        ['2', 'bill'],
        ['三', HOSTILE],
      ],
    ),
  );
  const lines = out.text.split('\n');
  expect(lines[0]).toBe('ID  TITLE');
  expect(lines[1]).toBe('1   請求書');
  expect(lines[3]?.startsWith('三  a')).toBe(true);
  expect(out.text).not.toMatch(CONTROL);
});

test('a terminal gets bold headings and lines that fit, a pipe neither', () => {
  const row = ['1', 'x'.repeat(60)];
  const narrow = consoleOf(true, 20).console.table(['ID', 'TITLE'], [row]);
  expect(narrow[0]).toContain('\u001b[1m');
  expect(narrow[1]).toHaveLength(20);
  expect(narrow[1]?.endsWith('…')).toBe(true);
  const piped = consoleOf().console.table(['ID', 'TITLE'], [row]);
  expect(piped[0]).toBe('ID  TITLE');
  expect(piped[1]).toHaveLength(64);
});

test('an error is a sentence for people and JSON for programs, with its exit code', () => {
  const error = new CommandError(4, 'task.closed', `${HOSTILE} holds it.`, [`  /a: ${HOSTILE}`]);
  const people = consoleOf();
  expect(writeFailure(people.console, error, false, 'usage')).toBe(4);
  expect(people.err.text).not.toMatch(CONTROL);
  expect(people.err.text).toMatch(/^orkestra: a.* holds it\.\n {2}\/a: a/);
  const programs = consoleOf();
  writeFailure(programs.console, error, true, 'usage');
  expect(JSON.parse(programs.err.text)).toMatchObject({ error: { code: 'task.closed' } });
});

test('times have their zone', () => {
  expect(localTime('2030-01-31T08:00:00.000Z')).toMatch(/^2030-01-3\d \d\d:\d\d [+-]\d\d:\d\d$/);
  expect(new Date(localTime('2030-01-31T08:00:00.000Z').replace(' ', 'T').replace(' ', '')).getTime()).toBe(
    Date.UTC(2030, 0, 31, 8),
  );
  expect([localTime(null), localTime('nonsense')]).toEqual(['-', '-']);
});
