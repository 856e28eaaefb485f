import { type RawForm, task, workflow } from '../index';

/** The fields come and go with the answer, and the answer is typed by them. */
export const settleReturn = workflow('settle-return', async (ctx, input: { order: string }) => {
  const { data } = await task(ctx, {
    title: `Order ${input.order} came back`,
    form: {
      refund: { type: 'boolean', required: true, helpText: 'Only within 30 days.' },
      amount: {
        type: 'number',
        required: true,
        validation: { min: 0, max: 500 },
        showWhen: { field: 'refund', equals: true },
      },
      photos: { type: 'file', multiple: true, validation: { max: 3 } },
      tell: { type: 'boolean', label: 'Tell the customer', default: true },
    },
    assignTo: { group: 'support-l1' },
  });
  // boolean, number | undefined, string[] | undefined, boolean | undefined
  const amount = data.refund ? (data.amount ?? 0) : 0;
  return { refund: amount, photos: data.photos ?? [], tell: data.tell === true };
});

/** What a JSON Schema asks for, with the type that the schema stands for. */
export const askAddress = workflow('ask-address', async (ctx) => {
  const form: RawForm<{ street: string; floor?: number }> = {
    schema: {
      type: 'object',
      properties: { street: { type: 'string', minLength: 1 }, floor: { type: 'integer' } },
      required: ['street'],
      additionalProperties: false,
    },
    uiSchema: { street: { 'ui:placeholder': 'Main Street 1' } },
  };
  const { data } = await task(ctx, { title: 'Where shall we send it?', form });
  return data.street;
});
