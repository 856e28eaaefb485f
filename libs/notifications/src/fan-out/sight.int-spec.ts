import { SystemDatabase, queryRows } from '@orkestra/core';
import { actorOf, maySee, TasksService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Office, type PersonName, PERSON_IDS } from '../../../../test/harness/office';
import { NotificationsModule } from '..';
import { MAY_SEE } from '../events/sight.queries';

let office: Office;
beforeAll(async () => {
  office = await Office.open(8, [NotificationsModule]);
  await office.rows(`UPDATE users SET role = 'admin' WHERE id = $1`, [PERSON_IDS.ada]);
});
afterAll(() => office?.close());

it('says for many the same as the rule for one', async () => {
  const { max, eva, sam } = office.people;
  const made = [
    await office.task(),
    await office.task({}, { by: max }),
    await office.task({ assignTo: { user: 'zoe@a.test' } }),
    await office.task({ assignTo: { candidates: { users: ['liz@a.test'], groups: ['l2'] } } }),
    await office.task({ assignTo: { group: 'l1', excluded: ['kim@a.test'] } }),
  ];
  const [first] = made;
  await office.handover.assign(eva, { taskId: first?.id ?? '', to: { user: 'sam@a.test' } });
  await office.handover.delegate(sam, { taskId: first?.id ?? '', to: 'liz@a.test' });

  const ids = made.map(({ id }) => id);
  const rows = await office.app
    .get(SystemDatabase)
    .run((em) => queryRows<{ task: string; person: string }>(em, SEEN, [ids]));
  const seen = rows.map(({ task, person }) => `${ids.indexOf(task)} ${person}`).sort();

  const expected: string[] = [];
  for (const [index, { id }] of made.entries()) {
    const task = await office.app.get(TasksService).get(office.people.ada, id);
    for (const [name, ctx] of Object.entries(office.people) as [PersonName, TenantContext][])
      if (maySee(task, actorOf(ctx))) expected.push(`${index} ${name}`);
  }
  expect(seen).toEqual(expected.sort());
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.length).toBeLessThan(ids.length * Object.keys(PERSON_IDS).length);
});

const SEEN = `
  SELECT t.id AS task, u.display_name AS person FROM tasks t JOIN users u ON u.tenant_id = t.tenant_id
  WHERE t.id = ANY($1::uuid[]) AND ${MAY_SEE}`;
