import { oneLine } from '@orkestra/core';
import {
  ATTACHMENT_ID,
  type CompiledForm,
  type FieldType,
  type FormField,
  type FormFields,
  type FormSpec,
  isRawForm,
  JSON_SCHEMA_2020_12,
  type JsonSchema,
  MAIL_ADDRESS,
  WEB_ADDRESS,
} from './field/form-field';
import { FORM_LIMITS } from './field/form-limits';
import { fieldLayout } from './field/field-layout';
import { isRecord } from './schema/schema-walk';
import { formSchema } from './dialects/form-root';
import { withRecursion } from './dialects/recursion-layout';
import { conditionName, conditionSchema } from './field/show-when';
import { withWrittenOrder } from './raw/written-order';

const BASE: Record<FieldType, JsonSchema> = {
  text: { type: 'string', maxLength: 1_000 },
  textarea: { type: 'string', maxLength: 100_000 },
  number: { type: 'number' },
  integer: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  boolean: { type: 'boolean' },
  checkbox: { type: 'boolean' },
  email: { type: 'string', format: 'email', pattern: MAIL_ADDRESS, maxLength: 320 },
  url: { type: 'string', format: 'url', pattern: WEB_ADDRESS, maxLength: 2_048 },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  time: { type: 'string', format: 'time' },
  select: { type: 'string' },
  radio: { type: 'string' },
  multiselect: { type: 'array', uniqueItems: true },
  file: { type: 'string', format: ATTACHMENT_ID },
  json: {},
};

/** Turns a form into the JSON Schema that the server checks and the layout that the browser draws. */
export function compileForm(form: FormSpec): CompiledForm {
  if (isRawForm(form)) {
    const { uiSchema = {} } = form;
    const schema = formSchema(form.schema);
    return {
      schema: { $schema: JSON_SCHEMA_2020_12, ...withWrittenOrder(schema) },
      uiSchema: withRecursion(schema, inOrder(schema, uiSchema)),
    };
  }
  const entries = Object.entries(form);
  return {
    schema: {
      $schema: JSON_SCHEMA_2020_12,
      type: 'object',
      properties: Object.fromEntries(entries.map(([name, field]) => [name, fieldSchema(name, field)])),
      required: entries.filter(([, { required, showWhen }]) => required && !showWhen).map(([name]) => name),
      ...conditions(form),
      additionalProperties: false,
    },
    uiSchema: {
      'ui:order': entries.map(([name]) => name),
      ...Object.fromEntries(entries.map(([name, field]) => [name, fieldLayout(field)])),
    },
  };
}

/** The layout with the order of the properties, which `jsonb` does not keep. */
function inOrder(schema: JsonSchema, layout: JsonSchema): JsonSchema {
  const { properties, items } = schema;
  const inner = isRecord(properties) ? Object.entries(properties) : [];
  const parts = isRecord(items) ? [['items', items] as const] : inner;
  const ordered = parts.flatMap(([name, part]) => {
    const own = layout[name];
    const below = isRecord(part) ? inOrder(part, isRecord(own) ? own : {}) : {};
    return Object.keys(below).length === 0 ? [] : [[name, below]];
  });
  const order = inner.length === 0 ? {} : { 'ui:order': [...inner.map(([name]) => name), '*'] };
  return { ...order, ...layout, ...Object.fromEntries(ordered) } as JsonSchema;
}

/** When fields are shown; those that are required are so only while they are shown. */
function conditions(form: FormFields): JsonSchema {
  const conditional = Object.entries(form).flatMap(([name, { showWhen, required }]) =>
    showWhen === undefined ? [] : [{ name, showWhen, required }],
  );
  if (conditional.length === 0) return {};
  const required = conditional
    .filter((field) => field.required)
    .map(({ name }) => ({ if: { $ref: `#/$defs/${conditionName(name)}` }, then: { required: [name] } }));
  return {
    $defs: Object.fromEntries(
      conditional.map(({ name, showWhen }) => [conditionName(name), conditionSchema(showWhen, form)]),
    ),
    ...(required.length === 0 ? {} : { allOf: required }),
  };
}

function fieldSchema(name: string, field: FormField): JsonSchema {
  return {
    ...(field.multiple ? { type: 'array', uniqueItems: true, items: BASE.file } : BASE[field.type]),
    ...validationSchema(field),
    ...choices(field),
    title: oneLine(field.label ?? '') || labelFrom(name),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...(field.readOnly ? { readOnly: true } : {}),
    ...(field.sensitive ? { 'x-sensitive': true } : {}),
    ...(field.showWhen ? { 'x-showWhen': { $ref: `#/$defs/${conditionName(name)}` } } : {}),
  };
}

function validationSchema({ type, required, multiple, validation = {} }: FormField): JsonSchema {
  const { min, max, minLength, maxLength, pattern } = validation;
  const numeric = type === 'number' || type === 'integer';
  const several = type === 'multiselect' || multiple === true;
  const whole = pattern === undefined ? undefined : `^(?:${pattern})$`;
  return defined({
    minimum: numeric ? min : undefined,
    maximum: numeric ? max : undefined,
    minItems: several ? (min ?? (required ? 1 : undefined)) : undefined,
    maxItems: several ? (max ?? (multiple ? FORM_LIMITS.files : undefined)) : undefined,
    // A required text that is empty counts as missing.
    minLength: minLength ?? (required && (type === 'text' || type === 'textarea') ? 1 : undefined),
    maxLength,
    // These have a pattern of their own.
    ...(type === 'url' || type === 'email' ? { allOf: whole && [{ pattern: whole }] } : { pattern: whole }),
  });
}

function choices({ type, options = [] }: FormField): JsonSchema {
  if (type !== 'select' && type !== 'radio' && type !== 'multiselect') return {};
  const oneOf = options.map(({ value, label }) => ({ const: value, title: oneLine(label ?? '') || value }));
  return type === 'multiselect' ? { items: { type: 'string', oneOf } } : { oneOf };
}

function labelFrom(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
