import { groupTarget, matching, personTarget, readTarget, withChosen } from './targets';

const sam = personTarget({ id: '1', displayName: 'Sam', email: 'sam@demo.test' });
const support = groupTarget({ id: '2', key: 'support', name: 'Support' });

test('a choice comes back as the target of a command', () => {
  expect(readTarget(sam.value)).toEqual({ user: '1' });
  expect(readTarget(support.value)).toEqual({ group: '2' });
});

test.each(['', 'user:', 'robot:1', 'x'])('%j is no target', (value) => {
  expect(readTarget(value)).toBeNull();
});

test('what is chosen stays among the options, once', () => {
  expect(withChosen([support], [sam])).toEqual([support, sam]);
  expect(withChosen([sam], [sam])).toEqual([sam]);
});

test('what no longer fits the text is not offered', () => {
  expect(matching([sam, support], ' SAM')).toEqual([sam]);
  expect(matching([sam, support], 'demo.test')).toEqual([sam]);
  expect(matching([sam, support], '')).toEqual([sam, support]);
});
