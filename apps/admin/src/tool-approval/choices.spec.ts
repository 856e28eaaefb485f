import { allowsCritical, chooseAll, missingIn, readChoices, toAnswer } from './choices';
import { choiceWords, chosenWords } from './choices.words';

const now = new Date('2027-03-01T09:00:00Z');
const similar = { until: '2027-03-01T10:00:00Z', by: ['to'] };

describe('readChoices', () => {
  it.each([[null], ['text'], [[]], [{}], [{ decisions: 1, message: 2 }]])('takes any draft: %j', (draft) => {
    expect(readChoices(draft)).toEqual({ decisions: {}, message: '' });
  });
});

describe('toAnswer', () => {
  it('gives the common message to denied calls without one of their own', () => {
    const decisions = {
      a: { verdict: 'deny' as const },
      b: { verdict: 'deny' as const, message: ' Mine ' },
      c: { verdict: 'allow' as const, message: ' ' },
    };
    expect(toAnswer('d', { decisions, message: 'All' }, ['a', 'b', 'c'])).toEqual({
      digest: 'd',
      decisions: {
        a: { verdict: 'deny', message: 'All' },
        b: { verdict: 'deny', message: 'Mine' },
        c: { verdict: 'allow' },
      },
    });
  });

  it('allows similar calls only together with the call, and answers for no other calls', () => {
    const decisions = {
      a: { verdict: 'deny' as const, message: 'No', allow_similar: similar },
      b: { verdict: 'allow' as const, allow_similar: similar },
      gone: { verdict: 'allow' as const },
    };
    expect(toAnswer('d', { decisions, message: '' }, ['a', 'b']).decisions).toEqual({
      a: { verdict: 'deny', message: 'No' },
      b: { verdict: 'allow', allow_similar: similar },
    });
  });
});

test('missingIn says what each call still needs', () => {
  const decisions = {
    b: { verdict: 'deny' as const, message: ' ' },
    c: { verdict: 'allow' as const, allow_similar: { until: '2027-03-01T09:00:00Z', by: [] } },
    d: { verdict: 'allow' as const, allow_similar: similar },
    e: { verdict: 'allow' as const, allow_similar: { until: '', by: [] } },
  };
  const ids = ['a', 'b', 'c', 'd', 'e'];
  expect([...missingIn({ decisions, message: '' }, ids, now)]).toEqual([
    ['a', 'verdict'],
    ['b', 'message'],
    ['c', 'until'],
    ['e', 'until'],
  ]);
  expect(missingIn({ decisions, message: 'No' }, ids, now).has('b')).toBe(false);
});

test('choiceWords counts', () => {
  const decisions = { a: { verdict: 'allow' as const }, b: { verdict: 'deny' as const } };
  expect(choiceWords({ decisions, message: '' }, ['a', 'b', 'c', 'd'])).toBe('1 allowed, 1 denied, 2 open');
});

describe('a critical call', () => {
  const calls = [
    { callId: 'mail', risk: 'LOW' as const },
    { callId: 'wipe', risk: 'CRITICAL' as const },
    { callId: 'refund', risk: 'CRITICAL' as const },
  ];

  it('is not allowed together with others, but denied', () => {
    const decisions = { refund: { verdict: 'deny' as const, message: 'No' } };
    expect(chooseAll({ decisions, message: '' }, calls, 'allow')).toEqual({
      mail: { verdict: 'allow' },
      refund: { verdict: 'deny', message: 'No' },
    });
    expect(chooseAll({ decisions: {}, message: '' }, calls, 'deny')).toEqual({
      mail: { verdict: 'deny' },
      wipe: { verdict: 'deny' },
      refund: { verdict: 'deny' },
    });
    expect(chosenWords('allow', 3, 2)).toBe(
      '1 call is marked as allowed. Each critical call has to be decided by itself: 2 left. Nothing is sent yet.',
    );
  });

  it('is told apart once it is allowed', () => {
    const allowed = (callId: string) => ({
      decisions: { [callId]: { verdict: 'allow' as const } },
      message: '',
    });
    expect(allowsCritical(allowed('mail'), calls)).toBe(false);
    expect(allowsCritical(allowed('wipe'), calls)).toBe(true);
  });
});
