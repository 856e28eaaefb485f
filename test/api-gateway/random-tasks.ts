import fc from 'fast-check';
import type { Client } from 'pg';
import type { TaskStatus } from '@orkestra/tasks';

export const TENANT = '00000000-0000-7000-8000-00000000000a';
export const USERS = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000005${n}`);
export const GROUPS = [1, 2, 3].map((n) => ({ key: `g${n}`, id: `00000000-0000-7000-8000-00000000001${n}` }));
export const TYPES = ['refund', 'review'];
export const WORKFLOWS = ['w1', 'w2'];
export const WORDS = ['parcel', 'invoice', 'garden'];
const DAY_MS = 24 * 3_600_000;
/** Few different times and priorities, so that many tasks tie; some times are past. */
export const TIMES = [-2, -1, 0, 1, 2].map((day) => new Date(Date.now() + (day + 0.5) * DAY_MS));
export const PRIORITIES = [0, 25, 50, 100];

const user = fc.constantFrom(...USERS);
const group = fc.constantFrom(...GROUPS.map(({ id }) => id));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const time = fc.constantFrom(...TIMES);

const common = {
  id: fc.uuid({ version: 7 }),
  title: fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1 }).map((words) => words.join(' ')),
  type: maybe(fc.constantFrom(...TYPES)),
  workflowId: maybe(fc.constantFrom(...WORKFLOWS)),
  groupId: maybe(group),
  ownerId: maybe(user),
  createdBy: fc.oneof(user, fc.constant('system')),
  priority: fc.constantFrom(...PRIORITIES),
  dueAt: maybe(time),
  createdAt: time,
  closedAt: time.map((made) => new Date(made.getTime() + 7 * DAY_MS)),
  candidates: fc.uniqueArray(fc.oneof(user, group), { maxLength: 3 }),
  excluded: fc.uniqueArray(user, { maxLength: 1 }),
  round: fc.constantFrom(1, 2),
  voting: fc.boolean(),
  votes: fc.uniqueArray(fc.record({ voterId: user, round: fc.constantFrom(1, 2) }), {
    selector: ({ voterId, round }) => `${voterId} ${round}`,
    maxLength: 2,
  }),
};
const task = fc.oneof(
  fc.record({
    ...common,
    status: fc.constant<TaskStatus>('READY'),
    assigneeId: fc.constant(null),
    ownerId: fc.constant(null),
  }),
  fc.record({
    ...common,
    status: fc.constantFrom<TaskStatus>('RESERVED', 'IN_PROGRESS', 'SUSPENDED', 'COMPLETED'),
    assigneeId: user,
  }),
  fc.record({
    ...common,
    status: fc.constantFrom<TaskStatus>('SUSPENDED', 'CANCELLED', 'EXPIRED'),
    assigneeId: maybe(user),
  }),
);

/** Writes that many tasks: each is open at first and then closed where it is, as the commands do it. */
export async function insertRandomTasks(client: Client, seed: number, count: number): Promise<void> {
  const people = USERS.map((id, n) => `('${TENANT}', '${id}', 'u${n + 1}@a.test', 'U')`);
  const groups = GROUPS.map(({ id, key }) => `('${TENANT}', '${id}', '${key}', 'G')`);
  await client.query(`
    INSERT INTO tenants (id, slug, name) VALUES ('${TENANT}', 'a', 'A');
    INSERT INTO users (tenant_id, id, email, display_name) VALUES ${people.join()};
    INSERT INTO groups (tenant_id, id, key, name) VALUES ${groups.join()};`);
  await client.query(DRAWN, [JSON.stringify(fc.sample(task, { seed, numRuns: count }))]);
  await client.query(WRITE);
}

const DRAWN = `
  CREATE TEMP TABLE drawn AS
  SELECT '${TENANT}'::uuid AS tenant_id, t.*, t.status IN ('COMPLETED', 'CANCELLED', 'EXPIRED') AS closed
  FROM json_to_recordset($1) AS t (id uuid, title text, type text, status text, priority smallint,
    "workflowId" text, "groupId" uuid, "ownerId" uuid, "assigneeId" uuid, "createdBy" text, "dueAt" timestamptz,
    "createdAt" timestamptz, "closedAt" timestamptz, candidates jsonb, excluded jsonb, round smallint,
    voting boolean, votes jsonb)`;
const WRITE = `
  INSERT INTO tasks (tenant_id, id, request_key, spec_digest, title, type, workflow_id, status, suspended_from,
    paused_at, priority, due_at, expires_at, assignee_id, owner_id, group_id, created_by_kind, created_by_id,
    created_at, updated_at, approval, quorum, round)
  SELECT tenant_id, id, id, '', title, type, "workflowId", CASE WHEN closed THEN 'RESERVED' ELSE status END,
    CASE WHEN status = 'SUSPENDED' THEN 'RESERVED' END, CASE WHEN status = 'SUSPENDED' THEN now() END, priority,
    coalesce("dueAt", 'infinity'), now(), "assigneeId", "ownerId", "groupId",
    CASE WHEN "createdBy" = 'system' THEN 'system' ELSE 'user' END, "createdBy", "createdAt", "createdAt",
    voting, CASE WHEN voting THEN '{"rule": "all"}'::jsonb END, round
  FROM drawn;
  INSERT INTO task_candidates (tenant_id, task_id, principal_kind, principal_id, role, claimable, due_at, rank)
  SELECT tenant_id, d.id, CASE WHEN EXISTS (SELECT FROM users WHERE users.id = p.id::uuid) THEN 'user' ELSE 'group' END,
    p.id::uuid, p.role, status = 'READY', coalesce("dueAt", 'infinity'), 100 - priority
  FROM drawn d CROSS JOIN LATERAL (
    SELECT value AS id, 'candidate' AS role FROM jsonb_array_elements_text(candidates)
    UNION ALL SELECT value, 'excluded' FROM jsonb_array_elements_text(excluded)) p;
  INSERT INTO task_payloads (tenant_id, task_id, kind, body, digest)
  SELECT tenant_id, id, 'form', '{}', '' FROM drawn;
  INSERT INTO task_decisions (tenant_id, task_id, voter_kind, voter_id, voter_name, channel, vote, decided_at, round)
  SELECT tenant_id, d.id, 'user', v ->> 'voterId', 'U', 'web', 'approved', now(), (v ->> 'round')::smallint
  FROM drawn d CROSS JOIN jsonb_array_elements(votes) v WHERE voting;
  UPDATE tasks t SET status = d.status, closed_at = d."closedAt" FROM drawn d WHERE t.id = d.id AND d.closed;
  UPDATE task_candidates c SET claimable = false, open = false FROM drawn d WHERE c.task_id = d.id AND d.closed;
  ANALYZE;`;
