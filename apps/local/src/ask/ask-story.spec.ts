import { type AskedTask, ending, type Execution, newSteps } from './ask-story';

const place = { admin: 'http://127.0.0.1:4000', signIn: '(sign in as sam)' };
const task: AskedTask = {
  id: 't1',
  title: 'Customer needs help',
  status: 'READY',
  group: { name: 'Support' },
  assignee: null,
  decision: null,
};
const running: Execution = { id: 'w1', status: 'RUNNING', result: null, error: null, tasks: [] };
const sam = { displayName: 'Sam Okafor' };

describe('newSteps', () => {
  it('tells where a person can answer', () => {
    expect(newSteps(undefined, { ...running, tasks: [task] }, place)).toEqual([
      'The bot asks a person of "Support": Customer needs help',
      '  Answer it at http://127.0.0.1:4000/tasks/t1',
      '  (sign in as sam)',
    ]);
  });

  it('says nothing twice', () => {
    const now = { ...running, tasks: [task] };
    expect(newSteps(now, now, place)).toEqual([]);
  });

  it('follows claim, release and decision', () => {
    const ready = { ...running, tasks: [task] };
    const claimed = { ...running, tasks: [{ ...task, status: 'RESERVED', assignee: sam }] };
    const decided = {
      ...running,
      tasks: [{ ...task, status: 'COMPLETED', assignee: sam, decision: { decidedBy: sam } }],
    };
    expect(newSteps(ready, claimed, place)).toEqual(['Sam Okafor has taken it']);
    expect(newSteps(claimed, ready, place)).toEqual(['The task is back in the queue']);
    expect(newSteps(claimed, decided, place)).toEqual(['Sam Okafor has decided']);
  });
});

describe('ending', () => {
  it('names the person who answered', () => {
    const tasks = [{ ...task, status: 'COMPLETED', decision: { decidedBy: sam } }];
    const result = { answer: 'Within 14 days.', handledBy: 'human' };
    const text = ending({ ...running, status: 'COMPLETED', result, tasks });
    expect(text).toBe('Within 14 days.\n\n— answered by Sam Okafor');
  });

  it('says how sure the bot was', () => {
    const result = { answer: 'Yes.', handledBy: 'bot', confidence: 0.914 };
    expect(ending({ ...running, status: 'COMPLETED', result })).toBe(
      'Yes.\n\n— answered by the bot, confidence 0.91',
    );
  });

  it('tells why there is no answer', () => {
    const error = { type: 'TaskExpiredError', message: 'Nobody answered.' };
    expect(ending({ ...running, status: 'FAILED', error })).toBe(
      'The workflow ended as FAILED: Nobody answered.',
    );
  });
});
