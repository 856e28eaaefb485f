import { buildSchema, graphql, GraphQLError } from 'graphql';
import { AnswerTooLargeError, LARGEST_ANSWER, limitAnswers, whole } from './answer-size';

const schema = limitAnswers(
  buildSchema(`
    scalar JSON
    type Query { tasks: TaskConnection! task: Task }
    type TaskConnection { edges: [TaskEdge!]! }
    type TaskEdge { node: Task! }
    type Task { id: ID! context: JSON }`),
);
const MIB = 1024 * 1024;
const taskOf = (context: unknown) => ({ id: '1', context: () => Promise.resolve(context) });
const ask = async (query: string, task: object, count = 1) =>
  graphql({
    schema,
    source: query,
    rootValue: { task, tasks: { edges: Array.from({ length: count }, () => ({ node: task })) } },
    contextValue: {},
  });
const CONTEXTS = '{ tasks { edges { node { context } } } }';

test('an answer is built as far as its large fields fit, and then cut off', async () => {
  const context = { text: 'x'.repeat(MIB) };
  expect((await ask(CONTEXTS, taskOf(context), 7)).errors).toBeUndefined();
  const { errors } = await ask(CONTEXTS, taskOf(context), 10);
  expect(errors?.map(({ originalError }) => originalError)).toContainEqual(expect.any(AnswerTooLargeError));
  expect((await ask(CONTEXTS, taskOf(context), 7)).errors).toBeUndefined();
});

test.each([
  ['deep', Array.from({ length: 100_000 }).reduce((inner) => [inner], 'x'.repeat(LARGEST_ANSWER))],
  ['wide', Array.from({ length: 1_100_000 }, () => 1)],
  ['of long names', { ['x'.repeat(LARGEST_ANSWER)]: 1 }],
])('a value that is %s is counted as well', async (_name, context) => {
  const { errors } = await ask('{ task { context } }', taskOf(context));
  expect(errors?.[0]?.originalError).toBeInstanceOf(AnswerTooLargeError);
});

test('many small items count too', async () => {
  const { errors } = await ask('{ tasks { edges { node { id } } } }', taskOf(null), 50_000);
  expect(errors?.[0]?.originalError).toBeInstanceOf(AnswerTooLargeError);
});

test('nobody takes a part for the whole', () => {
  const cut = new GraphQLError('Too large', {
    path: ['a'],
    extensions: { reason: 'request.answer_too_large' },
  });
  const answer = { data: { a: null, b: 1 }, errors: [cut.toJSON(), cut.toJSON()] };
  expect(whole(answer)).toEqual({
    data: null,
    errors: [{ message: 'Too large', extensions: cut.extensions }],
  });
  const other = { data: { a: 1 }, errors: [new GraphQLError('x').toJSON()] };
  expect(whole(other)).toBe(other);
});
