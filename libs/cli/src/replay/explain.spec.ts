import { explain } from './explain';
import { recorded, type RecordedHistory } from './histories';
import { positionsFrom, watched } from './positions';

const patch = Buffer.from(JSON.stringify({ id: 'orkestra.remote' }));
const history = {
  events: [
    {
      eventId: 1,
      workflowExecutionStartedEventAttributes: { workflowId: 't/ship-1', workflowType: { name: 'ship' } },
    },
    { eventId: 4, workflowTaskCompletedEventAttributes: {} },
    {
      eventId: 5,
      markerRecordedEventAttributes: {
        markerName: 'core_patch',
        details: { 'patch-data': { payloads: [{ data: patch }] } },
      },
    },
    { eventId: 6, upsertWorkflowSearchAttributesEventAttributes: {} },
    { eventId: 7, activityTaskScheduledEventAttributes: { activityType: { name: 'createTask' } } },
  ],
} as unknown as RecordedHistory['history'];
const given = { ...recorded(history), file: undefined };
const of = (message: string, seen = 0) => explain(given, new Error(message), { seen, stood: [] });

it('takes the reason out of what Temporal says around it', () => {
  const general =
    'Replay failed with a nondeterminism error. Details: Workflow activation completion failed: ';
  const quoted = `${general}Failure { failure: Some(Failure { message: "[TMPRL1100] Nondeterminism error: \\"a\\" is not b", source: "" }) }`;
  expect(of(quoted).reason).toBe('Nondeterminism error: \\"a\\" is not b');
  expect(of('Something else').reason).toBe('Something else');
});

it('names the event that Temporal names, or else what the code of before did next', () => {
  expect(of('no handler for HistoryEvent(id: 7, TimerStarted)').event).toEqual({
    id: 7,
    type: 'TimerStarted',
  });
  expect(of('mismatch', 3).event).toEqual({ id: 7, type: 'ActivityTaskScheduled createTask' });
  expect(of('mismatch').event).toBeUndefined();
});

it('knows the innermost own line of each stack, once', () => {
  const own = { file_path: '/p/src/workflows.ts', line: 13, column: 8 };
  const sdk = { file_path: '/p/node_modules/@orkestra/sdk/dist/task.js', line: 1, column: 1 };
  const outer = { file_path: '/p/src/workflows.ts', line: 40, column: 2 };
  expect(positionsFrom([[sdk, own, outer], [own], [sdk]], { folder: '/p' })).toEqual([
    { file: 'src/workflows.ts', line: 13, column: 9 },
  ]);
});

it('watches before the source map, which has to stay last', () => {
  const map = '//# sourceMappingURL=data:application/json;base64,e30=';
  expect(watched(`code\n${map}`)).toMatch(
    /^code\n;\(\(\) => \{[^]*\}\)\(\);\n\/\/# sourceMappingURL=data:[^\n]*$/,
  );
});
