import { codeOf, Office } from '../../../../test/harness/office';

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());

const held = async () => office.tasks.claim(office.people.sam, { taskId: (await office.task()).id });

describe('a delegated task', () => {
  it('takes what was filled in along, there and back', async () => {
    const { sam, max } = office.people;
    const { id } = await held();
    const draftOf = async (ctx: typeof sam) => (await office.drafts.find(ctx, [id])).get(id);
    const saved = await office.drafts.save(sam, { taskId: id, data: { answer: 'The' }, expectedVersion: 0 });
    await office.handover.delegate(sam, { taskId: id, to: 'max@a.test' });
    const lent = await draftOf(max);
    expect(lent?.data).toEqual({ answer: 'The' });
    const filled = { taskId: id, data: { answer: 'The figures' }, expectedVersion: lent?.version ?? 0 };
    await office.drafts.save(max, filled);
    expect(await draftOf(sam)).toEqual(saved);

    await office.handover.resolve(max, { taskId: id });
    expect(await draftOf(max)).toBeUndefined();
    const back = await draftOf(sam);
    expect(back).toMatchObject({ data: { answer: 'The figures' }, version: saved.version + 1 });
    // A device of the owner that was open all the time does not write over it unasked.
    const late = office.drafts.save(sam, {
      taskId: id,
      data: { answer: 'Old' },
      expectedVersion: saved.version,
    });
    expect(await codeOf(late)).toBe('task.draft_conflict');
    await office.tasks.complete(sam, { taskId: id, data: back?.data ?? {} });
  });

  it('leaves each of them their own draft where the other has none', async () => {
    const { sam, max } = office.people;
    const { id } = await held();
    const draftOf = async (ctx: typeof sam) => (await office.drafts.find(ctx, [id])).get(id)?.data;
    await office.handover.delegate(sam, { taskId: id, to: 'max@a.test' });
    expect(await draftOf(max)).toBeUndefined();
    await office.drafts.save(max, { taskId: id, data: { answer: 'Max' }, expectedVersion: 0 });
    // The owner takes it back in the middle of the work.
    await office.handover.resolve(sam, { taskId: id });
    expect(await draftOf(sam)).toEqual({ answer: 'Max' });
    await office.handover.delegate(sam, { taskId: id, to: 'max@a.test' });
    await office.handover.resolve(max, { taskId: id });
    expect(await draftOf(sam)).toEqual({ answer: 'Max' });
  });
});
