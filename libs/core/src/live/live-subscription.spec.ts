import type { LiveMessage } from './live-message';
import { LiveSubscription } from './live-subscription';

const message = (revision: number): LiveMessage => ({
  tenantId: 't',
  topic: 'task',
  id: 'a',
  revision,
  kind: 'claimed',
});

describe('LiveSubscription', () => {
  it('hands on messages in order, before and after somebody waits', async () => {
    const subscription = new LiveSubscription(() => undefined);
    subscription.push(message(1));
    const second = subscription.next().then(() => subscription.next());
    subscription.push(message(2));
    expect((await second).value).toEqual(message(2));
  });

  it('tells a waiting reader that it has ended, once', async () => {
    let ends = 0;
    const subscription = new LiveSubscription(() => (ends += 1));
    const waiting = subscription.next();
    subscription.end();
    await subscription.return();
    expect((await waiting).done).toBe(true);
    expect(ends).toBe(1);
  });

  it('gives a reader that fell behind one resync in place of the backlog', async () => {
    const subscription = new LiveSubscription(() => undefined);
    for (let revision = 0; revision <= 1_000; revision += 1) subscription.push(message(revision));
    expect((await subscription.next()).value.kind).toBe('resync');
  });
});
