import { z } from 'zod';
import { isReservedName, isWorkflowDefinition, workflow, workflows } from '../index';

const greet = workflow(
  'greet',
  {
    description: 'Says hello.',
    version: '1.2.0',
    input: z.object({ to: z.string() }),
    output: z.string(),
    examples: [{ title: 'The world', input: { to: 'world' }, output: 'Hello world' }],
  },
  (_ctx, input) => Promise.resolve(`Hello ${input.to}`),
);

// Outside of the sandbox, as the worker loads a workflows file for the catalogue.
describe('a workflow definition', () => {
  it('carries what the catalogue shows', () => {
    expect(greet.name).toBe('greet');
    expect(greet.description).toBe('Says hello.');
    expect(greet.version).toBe('1.2.0');
    expect(greet.inputSchema).toMatchObject({ properties: { to: { type: 'string' } }, required: ['to'] });
    expect(greet.outputSchema).toMatchObject({ type: 'string' });
    expect(greet.examples).toEqual([{ title: 'The world', input: { to: 'world' }, output: 'Hello world' }]);
  });

  it('may have no more than a name', () => {
    const bare = workflow('bare', () => Promise.resolve(1));
    expect([bare.name, bare.description, bare.version, bare.inputSchema]).toEqual([
      'bare',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes a JSON Schema as it is', () => {
    const schema = { type: 'object', required: ['a'] };
    expect(workflow('raw', { input: schema }, () => Promise.resolve()).inputSchema).toEqual(schema);
  });

  it('is told from other exports', () => {
    expect(isWorkflowDefinition(greet)).toBe(true);
    expect([workflows(greet), () => 1, {}, null, 'greet'].map(isWorkflowDefinition)).not.toContain(true);
  });

  it.each(['', 'two words', '1st', 'a/b', 'orkestra.own', 'a'.repeat(201)])('is not named %p', (name) => {
    expect(() => workflow(name, () => Promise.resolve())).toThrow(
      expect.objectContaining({ type: 'workflow.invalid_name' }),
    );
  });
});

describe('workflows', () => {
  it('lists its definitions', () => expect(workflows(greet).definitions).toEqual([greet]));

  it('refuses one name twice', () => {
    const other = workflow('greet', () => Promise.resolve());
    expect(() => workflows(greet, other)).toThrow('Two workflows have the name "greet".');
  });
});

it('keeps the names of Orkestra to itself', () => {
  expect(['orkestra.taskClosed', 'orkestra.', 'orkestrate', 'refund'].map(isReservedName)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
