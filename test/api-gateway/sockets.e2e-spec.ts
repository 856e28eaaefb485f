import {
  type ApiClient,
  claim,
  complete,
  ended,
  eventually,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';
import { RawSocket } from './raw-socket';

const UPDATES =
  'subscription ($filter: TaskFilter) { taskUpdated(filter: $filter) { taskId kind resync task { id status assignee { email } } } }';

describe('Live updates over graphql-ws', () => {
  let system: TestSystem;
  let bot: ApiClient;
  let sam: ApiClient;
  let lee: ApiClient;

  beforeAll(async () => {
    system = await startSystem();
    bot = system.agent('demo');
    [sam, lee] = [await system.person('sam@demo.test'), await system.person('lee@demo.test')];
  });
  afterAll(() => system?.stop());

  const greet = (headers: Record<string, string>, payload?: object) =>
    new RawSocket(system.url('gateway'), headers, payload);

  test('who may open a socket', async () => {
    const cookie = sam.headers.cookie ?? '';
    const authorization = `Bearer ${system.apiKey('demo')}`;
    const origin = system.url('gateway');
    const attempts = [
      greet({ cookie, origin }),
      greet({}, { authorization }),
      greet({ authorization }),
      greet({ cookie, origin: 'https://evil.example' }),
      greet({ cookie, origin: 'null' }),
      greet({ origin }),
      greet({ cookie, origin }, { authorization: 'Bearer wrong' }),
    ];
    const ACK = 'connection_ack';
    const outcomes = await Promise.all(attempts.map(({ outcome }) => outcome));
    expect(outcomes).toEqual([ACK, ACK, ACK, 'http 403', 'http 403', 'closed 4401', 'closed 4401']);
    attempts.forEach((attempt) => attempt.end());
  });

  test('a sign-out closes the sockets of its session, and no others', async () => {
    const max = await system.person('max@demo.test');
    const origin = system.url('gateway');
    const [his, hers] = [
      greet({ cookie: max.headers.cookie ?? '', origin }),
      greet({ cookie: sam.headers.cookie ?? '', origin }),
    ];
    await Promise.all([his.outcome, hers.outcome]);
    await max.post('/api/v1/auth/sign-out', {});
    expect(await his.closed).toBe(4401);
    expect(hers.isOpen).toBe(true);
    hers.end();
  });

  test('a queue is told what comes, what changes and, once, what leaves', async () => {
    const feed = await sam.subscribe(UPDATES, { filter: { group: 'support-l1', status: ['READY'] } });
    const foreign = await (await system.person('olga@other.test')).subscribe(UPDATES);
    const unconcerned = await (await system.person('max@demo.test')).subscribe(UPDATES);
    const task = await taskOf(sam, await startWorkflow(bot, 'one-task', { title: 'Live' }));
    const told = (kind: string) =>
      feed.next(({ taskUpdated }) => taskUpdated.taskId === task.id && taskUpdated.kind === kind);
    expect((await told('created')).taskUpdated.task.status).toBe('READY');
    await claim(lee, task.id as string);
    expect((await told('claimed')).taskUpdated.task).toMatchObject({
      status: 'RESERVED',
      assignee: { email: 'lee@demo.test' },
    });
    const other = await taskOf(sam, await startWorkflow(bot, 'one-task', { title: 'After' }));
    await complete(lee, task.id as string, { answer: 'x' });
    const after = await taskOf(sam, await startWorkflow(bot, 'one-task', { title: 'Last' }));
    await feed.next(({ taskUpdated }) => taskUpdated.taskId === after.id);
    const kinds = feed.received.map(({ taskUpdated }): unknown[] => [taskUpdated.taskId, taskUpdated.kind]);
    expect(kinds).toEqual([
      [task.id, 'created'],
      [task.id, 'claimed'],
      [other.id, 'created'],
      [after.id, 'created'],
    ]);
    expect([foreign.received, unconcerned.received]).toEqual([[], []]);
  });

  test('what was in the list before the subscription began is told when it leaves', async () => {
    const task = await taskOf(sam, await startWorkflow(bot, 'one-task', { title: 'Before' }));
    const feed = await sam.subscribe(UPDATES, { filter: { candidate: true } });
    await claim(lee, task.id as string);
    const { taskUpdated } = await feed.next(({ taskUpdated }) => taskUpdated.taskId === task.id);
    expect(taskUpdated).toMatchObject({ kind: 'claimed', task: { status: 'RESERVED' } });
  });

  test('an execution is followed to its end', async () => {
    const id = await startWorkflow(bot, 'one-task', { title: 'Follow' });
    // Sam may follow what a program started as soon as he sees a task of it.
    const task = await taskOf(sam, id);
    const feed = await sam.subscribe(
      'subscription ($id: ID!) { workflowUpdated(id: $id) { id status result } }',
      { id },
    );
    await complete(sam, task.id as string, { answer: 'x' }, { claim: true });
    await ended(sam, id);
    await eventually(() => feed.ended);
    expect(feed.received.at(-1)).toMatchObject({
      workflowUpdated: { id, status: 'COMPLETED', result: { answer: 'x' } },
    });
    const unknown = await sam.subscribe('subscription { workflowUpdated(id: "none") { id } }');
    await eventually(() => unknown.errors.length > 0);
    expect(unknown.errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND', reason: 'workflow.not_found' } },
    ]);
  });
});
