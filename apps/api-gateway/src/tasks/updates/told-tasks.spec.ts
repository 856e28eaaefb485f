import type { LiveMessage } from '@orkestra/core';
import { ToldTasks } from './told-tasks';

const message = (revision: number, kind: string): LiveMessage => ({
  tenantId: 't',
  topic: 'task',
  id: 'a',
  revision,
  kind,
});

const shown = { inside: true, told: true };

test('nobody is told twice of one change, nor of one that is behind what they saw', () => {
  const told = new ToldTasks();
  expect(told.isOld(message(2, 'claimed'))).toBe(false);
  told.remember(message(3, 'claimed'), shown);
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
  told.remember(message(2, 'claimed'), shown);
  expect(told.mayBeShown(message(3, 'reassigned'), false)).toBe(true);
  told.remember(message(3, 'reassigned'), { inside: false, told: true });
  expect(told.mayBeShown(message(4, 'claimed'), true)).toBe(false);
});

test('everybody hears of each comment, though none changes the revision', () => {
  const told = new ToldTasks();
  told.remember(message(3, 'commented'), shown);
  expect(told.isOld(message(3, 'commented'))).toBe(false);
  expect(told.isOld(message(2, 'commented'))).toBe(false);
  expect(told.isOld(message(2, 'claimed'))).toBe(true);
});

test('whoever was told of a decision is told of its delivery too, and nobody else', () => {
  const told = new ToldTasks();
  told.remember(message(3, 'completed'), { inside: false, told: true });
  expect(told.isOld(message(3, 'delivered'))).toBe(false);
  expect(told.mayBeShown(message(3, 'delivered'), true)).toBe(true);
  expect(told.mayBeShown(message(3, 'delivered'), false)).toBe(false);
  expect(told.mayBeShown(message(3, 'commented'), true)).toBe(false);
  told.remember(message(3, 'completed'), { inside: false, told: false });
  expect(told.mayBeShown(message(3, 'delivered'), true)).toBe(false);
});
