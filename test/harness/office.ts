import { Clock, CoreModule, digest, DomainError, loadConfig } from '@orkestra/core';
import {
  ApprovalsService,
  BulkService,
  DraftsService,
  TaskControlService,
  TaskHandoverService,
  type TaskOrigin,
  TasksModule,
  TasksService,
  TaskTimersService,
  type TaskView,
} from '@orkestra/tasks';
import { type Scope, TenancyModule, type TenantContext } from '@orkestra/tenancy';
import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { testContext } from '../../libs/tenancy/src/testing';
import { asAdmin, createTestDatabase, type TestDatabase } from './database/test-database';

const TENANTS = {
  a: '00000000-0000-7000-8000-00000000000a',
  b: '00000000-0000-7000-8000-00000000000b',
} as const;

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Groups of tenant A, by key. */
export const GROUPS = { l1: id(11), l2: id(12), legal: id(13) } as const;
const GROUP_OF_B = id(14);

/** People of tenant A: their group, and whether they supervise it. */
const PEOPLE = {
  sam: { id: id(51), group: 'l1' },
  lee: { id: id(52), group: 'l1' },
  kim: { id: id(53), group: 'l1' },
  eva: { id: id(54), group: 'l1', supervisor: true },
  max: { id: id(55), group: 'l2' },
  liz: { id: id(56), group: 'legal' },
  zoe: { id: id(57) },
  ada: { id: id(58), admin: true },
} as const satisfies Record<string, { id: string; group?: string; supervisor?: true; admin?: true }>;

export type PersonName = keyof typeof PEOPLE;
export const PERSON_IDS = Object.fromEntries(
  Object.entries(PEOPLE).map(([name, person]) => [name, person.id]),
) as Record<PersonName, string>;

/** A time that stands still until the test moves it. */
export class TestClock extends Clock {
  private time = Date.parse('2027-03-01T09:00:00.000Z');

  override now(): Date {
    return new Date(this.time);
  }

  pass(ms: number): void {
    this.time += ms;
  }

  /** Forward only, as the time of the database's rows goes. */
  passTo(moment: string): void {
    this.time = Math.max(this.time, Date.parse(moment));
  }
}

/** The services of tasks on a real Postgres, with the people of two tenants and a clock that the test moves. */
export class Office {
  readonly clock: TestClock;
  readonly people = Object.fromEntries(
    Object.keys(PEOPLE).map((name) => [name, personOf(name as PersonName)]),
  ) as Record<PersonName, TenantContext>;
  /** Programs: `bot` makes the tasks of the tests, `tool` has nothing to do with them. */
  readonly bot = program('bot', id(91));
  readonly tool = program('tool', id(92));
  /** A program that may only read and decide. */
  readonly clerk = program('clerk', id(93), ['tasks:read', 'tasks:complete']);
  readonly engine = testContext({
    tenantId: TENANTS.a,
    channel: 'workflow',
    principal: { kind: 'system', id: 'system', displayName: 'Orkestra', role: 'admin' },
  });
  /** The admin of another tenant. */
  readonly olga = testContext({
    tenantId: TENANTS.b,
    principal: {
      id: id(59),
      displayName: 'Olga',
      role: 'admin',
      groups: [{ id: GROUP_OF_B, key: 'l1', role: 'supervisor' }],
    },
  });
  readonly tasks: TasksService;
  readonly control: TaskControlService;
  readonly handover: TaskHandoverService;
  readonly approvals: ApprovalsService;
  readonly timers: TaskTimersService;
  readonly bulk: BulkService;
  readonly drafts: DraftsService;

  private constructor(
    readonly app: TestingModule,
    readonly database: TestDatabase,
  ) {
    this.clock = app.get<TestClock>(Clock);
    this.tasks = app.get(TasksService);
    this.control = app.get(TaskControlService);
    this.handover = app.get(TaskHandoverService);
    this.approvals = app.get(ApprovalsService);
    this.timers = app.get(TaskTimersService);
    this.bulk = app.get(BulkService);
    this.drafts = app.get(DraftsService);
  }

  static async open(
    poolSize = 8,
    more: NonNullable<ModuleMetadata['imports']> = [],
    settings: Record<string, string> = {},
  ): Promise<Office> {
    const database = await createTestDatabase();
    await asAdmin((admin) => admin.query(PEOPLE_SQL), database.adminUrl);
    const config = loadConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
      DATABASE_URL: database.databaseUrl,
      SYSTEM_DATABASE_URL: database.systemDatabaseUrl,
      DATABASE_POOL_SIZE: String(poolSize),
      ...settings,
    });
    const imports = [CoreModule.forRoot({ app: 'test', config }), TenancyModule, TasksModule, ...more];
    const clock = new TestClock();
    const app = await Test.createTestingModule({ imports }).overrideProvider(Clock).useValue(clock).compile();
    await app.init();
    return new Office(app, database);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** A task of the bot in the queue of `l1`, which a workflow waits for unless the origin says otherwise. */
  async task(
    spec: object = {},
    { by = this.bot, ...origin }: TaskOrigin & { by?: TenantContext } = { workflowId: `${TENANTS.a}/case` },
  ): Promise<TaskView> {
    return this.tasks.create(by, { ...TASK, ...spec }, origin);
  }

  /** Rows as superuser sees them, past row-level security. */
  async rows<Row extends object = Record<string, unknown>>(
    sql: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    return asAdmin(async (admin) => (await admin.query<Row>(sql, values)).rows, this.database.adminUrl);
  }

  /** The kinds of the task's events, in their order. */
  async history(taskId: string): Promise<string[]> {
    const rows = await this.rows<{ kind: string }>(
      'SELECT kind FROM task_events WHERE task_id = $1 ORDER BY id',
      [taskId],
    );
    return rows.map(({ kind }) => kind);
  }

  /** The kinds of what the task's workflow is told, in their order. */
  async told(taskId: string): Promise<string[]> {
    const rows = await this.rows<{ kind: string }>('SELECT kind FROM outbox WHERE task_id = $1 ORDER BY id', [
      taskId,
    ]);
    return rows.map(({ kind }) => kind);
  }
}

/** What `Office.task` asks for unless told. */
export const TASK = {
  title: 'Customer needs help',
  form: { answer: { type: 'text', required: true } },
  assignTo: { group: 'l1' },
};

export const PAYLOAD = { refund: 40, currency: 'EUR' };

/** What binds a decision to what was shown. */
export function digestOf(payload: unknown): string {
  return digest(payload).toString('hex');
}

/** The code of the error that the work ends with, or 'no error'. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
}

function personOf(name: PersonName): TenantContext {
  const { id, group, supervisor, admin }: { id: string; group?: string; supervisor?: true; admin?: true } =
    PEOPLE[name];
  const key = group as keyof typeof GROUPS | undefined;
  return testContext({
    tenantId: TENANTS.a,
    channel: 'graphql',
    principal: {
      id,
      displayName: name[0]?.toUpperCase() + name.slice(1),
      role: admin ? 'admin' : 'operator',
      groups: key === undefined ? [] : [{ id: GROUPS[key], key, role: supervisor ? 'supervisor' : 'member' }],
    },
  });
}

function program(
  name: string,
  id: string,
  scopes: readonly Scope[] = ['tasks:read', 'tasks:write', 'tasks:complete'],
): TenantContext {
  return testContext({
    tenantId: TENANTS.a,
    channel: 'mcp',
    scopes,
    principal: { kind: 'service', id, displayName: name },
  });
}

const PEOPLE_SQL = `
  INSERT INTO tenants (id, slug, name) VALUES ('${TENANTS.a}', 'a', 'A'), ('${TENANTS.b}', 'b', 'B');
  INSERT INTO groups (tenant_id, id, key, name) VALUES
    ${Object.entries(GROUPS)
      .map(([key, groupId]) => `('${TENANTS.a}', '${groupId}', '${key}', '${key}')`)
      .join(', ')}, ('${TENANTS.b}', '${GROUP_OF_B}', 'l1', 'l1');
  INSERT INTO users (tenant_id, id, email, display_name) VALUES
    ${Object.keys(PEOPLE)
      .map((name) => `('${TENANTS.a}', '${PERSON_IDS[name as PersonName]}', '${name}@a.test', '${name}')`)
      .join(', ')}, ('${TENANTS.b}', '${id(59)}', 'olga@b.test', 'Olga');
  ${Object.values(PEOPLE)
    .flatMap((person) => ('group' in person ? [person] : []))
    .map(
      (person) => `INSERT INTO group_members (tenant_id, group_id, user_id, role)
        VALUES ('${TENANTS.a}', '${GROUPS[person.group]}', '${person.id}',
                '${'supervisor' in person ? 'supervisor' : 'member'}');`,
    )
    .join('\n')}`;
