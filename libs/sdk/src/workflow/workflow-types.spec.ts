import { z } from 'zod';
import type { WorkflowContext, WorkflowDefinition } from '../index';
import { approval, createState, escalationChain, task, workflow } from '../index';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const sameType = <A, B>(_same: Equal<A, B>): void => undefined;

const input = z.object({ a: z.number().default(1) });
const output = z.object({ total: z.number(), currency: z.string().default('EUR') });
const both = workflow('both', { input, output, examples: [{ input: { a: 1 } }] }, (_ctx, given) =>
  Promise.resolve({ total: given.a }),
);
const onlyOutput = workflow('only-output', { output }, (_ctx, given: { b: string }) =>
  Promise.resolve({ total: given.b.length }),
);

// The compiler checks this file (`npm run types`); nothing in the functions below runs.
async function values(ctx: WorkflowContext) {
  const state = createState(ctx, 'progress', { done: 0 });
  sameType<ReturnType<typeof state.get>, { done: number }>(true);
  state.update(({ done }) => ({ done: done + 1 }));
  // @ts-expect-error a value of another type
  state.set({ done: 'all' });

  const decision = await approval(ctx, {
    title: 'x',
    payload: { version: 1 },
    onChangesRequested: ({ round }) => Promise.resolve({ version: round + 1 }),
  });
  sameType<typeof decision.payload, { version: number }>(true);
  sameType<typeof decision.outcome, 'approved' | 'rejected'>(true);
  return decision;
}

async function mistakes(ctx: WorkflowContext) {
  const onChangesRequested = () => Promise.resolve('2');
  // @ts-expect-error the next version has another shape
  await approval(ctx, { title: 'x', payload: { version: 1 }, onChangesRequested });
  // @ts-expect-error only an approval has a payload
  await task(ctx, { title: 'x', approval: { payload: 1 } });
  // @ts-expect-error a step goes to a person or to a group
  escalationChain().reassignAfter('1h', { user: 'a', group: 'b' });
  // @ts-expect-error reassigning needs somebody to give the task to
  escalationChain().reassignAfter('1h', {});
  // @ts-expect-error the output does not have this shape
  workflow('wrong', { output }, () => Promise.resolve({ total: 'many' }));
  // @ts-expect-error an example that the schema does not take
  workflow('wrong', { input, examples: [{ input: { a: 'x' } }] }, () => Promise.resolve());
}

it('infers the types of what goes in and comes out', () => {
  sameType<typeof both, WorkflowDefinition<{ a?: number | undefined }, { total: number; currency: string }>>(
    true,
  );
  sameType<typeof onlyOutput, WorkflowDefinition<{ b: string }, { total: number; currency: string }>>(true);
  expect([both.name, onlyOutput.name]).toEqual(['both', 'only-output']);
  expect([values, mistakes].map((checked) => checked.length)).toEqual([1, 1]);
});
