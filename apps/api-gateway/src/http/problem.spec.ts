import { NotFoundException } from '@nestjs/common';
import { DomainError, type ErrorKind } from '@orkestra/core';
import { problemOf } from './problem';

class SomeError extends DomainError {
  constructor(kind: ErrorKind) {
    super(kind, 'some.code', 'What to do next.', { hint: 1 });
  }
}

test.each<[ErrorKind, number]>([
  ['invalid', 422],
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['not_found', 404],
  ['conflict', 409],
  ['limited', 429],
  ['unavailable', 503],
])('a domain error of the kind %s is %d', (kind, status) => {
  expect(problemOf(new SomeError(kind))).toMatchObject({
    status,
    detail: 'What to do next.',
    code: 'some.code',
    details: { hint: 1 },
  });
});

test("Nest's own refusals keep their status, and what nobody foresaw is no problem of the caller's", () => {
  expect(problemOf(new NotFoundException('Cannot GET /x'))).toMatchObject({ status: 404 });
  expect(problemOf(new Error('secret'))).toBeUndefined();
});
