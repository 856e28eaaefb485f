import type { ModuleMetadata } from '@nestjs/common';
import { DomainError } from '@orkestra/core';
import { TasksModule, TasksService, type TaskView } from '@orkestra/tasks';
import { TenancyModule, type TenantContext } from '@orkestra/tenancy';
import { testContext } from '../../libs/tenancy/src/testing';
import { asAdmin } from './database/test-database';
import { startServices, type TestServices } from './services';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const L1 = '00000000-0000-7000-8000-000000000011';
const L2 = '00000000-0000-7000-8000-000000000012';
const OTHERS = '00000000-0000-7000-8000-000000000013';

const member = (tenantId: string, last: string, displayName: string, group: string) =>
  testContext({
    tenantId,
    principal: {
      id: `00000000-0000-7000-8000-0000000000${last}`,
      displayName,
      groups: [{ id: group, key: 'group', role: 'member' }],
    },
  });

/** Sam and Lee share a queue, Max is in another one of their tenant, Ada is its admin; Olga is in another tenant. */
export const people = {
  sam: member(A, '51', 'Sam', L1),
  lee: member(A, '52', 'Lee', L1),
  max: member(A, '53', 'Max', L2),
  ada: testContext({
    tenantId: A,
    principal: { id: '00000000-0000-7000-8000-000000000055', displayName: 'Ada', role: 'admin' },
  }),
  olga: member(B, '54', 'Olga', OTHERS),
  /** A program with an API key. */
  bot: testContext({
    tenantId: A,
    principal: { kind: 'service', id: '00000000-0000-7000-8000-000000000061', displayName: 'Bot' },
  }),
} satisfies Record<string, TenantContext>;

type Modules = NonNullable<ModuleMetadata['imports']>;

/** The services of tasks for these people, on a database of their own. */
export class TaskPeople {
  private constructor(private readonly running: TestServices) {}

  /** @param settings beside those of the database @param modules beside those of tasks */
  static async start(settings: Record<string, string> = {}, modules: Modules = []): Promise<TaskPeople> {
    const running = await startServices([TenancyModule, TasksModule, ...modules], settings);
    await asAdmin((admin) => admin.query(PEOPLE), running.database.adminUrl);
    await running.services.init();
    return new TaskPeople(running);
  }

  get<T>(service: abstract new (...parameters: never[]) => T): T {
    return this.running.services.get<T>(service);
  }

  /** A task that waits in the queue of Sam and Lee, with anything else that its spec says. */
  async newTask(spec: object = {}): Promise<TaskView> {
    const form = { answer: { type: 'textarea' } };
    const whole = { title: 'Help', form, assignTo: { group: 'support-l1' }, ...spec };
    return this.get(TasksService).create(people.bot, whole);
  }

  /** Rows as superuser sees them. */
  async rows<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return asAdmin(
      async (admin) => (await admin.query(sql, values)).rows as Row[],
      this.running.database.adminUrl,
    );
  }

  get adminUrl(): string {
    return this.running.database.adminUrl;
  }

  /** As the role app, without a tenant. */
  get databaseUrl(): string {
    return this.running.database.databaseUrl;
  }

  close(): Promise<void> {
    return this.running.close();
  }
}

/** The code of the domain error that the work ends with. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
}

const user = ({ tenantId, principal }: TenantContext) =>
  `('${tenantId}', '${principal.id}', '${principal.displayName.toLowerCase()}@test', '${principal.displayName}',
    '${principal.role}')`;
const membership = ({ tenantId, principal }: TenantContext) =>
  `('${tenantId}', '${principal.groups[0]?.id ?? ''}', '${principal.id}')`;
const members = [people.sam, people.lee, people.max, people.olga];

const PEOPLE = `
  INSERT INTO tenants (id, slug, name) VALUES ('${A}', 'a', 'A'), ('${B}', 'b', 'B');
  INSERT INTO users (tenant_id, id, email, display_name, role)
    VALUES ${[...members, people.ada].map(user).join(', ')};
  INSERT INTO groups (tenant_id, id, key, name) VALUES
    ('${A}', '${L1}', 'support-l1', 'L1'), ('${A}', '${L2}', 'support-l2', 'L2'),
    ('${B}', '${OTHERS}', 'support-l1', 'L1');
  INSERT INTO group_members (tenant_id, group_id, user_id) VALUES ${members.map(membership).join(', ')};`;
