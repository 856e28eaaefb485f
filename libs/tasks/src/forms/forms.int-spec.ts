import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DomainError } from '@orkestra/core';
import { codeOf, people, TaskPeople } from '../../../../test/harness/task-people';
import { AttachmentsService, TaskDetailsService, TasksService } from '..';
import { aFormOfEveryType } from './form-of-every-type';

const { sam, bot } = people;
const folder = mkdtempSync(join(tmpdir(), 'orkestra-forms-'));
let desk: TaskPeople;
let tasks: TasksService;

beforeAll(async () => {
  desk = await TaskPeople.start({ ATTACHMENTS_DIR: folder });
  tasks = desk.get(TasksService);
});
afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true });
});

const complete = (taskId: string, data: unknown) => tasks.complete(sam, { taskId, data, claim: true });
const resultOf = async (taskId: string) => (await tasks.closed(sam, taskId))?.data;

async function attach(taskId: string): Promise<string> {
  const content = Readable.from([Buffer.from('hello')]);
  const file = { name: 'receipt.txt', declaredType: 'text/plain', content };
  return (await desk.get(AttachmentsService).add(sam, taskId, file)).id;
}

/** What a refused command says of the fields, by pointer. */
async function fieldsOf(work: Promise<unknown>): Promise<Record<string, string>> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw new Error(`No domain error: ${String(error)}`);
  const fields = error.details.fields as { pointer: string; message: string }[];
  return Object.fromEntries(fields.map(({ pointer, message }) => [pointer, message]));
}

describe('a form', () => {
  it('keeps what is shown of an answer, with defaults and without what was sent for read-only fields', async () => {
    const { id } = await desk.newTask({ form: aFormOfEveryType });
    const answer = { answer: 'Yes', pieces: 1, refund: true, channel: 'mail', iban: 'DE1', careful: true };
    const hidden = { phone: '1', damage: 'x', doubt: 'y', bank: 'Any' };
    await complete(id, { ...answer, ...hidden, policy: 'Never' });
    expect(await resultOf(id)).toEqual({
      ...answer,
      bank: 'Any',
      greeting: 'Hello',
      policy: 'Within 30 days',
    });
  });

  it('may be a schema of draft 7 that comes back to itself, and is stored as 2020-12', async () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $ref: '#/definitions/comment',
      definitions: {
        comment: {
          type: 'object',
          properties: {
            no: { type: 'string', readOnly: true, default: 'C-1' },
            cost: { type: 'number', multipleOf: 0.01, nullable: true },
            pair: { type: 'array', items: [{ type: 'integer' }], additionalItems: false },
            replies: { type: 'array', items: { $ref: '#/definitions/comment' } },
          },
        },
      },
    };
    const { id } = await desk.newTask({ form: { schema } });
    const stored = (await desk.get(TaskDetailsService).payloads(sam, [id])).get(id)?.form;
    expect(stored?.schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { pair: { prefixItems: [{ type: 'integer' }], items: false } },
    });
    expect(stored?.uiSchema).toMatchObject({ replies: { items: { replies: { 'ui:field': 'json' } } } });
    const wrong = { cost: 0.005, pair: [1, 2], replies: [{ replies: [{ cost: 'x' }] }] };
    expect(Object.keys(await fieldsOf(complete(id, wrong)))).toEqual([
      '/cost',
      '/pair',
      '/replies/0/replies/0/cost',
    ]);
    await complete(id, { no: 'forged', cost: 111848.18, replies: [{ cost: null }] });
    expect(await resultOf(id)).toEqual({ no: 'C-1', cost: 111848.18, replies: [{ no: 'C-1', cost: null }] });
  });

  it('refuses a wrong answer field by field, and the task stays open', async () => {
    const { id } = await desk.newTask({ form: aFormOfEveryType });
    const answer = { answer: '', pieces: '1', refund: true, channel: 'mail', tags: ['late', 'odd'] };
    expect(await fieldsOf(complete(id, answer))).toEqual({
      '/answer': 'Please fill this in.',
      '/pieces': 'Must be a whole number.',
      '/iban': 'Please fill this in.',
      '/tags/1': 'Choose one of the options.',
    });
    expect(await fieldsOf(complete(id, { answer: 'x'.repeat(5_000_000) }))).toEqual({
      '': expect.stringContaining('at most 1048576'),
    });
    expect((await tasks.get(sam, id)).status).toBe('READY');
  });

  it('takes files that are attached to the task, and no others', async () => {
    const form = { receipt: { type: 'file' }, photos: { type: 'file', multiple: true } };
    const { id } = await desk.newTask({ form });
    const other = await desk.newTask({ form });
    const [mine, another] = [await attach(id), await attach(other.id)];
    expect(await fieldsOf(complete(id, { receipt: mine, photos: [mine, another] }))).toEqual({
      '/photos/1': expect.stringContaining('not attached'),
    });
    await complete(id, { receipt: mine, photos: [mine] });
    expect(await resultOf(id)).toEqual({ receipt: mine, photos: [mine] });
  });

  it('may be a schema, whose properties stay in the order in which they were written', async () => {
    const schema = {
      type: 'object',
      properties: { zip: { type: 'string', pattern: '^\\d{5}$' }, at: { type: 'string', default: 'home' } },
      required: ['zip'],
    };
    const { id } = await desk.newTask({ form: { schema } });
    const payloads = await desk.get(TaskDetailsService).payloads(sam, [id]);
    expect(payloads.get(id)?.form.uiSchema['ui:order']).toEqual(['zip', 'at', '*']);
    expect(await fieldsOf(complete(id, { zip: 'x' }))).toEqual({
      '/zip': 'Does not have the expected form.',
    });
    await complete(id, { zip: '10115' });
    expect(await resultOf(id)).toEqual({ zip: '10115', at: 'home' });
  });
});

describe('a hostile form', () => {
  const create = (form: unknown) =>
    tasks.create(bot, { title: 'Hostile', form, assignTo: { group: 'support-l1' } });
  const fields = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, { type: 'text' }]));

  it.each<[string, unknown, string]>([
    ['of 10,000 fields', fields(10_000), '/form'],
    [
      'with a pattern that needs look-ahead',
      { a: { type: 'text', validation: { pattern: '(?=a)' } } },
      '/form/a/validation/pattern',
    ],
    [
      'with a remote $ref',
      { schema: { type: 'object', properties: { 'a/b': { $ref: 'http://x/y' } } } },
      '/form/schema/properties/a~1b/$ref',
    ],
    [
      'with a circle',
      { schema: { type: 'object', properties: { a: { $ref: '#/properties/a' } } } },
      '/form/schema/properties/a/$ref',
    ],
    [
      'with a style',
      { schema: { type: 'object' }, uiSchema: { a: { 'ui:style': {} } } },
      '/form/uiSchema/a/ui:style',
    ],
    [
      'with fields that hang on each other',
      {
        a: { type: 'text', showWhen: { field: 'b', filled: true } },
        b: { type: 'text', showWhen: { field: 'a', filled: true } },
      },
      '/form/a/showWhen/field',
    ],
    ['with half a character', { a: { type: 'text', label: '\ud800' } }, '/form/a/label'],
    [
      'nested without end',
      JSON.parse(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`),
      `/form/a${'/0'.repeat(98)}`,
    ],
  ])('%s is refused, and nothing is written', async (_, form, pointer) => {
    expect(await codeOf(create(form))).toBe('task.invalid_spec');
    expect(Object.keys(await fieldsOf(create(form)))[0]).toBe(pointer);
    expect(await desk.rows(`SELECT id FROM tasks WHERE title = 'Hostile'`)).toEqual([]);
  });
});
