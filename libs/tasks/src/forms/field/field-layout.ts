import type { FieldType, FormField, JsonSchema } from './form-field';

/** What draws a field where the schema alone does not say it; `ui:field` names a control of the admin app's own. */
const DRAWN_BY: Partial<Record<FieldType, JsonSchema>> = {
  textarea: { 'ui:widget': 'textarea' },
  radio: { 'ui:widget': 'radio' },
  checkbox: { 'ui:widget': 'checkbox' },
  // An unticked box would not tell "no" from "not answered".
  boolean: { 'ui:widget': 'radio', 'ui:options': { inline: true } },
  multiselect: { 'ui:widget': 'checkboxes' },
  select: { 'ui:widget': 'select' },
  url: { 'ui:widget': 'uri' },
  file: { 'ui:field': 'attachment' },
  json: { 'ui:field': 'json' },
};

export function fieldLayout({ type, placeholder, helpText }: FormField): JsonSchema {
  return {
    ...DRAWN_BY[type],
    ...(placeholder === undefined ? {} : { 'ui:placeholder': placeholder }),
    ...(helpText === undefined ? {} : { 'ui:help': helpText }),
  };
}
