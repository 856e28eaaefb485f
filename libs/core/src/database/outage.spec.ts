import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { outageOf } from './outage';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

it.each([
  ['08006', 'unreachable'],
  ['28P01', 'unreachable'],
  ['3D000', 'unreachable'],
  ['57P01', 'unreachable'],
  ['57P03', 'unreachable'],
  ['58030', 'unreachable'],
  ['ECONNREFUSED', 'unreachable'],
  ['ECONNRESET', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['EPIPE', 'unreachable'],
  ['53300', 'busy'],
  ['53200', 'busy'],
  ['53100', 'full'],
  ['25006', 'read_only'],
  ['57014', 'held_up'],
  ['55P03', 'held_up'],
  ['25P03', 'held_up'],
  ['25P04', 'held_up'],
  ['40001', 'held_up'],
  ['40P01', 'held_up'],
])('%s: %s, to be tried again', (code, outage) => {
  for (const error of [coded(code), new QueryFailedError('SELECT', [], coded(code))]) {
    expect(outageOf(error)).toMatchObject({
      kind: 'unavailable',
      code: `database.${outage}`,
      sign: code,
      details: { retryAfter: 5 },
    });
  }
});

it.each([
  ['timeout exceeded when trying to connect', 'busy'],
  ['Connection terminated unexpectedly', 'unreachable'],
  ['Connection terminated due to connection timeout', 'unreachable'],
  ['Client has encountered a connection error and is not queryable', 'unreachable'],
  ['Cannot use a pool after calling end on the pool', 'unreachable'],
])('%j: %s, though it has no code', (message, outage) => {
  expect(outageOf(new Error(message))?.code).toBe(`database.${outage}`);
});

it('takes a connection that was lost on the way for what it is', () => {
  expect(outageOf(new QueryRunnerAlreadyReleasedError())?.code).toBe('database.unreachable');
});

it.each(['23505', '23503', '22001', '42601', '42501', '25P02', '0A000', 'XX000', 'P0001', 'ERR_INVALID_ARG'])(
  '%s: a fault of ours, and none of these',
  (code) => expect(outageOf(coded(code))).toBeUndefined(),
);

it('says nothing of an error without a code, or of what is no error', () => {
  expect(outageOf(new Error('x'))).toBeUndefined();
  expect(outageOf(undefined)).toBeUndefined();
});
