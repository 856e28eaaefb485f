import { DomainError, type ErrorKind, Logger } from '@orkestra/core';
import { type ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { activityFailure } from './activity-failure';
import { fitResult } from './fit-result';
import { checkTenant } from './activity.interceptor';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const header = { tenantId: A, correlationId: 'c' };

describe('checkTenant', () => {
  it('takes the tenant of the header where the workflow is its own, or a child with an id of its own', () => {
    expect(checkTenant(header, `${A}/order-1`)).toBe(header);
    expect(checkTenant(header, 'child/of/mine')).toBe(header);
    expect(checkTenant(header, B)).toBe(header);
  });

  it('refuses the workflow of another tenant, and a missing or broken tenant', () => {
    const refuse = (given: typeof header | undefined, workflowId: string) => () =>
      checkTenant(given, workflowId);
    expect(refuse(header, `${B}/order-1`)).toThrow(
      expect.objectContaining({ code: 'activity.foreign_tenant' }),
    );
    expect(refuse(undefined, `${A}/x`)).toThrow(expect.objectContaining({ code: 'activity.no_tenant' }));
    expect(refuse({ ...header, tenantId: 'x' }, 'x/1')).toThrow(
      expect.objectContaining({ code: 'activity.no_tenant' }),
    );
  });
});

describe('fitResult', () => {
  it('fails an activity for good whose result Temporal would not take, and leaves any other alone', () => {
    const small = { a: 1 };
    expect(fitResult(small, 'own')).toBe(small);
    expect(fitResult(undefined, 'own')).toBeUndefined();
    expect(() => fitResult('x'.repeat(3 * 1024 * 1024), 'own')).toThrow(
      expect.objectContaining({
        type: 'payload.too_large',
        nonRetryable: true,
        message: expect.stringContaining('"own" holds 3145730 bytes; at most 2096128 are allowed'),
      }),
    );
  });
});

describe('activityFailure', () => {
  class SomeError extends DomainError {
    constructor(kind: ErrorKind) {
      super(kind, 'some.code', 'Some message', { some: 'detail' });
    }
  }
  const logger = Logger.create({ app: 'test', level: 'silent' });
  const failureOf = (error: unknown) => activityFailure(error, 'createTask', logger) as ApplicationFailure;

  it.each([
    ['invalid', true],
    ['conflict', true],
    ['not_found', true],
    ['limited', false],
    ['unavailable', false],
  ] as const)('keeps code and details of %s (non-retryable: %s)', (kind, nonRetryable) => {
    expect(failureOf(new SomeError(kind))).toMatchObject({
      type: 'some.code',
      message: 'Some message',
      details: [{ some: 'detail' }],
      nonRetryable,
    });
  });

  it('hides an unknown error and lets Temporal retry it', () => {
    const failure = failureOf(new Error('password=secret'));
    expect(failure).toMatchObject({ type: 'internal', message: 'Internal error', nonRetryable: false });
    expect(JSON.stringify(failure)).not.toContain('secret');
  });

  it("leaves Temporal's own failures alone", () => {
    const cancelled = new CancelledFailure('cancelled');
    expect(failureOf(cancelled)).toBe(cancelled);
  });
});
