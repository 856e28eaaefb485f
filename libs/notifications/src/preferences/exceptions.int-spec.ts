import { SystemDatabase } from '@orkestra/core';
import { CalendarsService } from '@orkestra/tenancy';
import { MailOffice } from '../../../../test/harness/mail-office';
import { GROUPS, type Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import {
  DeliveryLog,
  ExceptionsService,
  FanOut,
  PreferencesService,
  type Rule,
  UnsubscribeService,
} from '..';

const MINUTE = 60_000;
const approval = { form: undefined, approval: { payload: PAYLOAD } };

let post: MailOffice;
let office: Office;
let exceptions: ExceptionsService;
beforeEach(async () => {
  post = await MailOffice.open();
  ({ office } = post);
  exceptions = office.app.get(ExceptionsService);
  const { tenantId, principal } = office.bot;
  await office.rows(`INSERT INTO service_principals (tenant_id, id, name) VALUES ($1, $2, 'Claims bot')`, [
    tenantId,
    principal.id,
  ]);
});
afterEach(() => post?.close());

const ofBot = (mode: Rule['mode'], more: Partial<Rule> = {}): Rule => ({
  subjectKind: 'agent',
  subject: office.bot.principal.id,
  kind: null,
  channel: 'email',
  mode,
  ...more,
});
const ofL1 = (mode: Rule['mode'], channel = 'email'): Rule => ({
  subjectKind: 'group',
  subject: GROUPS.l1,
  kind: null,
  channel,
  mode,
});

async function planned(name: keyof typeof PERSON_IDS): Promise<(boolean | null)[]> {
  await post.expand();
  const rows = await office.rows<{ bundled: boolean }>(
    'SELECT bundled FROM notification_deliveries WHERE person_id = $1 ORDER BY id',
    [PERSON_IDS[name]],
  );
  return rows.map(({ bundled }) => bundled);
}

it('tells otherwise of what an agent, a workflow, a type of task or a group asks', async () => {
  const { sam, lee, kim, eva } = office.people;
  await exceptions.set(sam, [ofL1('on'), ofBot('daily')]);
  await exceptions.set(lee, [ofL1('off'), ofL1('off', 'in_app')]);
  await exceptions.set(kim, [
    { subjectKind: 'task_type', subject: 'refund', kind: 'approval_asked', channel: 'email', mode: 'off' },
  ]);
  await office.rows(
    `INSERT INTO workflow_executions (tenant_id, key, type, task_queue, status, request_digest, started_by_kind,
       started_by_id, started_by_name, correlation_id, started_at)
     VALUES ($1, 'case', 'claims', 'q', 'running', '', 'user', $2, 'n', 'c', now())`,
    [office.engine.tenantId, PERSON_IDS.ada],
  );
  await exceptions.set(eva, [
    { subjectKind: 'workflow', subject: 'claims', kind: null, channel: 'email', mode: 'hourly' },
  ]);
  await office.task({ ...approval, type: 'refund' });
  expect(await planned('sam')).toEqual([true]);
  expect(await planned('lee')).toEqual([]);
  expect(await planned('kim')).toEqual([]);
  expect(await planned('eva')).toEqual([true]);
  const shown = await office.rows<{ person_id: string }>('SELECT person_id FROM notifications');
  expect(shown.map(({ person_id }) => person_id)).not.toContain(PERSON_IDS.lee);
  // Of a task that somebody else made, for another type and by no workflow, nothing is otherwise.
  await office.task({ ...approval, type: 'other' }, { by: office.people.max });
  expect(await planned('sam')).toEqual([true, false]);
  expect(await planned('kim')).toEqual([false]);
  expect(await planned('eva')).toEqual([true, false]);
});

it('asks again right before it sends', async () => {
  const { eva } = office.people;
  await office.task(approval);
  await post.expand();
  await exceptions.set(eva, [ofBot('off')]);
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(post.received()).toEqual(['kim', 'lee', 'sam']);
  const { items } = await office.app.get(DeliveryLog).list(office.people.ada, { status: 'dropped' });
  expect(items.map(({ personName, reason }) => [personName, reason])).toEqual([['eva', 'turned_off']]);
});

it('takes back an exception that would have it sent all the same, when a link turns mails off', async () => {
  const { eva } = office.people;
  await exceptions.set(eva, [ofBot('on')]);
  await office.task(approval);
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  const source = post.mail.mails.find(({ to }) => to === 'eva@a.test')?.source ?? '';
  const token = /token=([\w-]+)/.exec(source.replace(/=\r?\n/g, ''))?.[1] ?? '';
  await office.app.get(UnsubscribeService).use(token);
  const view = await office.app.get(PreferencesService).get(eva);
  expect(view.exceptions).toEqual([]);
  await office.task(approval);
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(post.received().filter((name) => name === 'eva')).toHaveLength(1);
});

it('offers what there is, takes nothing of other tenants or twice, and keeps what is gone since', async () => {
  const { sam, max } = office.people;
  expect(await exceptions.subjects(sam)).toEqual([
    { kind: 'agent', subject: office.bot.principal.id, name: 'Claims bot' },
    { kind: 'group', subject: GROUPS.l1, name: 'l1' },
  ]);
  const { exceptions: view } = await exceptions.set(sam, [ofBot('off')]);
  expect(view).toEqual([{ ...ofBot('off'), subjectName: 'Claims bot' }]);
  expect((await office.app.get(PreferencesService).get(max)).exceptions).toEqual([]);
  await expect(exceptions.set(office.olga, [ofBot('off')])).rejects.toMatchObject({
    code: 'notifications.invalid_preference',
    details: { fields: [{ pointer: '/0/subject' }] },
  });
  await expect(exceptions.set(sam, [ofBot('off'), ofBot('on')])).rejects.toMatchObject({ kind: 'invalid' });
  await expect(exceptions.set(sam, [ofBot('daily', { channel: 'in_app' })])).rejects.toMatchObject({
    kind: 'invalid',
  });
  await expect(exceptions.set(sam, [ofBot('on', { channel: 'pigeon' })])).rejects.toMatchObject({
    kind: 'invalid',
  });
  await expect(
    exceptions.set(
      sam,
      Array.from({ length: 51 }, (_, n) => ofBot('on', { subjectKind: 'workflow', subject: `w${n}` })),
    ),
  ).rejects.toMatchObject({ kind: 'invalid' });
  await office.rows('DELETE FROM service_principals');
  const kept = await exceptions.set(sam, [ofBot('on')]);
  expect(kept.exceptions).toEqual([{ ...ofBot('on'), subjectName: null }]);
  await expect(exceptions.set(office.bot, [])).rejects.toMatchObject({ kind: 'forbidden' });
});

it('stores how long a channel waits by itself, and chooses nothing for the kinds', async () => {
  const { eva } = office.people;
  const preferences = office.app.get(PreferencesService);
  const view = await preferences.set(eva, [], [{ channel: 'email', delaySeconds: 60 }]);
  expect(view.channels).toContainEqual(
    expect.objectContaining({ name: 'email', defaultDelaySeconds: 600, delaySeconds: 60 }),
  );
  expect(view.preferences.filter(({ chosen }) => chosen)).toEqual([]);
  await office.task(approval);
  await post.expand();
  office.clock.pass(MINUTE);
  await post.send();
  expect(post.received()).toEqual(['eva']);
  const back = await preferences.set(eva, [], [{ channel: 'email', delaySeconds: null }]);
  expect(back.channels[1]?.delaySeconds).toBeNull();
  await expect(preferences.set(eva, [], [{ channel: 'in_app', delaySeconds: 5 }])).rejects.toMatchObject({
    kind: 'invalid',
  });
});

it('keeps quiet outside the hours of a calendar of the workspace, as long as there is one', async () => {
  const { ada, eva } = office.people;
  const day = [{ from: '13:00', to: '17:00' }];
  const hours = {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: [],
    sunday: [],
  };
  const calendars = office.app.get(CalendarsService);
  await calendars.put(ada, { key: 'late', name: 'Late', zone: 'UTC', hours, closedDates: [], openDates: [] });
  const preferences = office.app.get(PreferencesService);
  const quiet = { timeZone: 'UTC', quietFrom: null, quietUntil: null, quietWeekends: false, digestAt: 480 };
  await expect(preferences.setHours(eva, { ...quiet, quietCalendar: 'nobodys' })).rejects.toMatchObject({
    details: { fields: [{ pointer: '/quietCalendar' }] },
  });
  const view = await preferences.setHours(eva, { ...quiet, quietCalendar: 'late' });
  expect(view.hours.quietCalendar).toBe('late');
  await office.task(approval);
  await post.expand();
  office.clock.passTo('2027-03-01T12:59:00Z');
  await post.send();
  expect(post.received()).toEqual(['kim', 'lee', 'sam']);
  office.clock.passTo('2027-03-01T13:00:00Z');
  await post.send();
  expect(post.received()).toContain('eva');
  await calendars.remove(ada, 'late');
  office.clock.passTo('2027-03-01T20:00:00Z');
  await office.task(approval);
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(post.received().filter((name) => name === 'eva')).toHaveLength(2);
});

it('asks the database no more often for many people with exceptions than for one', async () => {
  const { sam, lee, kim, eva } = office.people;
  for (const person of [sam, lee, kim, eva]) await exceptions.set(person, [ofBot('daily')]);
  const database = office.app.get(SystemDatabase);
  let statements = 0;
  const run = database.run.bind(database);
  jest.spyOn(database, 'run').mockImplementation((work) =>
    run((em) => {
      const runner = em.queryRunner;
      const query = runner?.query.bind(runner);
      if (runner && query)
        runner.query = ((...given: Parameters<typeof query>) => {
          statements += 1;
          return query(...given);
        }) as typeof runner.query;
      return work(em);
    }),
  );
  await office.task({ ...approval, assignTo: { user: 'sam@a.test' } });
  await office.app.get(FanOut).round();
  const forOne = statements;
  for (let n = 0; n < 20; n += 1) await office.task(approval);
  statements = 0;
  await office.app.get(FanOut).round();
  expect(statements).toBe(forOne);
  expect(forOne).toBeGreaterThan(0);
});
