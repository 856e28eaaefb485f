import type { ChainStepFragment } from '../generated/graphql';
import { newStep, toDraft, toInput } from './step-draft';

const step = (part: object) => ({ action: 'NOTIFY', ...part }) as ChainStepFragment;

test.each([
  [{ after: { milliseconds: 5_400_000 } }, { unit: 'minutes', amount: 90 }],
  [{ after: { milliseconds: 172_800_000 } }, { unit: 'days', amount: 2 }],
  [{ after: { milliseconds: 7_200_000, calendar: true } }, { unit: 'working-hours', amount: 2 }],
  [{ after: { businessDays: 3 } }, { unit: 'business-days', amount: 3 }],
  [{ fromDueMs: 0 }, { unit: 'at-once', amount: 1 }],
])('%j is edited and sent as it was', (time, draft) => {
  expect(toDraft(step(time))).toMatchObject(draft);
  expect(toInput(toDraft(step(time)))).toEqual({ action: 'NOTIFY', ...time });
});

test('a step from the due date counts from when the task is late', () => {
  expect(toInput(toDraft(step({ fromDueMs: 3_600_000 })))).toMatchObject({
    after: { milliseconds: 3_600_000 },
  });
  expect(toInput(toDraft(step({ fromDueMs: -5 })))).toMatchObject({ fromDueMs: 0 });
});

test('nobody gets a task that ends, and an empty message is none', () => {
  const to = { group: 'support-l2' };
  expect(toInput({ ...newStep, action: 'EXPIRE', to, message: '  ' })).toEqual({
    action: 'EXPIRE',
    after: { milliseconds: 3_600_000 },
  });
  const full = { ...newStep, to, ifUnclaimed: true, message: ' Late ' };
  expect(toInput(full)).toMatchObject({ to, ifUnclaimed: true, message: 'Late' });
});

test('an emptied time is sent as none, which the server refuses at its place', () => {
  expect(toInput({ ...newStep, amount: '' })).toMatchObject({ after: { milliseconds: 0 } });
});
