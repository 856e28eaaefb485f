import { getDefaultRegistry } from '@rjsf/core';
import { type FieldProps, getUiOptions, hasWidget, type RJSFSchema, type UiSchema } from '@rjsf/utils';
import { useMemo } from 'react';
import { controlOf } from '../drawing/form-shape';
import { fieldId } from '../drawing/field-ids';

type Props = FieldProps<unknown, RJSFSchema>;

const { fields } = getDefaultRegistry<unknown, RJSFSchema>();
const { SchemaField, BooleanField } = fields as Record<
  'SchemaField' | 'BooleanField',
  React.ComponentType<Props>
>;

/** Any place of the form: rjsf draws it, or a control of our own where rjsf has none; with an id of its own. */
export function PlaceField(props: Props) {
  const { registry, schema, formData, uiSchema, fieldPathId, title } = props;
  const { path } = fieldPathId;
  const resolved = registry.schemaUtils.retrieveSchema(schema, formData);
  const control = controlOf(resolved, path.length === 0);
  const named = withRowTitle(drawable(uiSchema, resolved, registry), schema, path.at(-1), title);
  const chosen = control === null || hasControl(named) ? named : { ...named, 'ui:field': control };
  const place = useMemo(() => ({ ...fieldPathId, $id: fieldId(path) }), [fieldPathId, path]);
  return <SchemaField {...props} uiSchema={chosen} fieldPathId={place} />;
}

/** Yes or no: two choices, because an unticked box does not tell "no" from "not answered". */
export function YesNoField(props: Props) {
  const { widget, inline } = getUiOptions(props.uiSchema);
  if (widget !== undefined) return <BooleanField {...props} />;
  const layout = { ...props.uiSchema, 'ui:widget': 'radio', 'ui:inline': inline ?? true };
  return <BooleanField {...props} uiSchema={layout} />;
}

/** Without a widget that cannot draw this: the usual control does. */
function drawable(
  uiSchema: UiSchema | undefined,
  schema: RJSFSchema,
  { widgets }: Props['registry'],
): UiSchema | undefined {
  const { widget } = getUiOptions(uiSchema);
  if (typeof widget !== 'string' || hasWidget(schema, widget, widgets)) return uiSchema;
  const { 'ui:widget': _own, 'ui:options': options, ...rest } = uiSchema ?? {};
  return { ...rest, 'ui:options': { ...options, widget: undefined } };
}

function hasControl(uiSchema: UiSchema | undefined): boolean {
  return getUiOptions(uiSchema).field !== undefined;
}

/** Rows of a list are numbered, so that each has a name of its own. */
function withRowTitle(
  uiSchema: UiSchema | undefined,
  schema: RJSFSchema,
  name: string | number | undefined,
  title: string | undefined,
): UiSchema | undefined {
  if (typeof name !== 'number' || getUiOptions(uiSchema).title !== undefined) return uiSchema;
  const own = schema.title === undefined ? title?.replace(/-\d+$/, '') : schema.title;
  return { ...uiSchema, 'ui:title': `${own ?? 'Row'} ${name + 1}` };
}
