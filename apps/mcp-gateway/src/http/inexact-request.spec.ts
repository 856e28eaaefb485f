import { inexactRequest } from './inexact-request';

test.each([
  [{ id: 7 }, '/params/arguments/calls/0/arguments/n', 200, 7, '/calls/0/arguments/n'],
  [{ id: 'a' }, '/params/_meta/n', 200, 'a', '/params/_meta/n'],
  [{ id: 9007199254740992 }, '/id', 400, null, '/id'],
  [{ method: 'notifications/x' }, '/params/n', 400, null, '/params/n'],
  [[{ id: 1 }], '/0/params/n', 400, null, '/0/params/n'],
])('%j with such a number at %s', (message, pointer, status, id, place) => {
  const answer = inexactRequest(message, pointer);
  expect(answer).toMatchObject({ status, code: -32602, id, data: { fields: [{ pointer: place }] } });
  expect(answer.message).toContain(`${place}: Has more digits`);
});
