import type { TaskResult, WorkflowContext } from '../index';
import { allTasks, anyTask, timeout } from '../index';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const sameType = <A, B>(_same: Equal<A, B>): void => undefined;

const verdict = {
  verdict: {
    type: 'radio',
    required: true,
    options: [
      { value: 'sign', label: 'Sign' },
      { value: 'change', label: 'Change' },
    ],
  },
} as const;

// The compiler checks this file (`npm run types`); nothing in the functions below runs.
async function all(ctx: WorkflowContext) {
  const [legal, finance, bare] = await allTasks(ctx, [
    { title: 'Legal', form: verdict, sla: timeout('1d') },
    {
      title: 'Finance',
      form: { amount: { type: 'number', required: true } },
      assignTo: { group: 'finance' },
    },
    { title: 'Bare' },
  ]);
  sameType<typeof legal.data, { verdict: 'sign' | 'change' }>(true);
  sameType<typeof finance.data, { amount: number }>(true);
  sameType<typeof bare.data, Record<string, unknown>>(true);

  const named = await allTasks(ctx, { legal: { title: 'Legal', form: verdict }, bare: { title: 'Bare' } });
  sameType<typeof named.legal.data, { verdict: 'sign' | 'change' }>(true);
  sameType<typeof named.bare.data, Record<string, unknown>>(true);

  const many = await allTasks(
    ctx,
    ['a', 'b'].map((title) => ({ title, form: verdict })),
  );
  sameType<typeof many, TaskResult<typeof verdict>[]>(true);
  return [legal, finance, bare, named, many];
}

async function any(ctx: WorkflowContext) {
  const first = await anyTask(ctx, [
    { title: 'Legal', form: verdict },
    { title: 'Finance', form: { amount: { type: 'number', required: true } } },
  ]);
  if (first.index === 0) sameType<typeof first.result.data, { verdict: 'sign' | 'change' }>(true);
  else sameType<typeof first.result.data, { amount: number }>(true);

  const named = await anyTask(ctx, {
    legal: { title: 'Legal', form: verdict },
    finance: { title: 'Finance', form: { amount: { type: 'number', required: true } } },
  });
  if (named.name === 'legal') sameType<typeof named.result.data, { verdict: 'sign' | 'change' }>(true);
  else sameType<typeof named.result.data, { amount: number }>(true);
}

async function mistakes(ctx: WorkflowContext) {
  // @ts-expect-error a property that a task does not have
  await allTasks(ctx, [{ title: 'x', asignTo: { group: 'a' } }]);
  // @ts-expect-error there is no such type of field
  await anyTask(ctx, { a: { title: 'x', form: { a: { type: 'colour' } } } });
  // @ts-expect-error the title is missing
  await anyTask(ctx, [{ form: verdict }]);
}

it('infers the results of several tasks', () => {
  expect([all, any, mistakes].map((checked) => checked.length)).toEqual([1, 1, 1]);
});
