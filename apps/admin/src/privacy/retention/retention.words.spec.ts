import { daysIn, draftOf, dueWords, erasedWords, KINDS, shortened } from './retention.words';

const [tasks] = KINDS as [(typeof KINDS)[number]];
const saved = { tasks: 90, conversations: null, executions: 30 };

it('says what is due, and of what is kept for ever nothing', () => {
  expect(dueWords(tasks, 90, new Date('2026-11-29T12:00:00Z'))).toMatch(/^Tasks that ended before .*2026$/);
  expect(dueWords(tasks, null, new Date())).toBeNull();
  expect(dueWords(tasks, 0, new Date())).toBeNull();
});

it('asks where more is erased than before, and only there', () => {
  const kinds = (draft: object) => shortened({ ...draftOf(saved), ...draft }, saved).map(({ kind }) => kind);
  expect(kinds({})).toEqual([]);
  expect(kinds({ tasks: 89, executions: 31 })).toEqual(['tasks']);
  expect(kinds({ conversations: 3_650, tasks: '' })).toEqual(['conversations']);
});

it('reads an empty field as for ever', () => {
  expect([daysIn(''), daysIn('7'), daysIn(7)]).toEqual([null, 7, 7]);
});

it('counts what a run has erased', () => {
  expect(erasedWords({ tasks: 1, messages: 1_200, conversations: 0, executions: 2 })).toBe(
    `1 task, ${(1_200).toLocaleString()} messages, 2 workflows`,
  );
  expect(erasedWords(null)).toBeNull();
});
