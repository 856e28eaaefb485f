import { type HistoryEvent, openTasksIn } from './waits';

type Payloads = { payloads: { data: Uint8Array }[] };
const payload = (value: unknown): Payloads => ({ payloads: [{ data: Buffer.from(JSON.stringify(value)) }] });
const decode = (payloads: unknown) => {
  const [first] = (payloads as Payloads | undefined)?.payloads ?? [];
  return Promise.resolve(first === undefined ? undefined : (JSON.parse(String(first.data)) as unknown));
};

const scheduled = (eventId: number, name: string, input: object): HistoryEvent => ({
  eventId,
  eventTime: { seconds: 1_000 + eventId },
  activityTaskScheduledEventAttributes: { activityType: { name }, input: payload(input) },
});
const completed = (scheduledEventId: number, result: object): HistoryEvent => ({
  activityTaskCompletedEventAttributes: { scheduledEventId, result: payload(result) },
});
const closed = (taskId: string): HistoryEvent => ({
  workflowExecutionSignaledEventAttributes: { signalName: 'orkestra.taskClosed', input: payload({ taskId }) },
});
const asked = (title: string) => ({ requestKey: title, spec: { title } });
const openIn = async (...events: HistoryEvent[]) =>
  (await openTasksIn([...events].reverse(), decode)).map(({ title, taskId }) => [title, taskId]);

it('finds the tasks that are open, in the order in which they were asked for', async () => {
  const history = [
    scheduled(5, 'createTask', asked('First')),
    completed(5, { taskId: 'a' }),
    scheduled(9, 'createTask', asked('Second')),
    completed(9, { taskId: 'b' }),
    scheduled(15, 'note', {}),
  ];
  expect(await openIn(...history)).toEqual([
    ['First', 'a'],
    ['Second', 'b'],
  ]);
  expect(await openIn(...history, closed('a'))).toEqual([['Second', 'b']]);
});

it.each([
  ['was decided before it was asked for', [completed(5, { taskId: 'a', closed: { outcome: 'completed' } })]],
  ['was refused', [{ activityTaskFailedEventAttributes: { scheduledEventId: 5 } }]],
  [
    'was cancelled by the workflow',
    [
      completed(5, { taskId: 'a' }),
      scheduled(9, 'cancelTask', { taskId: 'a' }),
      completed(9, { taskId: 'a', closed: { outcome: 'cancelled' } }),
    ],
  ],
])('leaves out what %s', async (_what, events) => {
  expect(await openIn(scheduled(5, 'createTask', asked('One')), ...events)).toEqual([]);
});

it('tells since when, and of what it can not read that it is there', async () => {
  const event = scheduled(5, 'createTask', {});
  const unreadable = () => Promise.reject(new Error('no key'));
  expect(await openTasksIn([event], unreadable)).toEqual([
    { title: undefined, taskId: undefined, since: new Date(1_005_000) },
  ]);
});
