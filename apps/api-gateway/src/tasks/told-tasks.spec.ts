import type { LiveMessage } from '@orkestra/core';
import { ToldTasks } from './told-tasks';

const message = (revision: number, kind: string): LiveMessage => ({
  tenantId: 't',
  topic: 'task',
  id: 'a',
  revision,
  kind,
});

test('nobody is told twice of one change, nor of one that is behind what they saw', () => {
  const told = new ToldTasks();
  expect(told.isOld(message(2, 'claimed'))).toBe(false);
  told.remember(message(3, 'claimed'), true);
  expect(told.isOld(message(2, 'claimed'))).toBe(true);
  expect(told.isOld(message(3, 'claimed'))).toBe(true);
  expect(told.isOld(message(3, 'completed'))).toBe(false);
  expect(told.isOld(message(4, 'released'))).toBe(false);
});

test('what leaves a list is told once, and what was never in it not at all', () => {
  const told = new ToldTasks();
  expect(told.mayBeShown(message(1, 'created'), true)).toBe(false);
  expect(told.mayBeShown(message(2, 'claimed'), true)).toBe(true);
  expect(told.mayBeShown(message(2, 'claimed'), false)).toBe(false);
  told.remember(message(2, 'claimed'), true);
  expect(told.mayBeShown(message(3, 'reassigned'), false)).toBe(true);
  told.remember(message(3, 'reassigned'), false);
  expect(told.mayBeShown(message(4, 'claimed'), true)).toBe(false);
});
