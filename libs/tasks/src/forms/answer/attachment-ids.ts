import { ATTACHMENT_ID, type CompiledForm } from '../field/form-field';
import { eachPlace } from '../schema/schema-places';

/** The files that an answer names, so that whoever takes the answer can check that they belong to the task. */
export function attachmentIdsIn(
  { schema }: Pick<CompiledForm, 'schema'>,
  data: unknown,
): { pointer: string; id: string }[] {
  const found = new Map<string, string>();
  eachPlace(schema, data, ({ schema: part, value, pointer }) => {
    if (part.format === ATTACHMENT_ID && typeof value === 'string') found.set(pointer, value);
  });
  return [...found].map(([pointer, id]) => ({ pointer, id }));
}
