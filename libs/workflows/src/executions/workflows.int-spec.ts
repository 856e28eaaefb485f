import type { TestingModule } from '@nestjs/testing';
import { NUMBER_MESSAGE } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { asAdmin, eventually } from '../../../../test/harness';
import { TestDomain } from '../../../../test/harness/domain';
import { CatalogueService, WorkflowsService } from '..';

let domain: TestDomain;
let gateway: TestingModule;
let workflows: WorkflowsService;
let sam: TenantContext;
let olga: TenantContext;

beforeAll(async () => {
  domain = await TestDomain.start();
  gateway = await domain.gateway();
  await domain.worker();
  workflows = gateway.get(WorkflowsService);
  sam = await domain.person(gateway, 'demo', 'sam@demo.test');
  olga = await domain.person(gateway, 'other', 'olga@other.test');
}, 90_000);

afterAll(() => domain?.close());

const wait = { timeoutMs: 20_000 };

async function rows(): Promise<number> {
  const sql = 'SELECT FROM workflow_executions';
  return asAdmin(async (admin) => (await admin.query(sql)).rowCount ?? 0, domain.database.adminUrl);
}

describe('catalogue', () => {
  it('lists what the worker has published', async () => {
    const definitions = await gateway.get(CatalogueService).list(sam);
    expect(definitions.map(({ name }) => name)).toEqual(expect.arrayContaining(['echo', 'one-task']));
  });
});

describe('start', () => {
  it('runs a workflow to its recorded end', async () => {
    const started = await workflows.start(sam, { type: 'echo', input: { text: 'hello' } });
    expect(started).toMatchObject({ status: 'running', startedBy: { kind: 'user', id: sam.principal.id } });
    const ended = await workflows.awaitClosed(sam, started.id, wait);
    expect(ended).toMatchObject({ status: 'completed', result: { echo: { text: 'hello' } }, error: null });
    expect(ended.closedAt).toBeInstanceOf(Date);
  });

  it('starts once for one key, however often and however late it is repeated', async () => {
    const request = { type: 'echo', input: { a: 1, b: { c: [2] } }, key: 'order-17' };
    const before = await rows();
    const same = { ...request, input: { b: { c: [2] }, a: 1 } };
    const starts = await Promise.all([request, same, request, same].map((one) => workflows.start(sam, one)));
    expect(new Set(starts.map(({ id }) => id))).toEqual(new Set(['order-17']));
    await workflows.awaitClosed(sam, 'order-17', wait);
    const late = await workflows.start(sam, same);
    expect(late).toMatchObject({ status: 'completed', result: { echo: request.input } });
    expect(await rows()).toBe(before + 1);
    const runs = domain.namespace.client.workflow.list({ query: `WorkflowId = '${sam.tenantId}/order-17'` });
    const found = await eventually(async () => {
      const all = [];
      for await (const run of runs) all.push(run);
      return all.length > 0 && all;
    });
    expect(found).toHaveLength(1);
  });

  it('hands the input on in the order in which it was written', async () => {
    const input = { zebra: 1, a: { long: 1, b: 2 }, mole: [{ z: 1, y: 2 }] };
    const { id, input: shown } = await workflows.start(sam, { type: 'echo', input });
    const handle = domain.namespace.client.workflow.getHandle(`${sam.tenantId}/${id}`);
    expect(JSON.stringify(await handle.result())).toBe(JSON.stringify({ echo: input }));
    expect(JSON.stringify(shown)).toBe(JSON.stringify(input));
  });

  it('is told the same end by Postgres and by Temporal, whatever the size of the result', async () => {
    for (const [length, status, temporal] of [
      [2_000_000, 'completed', 'COMPLETED'],
      [3 * 1024 * 1024, 'failed', 'FAILED'],
    ] as const) {
      const { id } = await workflows.start(sam, { type: 'large-result', input: { length } });
      const handle = domain.namespace.client.workflow.getHandle(`${sam.tenantId}/${id}`);
      await handle.result().catch(() => undefined);
      const ended = await workflows.awaitClosed(sam, id, wait);
      expect([ended.status, (await handle.describe()).status.name]).toEqual([status, temporal]);
      if (status === 'failed') expect(ended.error).toMatchObject({ type: 'payload.too_large' });
    }
  });

  it.each([
    [{ order: { n: [2 ** 53] } }, '/order/n/0'],
    [1e21, ''],
  ])('refuses an input with a number that may have been rounded: %j', async (input, pointer) => {
    const before = await rows();
    const fields = [{ pointer, message: NUMBER_MESSAGE }];
    await expect(workflows.start(sam, { type: 'echo', input })).rejects.toMatchObject({
      details: { fields },
    });
    expect(await rows()).toBe(before);
  });

  it('takes the last word of a run for its end', async () => {
    const { id } = await workflows.start(sam, { type: 'echo', input: 'once' });
    await workflows.awaitClosed(sam, id, wait);
    const runId = 'the-run';
    const read = () => workflows.get(sam, id);
    expect(await workflows.close(sam, id, { status: 'completed', result: 1, runId })).toBe(true);
    const { revision } = await read();
    expect(await workflows.close(sam, id, { status: 'completed', result: 1, runId })).toBe(false);
    expect(await workflows.close(sam, id, { status: 'completed', result: 2, runId })).toBe(true);
    const error = { type: 'refused', message: 'No.' };
    expect(await workflows.close(sam, id, { status: 'failed', error, runId })).toBe(true);
    expect(await read()).toMatchObject({ status: 'failed', result: null, error, revision: revision + 2 });
    // Whoever knows no run says nothing of one that has ended.
    expect(await workflows.close(sam, id, { status: 'terminated' })).toBe(false);
    expect(await workflows.close(olga, id, { status: 'terminated', runId })).toBe(false);
    expect(await read()).toMatchObject({ status: 'failed' });
  });

  it('refuses another request under a used key', async () => {
    await workflows.start(sam, { type: 'echo', input: 1, key: 'used' });
    const other = workflows.start(sam, { type: 'echo', input: 2, key: 'used' });
    await expect(other).rejects.toMatchObject({ kind: 'conflict', code: 'workflow.key_conflict' });
  });

  it('lets two tenants use the same key without seeing each other', async () => {
    await workflows.start(sam, { type: 'echo', input: 'of demo', key: 'shared' });
    await workflows.start(olga, { type: 'echo', input: 'of other', key: 'shared' });
    expect(await workflows.awaitClosed(sam, 'shared', wait)).toMatchObject({ result: { echo: 'of demo' } });
    expect(await workflows.awaitClosed(olga, 'shared', wait)).toMatchObject({ result: { echo: 'of other' } });
    const own = await workflows.start(sam, { type: 'echo', key: 'mine' });
    for (const id of [own.id, `${sam.tenantId}/${own.id}`]) {
      await expect(workflows.get(olga, id)).rejects.toMatchObject({ code: 'workflow.not_found' });
    }
    await expect(workflows.get(sam, `${sam.tenantId}/mine`)).resolves.toMatchObject({ id: 'mine' });
    const seen = await workflows.list(olga, {}, {});
    expect(seen.items.map(({ id }) => id)).toEqual(['shared']);
  });

  it.each([
    ['an unknown type', { type: 'no-such' }, 'workflow.unknown_type'],
    ['an input that does not fit', { type: 'checked', input: { age: 'x' } }, 'workflow.invalid_input'],
    ['a NUL', { type: 'echo', input: { a: 'b\0' } }, 'workflow.invalid_input'],
    ['too much', { type: 'echo', input: 'x'.repeat(300_000) }, 'workflow.invalid_input'],
    ['a wrong key', { type: 'echo', key: ' a b' }, 'workflow.invalid_key'],
  ])('refuses %s and writes nothing', async (_, request, code) => {
    await asAdmin(
      (admin) =>
        admin.query(
          `INSERT INTO workflow_definitions (id, name, version, task_queue, published_at, input_schema)
           VALUES (gen_random_uuid(), 'checked', '1', 'none', now(), $1) ON CONFLICT DO NOTHING`,
          [JSON.stringify({ type: 'object', properties: { age: { type: 'integer' } }, required: ['name'] })],
        ),
      domain.database.adminUrl,
    );
    const before = await rows();
    await expect(workflows.start(sam, request)).rejects.toMatchObject({ kind: 'invalid', code });
    expect(await rows()).toBe(before);
  });

  it('names the wrong fields', async () => {
    await expect(workflows.start(sam, { type: 'checked', input: { age: 'x' } })).rejects.toMatchObject({
      details: {
        fields: expect.arrayContaining([
          { pointer: '/name', message: 'Is missing.' },
          { pointer: '/age', message: 'Must be of type integer.' },
        ]),
      },
    });
  });
});

describe('list and wait', () => {
  it('pages through all executions, the latest first', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<WorkflowsService['list']>> = await workflows.list(
        sam,
        { type: 'echo' },
        { first: 2, after },
      );
      seen.push(...page.items.map(({ id }) => id));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    const all = await workflows.list(sam, { type: 'echo' }, { first: 100 });
    expect(seen).toEqual(all.items.map(({ id }) => id));
    await expect(workflows.list(sam, {}, { after: 'nonsense' })).rejects.toMatchObject({
      code: 'pagination.invalid_cursor',
    });
  });

  it('answers with the open execution when the time is up or the caller goes away', async () => {
    const { id } = await workflows.start(sam, { type: 'one-task', input: { title: 'Waits' } });
    expect(await workflows.awaitClosed(sam, id, { timeoutMs: 100 })).toMatchObject({ status: 'running' });
    const signal = AbortSignal.abort();
    expect(await workflows.awaitClosed(sam, id, { timeoutMs: 60_000, signal })).toMatchObject({ id });
  });
});
