import { Select, Stack } from '@mantine/core';
import { type FieldProps, getUiOptions, type RJSFSchema } from '@rjsf/utils';
import type { ComponentType } from 'react';
import { isRecord } from '../../interface/values/is-record';
import { constsOf, matchingBranch, namesIn } from '../drawing/branches';
import type { Schema } from '../drawing/schema-keywords';
import { pointerOf } from '../drawing/field-ids';
import { branchesOf } from './form-context';

type Props = FieldProps<unknown, RJSFSchema>;

/** Alternatives with something to fill in: a choice between them, and the fields of the chosen one. */
export function BranchField(props: Props & { options?: RJSFSchema[] }) {
  const {
    registry,
    schema,
    formData,
    fieldPathId,
    uiSchema,
    errorSchema,
    name,
    disabled,
    readonly,
    onChange,
  } = props;
  const SchemaField = registry.fields.SchemaField as ComponentType<FieldProps<unknown, RJSFSchema>>;
  const branches = props.options as Schema[];
  const memory = branchesOf(registry.formContext);
  const pointer = pointerOf(fieldPathId.path);
  const selected = matchingBranch(branches, formData, memory.chosen.get(pointer));
  const branch = branches[selected];

  const choose = (index: number): void => {
    const next = branches[index];
    if (index === selected || next === undefined) return;
    memory.choose(pointer, index);
    onChange(keptFor(next, schema, formData), fieldPathId.path);
  };
  const { title } = getUiOptions(uiSchema);
  const label = title ?? schema.title ?? (name === '' ? 'Kind' : name);
  const isGroup = branch?.type === 'object';
  return (
    <Stack gap="xs" mb="sm">
      <Select
        id={`${fieldPathId.$id}__choice`}
        label={label}
        description={schema.type === 'object' ? undefined : schema.description}
        required={props.required}
        disabled={disabled || readonly}
        data={branches.map((part, index) => ({ value: String(index), label: String(part.title) }))}
        value={branch === undefined ? null : String(selected)}
        onChange={(index) => choose(Number(index))}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        error={errorSchema?.__errors?.join(' ')}
      />
      {branch !== undefined && !('x-const' in branch) && branch.type !== 'null' && (
        <SchemaField
          {...props}
          key={selected}
          schema={inside(schema, branch)}
          uiSchema={
            isGroup ? { ...uiSchema, 'ui:label': false, 'ui:title': undefined } : branchLayout(uiSchema)
          }
          errorSchema={isGroup ? { ...errorSchema, __errors: undefined } : undefined}
          required={isGroup ? false : props.required}
        />
      )}
    </Stack>
  );
}

/** Fields that the new alternative has as well keep what was written; what it fixes is set. */
function keptFor(branch: Schema, around: RJSFSchema, data: unknown): unknown {
  if ('x-const' in branch) return branch['x-const'];
  if (branch.type !== 'object' && branch.properties === undefined) return undefined;
  const names = new Set([...namesIn(branch), ...Object.keys(around.properties ?? {})]);
  const kept = isRecord(data) ? Object.entries(data).filter(([name]) => names.has(name)) : [];
  return { ...Object.fromEntries(kept), ...constsOf(branch) };
}

function inside({ type }: RJSFSchema, branch: Schema): RJSFSchema {
  return branch.type === undefined && type !== undefined ? { type, ...branch } : branch;
}

function branchLayout(uiSchema: Props['uiSchema']): Props['uiSchema'] {
  return { ...uiSchema, 'ui:title': undefined };
}
