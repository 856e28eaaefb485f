import type { LiveMessage } from './live-message';
import { EVERYTHING, LiveSubscribers } from './live-subscribers';

const message = (tenantId: string, id: string, topic: LiveMessage['topic'] = 'task'): LiveMessage => ({
  tenantId,
  topic,
  id,
  revision: 1,
  kind: 'claimed',
});

describe('LiveSubscribers', () => {
  it('tells whoever follows one thing of that alone, and whoever follows the tenant of all', async () => {
    const subscribers = new LiveSubscribers();
    const all = subscribers.add('t');
    const one = subscribers.add('t', { topic: 'task', id: 'b' });
    const told = [message('t', 'a'), message('t', 'b', 'workflow'), message('other', 'b'), message('t', 'b')];
    for (const each of told) subscribers.push(each);
    expect((await one.next()).value).toEqual(told[3]);
    for (const each of [told[0], told[1], told[3]]) expect((await all.next()).value).toEqual(each);
  });

  it('tells of every tenant only who follows all of them', async () => {
    const subscribers = new LiveSubscribers();
    const every = subscribers.add(EVERYTHING);
    const one = subscribers.add('t');
    subscribers.push(message('u', 'a'));
    subscribers.push(message('t', 'b'));
    expect((await every.next()).value).toMatchObject({ tenantId: 'u' });
    expect((await every.next()).value).toMatchObject({ tenantId: 't' });
    expect((await one.next()).value).toMatchObject({ tenantId: 't' });
  });

  it('tells everybody when messages may have been missed', async () => {
    const subscribers = new LiveSubscribers();
    const one = subscribers.add('t', { topic: 'task', id: 'a' });
    const all = subscribers.add('u');
    subscribers.resync();
    expect((await one.next()).value).toMatchObject({ tenantId: 't', kind: 'resync' });
    expect((await all.next()).value).toMatchObject({ tenantId: 'u', kind: 'resync' });
  });

  it('tells those of one tenant alone when only its messages may have been missed', async () => {
    const subscribers = new LiveSubscribers();
    const one = subscribers.add('t', { topic: 'task', id: 'a' });
    const other = subscribers.add('u');
    subscribers.resync('t');
    subscribers.push(message('u', 'a'));
    expect((await one.next()).value).toMatchObject({ tenantId: 't', kind: 'resync' });
    expect((await other.next()).value).toEqual(message('u', 'a'));
  });

  it('keeps nothing of subscriptions that have ended', async () => {
    const subscribers = new LiveSubscribers();
    const [first, second] = [1, 2].map(() => subscribers.add('t', { topic: 'task', id: 'a' }));
    first?.end();
    subscribers.push(message('t', 'a'));
    expect((await second?.next())?.value).toEqual(message('t', 'a'));
    subscribers.add('t');
    subscribers.end();
    expect((await second?.next())?.done).toBe(true);
    expect(subscribers.size).toBe(0);
  });
});
