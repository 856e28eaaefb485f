import { mentionAt, mentionedIn, splitMentions, withMention } from './mentions';

const sam = { id: '1', displayName: 'Sam Okafor' };
const samuel = { id: '2', displayName: 'Sam Okafor-Lind' };

test.each([
  ['@sa', 3, { start: 0, text: 'sa' }],
  ['Ask @Sam Ok', 11, { start: 4, text: 'Sam Ok' }],
  ['(@le', 4, { start: 1, text: 'le' }],
  ['@', 1, { start: 0, text: '' }],
  ['me@example', 10, null],
  ['@sam\nnext', 9, null],
  ['@ sam', 5, null],
  ['no mention', 10, null],
  ['@sam', 0, null],
  [`@${'x'.repeat(80)}`, 81, null],
])('in %j at %d is being typed: %j', (text, caret, query) => {
  expect(mentionAt(text, caret)).toEqual(query);
});

test('the chosen name takes the place of what was typed', () => {
  const text = 'Ask @sam about it';
  const query = mentionAt(text, 8);
  expect(query && withMention(text, query, sam)).toEqual({
    text: 'Ask @Sam Okafor about it',
    caret: 16,
  });
});

test('only people whose name still stands there are mentioned, each once', () => {
  expect(mentionedIn('Hello @Sam Okafor', [sam, sam, samuel])).toEqual([sam]);
  expect(mentionedIn('Hello', [sam])).toEqual([]);
  expect(mentionedIn('Hello @Sam Okafor-Lind', [sam, samuel])).toEqual([samuel]);
});

test('a text is cut at its mentions, and a longer name is not taken for a shorter one', () => {
  expect(splitMentions('Hi @Sam Okafor-Lind and @Sam Okafor!', [sam, samuel])).toEqual([
    { text: 'Hi ', isMention: false },
    { text: '@Sam Okafor-Lind', isMention: true },
    { text: ' and ', isMention: false },
    { text: '@Sam Okafor', isMention: true },
    { text: '!', isMention: false },
  ]);
  expect(splitMentions('<b>@Sam</b>', [])).toEqual([{ text: '<b>@Sam</b>', isMention: false }]);
});
