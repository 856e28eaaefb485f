import { DomainError, SystemDatabase } from '@orkestra/core';
import {
  type AuditActor,
  AuthService,
  SeedService,
  type TenantContext,
  TenantDeletingError,
  TenantLifeCycle,
  TenantLimitsService,
  WorkspaceService,
} from '@orkestra/tenancy';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { TaskControlService, TasksModule, TasksService } from '..';

let parts: TestServices;
let tasks: TasksService;
let limits: TenantLimitsService;
let ada: TenantContext;
let bot: TenantContext;
let other: TenantContext;
let operator: AuditActor;

beforeAll(async () => {
  parts = await startServices([TasksModule]);
  const auth = parts.services.get(AuthService);
  tasks = parts.services.get(TasksService);
  limits = parts.services.get(TenantLimitsService);
  const [demo, second] = await parts.services.get(SeedService).seedDemo();
  ada = (await auth.signIn({ tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' })).ctx;
  bot = await auth.byApiKey(demo?.apiKey ?? '', 'mcp');
  other = await auth.byApiKey(second?.apiKey ?? '', 'mcp');
  operator = { tenantId: ada.tenantId, kind: 'operator', id: 'root', channel: 'cli' };
});
afterAll(() => parts.close());

async function failureOf(work: Promise<unknown>): Promise<object> {
  return work.then(
    () => ({}),
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      const { kind, code, message, details } = error;
      return { kind, code, message, details };
    },
  );
}

const create = (ctx: TenantContext, title = 'One', more: object = {}) =>
  tasks.create(ctx, { title, ...more }, {});
const useOf = async (ctx: TenantContext) =>
  (await parts.services.get(WorkspaceService).get(ctx)).limits.find(({ name }) => name === 'openTasks');

it('counts what is open, also of tasks that were written past the services, and no other tenant’s', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, (_, index) => create(bot, `Task ${index}`)));
  await create(other);
  expect(await useOf(ada)).toEqual({ name: 'openTasks', most: 1_000_000, use: 20 });
  const control = parts.services.get(TaskControlService);
  for (const { id } of made.slice(0, 15)) await control.cancel(ada, { taskId: id });
  expect(await useOf(ada)).toMatchObject({ use: 5 });
  await asAdmin(
    (admin) =>
      admin.query(`UPDATE tasks SET closed_at = NULL, status = 'READY', outcome = NULL WHERE id = $1`, [
        made[0]?.id,
      ]),
    parts.database.adminUrl,
  );
  expect(await useOf(ada)).toMatchObject({ use: 6 });
});

it('refuses a task beyond the limit, says limit and use, and finds an earlier one all the same', async () => {
  const earlier = await tasks.create(bot, { title: 'Earlier' }, { requestKey: 'k' });
  await limits.set(operator, { openTasks: 7 });
  expect(await failureOf(create(bot))).toEqual({
    kind: 'limited',
    code: 'tenant.limit_open_tasks',
    message:
      'The workspace may have 7 open tasks, and this would be 8. ' +
      'Decide or cancel some first, or ask whoever runs this installation for more.',
    details: { limit: 'openTasks', most: 7, use: 8 },
  });
  expect((await tasks.create(bot, { title: 'Earlier' }, { requestKey: 'k' })).id).toBe(earlier.id);
  await expect(create(other)).resolves.toBeDefined();
  await parts.services.get(TaskControlService).cancel(ada, { taskId: earlier.id });
  await expect(create(bot)).resolves.toBeDefined();
  await limits.set(operator, { openTasks: null });
  await expect(create(bot)).resolves.toBeDefined();
});

it('adds up what is spread over many connections', async () => {
  const before = await useOf(ada);
  await asAdmin(
    (admin) =>
      admin.query(
        `INSERT INTO tenant_usage SELECT $1, 'openTasks', 5000000 + n, CASE WHEN n % 2 = 0 THEN 1 ELSE -1 END
         FROM generate_series(1, 200) n`,
        [ada.tenantId],
      ),
    parts.database.adminUrl,
  );
  await limits.tidyUsage();
  expect(await useOf(ada)).toEqual(before);
  const rows = await parts.services
    .get(SystemDatabase)
    .query('SELECT slot FROM tenant_usage WHERE tenant_id = $1', [ada.tenantId]);
  expect(rows).toEqual([{ slot: 0 }]);
});

it('refuses what is too large', async () => {
  await limits.set(operator, { payloadBytes: 2_000 });
  expect(await failureOf(create(bot, 'Large', { context: { text: 'x'.repeat(3_000) } }))).toMatchObject({
    kind: 'invalid',
    code: 'tenant.limit_payload_bytes',
    details: { limit: 'payloadBytes', most: 2_000 },
  });
  await expect(create(bot)).resolves.toBeDefined();
  await limits.set(operator, { payloadBytes: null });
});

it('refuses a person too many, also when two come at once', async () => {
  await limits.set(operator, { people: 5 });
  const { TenantDatabase } = await import('@orkestra/core');
  const add = (email: string) =>
    parts.services.get(TenantDatabase).run(ada, async (em) => {
      await limits.requireRoomForPerson(em);
      await em.query(
        `INSERT INTO users (tenant_id, id, email, display_name) VALUES ($1, gen_random_uuid(), $2, 'New')`,
        [ada.tenantId, email],
      );
    });
  const outcomes = await Promise.all([failureOf(add('a@demo.test')), failureOf(add('b@demo.test'))]);
  expect(outcomes).toContainEqual({});
  expect(outcomes).toContainEqual(
    expect.objectContaining({ code: 'tenant.limit_people', details: { limit: 'people', most: 5, use: 6 } }),
  );
});

it('takes no limit that is none', async () => {
  for (const openTasks of [0, -1, 1.5, 2e9])
    expect(await failureOf(limits.set(operator, { openTasks }))).toMatchObject({
      code: 'tenant.invalid_setting',
    });
});

it('refuses tasks of whoever was let in just before a suspension; what a workflow asks for waits', async () => {
  const lifeCycle = parts.services.get(TenantLifeCycle);
  const activity = parts.services.get(AuthService).forActivity(ada.tenantId, 'test');
  await lifeCycle.suspend(operator, 'unpaid');
  expect(await failureOf(create(bot))).toMatchObject({ kind: 'forbidden', code: 'tenant.suspended' });
  expect(await failureOf(create(activity))).toMatchObject({ kind: 'unavailable', code: 'tenant.suspended' });
  await lifeCycle.resume(operator);
  await expect(create(activity)).resolves.toBeDefined();
  await lifeCycle.scheduleDeletion(operator, () => undefined);
  expect(await failureOf(create(bot))).toMatchObject({ code: new TenantDeletingError().code });
  expect(await failureOf(create(activity))).toMatchObject({ kind: 'unavailable' });
  await lifeCycle.cancelDeletion(operator);
});
