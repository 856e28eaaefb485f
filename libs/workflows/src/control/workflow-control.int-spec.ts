import type { TestingModule } from '@nestjs/testing';
import { TasksService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { TestDomain } from '../../../../test/harness/domain';
import { testContext } from '../../../tenancy/src/testing';
import { type ExecutionView, WorkflowControlService, WorkflowsService } from '..';

let domain: TestDomain;
let gateway: TestingModule;
let workflows: WorkflowsService;
let control: WorkflowControlService;
let sam: TenantContext;
let lee: TenantContext;
let ada: TenantContext;
let olga: TenantContext;

beforeAll(async () => {
  domain = await TestDomain.start();
  gateway = await domain.gateway();
  await domain.worker();
  workflows = gateway.get(WorkflowsService);
  control = gateway.get(WorkflowControlService);
  [sam, lee, ada] = (await Promise.all(
    ['sam', 'lee', 'ada'].map((name) => domain.person(gateway, 'demo', `${name}@demo.test`)),
  )) as [TenantContext, TenantContext, TenantContext];
  olga = await domain.person(gateway, 'other', 'olga@other.test');
}, 90_000);
afterAll(() => domain?.close());

const wait = { timeoutMs: 30_000 };
const start = (key: string): Promise<ExecutionView> => workflows.start(sam, { type: 'counted-signals', key });
const ended = (id: string) => workflows.awaitClosed(sam, id, wait);

describe('signal', () => {
  it('reaches the workflow with its payload, and once per operation', async () => {
    const { id } = await start('signalled');
    const add = { id, signal: 'add', payload: { n: [1] }, operationId: 'first' };
    await Promise.all([control.signal(sam, add), control.signal(sam, add)]);
    await control.signal(sam, {
      ...add,
      id: `${sam.tenantId}/${id}`,
      operationId: undefined,
      payload: 'two',
    });
    // Another principal's key of the same name is another one.
    await control.signal(ada, { ...add, payload: undefined });
    await control.signal(sam, { id, signal: 'stop' });
    const { result } = await ended(id);
    expect(result).toEqual({ added: [{ n: [1] }, 'two', null] });
  });

  it.each(['orkestra.taskClosed', 'orkestra.taskChanged', 'orkestra.', '__temporal_x'])(
    'refuses %s, which is not for others to send',
    async (signal) => {
      const { id } = await start('reserved');
      const sent = control.signal(ada, { id, signal });
      await expect(sent).rejects.toMatchObject({ kind: 'forbidden', code: 'workflow.reserved_signal' });
    },
  );

  it.each<[string, object]>([
    ['no name', { signal: '' }],
    ['a long name', { signal: 'x'.repeat(201) }],
    ['a control character', { signal: 'a\0' }],
    ['too much', { payload: 'x'.repeat(300_000) }],
    ['a wrong operation', { operationId: '' }],
  ])('refuses %s', async (_, wrong) => {
    const { id } = await start('wrong');
    const sent = control.signal(sam, { id, signal: 'add', ...wrong });
    await expect(sent).rejects.toMatchObject({ kind: 'invalid', code: 'workflow.invalid_signal' });
  });

  it('says how a workflow ended that is closed', async () => {
    const { id } = await start('failed');
    await control.signal(sam, { id, signal: 'fail' });
    await ended(id);
    await expect(control.signal(sam, { id, signal: 'add' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'workflow.closed',
      details: { status: 'failed' },
    });
  });

  it('says so too where only Temporal knows of the end', async () => {
    const { id } = await start('terminated');
    await domain.namespace.client.workflow.getHandle(`${sam.tenantId}/${id}`).terminate('by hand');
    for (const act of [() => control.signal(sam, { id, signal: 'add' }), () => control.cancel(sam, { id })]) {
      await expect(act()).rejects.toMatchObject({
        code: 'workflow.closed',
        details: { status: 'terminated' },
      });
    }
  });
});

describe('cancel', () => {
  it('ends the workflow, with the reason in its history, and may be repeated', async () => {
    const { id } = await start('cancelled');
    await control.cancel(sam, { id, reason: ' Not needed any more ' });
    await control.cancel(sam, { id }).catch((error: { code: string }) => {
      expect(error.code).toBe('workflow.closed');
    });
    expect(await ended(id)).toMatchObject({ status: 'cancelled' });
    const { events } = await domain.namespace.client.workflow
      .getHandle(`${sam.tenantId}/${id}`)
      .fetchHistory();
    const causes = events?.map((event) => event.workflowExecutionCancelRequestedEventAttributes?.cause);
    expect(causes?.filter(Boolean)).toEqual(['Not needed any more']);
    await expect(control.cancel(sam, { id })).rejects.toMatchObject({ details: { status: 'cancelled' } });
  });

  it('refuses a reason that is too long', async () => {
    const { id } = await start('reason');
    const cancelled = control.cancel(sam, { id, reason: 'x'.repeat(1_001) });
    await expect(cancelled).rejects.toMatchObject({ code: 'workflow.invalid_reason' });
  });
});

describe('who may', () => {
  it('is the starter, an admin, or a key with the scope; nobody of another tenant', async () => {
    const { id } = await start('rights');
    const bot = (...scopes: TenantContext['scopes']) =>
      testContext({
        tenantId: sam.tenantId,
        channel: 'mcp',
        scopes,
        principal: { kind: 'service', id: 'bot' },
      });
    const acts = (ctx: TenantContext) => [
      () => control.signal(ctx, { id: `${sam.tenantId}/${id}`, signal: 'add' }),
      () => control.cancel(ctx, { id: `${sam.tenantId}/${id}` }),
    ];
    for (const [ctx, code] of [
      [olga, 'workflow.not_found'],
      [lee, 'workflow.not_found'],
      [bot('workflows:read', 'workflows:start'), 'auth.missing_scope'],
    ] as const) {
      for (const act of acts(ctx)) await expect(act()).rejects.toMatchObject({ code });
    }
    // Who has one of its tasks sees it, and may not steer it.
    const spec = { title: 'Its task', assignTo: { user: 'lee@demo.test' }, form: {} };
    await gateway.get(TasksService).create(sam, spec, { workflowId: `${sam.tenantId}/${id}` });
    expect(await workflows.get(lee, id)).toMatchObject({ status: 'running' });
    for (const act of acts(lee))
      await expect(act()).rejects.toMatchObject({ kind: 'forbidden', code: 'workflow.forbidden' });
    expect(await workflows.get(sam, id)).toMatchObject({ closedAt: null });
    await control.signal(bot('workflows:write'), { id, signal: 'add' });
    await control.cancel(ada, { id });
    expect(await ended(id)).toMatchObject({ status: 'cancelled' });
  });
});
