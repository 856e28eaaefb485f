import { readFileSync } from 'node:fs';
import { momentWords, reasonWords, triesWords } from './delivery-log.words';

const line = (status: 'DEAD' | 'PENDING' | 'SENT' | 'DROPPED', reason: string | null, attempts = 1) => ({
  status,
  reason,
  attempts,
});

/** `DropReason` as the server has it. */
const KEYS = [
  ...(/type DropReason =([^;]+);/
    .exec(readFileSync('libs/notifications/src/deliveries/delivery.ts', 'utf8'))?.[1]
    ?.matchAll(/'(\w+)'/g) ?? []),
].map(([, key = '']) => key);

test('the reasons of the server are found', () => expect(KEYS).toContain('not_connected'));

test.each(KEYS)('%s is said in a sentence', (key) => {
  expect(reasonWords(line('DROPPED', key))).toMatch(/^[A-Z].* .*\.$/);
});

test('a reason that this page does not know stands as it came', () => {
  expect(reasonWords(line('DROPPED', 'on_holiday'))).toBe('on_holiday');
  expect(reasonWords(line('DEAD', 'The gateway says 402.'))).toBe('The gateway says 402.');
});

test.each([
  ['SMTP 550', 'The mail server refuses it for good (SMTP 550).'],
  ['SMTP 451', 'The mail server does not take it for now (SMTP 451).'],
  ['SMTP 535', 'The mail server does not accept the sign-in of Orkestra (SMTP 535).'],
  ['ECONNREFUSED: 127.0.0.1', 'The server could not be reached (ECONNREFUSED: 127.0.0.1).'],
])('%s', (problem, words) => {
  expect(reasonWords(line('DEAD', problem))).toBe(words);
  expect(reasonWords(line('PENDING', problem))).toBe(`Last time: ${words}`);
});

test('what was sent has a note or none, and what waits for its time has no reason', () => {
  expect(reasonWords(line('SENT', null))).toBeNull();
  expect(reasonWords(line('SENT', 'The built-in template was taken.'))).toBe(
    'The built-in template was taken.',
  );
  expect(reasonWords(line('PENDING', null, 0))).toBeNull();
  expect(reasonWords(line('DEAD', null))).toBe('No reason was given.');
});

test('attempts are counted, but not the one that was dropped in place of being made', () => {
  expect(triesWords(line('PENDING', null, 0))).toBe('not tried yet');
  expect(triesWords(line('DEAD', 'x', 1))).toBe('1 attempt');
  expect(triesWords(line('DEAD', 'x', 15))).toBe('15 attempts');
  expect(triesWords(line('DROPPED', 'done', 1))).toBeNull();
  expect(triesWords(line('DROPPED', 'done', 3))).toBe('2 attempts');
});

test('what was never tried is due, what was is tried next', () => {
  expect(momentWords(line('PENDING', null, 0))).toBe('Due');
  expect(momentWords(line('PENDING', 'x', 2))).toBe('Next try');
  expect(momentWords(line('DEAD', 'x'))).toBe('Given up');
});
