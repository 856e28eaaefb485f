import { z } from 'zod';
import type { FormData, RawForm, TaskActor, TaskResult, WorkflowContext, WorkflowDefinition } from './index';
import { task, timeout, workflow } from './index';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const sameType = <A, B>(_same: Equal<A, B>): void => undefined;

// The compiler checks this file (`npm run types`); nothing in the functions below runs.
async function answers(ctx: WorkflowContext) {
  const result = await task(ctx, {
    title: 'Customer needs help',
    form: {
      answer: { type: 'textarea', required: true },
      sentiment: {
        type: 'select',
        options: [
          { value: 'positive', label: 'Positive' },
          { value: 'frustrated', label: 'Frustrated' },
        ],
      },
      amount: { type: 'number', required: true },
      urgent: { type: 'boolean' },
      tags: {
        type: 'multiselect',
        required: true,
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
      },
      free: { type: 'select' },
      extra: { type: 'json' },
      maybe: { type: 'text', required: false },
      told: { type: 'boolean', default: false },
      reason: { type: 'text', required: true, showWhen: { field: 'urgent', equals: true } },
      scan: { type: 'file', required: true },
      photos: { type: 'file', multiple: true, validation: { max: 3 } },
      day: { type: 'date', readOnly: true, default: '2026-01-31' },
    },
    assignTo: { group: 'support-l1' },
    sla: timeout('30m'),
  });
  sameType<
    typeof result.data,
    {
      answer: string;
      amount: number;
      tags: ('a' | 'b')[];
      sentiment?: 'positive' | 'frustrated';
      urgent?: boolean;
      free?: string;
      extra?: unknown;
      maybe?: string;
      told?: boolean;
      reason?: string;
      scan: string;
      photos?: string[];
      day: string;
    }
  >(true);
  sameType<typeof result.completedBy, TaskActor | undefined>(true);
  // @ts-expect-error a field that the form does not have
  void result.data.other;
  // @ts-expect-error an optional field may be missing
  result.data.sentiment.toUpperCase();
  return result;
}

async function rawForms(ctx: WorkflowContext) {
  const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } as const;
  const untyped = await task(ctx, {
    title: 'x',
    form: { schema, uiSchema: { city: { 'ui:help': 'Where?' } } },
  });
  sameType<typeof untyped.data, Record<string, unknown>>(true);
  const form: RawForm<{ city: string }> = { schema };
  const typed = await task(ctx, { title: 'x', form });
  sameType<typeof typed.data, { city: string }>(true);
  // A field may be called `schema`.
  const field = await task(ctx, { title: 'x', form: { schema: { type: 'text', required: true } } });
  sameType<typeof field.data, { schema: string }>(true);
  return [untyped, typed, field];
}

async function mistakes(ctx: WorkflowContext) {
  // @ts-expect-error the title is missing
  await task(ctx, { form: {} });
  // @ts-expect-error there is no such type of field
  await task(ctx, { title: 'x', form: { a: { type: 'colour' } } });
  // @ts-expect-error a condition that tests nothing
  await task(ctx, { title: 'x', form: { a: { type: 'text', showWhen: { field: 'b' } } } });
  // @ts-expect-error a property that a task does not have
  await task(ctx, { title: 'x', asignTo: { group: 'a' } });
  const bare = await task(ctx, { title: 'x' });
  sameType<typeof bare.data, Record<string, unknown>>(true);
  return bare;
}

const typed = workflow('typed', async (_ctx, input: { a: number }) => Promise.resolve(String(input.a)));
const zodded = workflow('zodded', { input: z.object({ a: z.number().default(1) }) }, async (_ctx, input) => {
  sameType<typeof input, { a: number }>(true);
  return Promise.resolve(input.a);
});
const raw = workflow('raw', { input: { type: 'object' } }, async (_ctx, input: { a: number }) =>
  Promise.resolve(input.a),
);

it('infers the types of tasks and workflows', () => {
  sameType<typeof typed, WorkflowDefinition<{ a: number }, string>>(true);
  sameType<typeof zodded, WorkflowDefinition<{ a?: number | undefined }, number>>(true);
  sameType<typeof raw, WorkflowDefinition<{ a: number }, number>>(true);
  sameType<Awaited<ReturnType<typeof answers>>['outcome'], 'completed'>(true);
  sameType<TaskResult['data'], Record<string, unknown>>(true);
  sameType<FormData<{ done: { type: 'checkbox'; required: true } }>, { done: boolean }>(true);
  expect([typed, zodded, raw].map((definition) => definition.name)).toEqual(['typed', 'zodded', 'raw']);
  expect([answers, rawForms, mistakes].map((checked) => checked.length)).toEqual([1, 1, 1]);
});
