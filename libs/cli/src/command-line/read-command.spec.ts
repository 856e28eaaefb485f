import type { CommandSpec } from './command-row';
import { enumsOf, momentOf, numberOf } from './option-values';
import { readCommand } from './read-command';
import { usageOf } from './usage-of';

const TABLE: readonly CommandSpec[] = [
  {
    name: 'things list',
    summary: 'Lists things.',
    options: {
      status: { value: 'STATUS', multiple: true, choices: ['open', 'in-progress'] },
      json: { help: 'for programs' },
      limit: { value: 'N' },
    },
  },
  { name: 'things show', words: 'ID', count: [1, 1], summary: 'Shows one.' },
];

test('it finds the command with its words and options', () => {
  const { spec, words, options } = readCommand(TABLE, ['things', 'list', '--status=open', '--json']);
  expect({ name: spec.name, words, options }).toEqual({
    name: 'things list',
    words: [],
    options: { status: ['open'], json: true },
  });
  expect(readCommand(TABLE, ['things', 'show', 'a']).words).toEqual(['a']);
});

test.each([
  [['things'], 'Say what to do with things. There are: list, show.'],
  [['things', '--json'], 'Say what to do with things.'],
  [['things', 'dance'], 'There is no command "things dance". There are: list, show.'],
  [['things', 'show'], 'It is used so: orkestra things show ID'],
  [['things', 'show', 'a', 'b'], '"b" is not understood.'],
  [['things', 'list', '--loud'], '--loud'],
])('%j is refused', (args, message) => expect(() => readCommand(TABLE, args)).toThrow(message));

test('--help needs no words', () => expect(readCommand(TABLE, ['things', 'show', '-h']).help).toBe(true));

test('the help names each option with its choices', () => {
  expect(usageOf(TABLE)).toContain('orkestra things list [options]');
  const [list] = TABLE;
  expect(usageOf(list === undefined ? [] : [list])).toMatch(/--status STATUS +: open, in-progress \(may be/);
});

test('choices are taken as people write them', () => {
  expect(enumsOf({ status: ['open,IN_PROGRESS'] }, 'status', ['open', 'in-progress'])).toEqual([
    'OPEN',
    'IN_PROGRESS',
  ]);
  expect(() => enumsOf({ status: ['odd'] }, 'status', ['open'])).toThrow('--status takes open.');
});

test.each(['0', '101', '1.5', '1e2', '-1', 'x', ''])('%j is no number from 1 to 100', (limit) => {
  expect(() => numberOf({ limit }, 'limit', [1, 100])).toThrow('whole number from 1 to 100');
});

test('moments are of ISO 8601, a day begins at midnight here', () => {
  const moment = (text: string) => momentOf({ at: text }, 'at');
  expect(moment('2030-01-31T09:00:00+01:00')).toBe('2030-01-31T08:00:00.000Z');
  expect(moment('2030-01-31')).toBe(new Date(2030, 0, 31).toISOString());
  for (const wrong of ['tomorrow', '31.01.2030', '2030-13-01', '2030'])
    expect(() => moment(wrong)).toThrow('2030-01-31T09:00:00Z');
});
