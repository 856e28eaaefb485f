import { initialsOf } from './initials';

test('makes initials', () => {
  expect(['Ada Lovelace', 'sam', ' Lee van der Park ', ''].map(initialsOf)).toEqual(['AL', 'S', 'LP', '']);
});
