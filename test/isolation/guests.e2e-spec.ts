import { TaskDetailsService, TasksService } from '@orkestra/tasks';
import { AnswerSettingsService, AuthService, GuestEntrance, type TenantContext } from '@orkestra/tenancy';
import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import { codeOf } from '../harness/office';
import { allUseCases, type UseCase } from './use-cases';

let gateways: GatewaysInProcess;
let guest: TenantContext;
let own: string;
let other: string;
beforeAll(async () => {
  gateways = await GatewaysInProcess.start(1);
  const auth = gateways.get(AuthService);
  const bot = await auth.byApiKey(gateways.tenant.apiKey, 'mcp');
  const ada = await auth.bySession((await gateways.person('ada@demo.test')).token, 'graphql');
  await gateways.get(AnswerSettingsService).set(ada, { guests: true });
  const make = async () => (await gateways.get(TasksService).create(bot, { title: 'A task' }, {})).id;
  [own, other] = [await make(), await make()];
  const guestId = '00000000-0000-7000-8000-0000000000f1';
  const pass = { tenantId: ada.tenantId, guestId, name: 'Gil', taskId: own, credentialId: guestId };
  const entered = await gateways
    .get(GuestEntrance)
    .enter({ ...pass, actions: ['approve', 'reject', 'complete', 'comment'] });
  if (entered === undefined) throw new Error('The guest was not let in');
  guest = entered;
});
afterAll(() => gateways?.close());

/** What names another task, whatever the use case calls it, with all that it may look at before it asks who acts. */
function inputs(): unknown[][] {
  const named = {
    ...{ taskId: other, id: other, commentId: other, subject: other, user: other, group: other, payload: {} },
    ...{
      text: 'x',
      name: 'x',
      email: 'x@y.test',
      role: 'operator',
      priority: 10,
      reason: 'x',
      candidates: { users: [other] },
    },
    ...{ dueAt: new Date(Date.now() + 60_000), expectedVersion: 1, users: [other], title: 'x', capacity: 1 },
  };
  const list = Object.assign([other], named);
  const words = ['x', { path: '/x' }] as const;
  return [
    [list, list, list],
    [named, named],
    ...words.map((word) => [other, word, word]),
    [other, 1],
    [other, [], []],
    ['support-l1', 'pull'],
    ['support-l1', null],
    ['support-l1', []],
    ['sam@demo.test', ['x']],
    ['sam@demo.test', 1],
    [other, 'viewer'],
  ];
}

/** All that came of it, whatever it was given. */
async function outcomesOf({ method, load }: UseCase): Promise<string[]> {
  const service = gateways.get(await load()) as Record<string, (...given: unknown[]) => unknown>;
  const codes: string[] = [];
  for (const given of inputs())
    codes.push(await codeOf(Promise.resolve().then(() => service[method]?.(guest, ...given))));
  return codes;
}

const isRefused = (codes: readonly string[]) => codes.some((code) => code.startsWith('auth.'));

test('a guest is refused by every use case but on their task', async () => {
  const open: string[] = [];
  const all = allUseCases();
  expect(all.length).toBeGreaterThan(280);
  for (const one of all) {
    const name = `${one.service}.${one.method}`;
    if (!(name in OPEN) && !(one.service in OPEN) && !isRefused(await outcomesOf(one))) open.push(name);
  }
  expect(open).toEqual([]);
});

test('what they were invited to stays open, and another task does not', async () => {
  const tasks = gateways.get(TasksService);
  expect((await tasks.get(guest, own)).id).toBe(own);
  expect(await codeOf(tasks.get(guest, other))).toBe('auth.guest_elsewhere');
  expect(await codeOf(tasks.create(guest, { title: 'Of a guest' }))).toBe('auth.guest_elsewhere');
  const details = gateways.get(TaskDetailsService);
  expect(await codeOf(details.payloads(guest, [own]))).toBe('no error');
  expect(await codeOf(details.payloads(guest, [own, other]))).toBe('auth.guest_elsewhere');
  expect(await codeOf(details.payloads(guest, []))).toBe('auth.guest_elsewhere');
  expect(await codeOf(details.events(guest, [own], {}))).toBe('auth.guest_elsewhere');
});

/** Services, or single methods, that ask nobody, and why a guest gets nothing by them. */
const OPEN: Readonly<Record<string, string>> = {
  'TasksService.unseen': 'what it reads asks for itself, whomever it is shown to',
  'TasksService.decidable': 'reads the task as who asks, and finds another one not at all',
  'TaskCommands.permitted': 'as above',
  'TaskCommands.work': 'opens a transaction for a use case that has asked',
  TaskCreator: 'behind TasksService.create',
  TaskSearch: 'behind TasksService.list',
  TaskTimersService: 'for Orkestra itself, by the context of its worker',
  WorkflowTasksService: 'for Orkestra itself, by the context of its worker',
  'WorkflowsService.close': 'for Orkestra itself, by the context of its worker',
  FileStore: 'behind AttachmentsService',
  'AnswerCommands.run': 'does what a channel has read from a click, by use cases that ask',
  'AnswerRefusals.outcomeOf': 'puts an error into words',
  AgentSessionsService: 'sessions of MCP, at whose door no guest comes in',
  DirectoryService: 'names for use cases that ask',
  RateLimits: 'counts',
  'WorkspaceService.logo': 'is public',
  'SingleSignOn.departToProve': 'asks for their own session, which a guest has not',
  'ScimGroupsService.patch': 'checks what it was given first, then writes by replace',
  'ScimUsersService.patch': 'checks what it was given first, then writes by replace',
};
