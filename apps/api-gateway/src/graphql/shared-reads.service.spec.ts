import type { LiveMessage } from '@orkestra/core';
import { testContext } from '../../../../libs/tenancy/src/testing';
import { SharedReads } from './shared-reads.service';

const message = (): LiveMessage => ({ tenantId: 't', topic: 'task', id: 'a', revision: 1, kind: 'x' });
const sam = (groups: string[] = ['l1'], scopes?: readonly 'tasks:read'[]) =>
  testContext({
    tenantId: 't',
    principal: { id: 'sam', groups: groups.map((id) => ({ id, key: id, role: 'member' as const })) },
    ...(scopes === undefined ? {} : { scopes }),
  });

test('reads once for one principal, message and thing, and never for others', async () => {
  const reads = new SharedReads();
  let count = 0;
  const read = async () => Promise.resolve((count += 1));
  const one = message();
  const ask = (told: LiveMessage, ctx = sam(), what = 'task') => reads.once(told, ctx, what, read);
  expect(await Promise.all([ask(one), ask(one), ask(one, sam())])).toEqual([1, 1, 1]);
  expect(await ask(one, sam(['l1', 'l2']))).toBe(2);
  expect(await ask(one, sam(['l1'], ['tasks:read']))).toBe(3);
  expect(await ask(one, testContext({ tenantId: 'u', principal: { id: 'sam' } }))).toBe(4);
  expect(await ask(one, sam(), 'text')).toBe(5);
  expect(await ask(message())).toBe(6);
});

test('reads once for a tenant and message what says itself who may see it, and never for another tenant', async () => {
  const reads = new SharedReads();
  let count = 0;
  const read = async () => Promise.resolve((count += 1));
  const one = message();
  const ask = (told: LiveMessage, ctx = sam()) => reads.onceOfTenant(told, ctx, 'task', read);
  expect(await Promise.all([ask(one), ask(one, sam(['l2']))])).toEqual([1, 1]);
  expect(await ask(one, testContext({ tenantId: 'u', principal: { id: 'sam' } }))).toBe(2);
  expect(await ask(message())).toBe(3);
  expect(await reads.once(one, sam(), 'task', read)).toBe(4);
});
