import { DomainError, type ErrorKind, Logger } from '@orkestra/core';
import { GraphQLError } from 'graphql';
import { refusal, toFormattedError } from './graphql-errors';

class SomeError extends DomainError {
  constructor(kind: ErrorKind) {
    super(kind, 'some.code', 'What to do next.', { hint: 1 });
  }
}

const logger = Logger.create({ app: 'test', level: 'silent' });
const format = (error: GraphQLError) => toFormattedError(error.toJSON(), error, logger);

test.each<[ErrorKind, string]>([
  ['invalid', 'BAD_USER_INPUT'],
  ['unauthenticated', 'UNAUTHENTICATED'],
  ['forbidden', 'FORBIDDEN'],
  ['not_found', 'NOT_FOUND'],
  ['conflict', 'CONFLICT'],
  ['limited', 'RATE_LIMITED'],
  ['unavailable', 'UNAVAILABLE'],
])('a domain error of the kind %s is %s', (kind, code) => {
  const error = new GraphQLError('wrapped', { originalError: new SomeError(kind), path: ['task'] });
  expect(format(error)).toEqual({
    message: 'What to do next.',
    path: ['task'],
    extensions: { code, reason: 'some.code', details: { hint: 1 }, correlationId: 'none' },
  });
});

test('an unforeseen error shows nothing of itself', () => {
  const error = new GraphQLError('password=1', { originalError: new Error('password=1') });
  expect(format(error)).toEqual({
    message: 'Internal error',
    extensions: { code: 'INTERNAL_SERVER_ERROR', reason: 'internal', correlationId: 'none' },
  });
});

test("GraphQL's own complaints stay readable", () => {
  const error = new GraphQLError('Syntax Error', { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  expect(format(error)).toMatchObject({
    message: 'Syntax Error',
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
  });
});

test('a refusal carries its status for plain HTTP clients', () => {
  expect(refusal(new SomeError('unauthenticated')).extensions).toEqual({ http: { status: 401 } });
  expect(refusal(new SomeError('unavailable')).extensions).toEqual({ http: { status: 503 } });
  expect(format(refusal(new SomeError('unauthenticated')))).toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});
