import type { Name } from './names';

/** A workflow that asks one person. */
export function workflowText({ kebab, camel, words }: Name): string {
  return `import { task, timeout, workflow } from '@orkestra/sdk';
import { z } from 'zod';

export const ${camel} = workflow(
  '${kebab}',
  {
    description: 'Asks a person, and gives back the answer.',
    version: '1.0.0',
    input: z.object({ subject: z.string().min(1) }),
  },
  async (ctx, { subject }) => {
    const { data } = await task(ctx, {
      title: '${words}',
      description: subject,
      form: { answer: { type: 'textarea', label: 'Your answer', required: true } },
      assignTo: { group: 'support-l1' },
      sla: timeout('2d'),
    });
    return { answer: data.answer };
  },
);
`;
}

export function activityText({ kebab, camel }: Name): string {
  return `/** What happens outside the workflow is an activity: it may fail, and is then tried again. */
export async function ${camel}(input: { subject: string }): Promise<{ done: boolean }> {
  console.log(\`${kebab}: \${input.subject}\`);
  return { done: true };
}
`;
}

export function formText({ camel }: Name): string {
  return `import type { FormFields } from '@orkestra/sdk';

/** What a person fills in: \`task(ctx, { title, form: ${camel}Form })\`. */
export const ${camel}Form = {
  answer: { type: 'textarea', label: 'Your answer', required: true },
  urgent: { type: 'boolean', label: 'Is it urgent?' },
} as const satisfies FormFields;
`;
}
