import type { WorkflowHandle } from '@temporalio/client';
import { eventually } from '../../../../test/harness/eventually';
import { TestBench } from '../../test/test-bench';
import type { EscalationStep } from '../index';

let bench: TestBench;

beforeAll(async () => {
  bench = await TestBench.open();
  await bench.work('orkestra');
});
afterAll(() => bench.close());
afterEach(() => bench.store.behave());

const expireAfter = (milliseconds: number): EscalationStep => ({ action: 'expire', after: { milliseconds } });

const count = async (handle: WorkflowHandle, type: string) =>
  (await bench.events(handle)).filter((event) => event === type).length;

// The clock of these tests is real; whatever takes longer than a second is tested with skipped time.
describe('the steps of an SLA', () => {
  it('cost one timer each and are carried out by the server', async () => {
    const chain = [{ action: 'notify', after: { milliseconds: 1_000 } }, expireAfter(2_500)];
    const handle = await bench.start('with-sla', { title: 'Help', sla: { chain } });
    expect(await handle.result()).toBe('expired');
    const task = await bench.task(handle);
    expect(task.events.map(({ kind }) => kind)).toEqual(['created', 'notified', 'expired']);
    expect(await count(handle, 'TIMER_STARTED')).toBe(2);
    expect(await count(handle, 'WORKFLOW_EXECUTION_SIGNALED')).toBe(0);
  });

  it('are as many as the chain has, and the timer goes when the decision comes', async () => {
    const sla = { timeoutMs: 3_600_000, chain: [{ action: 'notify', fromDueMs: -60_000 }] };
    const handle = await bench.start('with-sla', { title: 'Help', sla });
    await bench.store.answer(await bench.task(handle), 'in time');
    expect(await handle.result()).toBe('in time');
    expect(await count(handle, 'TIMER_STARTED')).toBe(await count(handle, 'TIMER_CANCELED'));
  });

  it('are asked for at most once a second, whatever the server says', async () => {
    const handle = await bench.start('with-sla', { title: 'Help', sla: { timeoutMs: 1 } });
    await eventually(async () => (await count(handle, 'TIMER_FIRED')) === 1);
    const timers = (await handle.fetchHistory()).events?.map((event) => event.timerStartedEventAttributes);
    expect(timers?.find(Boolean)?.startToFireTimeout?.seconds?.toString()).toBe('1');
    await bench.store.answer(await bench.task(handle), 'late');
    expect(await handle.result()).toBe('late');
  });
});

describe('a server that is away when a step is due', () => {
  it('does not hold back a decision that reaches the workflow meanwhile', async () => {
    await bench.work('users', { server: false });
    let back = () => undefined as void;
    let asked = false;
    const away = new Promise<void>((resolve) => (back = resolve));
    bench.store.beforeAdvance = () => ((asked = true), away);
    const handle = await bench.start('with-sla', { title: 'Help', sla: { timeoutMs: 1_000 } }, 'users');
    await eventually(() => asked);
    await bench.store.answer(await bench.task(handle), 'meanwhile');
    expect(await handle.result()).toBe('meanwhile');
    back();
  });
});

describe('a change of the task', () => {
  it('makes the workflow ask again, and the new step replaces the old timer', async () => {
    const sla = { chain: [expireAfter(3_600_000)] };
    const handle = await bench.start('with-sla', { title: 'Help', sla });
    const task = await bench.task(handle);
    await eventually(async () => (await count(handle, 'TIMER_STARTED')) === 1);
    task.postpone(-3_599_000);
    await bench.store.tellChanged(task);
    expect(await handle.result()).toBe('expired');
  });

  it('that comes before createTask has returned is not lost', async () => {
    const sla = { chain: [expireAfter(3_600_000)] };
    bench.store.beforeAnswer = async (task) => {
      const older = task.ref(Date.now());
      task.postpone(-3_600_000);
      await bench.store.tellChanged(task);
      return older;
    };
    const handle = await bench.start('with-sla', { title: 'Help', sla });
    expect(await handle.result()).toBe('expired');
  });
});
