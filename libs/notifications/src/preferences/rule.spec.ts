import { exceptionFor, type Rule } from './rule';
import { toldHow } from './told-how';

const about = { agent: 'a1', task_type: 'refund', workflow: 'order', group: 'g1' };
const rule = (subjectKind: Rule['subjectKind'], mode: Rule['mode'], more: Partial<Rule> = {}): Rule => ({
  subjectKind,
  subject: about[subjectKind],
  kind: null,
  channel: 'email',
  mode,
  ...more,
});
const asked = { kind: 'approval_asked', channel: 'email', subjects: about };

test('the agent counts before the type of task, that before the workflow, and that before the group', () => {
  const all = [
    rule('group', 'on'),
    rule('workflow', 'hourly'),
    rule('task_type', 'daily'),
    rule('agent', 'off'),
  ];
  expect(exceptionFor(all, asked)).toBe('off');
  expect(exceptionFor(all.slice(0, 3), asked)).toBe('daily');
  expect(exceptionFor(all.slice(0, 2), asked)).toBe('hourly');
  expect(exceptionFor(all.slice(0, 1), asked)).toBe('on');
});

test('of one subject, the rule that names the kind counts before the one for all', () => {
  const rules = [rule('agent', 'off'), rule('agent', 'daily', { kind: 'approval_asked' })];
  expect(exceptionFor(rules, asked)).toBe('daily');
  expect(exceptionFor(rules, { ...asked, kind: 'assigned' })).toBe('off');
  // A rule for all about the agent counts before one about the group that names the kind.
  expect(exceptionFor([rule('group', 'on', { kind: 'approval_asked' }), rule('agent', 'off')], asked)).toBe(
    'off',
  );
});

test('others, and other channels, are as they were', () => {
  expect(exceptionFor([rule('agent', 'off', { subject: 'other' })], asked)).toBeUndefined();
  expect(exceptionFor([rule('agent', 'off', { channel: 'in_app' })], asked)).toBeUndefined();
  expect(exceptionFor([rule('agent', 'off')], { ...asked, subjects: {} })).toBeUndefined();
});

test('an exception counts before what is chosen for the kind, and not where admins have locked that', () => {
  const email = { name: 'email', defaultDelaySeconds: 600 };
  const own = { mode: 'on', delaySeconds: null } as const;
  const tenant = { mode: 'on', delaySeconds: null } as const;
  expect(toldHow('assigned', email, { own, exception: 'daily' }).mode).toBe('daily');
  expect(toldHow('assigned', email, { exception: 'off', tenant: { ...tenant, locked: false } }).mode).toBe(
    'off',
  );
  expect(toldHow('assigned', email, { exception: 'off', tenant: { ...tenant, locked: true } }).mode).toBe(
    'on',
  );
});

test('a wait that is named for the kind counts before the one for the channel, and that before the tenant’s', () => {
  const email = { name: 'email', defaultDelaySeconds: 600 };
  const tenant = { mode: 'on', delaySeconds: 60, locked: false } as const;
  const own = { mode: 'on', delaySeconds: 5 } as const;
  expect(toldHow('assigned', email, { own, delay: 30, tenant }).delaySeconds).toBe(5);
  expect(toldHow('assigned', email, { delay: 30, tenant }).delaySeconds).toBe(30);
  expect(toldHow('assigned', email, { tenant }).delaySeconds).toBe(60);
  expect(toldHow('assigned', email, {}).delaySeconds).toBe(600);
});
