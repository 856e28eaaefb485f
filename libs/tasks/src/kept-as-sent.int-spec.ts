import { NUMBER_MESSAGE } from '@orkestra/core';
import { codeOf, digestOf, Office, PAYLOAD } from '../../../test/harness/office';
import { email, ToolDesk } from '../../../test/harness/tool-calls';
import { DraftsService, TaskDetailsService } from '.';

let office: Office;
let desk: ToolDesk;
let details: TaskDetailsService;
beforeAll(async () => {
  office = await Office.open();
  desk = new ToolDesk(office);
  details = office.app.get(TaskDetailsService);
});
afterAll(() => office?.close());

/** Names in an order that no sorting gives, and names that libraries like to lose. */
const WRITTEN =
  '{"zebra":1,"aa":{"y":1,"prototype":2,"b":null},"__proto__":{"polluted":true},"constructor":"X","b":[]}';
const written = () => JSON.parse(WRITTEN) as Record<string, unknown>;
const unsafe = [2 ** 53, -(2 ** 53), 1234567890123456789, 1e21];
const complaint = (pointer: string) => ({ details: { fields: [{ pointer, message: NUMBER_MESSAGE }] } });

describe('what was written is what is read', () => {
  it('in the context and in the payload of an approval, with its names in their order', async () => {
    const { id } = await office.task({
      form: undefined,
      context: written(),
      approval: { payload: written() },
    });
    const { sam } = office.people;
    expect(JSON.stringify((await details.payloads(sam, [id])).get(id)?.context)).toBe(WRITTEN);
    const version = (await details.approvals(sam, [id])).get(id);
    expect(JSON.stringify(version?.payload)).toBe(WRITTEN);
    expect(version?.payloadDigest).toBe(digestOf(written()));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('in the arguments of a tool call', async () => {
    const { taskId } = await desk.ask([email({ arguments: written() })]);
    const { calls } = await desk.shown(taskId);
    expect(JSON.stringify(calls[0]?.arguments)).toBe(WRITTEN);
    expect(calls[0]?.digest).toBe(digestOf({ tool: 'send_email', arguments: written() }));
  });

  it('in a new version, and in what was decided', async () => {
    const { sam } = office.people;
    const { id } = await office.task({
      form: { zz: { type: 'json' }, a: { type: 'text' } },
      approval: { payload: PAYLOAD },
    });
    const changes = { taskId: id, payloadDigest: digestOf(PAYLOAD), reason: 'Otherwise' };
    await office.approvals.requestChanges(sam, changes);
    await office.approvals.answerChanges(office.bot, { taskId: id, payload: written() });
    const data = { zz: written(), a: 'x' };
    await office.approvals.approve(sam, { taskId: id, payloadDigest: digestOf(written()), data });
    const closed = await office.tasks.closed(office.engine, id);
    expect(JSON.stringify(closed?.data)).toBe(JSON.stringify(data));
    expect(JSON.stringify(closed?.payload)).toBe(WRITTEN);
  });

  it('and its words are found', async () => {
    const { id } = await office.task({ context: { customer: 'Quagmire' } });
    const rows = await office.rows(
      `SELECT task_id FROM task_search WHERE words @@ to_tsquery('simple', 'quagmire')`,
    );
    expect(rows).toEqual([{ task_id: id }]);
  });
});

describe('a number that may have been rounded is refused where it stands', () => {
  it.each(unsafe)('%d', async (number) => {
    const { sam } = office.people;
    const count = async () => (await office.rows('SELECT count(*) AS n FROM tasks'))[0];
    const before = await count();
    await expect(office.task({ context: { order: { n: [number] } } })).rejects.toMatchObject(
      complaint('/context/order/n/0'),
    );
    await expect(office.task({ approval: { payload: number } })).rejects.toMatchObject(
      complaint('/approval/payload'),
    );
    await expect(desk.ask([email({ arguments: { n: number } })])).rejects.toMatchObject(
      complaint('/calls/0/arguments/n'),
    );
    expect(await count()).toEqual(before);
    const form = { n: { type: 'number' }, any: { type: 'json' } };
    const { id: taskId } = await office.task({ form });
    const complete = (data: object) => office.tasks.complete(sam, { taskId, data, claim: true });
    await expect(complete({ n: number })).rejects.toMatchObject(complaint('/n'));
    await expect(complete({ any: { n: number } })).rejects.toMatchObject(complaint('/any/n'));
    const save = office.app.get(DraftsService).save(sam, { taskId, data: { n: number }, expectedVersion: 0 });
    await expect(save).rejects.toMatchObject({ details: { fields: [{ pointer: '/data/n' }] } });
  });

  it('also in a new version of what is to be approved', async () => {
    const { sam } = office.people;
    const { id } = await office.task({ form: undefined, approval: { payload: PAYLOAD } });
    const changes = { taskId: id, payloadDigest: digestOf(PAYLOAD), reason: 'Otherwise' };
    await office.approvals.requestChanges(sam, changes);
    const answer = office.approvals.answerChanges(office.bot, { taskId: id, payload: { n: 2 ** 60 } });
    await expect(answer).rejects.toMatchObject(complaint('/payload/n'));
    expect(await codeOf(office.approvals.answerChanges(office.bot, { taskId: id, payload: null }))).toBe(
      'task.invalid_command',
    );
  });
});

it('an approval of nothing is refused with the reason', async () => {
  await expect(office.task({ form: undefined, approval: { payload: null } })).rejects.toMatchObject({
    code: 'task.invalid_spec',
    details: { fields: [{ pointer: '/approval/payload', message: expect.stringContaining('but null') }] },
  });
});
