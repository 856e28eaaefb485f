import {
  complete,
  ended,
  eventually,
  startSystem,
  startWorkflow,
  tasksOf,
  type TestSystem,
} from '../harness';

const QUESTIONS = ['Colour?', 'Size?', 'Shape?', 'Weight?'];

describe('Parallel tasks of one workflow', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem()));
  afterAll(() => system?.stop());

  test('each task() call gets its own answer, whatever the order of the decisions', async () => {
    const sam = await system.person('sam@demo.test');
    const workflowId = await startWorkflow(system.agent('demo'), 'parallel-tasks', { questions: QUESTIONS });
    const tasks = await tasksOf(sam, workflowId, QUESTIONS.length);
    const decide = ({ id, title }: { id?: string; title?: string }) =>
      complete(sam, id ?? '', { answer: `to ${title}` }, { claim: true });

    const [last, ...others] = tasks.toSorted((a, b) => String(b.title).localeCompare(String(a.title)));
    await Promise.all(others.map(decide));
    await eventually(
      async () =>
        (await tasksOf(sam, workflowId, 4)).filter((task) => task.delivery === 'DELIVERED').length === 3,
    );
    await decide(last ?? {});

    const { result } = await ended(sam, workflowId);
    expect(result).toEqual({ answers: QUESTIONS.map((title) => `to ${title}`) });
  });
});
