import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WEBHOOK_EVENT_TYPES, webhookTypeOf } from './webhook-event-types';

const MIGRATIONS = ['1700000048000-notifications', '1700000050000-webhook-events'];
const OTHERS = [
  ...['message', 'workflow_failed', 'workflow_completed', 'workflow_cancelled', 'workflow_terminated'],
  ...['delivery_failing', 'webhook_disabled'],
];

it('has a type for every kind that the triggers write, and no two alike', () => {
  const kinds = MIGRATIONS.flatMap((name) => {
    const text = readFileSync(join(__dirname, `../migrations/${name}.ts`), 'utf8');
    return [...text.matchAll(/ON task_events FOR EACH ROW WHEN \(NEW\.kind IN \(([^)]*)\)/g)].flatMap(
      ([, list = '']) => [...list.matchAll(/'(\w+)'/g)].map(([, kind = '']) => kind),
    );
  });
  expect(kinds.length).toBeGreaterThan(25);
  const types = [...kinds, ...OTHERS].map(webhookTypeOf);
  expect(types).not.toContain(undefined);
  expect(new Set(types).size).toBe(WEBHOOK_EVENT_TYPES.length);
});

it('tells programs of each of them in the guide', () => {
  const guide = readFileSync(join(__dirname, '../../../../docs/guides/webhooks.md'), 'utf8');
  for (const { name, meaning } of WEBHOOK_EVENT_TYPES)
    expect(guide).toContain(`| \`${name}\` | ${meaning} |`);
});
