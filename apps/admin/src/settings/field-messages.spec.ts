import { messagesBelow, messagesOf } from './field-messages';

const refused = {
  code: 'BAD_USER_INPUT',
  reason: 'calendar.invalid',
  message: 'The calendar cannot be used',
  fields: [
    { pointer: '/hours/monday/0/to', message: 'must end after it begins' },
    { pointer: '/hours/monday/1/to', message: 'must end after it begins' },
    { pointer: '/hoursOf', message: 'is no field' },
    { pointer: '/name', message: 'must not be empty.' },
  ],
  details: {},
  correlationId: null,
};

test('each complaint is found at its place, as a sentence', () => {
  expect(messagesOf(refused)('/name')).toBe('Must not be empty.');
  expect(messagesOf(refused)('/hours')).toBeUndefined();
  expect(messagesOf(null)('/name')).toBeUndefined();
});

test('a place with parts has the complaints of its parts, each once', () => {
  expect(messagesBelow(refused)('/hours/monday')).toBe('Must end after it begins.');
  expect(messagesBelow(refused)('/hours')).toBe('Must end after it begins.');
  expect(messagesBelow(refused)('/zone')).toBeUndefined();
});
