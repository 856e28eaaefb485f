import { decisionWords, deliveryStep, isClosed } from './outcome.words';

describe('the steps after a decision', () => {
  it('names who decided, but nobody for an expiry', () => {
    expect(decisionWords('COMPLETED', { displayName: 'Sam' })).toBe('Completed by Sam');
    expect(decisionWords('EXPIRED', { displayName: 'System' })).toBe('Expired');
  });

  it('has no delivery for a task without a workflow', () => {
    expect(deliveryStep(null)).toBeNull();
    expect(deliveryStep('PENDING')?.state).toBe('going');
    expect(deliveryStep('MOOT')?.state).toBe('failed');
  });

  it('takes only a starting or running workflow for open', () => {
    expect([isClosed('STARTING'), isClosed('RUNNING'), isClosed('TIMED_OUT')]).toEqual([false, false, true]);
  });
});
