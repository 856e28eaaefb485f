import { kindChoices, kindLabel, taskIdIn } from './template.words';

test('every kind has a name, and what is for all comes first', () => {
  expect(kindChoices()[0]).toEqual({ value: '*', label: 'Everything without a template of its own' });
  expect(kindLabel('approval_asked')).toBe('An approval is asked of me');
  expect(kindLabel('new_kind')).toBe('new_kind');
});

test.each([
  ['https://o.test/tasks/01A22D9F-a6ee-766a-aa15-45564652b895?x=1', '01a22d9f-a6ee-766a-aa15-45564652b895'],
  ['01a22d9f-a6ee-766a-aa15-45564652b895', '01a22d9f-a6ee-766a-aa15-45564652b895'],
  ['nothing', null],
])('the task in %s', (text, id) => {
  expect(taskIdIn(text)).toBe(id);
});
