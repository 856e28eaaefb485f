import { KeyGuard } from './key-guard';

describe('a single key is no command', () => {
  it('right after typing, and as long as the typing goes on', () => {
    const guard = new KeyGuard();
    expect(guard.blocks(0)).toBe(false);
    guard.typed(0);
    expect(guard.blocks(900)).toBe(true);
    expect(guard.blocks(1_800)).toBe(true);
    expect(guard.blocks(2_900)).toBe(false);
  });

  it('after the page took the field away, however long the pause, until the person turns to something', () => {
    const guard = new KeyGuard();
    guard.typed(0);
    guard.taken();
    expect(guard.blocks(60_000)).toBe(true);
    guard.turned();
    expect(guard.blocks(60_001)).toBe(false);
  });

  it('but is one at once after the person left the field', () => {
    const guard = new KeyGuard();
    guard.typed(0);
    guard.turned();
    expect(guard.blocks(1)).toBe(false);
  });
});
