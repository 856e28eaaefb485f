import { Logger } from '@orkestra/core';
import { AuthenticationRequiredError } from '@orkestra/tenancy';
import { testContext } from '../../../../libs/tenancy/src/testing';
import type { Resource } from '../protocol/resource';
import { type ChangeSource, Subscriptions } from './subscriptions';

const ctx = testContext({ tenantId: 't' });
const THING = { uri: 'x:{id}', scope: 'tasks:read', changes: (_ctx, id) => [`task:${id}`] } as Resource;

/** A client and a world that the test controls. */
class World {
  readonly sent: string[] = [];
  readonly listeners = new Map<string, () => void>();
  ready = true;
  ended = false;
  reading = 0;
  see: () => Promise<boolean> = () => Promise.resolve(true);
  authenticate = () => Promise.resolve(ctx);
  readonly stream = {
    authenticate: () => this.authenticate(),
    ready: () => this.ready,
    onready: undefined as (() => void) | undefined,
    end: () => (this.ended = true),
  };
  private readonly source: ChangeSource = {
    catalogue: {
      find: (_ctx, uri) => (uri.startsWith('x:') ? { resource: THING, id: uri.slice(2) } : undefined),
      maySee: () => {
        this.reading += 1;
        return this.see();
      },
    },
    watch: (_ctx, [change], listener) => {
      this.listeners.set(change!, listener);
      return () => void this.listeners.delete(change!);
    },
  };
  readonly subscriptions = new Subscriptions(
    this.source,
    this.stream,
    (uri) => this.sent.push(uri),
    Logger.create({ app: 'spec', level: 'silent' }),
  );

  change(id: string): void {
    this.listeners.get(`task:${id}`)?.();
  }
}

describe('Subscriptions', () => {
  let world: World;
  beforeEach(() => {
    jest.useFakeTimers();
    world = new World();
  });
  afterEach(() => jest.useRealTimers());

  test('tell of a change at once, and of many as of one', async () => {
    world.subscriptions.add(ctx, 'x:a');
    for (let n = 0; n < 1_000; n += 1) world.change('a');
    await jest.advanceTimersByTimeAsync(1);
    expect(world.sent).toEqual(['x:a']);
    for (let n = 0; n < 1_000; n += 1) {
      world.change('a');
      await jest.advanceTimersByTimeAsync(1);
    }
    expect(world.sent.length).toBeGreaterThan(5);
    expect(world.sent.length).toBeLessThanOrEqual(12);
  });

  test('keep for a client that is not ready each URI once, and tell it when it is', async () => {
    for (const id of ['a', 'b']) world.subscriptions.add(ctx, `x:${id}`);
    world.ready = false;
    for (let n = 0; n < 1_000; n += 1) ['a', 'b', 'a'].forEach((id) => world.change(id));
    await jest.advanceTimersByTimeAsync(60_000);
    expect([world.sent, world.reading]).toEqual([[], 0]);
    world.ready = true;
    world.stream.onready?.();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(world.sent).toEqual(['x:a', 'x:b']);
  });

  test('say nothing of what may not be seen, is not watched any more, or is closed', async () => {
    world.subscriptions.add(ctx, 'x:a');
    world.see = () => Promise.resolve(false);
    world.change('a');
    await jest.advanceTimersByTimeAsync(1_000);
    world.see = () => {
      world.subscriptions.remove('x:a');
      return Promise.resolve(true);
    };
    world.change('a');
    await jest.advanceTimersByTimeAsync(1_000);
    world.subscriptions.add(ctx, 'x:b');
    world.change('b');
    world.subscriptions.close();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(world.sent).toEqual([]);
    expect(world.listeners.size).toBe(0);
  });

  test('try again when it could not be found out who may see', async () => {
    world.subscriptions.add(ctx, 'x:a');
    world.see = () => Promise.reject(new Error('The database is down.'));
    world.change('a');
    await jest.advanceTimersByTimeAsync(1);
    world.see = () => Promise.resolve(true);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(world.sent).toEqual(['x:a']);
  });

  test('end with the key', async () => {
    world.subscriptions.add(ctx, 'x:a');
    world.authenticate = () => Promise.reject(new AuthenticationRequiredError());
    world.change('a');
    await jest.advanceTimersByTimeAsync(1);
    expect([world.ended, world.sent, world.listeners.size]).toEqual([true, [], 0]);
  });

  test('are limited in number and length, and know their own', () => {
    for (let n = 0; n < 200; n += 1) expect(world.subscriptions.add(ctx, `x:${n}`)).toBe(true);
    expect(world.subscriptions.add(ctx, 'x:7')).toBe(true);
    expect(() => world.subscriptions.add(ctx, 'x:200')).toThrow(/at most|200 resources/);
    world.subscriptions.remove('x:7');
    expect(world.subscriptions.add(ctx, 'x:200')).toBe(true);
    expect(world.subscriptions.add(ctx, 'test://unknown')).toBe(false);
    expect(() => world.subscriptions.add(ctx, `x:${'y'.repeat(1_000)}`)).toThrow(/longer than/);
  });
});
