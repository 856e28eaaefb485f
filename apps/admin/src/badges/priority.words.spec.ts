import { priorityName } from './priority.words';

test('names priorities by the nearest of the four', () => {
  expect([0, 25, 50, 75, 100].map(priorityName)).toEqual(['Low', 'Low', 'Medium', 'High', 'Urgent']);
});
