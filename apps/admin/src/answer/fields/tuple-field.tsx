import { Button, Fieldset, Group, Stack } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type FieldProps, type RJSFSchema, toFieldPathId } from '@rjsf/utils';
import type { ComponentType } from 'react';
import { FieldErrors } from './errors-of-field';
import { isRecord } from '../../interface/values/is-record';
import { type Schema, schemasOf } from '../drawing/schema-keywords';

/** A list whose first places each ask for something of their own; they are always there to be filled in. */
export function TupleField(props: FieldProps<unknown, RJSFSchema>) {
  const { registry, schema, formData, fieldPathId, name, required, disabled, readonly, rawErrors, onChange } =
    props;
  const SchemaField = registry.fields.SchemaField as ComponentType<FieldProps<unknown, RJSFSchema>>;
  const drawn = schema as Schema;
  const prefix = schemasOf(drawn['x-prefix']);
  const rest = drawn['x-rest'];
  const rows: unknown[] = Array.isArray(formData) ? formData : [];
  const length = Math.max(prefix.length, rows.length);
  const locked = Boolean(disabled) || Boolean(readonly);
  const most = schema.maxItems ?? Infinity;
  const write = (next: unknown[]): void => onChange(next, fieldPathId.path);
  return (
    <Fieldset id={fieldPathId.$id} legend={<Legend text={schema.title ?? name} required={required} />}>
      <Stack gap="xs">
        {Array.from({ length }, (_, index) => {
          const part = (prefix[index] ?? rest ?? {}) as RJSFSchema;
          return (
            <SchemaField
              key={index}
              {...props}
              name={String(index)}
              title={part.title === undefined ? `${schema.title ?? name}` : undefined}
              schema={part}
              uiSchema={part.title === undefined ? {} : { 'ui:title': part.title }}
              fieldPathId={toFieldPathId(index, registry.globalFormOptions, fieldPathId)}
              formData={rows[index]}
              errorSchema={(props.errorSchema as Record<string, object> | undefined)?.[index]}
              required={index < (schema.minItems ?? 0)}
            />
          );
        })}
        <FieldErrors id={fieldPathId.$id} errors={rawErrors} />
        {isRecord(rest) && (
          <Group gap="xs" justify="flex-end">
            <Button
              variant="subtle"
              size="xs"
              disabled={locked || rows.length <= prefix.length}
              onClick={() => write(rows.slice(0, -1))}
              leftSection={<IconMinus size={14} aria-hidden />}
            >
              Remove the last
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={locked || length >= most}
              onClick={() => write([...rows, undefined])}
              leftSection={<IconPlus size={14} aria-hidden />}
            >
              Add
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}

function Legend({ text, required }: { text: string; required: boolean | undefined }) {
  return (
    <>
      {text}
      {required && <span aria-hidden> *</span>}
    </>
  );
}
