import {
  deadline,
  deadlineWithEscalation,
  task,
  tierBasedTimeout,
  timeout,
  timeoutWithEscalation,
  timeoutWithWarning,
  workflow,
} from '../index';

const question = { title: 'Customer needs help', assignTo: { group: 'support-l1' } } as const;

/** Each of these is the `sla` of a task. */
export const slas = {
  halfAnHour: timeout('30m'),
  // Only the working hours of the group's or tenant's calendar count.
  fourWorkingHours: timeout('4h', { calendar: true }),
  oneBusinessDay: timeout('1bd'),
  // Supervisors hear of it after 20 minutes, if nobody has claimed the task by then.
  withWarning: timeoutWithWarning('30m', { warnBefore: '10m', ifUnclaimed: true }),
  // Due and not decided: the second level gets it.
  withEscalation: timeoutWithEscalation('30m', { group: 'support-l2', warnBefore: '10m' }),
  endOfMonth: deadline('2027-01-31T17:00:00Z'),
  endOfMonthOrBoss: deadlineWithEscalation('2027-01-31T17:00:00Z', { user: 'boss@example.com' }),
};

/** Gold customers wait a quarter of an hour, silver ones an hour. */
export const byTier = workflow('by-tier', async (ctx, input: { tier: string }) => {
  const sla = tierBasedTimeout({ gold: '15m', silver: '1h' }, input.tier);
  return await task(ctx, { ...question, sla });
});
