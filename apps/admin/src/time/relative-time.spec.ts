import { dueState, elapsedShare, relativeTime, shortSpan, slaOutcome, pausedDue } from './relative-time';

const now = new Date('2026-03-01T12:00:00Z');
const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

describe('shortSpan', () => {
  it.each([
    [400, '1 s'],
    [45_000, '45 s'],
    [12 * 60_000, '12 min'],
    [3 * 3_600_000, '3 h'],
    [3 * 3_600_000 + 20 * 60_000, '3 h 20 min'],
    [30 * 3_600_000, '30 h'],
    [5 * 86_400_000, '5 d'],
  ])('says %d ms as %s', (milliseconds, text) => {
    expect(shortSpan(milliseconds)).toBe(text);
    expect(shortSpan(-milliseconds)).toBe(text);
  });
});

describe('relativeTime', () => {
  it('tells the future from the past, and says "now" in between', () => {
    expect(relativeTime(at(12), now)).toBe('in 12 min');
    expect(relativeTime(at(-12), now)).toBe('12 min ago');
    expect(relativeTime(at(0.05), now)).toBe('now');
  });
});

describe('dueState', () => {
  it('is soon in the last half hour and overdue from then on', () => {
    expect(dueState(null, now)).toBe('none');
    expect(dueState(at(31), now)).toBe('later');
    expect(dueState(at(30), now)).toBe('soon');
    expect(dueState(at(-1), now)).toBe('overdue');
  });
});

describe('elapsedShare', () => {
  it('stays between nothing and all', () => {
    expect(elapsedShare(at(-10), at(30), now)).toBe(0.25);
    expect(elapsedShare(at(-60), at(-30), now)).toBe(1);
    expect(elapsedShare(at(5), at(10), now)).toBe(0);
    expect(elapsedShare(at(0), at(0), now)).toBe(1);
  });
});

describe('slaOutcome', () => {
  it('tells by how much a due date was missed', () => {
    expect(slaOutcome(at(0), at(0))).toBe('Met');
    expect(slaOutcome(at(0), at(12))).toBe('Missed by 12 min');
  });
});

describe('pausedDue', () => {
  it('says what is left while the clock stands still', () => {
    const paused = new Date('2026-03-01T12:00:00Z');
    expect(pausedDue(new Date('2026-03-01T14:30:00Z'), paused)).toBe('2 h 30 min left, paused');
    expect(pausedDue(new Date('2026-03-01T11:50:00Z'), paused)).toBe('Overdue 10 min, paused');
  });
});
