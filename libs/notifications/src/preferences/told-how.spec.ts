import { NOTIFICATION_KINDS } from '../events/notification-kind';
import { IN_APP, toldHow } from './told-how';

const inApp = { name: IN_APP, defaultDelaySeconds: 0 };
const email = { name: 'email', defaultDelaySeconds: 600 };
const off = { mode: 'off', delaySeconds: null } as const;
const on = { mode: 'on', delaySeconds: 30 } as const;

test('without a choice, how much it presses decides', () => {
  expect(toldHow('approval_asked', email, {})).toEqual({ mode: 'on', delaySeconds: 600 });
  expect(toldHow('commented', email, {}).mode).toBe('off');
  expect(toldHow('commented', inApp, {}).mode).toBe('on');
  expect(toldHow('created', inApp, {}).mode).toBe('off');
});

test('the person’s own choice comes before the tenant’s, unless that is locked', () => {
  expect(toldHow('commented', email, { tenant: { ...on, locked: false } })).toEqual({
    mode: 'on',
    delaySeconds: 30,
  });
  expect(toldHow('commented', email, { own: off, tenant: { ...on, locked: false } }).mode).toBe('off');
  expect(toldHow('commented', email, { own: off, tenant: { ...on, locked: true } }).mode).toBe('on');
  expect(toldHow('commented', email, { own: off, tenant: { ...off, locked: true } }).mode).toBe('off');
});

test('everything that presses is told somewhere', () => {
  const shown = NOTIFICATION_KINDS.filter((kind) => toldHow(kind, inApp, {}).mode === 'on');
  expect(shown).toEqual(NOTIFICATION_KINDS.filter((kind) => kind !== 'created' && kind !== 'claimed'));
});
