import { DecisionGuard } from './decision-guard';

describe('DecisionGuard', () => {
  it('admits nothing before a task was shown, nor in the moment in which it is', () => {
    const guard = new DecisionGuard();
    expect(guard.admits(5_000)).toBe(false);
    guard.shown(5_000);
    expect(guard.admits(5_700)).toBe(false);
    expect(guard.admits(5_800)).toBe(true);
  });

  it('admits a second key only after a while, also on the next task', () => {
    const guard = new DecisionGuard();
    guard.shown(0);
    expect(guard.admits(2_000)).toBe(true);
    guard.shown(2_100);
    expect(guard.admits(2_950)).toBe(false);
    expect(guard.admits(3_000)).toBe(true);
  });
});
