import { attemptWords, endpointTitle, groupedTypes, stateWords } from './webhook.words';

it('says how an endpoint is', () => {
  expect(stateWords({ disabledReason: null, failingSince: null }).label).toBe('On');
  expect(stateWords({ disabledReason: null, failingSince: '2027-03-01T09:00:00Z' }).label).toBe('Failing');
  expect(stateWords({ disabledReason: 'GONE', failingSince: null }).hint).toContain('410');
  expect(stateWords({ disabledReason: 'FAILING', failingSince: null }).hint).toContain('three days');
});

it('calls an endpoint by what it is for, else by its server', () => {
  expect(endpointTitle({ description: 'Billing', url: 'https://a.test/x' })).toBe('Billing');
  expect(endpointTitle({ description: '', url: 'https://a.test:8443/x' })).toBe('a.test:8443');
});

it('says what came of an attempt', () => {
  expect(attemptWords({ status: 204, durationMs: 12, problem: null })).toBe('It answered 204 within 12 ms.');
  expect(attemptWords({ status: 500, durationMs: 1_240, problem: 'It answered 500.' })).toBe(
    'It answered 500. (1.2 s)',
  );
});

it('groups types by what they are about', () => {
  expect(groupedTypes(['task.created', 'workflow.failed', 'task.claimed'])).toEqual([
    { group: 'Task', items: ['task.created', 'task.claimed'] },
    { group: 'Workflow', items: ['workflow.failed'] },
  ]);
});
