import { decisionWords, deliveryStep, isClosed, tookWords, workflowStep } from './outcome.words';

describe('the steps after a decision', () => {
  it('names who decided, but nobody for an expiry', () => {
    expect(decisionWords('COMPLETED', { displayName: 'Sam' })).toBe('Completed by Sam');
    expect(decisionWords('EXPIRED', { displayName: 'System' })).toBe('Expired');
  });

  it('says how long a decision took', () => {
    expect(tookWords('2027-01-01T09:00:00Z', '2027-01-01T09:05:00Z')).toMatch(
      /^5 ?m.* after they first saw it$/,
    );
  });

  it('has no delivery for a task without a workflow', () => {
    expect(deliveryStep(null)).toBeNull();
    expect(deliveryStep('PENDING')?.state).toBe('going');
    expect(deliveryStep('MOOT')?.state).toBe('failed');
  });

  it('says that a running workflow stands still, but not that of one with a long history', () => {
    expect(workflowStep('RUNNING', { code: 'NO_WORKER' })).toMatchObject({ state: 'failed' });
    expect(workflowStep('RUNNING', { code: 'LONG_HISTORY' })).toEqual(workflowStep('RUNNING'));
    expect(isClosed('LOST')).toBe(true);
  });

  it('takes only a starting or running workflow for open', () => {
    expect([isClosed('STARTING'), isClosed('RUNNING'), isClosed('TIMED_OUT')]).toEqual([false, false, true]);
  });
});
