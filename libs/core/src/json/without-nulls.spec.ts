import { withoutNulls, withoutNullsWithin } from './without-nulls';

const at = new Date(0);
const given = { a: null, b: 0, c: { d: null, e: [{ f: null, at }, null] } };

it('leaves out what is null, and what is further in as it was', () => {
  expect(withoutNulls(given)).toEqual({ b: 0, c: { d: null, e: [{ f: null, at }, null] } });
  expect(withoutNulls(null)).toBeNull();
});

it('leaves it out at any depth, but not from a list', () => {
  expect(withoutNullsWithin(given)).toEqual({ b: 0, c: { e: [{ at }, null] } });
});
