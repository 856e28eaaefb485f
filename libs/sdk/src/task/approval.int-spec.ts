import type { WorkflowHandle } from '@temporalio/client';
import { eventually } from '../../../../test/harness/eventually';
import { TestBench } from '../../test/test-bench';
import type { MemoryTask } from '../testing/memory-task';

const ann = { kind: 'user', id: 'ann', displayName: 'Ann' } as const;
const offer = { amount: 100 };
let bench: TestBench;

beforeAll(async () => {
  bench = await TestBench.open();
  await bench.work('orkestra');
});
afterAll(() => bench.close());

async function askForChanges(task: MemoryTask, reason: string): Promise<void> {
  task.requestChanges(ann, reason, Date.now());
  await bench.store.tellChanged(task);
}

async function approve(task: MemoryTask): Promise<void> {
  task.vote('approved', ann, 'good', Date.now());
  await bench.store.decide(task, { outcome: 'approved', completedBy: ann, reason: 'good' });
}

const versions = (task: MemoryTask) =>
  task.events.filter(({ kind }) => kind.startsWith('changes')).map(({ kind }) => kind);

describe('approval()', () => {
  it('says what was decided, by whom, on which version', async () => {
    const handle = await bench.start('approve-offer', { offer });
    await approve(await bench.task(handle));
    expect(await handle.result()).toEqual({
      approved: true,
      payload: offer,
      reason: 'good',
      votes: 1,
      by: 'Ann',
    });
    const rejected = await bench.start('approve-offer', { offer });
    await bench.store.decide(await bench.task(rejected), { outcome: 'rejected' });
    expect(await rejected.result()).toMatchObject({ approved: false });
  });

  it('has each request for changes answered by the workflow', async () => {
    const handle = await bench.start('approve-offer', { offer });
    const task = await bench.task(handle);
    for (const round of [2, 3]) {
      await askForChanges(task, 'cheaper');
      await eventually(() => task.round === round);
    }
    expect(task.payload).toEqual({ amount: 80 });
    await approve(task);
    expect(await handle.result()).toMatchObject({ approved: true, payload: { amount: 80 } });
    expect(versions(task)).toEqual([
      'changes_requested',
      'changes_answered',
      'changes_requested',
      'changes_answered',
    ]);
  });

  it('waits for people meanwhile, whom the workflow may ask for the changes', async () => {
    const handle = await bench.start('approve-offer', { offer, ask: true });
    const task = await bench.task(handle);
    await askForChanges(task, 'cheaper');
    const [, revision] = await bench.tasks(handle, 2);
    expect(await pendingTitles(handle)).toEqual(['Approve the offer', 'Revise the offer']);
    await bench.store.decide(revision!, { data: { amount: 42 } });
    await eventually(() => task.round === 2);
    await approve(task);
    expect(await handle.result()).toMatchObject({ payload: { amount: 42 } });
  });

  it('drops the changes that are being made when the task ends first', async () => {
    const handle = await bench.start('approve-offer', { offer, ask: true });
    const task = await bench.task(handle);
    await askForChanges(task, 'cheaper');
    const [, revision] = await bench.tasks(handle, 2);
    await bench.store.decide(task, { outcome: 'rejected', completedBy: ann });
    expect(await handle.result()).toMatchObject({ approved: false });
    expect(revision?.closed).toMatchObject({ outcome: 'cancelled' });
  });

  it('drops the changes that are being made when a person answers first, and says what was approved', async () => {
    const handle = await bench.start('approve-offer', { offer, ask: true });
    const task = await bench.task(handle);
    await askForChanges(task, 'cheaper');
    const [, revision] = await bench.tasks(handle, 2);
    task.answerChanges({ amount: 7 }, 'by hand', Date.now());
    await bench.store.tellChanged(task);
    await eventually(() => revision?.closed?.outcome === 'cancelled');
    await approve(task);
    expect(await handle.result()).toMatchObject({ approved: true, payload: { amount: 7 } });
  });

  it('cancels the task when the changes fail', async () => {
    const handle = await bench.start('approve-offer', { offer, ask: true });
    const task = await bench.task(handle);
    await askForChanges(task, 'cheaper');
    const [, revision] = await bench.tasks(handle, 2);
    await bench.store.decide(revision!, { outcome: 'cancelled' });
    await expect(handle.result()).rejects.toThrow();
    expect(task.closed).toMatchObject({ outcome: 'cancelled' });
  });

  it('leaves a request for changes to people where the workflow does not answer it', async () => {
    const handle = await bench.start('approve-by-people');
    const task = await bench.task(handle);
    await askForChanges(task, 'another version');
    task.answerChanges({ version: 2 }, undefined, Date.now());
    await bench.store.tellChanged(task);
    await approve(task);
    expect(await handle.result()).toEqual({ approved: true, payload: { version: 2 } });
  });
});

async function pendingTitles(handle: WorkflowHandle): Promise<string[]> {
  const pending = await handle.query<{ title: string }[]>('orkestra.pendingTasks');
  return pending.map(({ title }) => title);
}
