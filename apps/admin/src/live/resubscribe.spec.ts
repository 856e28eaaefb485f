import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { Observable, of, Subject } from 'rxjs';
import { resubscribe } from './resubscribe';

const broken = (code: string) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'x', extensions: { code } }] });

/** A feed that is broken off so often, and then stands. */
function feedBreaking(times: number, error: unknown = broken('INTERNAL_SERVER_ERROR')) {
  const attempts: number[] = [];
  const alive = new Subject<string>();
  const feed = new Observable<string>((listener) => {
    attempts.push(Date.now());
    if (attempts.length <= times) return listener.error(error);
    return alive.subscribe(listener);
  });
  return { feed, attempts, alive };
}

describe('a feed that the server breaks off', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('comes back, after growing pauses, and says once that something may have been missed', () => {
    const { feed, attempts, alive } = feedBreaking(3);
    const onBack = jest.fn();
    const heard: string[] = [];
    feed.pipe(resubscribe(onBack)).subscribe((word) => heard.push(word));
    jest.advanceTimersByTime(60_000);
    expect(attempts).toEqual([0, 1_000, 3_000, 7_000]);
    expect(onBack).toHaveBeenCalledTimes(1);
    alive.next('here');
    expect(heard).toEqual(['here']);
  });

  it('is asked for again when it is ended, and every half minute while that lasts', () => {
    let attempts = 0;
    const feed = new Observable<string>((listener) => {
      attempts += 1;
      return of<string>().subscribe(listener);
    });
    feed.pipe(resubscribe(() => undefined)).subscribe();
    jest.advanceTimersByTime(31_000);
    expect(attempts).toBe(6);
    jest.advanceTimersByTime(300_000);
    expect(attempts).toBe(16);
  });

  it('starts with short pauses again after it stood', () => {
    const { feed, attempts, alive } = feedBreaking(2);
    feed.pipe(resubscribe(() => undefined)).subscribe();
    jest.advanceTimersByTime(60_000);
    alive.error(broken('UNAVAILABLE'));
    expect(attempts).toHaveLength(3);
    jest.advanceTimersByTime(1_000);
    expect(attempts).toHaveLength(4);
  });

  it('is left alone where the answer would be the same, or nobody listens any more', () => {
    const refused = feedBreaking(9, broken('NOT_FOUND'));
    const onError = jest.fn();
    refused.feed.pipe(resubscribe(() => undefined)).subscribe({ error: onError });
    jest.advanceTimersByTime(120_000);
    expect(refused.attempts).toHaveLength(1);
    expect(onError).toHaveBeenCalled();

    const left = feedBreaking(9);
    left.feed
      .pipe(resubscribe(() => undefined))
      .subscribe()
      .unsubscribe();
    jest.advanceTimersByTime(120_000);
    expect(left.attempts).toHaveLength(1);
  });
});
