import { TenantPurge } from '@orkestra/tenancy';
import { Office, PERSON_IDS } from '../../../../test/harness/office';
import { rowsOfPerson } from '../../../../test/harness/rows-of-person';
import { NotificationsModule } from '..';

let office: Office;
beforeEach(async () => {
  office = await Office.open(8, [NotificationsModule]);
});
afterEach(() => office?.close());

/** Tables of what people and programs are told, as the catalogue has them. */
const TABLES = `
  SELECT t::text AS name FROM tables_of_tenants() t
  WHERE t::text ~ '^(notification|chat_|webhook_)' OR t::text IN ('answer_attempts', 'task_guests') ORDER BY 1`;

async function filledOf(tenant: string): Promise<string[]> {
  const tables = await office.rows<{ name: string }>(TABLES);
  const each = tables.map(
    ({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name} WHERE tenant_id = '${tenant}')`,
  );
  return (await office.rows<{ name: string }>(each.join(' UNION ALL '))).map(({ name }) => name);
}

it('deletes with a tenant all that its people and programs were told, and of no other', async () => {
  const { ada } = office.people;
  const { olga } = office;
  for (const [ctx, id] of [
    [ada, PERSON_IDS.sam],
    [olga, olga.principal.id],
  ] as const) {
    const { id: taskId } = await office.task({ assignTo: undefined }, { by: ctx });
    await office.rows(rowsOfPerson({ tenant: ctx.tenantId, id, account: 'U-of-them', name: 'Them' }));
    await office.rows(rowsOfTenant({ tenant: ctx.tenantId, person: id, taskId }));
  }
  const all = (await office.rows<{ name: string }>(TABLES)).map(({ name }) => name);
  expect(all.length).toBeGreaterThan(15);
  // Whoever adds a table fills it above.
  expect([await filledOf(ada.tenantId), await filledOf(olga.tenantId)]).toEqual([all, all]);
  const due = `UPDATE tenants SET status = 'deleting', delete_at = now() - interval '1 day' WHERE id = $1`;
  await office.rows(due, [ada.tenantId]);
  const receipt = await office.app.get(TenantPurge).purge(ada.tenantId);
  expect(Object.keys(receipt?.rows ?? {})).toEqual(
    expect.arrayContaining(all.filter((name) => !CASCADES.includes(name))),
  );
  expect(await filledOf(ada.tenantId)).toEqual([]);
  expect(await filledOf(olga.tenantId)).toEqual(all);
});

/** These may be gone with the rows that they belong to. */
const CASCADES = [
  'task_guests',
  'webhook_deliveries',
  'webhook_secrets',
  'chat_link_requests',
  'chat_messages',
];

/** What a tenant has beside its people: what happened, its words and defaults, an endpoint, and a guest. */
const rowsOfTenant = (own: { tenant: string; person: string; taskId: string }) => `
  INSERT INTO notification_events (id, tenant_id, kind, actor_kind, actor_id, at)
    VALUES (gen_random_uuid(), '${own.tenant}', 'created', 'system', 'system', now());
  INSERT INTO notification_defaults VALUES ('${own.tenant}', 'created', 'email', 'off', NULL, true);
  INSERT INTO notification_templates (tenant_id, channel, kind, language, subject, body, updated_at, updated_by)
    VALUES ('${own.tenant}', 'email', '*', 'en', 's', 'b', now(), '${own.person}');
  INSERT INTO notification_languages VALUES ('${own.tenant}', 'de');
  INSERT INTO webhook_endpoints (tenant_id, id, url, description, event_types, task_types, with_content, created_at, updated_at)
    VALUES ('${own.tenant}', '${own.taskId}', 'https://x.test/', '', '{}', '{}', false, now(), now());
  INSERT INTO webhook_secrets (tenant_id, id, endpoint_id, secret, key_id, created_at)
    VALUES ('${own.tenant}', gen_random_uuid(), '${own.taskId}', '', 'k', now());
  INSERT INTO webhook_deliveries (tenant_id, id, endpoint_id, event_id, type, ordering_key, data, at, status, available_at)
    VALUES ('${own.tenant}', gen_random_uuid(), '${own.taskId}', gen_random_uuid(), 'task.created', 'k', '{}', now(), 'pending', now());
  INSERT INTO task_guests (tenant_id, id, task_id, email, name, actions, invited_by, created_at, expires_at)
    VALUES ('${own.tenant}', gen_random_uuid(), '${own.taskId}', 'gil@outside.test', 'Gil', '{approve}', '${own.person}', now(), now())`;
