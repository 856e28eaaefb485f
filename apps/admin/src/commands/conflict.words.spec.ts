import { conflictText } from './conflict.words';

describe('conflictText', () => {
  const refusal = (reason: string, details = {}) => ({ reason, details, message: 'From the server.' });
  it('says who holds the task, and else what the server said', () => {
    const details = { assignee: { id: '1', displayName: 'Lee Park' } };
    expect(conflictText(refusal('task.already_claimed', details))).toBe(
      'Lee Park has already claimed this task.',
    );
    expect(conflictText(refusal('task.already_claimed'))).toBe('From the server.');
    expect(conflictText(refusal('task.suspended'))).toBe('From the server.');
    expect(conflictText(refusal('task.revision_conflict'))).toContain('is kept');
  });
});
