import { InvalidTaskSpecError } from '@orkestra/tasks';
import { toNewTaskError } from './new-task.errors';
import { newTask, toTaskSpec } from './new-task.schema';

const task = (more: object) => ({ idempotency_key: 'k', title: 'x', ...more });

describe('a form of task_create', () => {
  it('says the same in the words of the domain', () => {
    const form = {
      kind: { type: 'select', options: [{ value: 'a' }] },
      photos: {
        type: 'file',
        multiple: true,
        validation: { max: 2 },
        show_when: { field: 'kind', not_equals: 'b' },
        help_text: 'Of the vase',
      },
    };
    expect(toTaskSpec(newTask.parse(task({ form }))).form).toEqual({
      kind: { type: 'select', options: [{ value: 'a' }] },
      photos: {
        type: 'file',
        multiple: true,
        validation: { max: 2 },
        showWhen: { field: 'kind', notEquals: 'b' },
        helpText: 'Of the vase',
      },
    });
  });

  it('may be a schema, but not both', () => {
    const form_schema = { type: 'object', properties: { city: { type: 'string' } } };
    expect(toTaskSpec(newTask.parse(task({ form_schema }))).form).toEqual({ schema: form_schema });
    expect(newTask.safeParse(task({ form: {}, form_schema })).success).toBe(false);
  });

  it('is refused in the names that the arguments have', () => {
    const pointers = ['/form/a/showWhen/notEquals', '/form/schema/properties/a'];
    const error = new InvalidTaskSpecError(pointers.map((pointer) => ({ pointer, message: 'wrong' })));
    expect(toNewTaskError(error)).toMatchObject({
      details: {
        fields: [
          expect.objectContaining({ pointer: '/form/a/show_when/not_equals' }),
          expect.objectContaining({ pointer: '/form_schema/properties/a' }),
        ],
      },
    });
  });

  it('refuses the one name that would be lost on the way, and keeps it wherever data may have it', () => {
    const proto = (json: string) => JSON.parse(`{"__proto__":${json}}`) as object;
    const { error } = newTask.safeParse(task({ form: proto('{"type":"text"}') }));
    expect(error?.issues).toMatchObject([{ path: ['form', '__proto__'], message: 'is a reserved name' }]);
    const context = { inner: proto('1'), ...proto('{"n":1}') };
    expect(JSON.stringify(toTaskSpec(newTask.parse(task({ context }))).context)).toBe(
      JSON.stringify(context),
    );
  });
});
