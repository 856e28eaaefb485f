import { MissingScopeError } from '@orkestra/tenancy';
import { testContext } from '../../../tenancy/src/testing';
import type { TaskView } from './task-view';
import { UnseenTask } from './unseen-task';

const task = {
  id: 'a',
  tenantId: 't',
  assigneeId: null,
  ownerId: null,
  groupId: 'l1',
  createdBy: { kind: 'service', id: 'bot' },
  candidates: { users: [], groups: ['l1'] },
} as unknown as TaskView;
const read = new UnseenTask('t', task);

const person = (group: string, more: Partial<Parameters<typeof testContext>[0]> = {}) =>
  testContext({
    tenantId: 't',
    principal: { id: 'sam', role: 'operator', groups: [{ id: group, key: group, role: 'member' }] },
    ...more,
  });

test('shows itself to those who may see it, each with a copy of their own', () => {
  const ctx = person('l1');
  expect(read.shownTo(ctx)).toEqual(task);
  expect(read.shownTo(ctx)).not.toBe(read.shownTo(ctx));
});

test('is not there for others, for another tenant, and for nobody when there is none', () => {
  expect(read.shownTo(person('l2'))).toBeNull();
  expect(read.shownTo(person('l1', { tenantId: 'u' }))).toBeNull();
  expect(new UnseenTask('t', null).shownTo(person('l1'))).toBeNull();
});

test('asks for the scope as every reading does', () => {
  expect(() => read.shownTo(person('l1', { scopes: ['tasks:write'] }))).toThrow(MissingScopeError);
});

test('gives nothing away to whoever prints it', () => {
  expect(JSON.stringify(read)).toBe('{}');
});
