import { Input } from '@mantine/core';
import type { FieldErrorProps } from '@rjsf/utils';

/** What is wrong with a group or a list as a whole; focus can be moved to it. */
export function FieldErrors({ id, errors }: { id: string; errors: readonly unknown[] | undefined }) {
  if (!errors || errors.length === 0) return null;
  return (
    <Input.Error id={`${id}__error`} tabIndex={-1} mt={4}>
      {errors.map(String).join(' ')}
    </Input.Error>
  );
}

/** Controls show their errors themselves; groups and lists have none. */
export function GroupErrors({ errors, schema, uiSchema, fieldPathId, registry }: FieldErrorProps) {
  const isGroup = schema.type === 'object' || schema.type === 'array';
  const hasOwn = uiSchema?.['ui:field'] !== undefined || registry.schemaUtils.isMultiSelect(schema);
  return isGroup && !hasOwn ? <FieldErrors id={fieldPathId.$id} errors={errors} /> : null;
}
