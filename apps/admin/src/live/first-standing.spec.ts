import { FirstStanding } from './first-standing';

describe('the first standing of a feed', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const follow = (standing: FirstStanding) => {
    const read = jest.fn();
    void standing.wait().then(read);
    return read;
  };

  it('is waited for by what is read at the start, and makes a second reading needless', async () => {
    const standing = new FirstStanding();
    const read = follow(standing);
    await jest.advanceTimersByTimeAsync(799);
    expect(read).not.toHaveBeenCalled();
    expect(standing.reached()).toBe(true);
    await jest.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalled();
  });

  it('is not waited for any longer when it takes long; what was read meanwhile is read again', async () => {
    const standing = new FirstStanding();
    const read = follow(standing);
    await jest.advanceTimersByTimeAsync(800);
    expect(read).toHaveBeenCalled();
    expect(standing.reached()).toBe(false);
  });

  it('comes once: when the feed stands again, something may have been missed', async () => {
    const standing = new FirstStanding();
    expect(standing.reached()).toBe(true);
    const read = follow(standing);
    await jest.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalled();
    expect(standing.reached()).toBe(false);
  });
});
