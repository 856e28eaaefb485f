import { ATTACHMENT_ID, type CompiledForm } from '../field/form-field';
import { eachPlace } from '../schema/schema-places';

/** The files that an answer names, so that whoever takes the answer can check that they belong to the task. */
export function attachmentIdsIn(
  { schema }: Pick<CompiledForm, 'schema'>,
  data: unknown,
): { pointer: string; id: string }[] {
  const found: { pointer: string; id: string }[] = [];
  eachPlace(schema, data, ({ schemas, value, pointer }) => {
    const isFile = schemas.some(({ format }) => format === ATTACHMENT_ID);
    if (isFile && typeof value === 'string') found.push({ pointer, id: value });
  });
  return found;
}
