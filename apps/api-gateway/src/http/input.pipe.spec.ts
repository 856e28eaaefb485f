import { FindDoorsInput } from '../sign-in/sso-sign-in.input';
import { TaskFilter } from '../tasks/list/task-filter.input';
import { CompleteTaskInput } from '../tasks/task/task-commands.input';
import { InputPipe } from './input.pipe';

const check = (value: object) =>
  new InputPipe().transform(value, { type: 'body', metatype: CompleteTaskInput });

test('form data arrives as it was sent, and nulls count as left out', async () => {
  const data = { answer: null, nested: { when: '2026-01-01', list: [1, null] } };
  const checked = await check({ taskId: 'x', data, claim: null, operationId: null });
  expect(checked).toEqual({ taskId: 'x', data });
});

test('a body that was left out is an empty one', async () => {
  const pipe = new InputPipe();
  expect(await pipe.transform(undefined, { type: 'body', metatype: FindDoorsInput })).toEqual({});
  await expect(
    pipe.transform(undefined, { type: 'body', metatype: CompleteTaskInput }),
  ).rejects.toMatchObject({
    details: { fields: expect.arrayContaining([expect.objectContaining({ pointer: '/taskId' })]) },
  });
  expect(await pipe.transform(undefined, { type: 'custom', metatype: FindDoorsInput })).toBeUndefined();
});

test('names that Nest strips arrive as they were sent, at every depth, and pollute nothing', async () => {
  const names = '{"constructor":"X","prototype":{"constructor":null},"__proto__":{"polluted":true}}';
  const data = `{"team":${names},"list":[${names}],"constructor":1,"__proto__":{"polluted":true}}`;
  const checked = await check({ taskId: 'x', data: JSON.parse(data) as object });
  expect(JSON.stringify((checked as CompleteTaskInput).data)).toBe(data);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('switches that were right once are right again, and wrong ones stay wrong', async () => {
  const pipe = new InputPipe();
  const filter = (value: object) => pipe.transform(value, { type: 'body', metatype: TaskFilter });
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await filter({ candidate: true, group: null })).toEqual({ candidate: true });
    await expect(filter({ candidate: true, group: false })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(filter({ candidate: true, more: true })).rejects.toMatchObject({ code: 'request.invalid' });
    const ofAnother = pipe.transform({ candidate: true }, { type: 'body', metatype: CompleteTaskInput });
    await expect(ofAnother).rejects.toMatchObject({ code: 'request.invalid' });
  }
});

test('what is wrong is told by JSON pointer', async () => {
  await expect(check({ taskId: 'x', data: [], expectedRevision: 0, more: 1 })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'request.invalid',
    details: {
      fields: expect.arrayContaining([
        { pointer: '/data', message: expect.any(String) },
        { pointer: '/expectedRevision', message: expect.any(String) },
        { pointer: '/more', message: expect.any(String) },
      ]),
    },
  });
});
