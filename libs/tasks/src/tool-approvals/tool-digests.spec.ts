import { digest } from '@orkestra/core';
import fc from 'fast-check';
import { coversRisk, RISKS } from './risk';
import { askedDigest, callDigest, distinctNames, similarityDigest } from './tool-digests';

const hex = (given: Record<string, unknown>, names: string[]) =>
  similarityDigest(given, names).toString('hex');

const args = fc.dictionary(fc.constantFrom('to', 'subject', 'body', 'cc'), fc.jsonValue(), { maxKeys: 4 });
const names = fc.uniqueArray(fc.constantFrom('to', 'subject', 'body', 'cc'), { minLength: 1 });

describe('similarityDigest', () => {
  it('is the same for two calls exactly when the chosen arguments are', () => {
    fc.assert(
      fc.property(args, args, names, (a, b, chosen) => {
        const kept = (given: Record<string, unknown>) =>
          digest(distinctNames(chosen).map((name) => [name, name in given, given[name] ?? null])).toString(
            'hex',
          );
        expect(hex(a, chosen) === hex(b, chosen)).toBe(kept(a) === kept(b));
      }),
    );
  });

  it('without names is the same exactly for the same arguments', () => {
    fc.assert(
      fc.property(args, args, (a, b) => {
        expect(hex(a, []) === hex(b, [])).toBe(digest(a).equals(digest(b)));
      }),
    );
  });

  it('does not care about arguments that were not chosen, nor about the order of names', () => {
    fc.assert(
      fc.property(args, names, fc.jsonValue(), (given, chosen, value) => {
        expect(hex({ ...given, more: value }, chosen)).toBe(hex(given, chosen));
        expect(hex(given, [...chosen].reverse())).toBe(hex(given, chosen));
      }),
    );
  });

  it('tells a rule about some arguments from one about all of them, and missing from null', () => {
    expect(hex({ to: 'a' }, ['to'])).not.toBe(hex({ to: 'a' }, []));
    expect(hex({ to: null }, ['to'])).not.toBe(hex({}, ['to']));
    expect(hex({ to: [] }, ['to'])).not.toBe(hex({}, ['to']));
    expect(hex({ a: 1 }, ['a'])).not.toBe(hex({ b: 1 }, ['b']));
  });
});

test('callDigest is what an agent computes from canonical JSON', () => {
  const call = { tool: 'send_email', arguments: { to: 'x@y.test', body: 'Hello' } };
  expect(callDigest(call)).toEqual(
    digest({ arguments: { body: 'Hello', to: 'x@y.test' }, tool: 'send_email' }),
  );
});

test.each([
  ['the tool', { tool: 'other' }],
  ['an argument', { arguments: { to: 'b' } }],
  ['the reason', { reason: 'another' }],
  ['the risk', { risk: 'low' as const }],
  ['the name of the call', { callId: '2' }],
])('askedDigest changes with %s', (_, change) => {
  const call = { callId: '1', tool: 't', arguments: { to: 'a' }, reason: 'why', risk: 'high' as const };
  expect(askedDigest([{ ...call, ...change }])).not.toEqual(askedDigest([call]));
});

test('a rule covers its own risk and less, and critical is never covered', () => {
  const covered = RISKS.map((granted) => RISKS.filter((asked) => coversRisk(granted, asked)));
  expect(covered).toEqual([['low'], ['low', 'medium'], ['low', 'medium', 'high'], ['low', 'medium', 'high']]);
});
