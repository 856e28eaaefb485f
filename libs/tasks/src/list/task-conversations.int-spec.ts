import { TenantDatabase } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { randomUUID } from 'node:crypto';
import { people, TaskPeople } from '../../../../test/harness/task-people';
import { testContext } from '../../../tenancy/src/testing';
import { TaskConversations, TaskHandoverService, TasksService } from '..';

const { sam, lee, max, ada, olga, bot } = people;
const IN_L1 = { group: 'support-l1' };

let desk: TaskPeople;
let conversationId: string;

beforeAll(async () => {
  desk = await TaskPeople.start();
});
beforeEach(() => {
  conversationId = randomUUID();
});
afterAll(() => desk?.close());

/** Whether somebody may see the conversation, which the bot has made unless the test says otherwise. */
async function sees(ctx: TenantContext, author: TenantContext = bot): Promise<boolean> {
  const { kind, id } = author.principal;
  const asked = [{ id: conversationId, createdBy: { kind, id } }];
  const visible = await desk
    .get(TenantDatabase)
    .run(ctx, (em) => desk.get(TaskConversations).visible(em, ctx, asked));
  return visible.has(conversationId);
}
const newTask = (by: TenantContext, spec: object = {}, origin: object = {}) =>
  desk.get(TasksService).create(by, { title: 'About it', conversationId, assignTo: IN_L1, ...spec }, origin);

it('is seen by those who see a task that refers to it', async () => {
  expect(await sees(sam)).toBe(false);
  const task = await newTask(bot);
  expect(await sees(sam)).toBe(true);
  expect(await sees(lee)).toBe(true);
  expect(await sees(max)).toBe(false);
  // It goes with the task to other people.
  await desk.get(TaskHandoverService).forward(ada, { taskId: task.id, to: { group: 'support-l2' } });
  expect([await sees(sam), await sees(max)]).toEqual([false, true]);
});

it('is opened by tasks of programs, workflows, admins and whoever created it', async () => {
  for (const by of [bot, ada]) {
    conversationId = randomUUID();
    await newTask(by);
    expect(await sees(sam)).toBe(true);
  }
  conversationId = randomUUID();
  await newTask(lee);
  expect(await sees(sam, lee)).toBe(true);
});

it('is not opened by a reference that a person writes into a task of their own', async () => {
  await newTask(sam);
  expect(await sees(sam)).toBe(false);
  // Nor by a workflow that they start, which passes the reference on.
  const system = testContext({
    tenantId: sam.tenantId,
    principal: { kind: 'system', id: 'orkestra', displayName: 'Orkestra', role: 'admin' },
  });
  await newTask(system, {}, { workflowId: 'w', startedById: sam.principal.id });
  expect(await sees(sam)).toBe(false);
  await newTask(system, {}, { workflowId: 'v', startedById: bot.principal.id });
  expect(await sees(sam)).toBe(true);
});

it('tells conversations apart, and those of another tenant from ours', async () => {
  await newTask(bot);
  const ours = conversationId;
  const others = randomUUID();
  const ask = [ours, others].map((id) => ({ id, createdBy: { kind: 'service', id: bot.principal.id } }));
  const seen = await desk
    .get(TenantDatabase)
    .run(sam, (em) => desk.get(TaskConversations).visible(em, sam, ask));
  expect([...seen]).toEqual([ours]);
  expect(await sees(olga)).toBe(false);
});
