import type {
  CompiledForm,
  FieldType,
  FieldValidation,
  FormField,
  FormFields,
  JsonSchema,
} from './form-field';

const BASE: Record<FieldType, JsonSchema> = {
  text: { type: 'string', maxLength: 1_000 },
  textarea: { type: 'string', maxLength: 100_000 },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  checkbox: { type: 'boolean' },
  email: { type: 'string', format: 'email', maxLength: 320 },
  url: { type: 'string', format: 'uri', maxLength: 2_048 },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  time: { type: 'string', format: 'time' },
  select: { type: 'string' },
  radio: { type: 'string' },
  multiselect: { type: 'array', uniqueItems: true },
  json: {},
};

const WIDGET: Partial<Record<FieldType, string>> = {
  textarea: 'textarea',
  radio: 'radio',
  checkbox: 'checkbox',
  multiselect: 'checkboxes',
  select: 'select',
};

/** Turns typed fields into the JSON Schema that the server checks and the layout that the browser draws. */
export function compileForm(fields: FormFields): CompiledForm {
  const entries = Object.entries(fields);
  return {
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: Object.fromEntries(entries.map(([name, field]) => [name, fieldSchema(name, field)])),
      required: entries.filter(([, field]) => field.required).map(([name]) => name),
      additionalProperties: false,
    },
    uiSchema: {
      'ui:order': entries.map(([name]) => name),
      ...Object.fromEntries(entries.map(([name, field]) => [name, fieldLayout(field)])),
    },
  };
}

function fieldSchema(name: string, field: FormField): JsonSchema {
  return {
    ...BASE[field.type],
    ...validationSchema(field),
    ...choices(field),
    title: field.label ?? labelFrom(name),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...(field.readOnly ? { readOnly: true } : {}),
  };
}

function validationSchema({ type, required, validation = {} }: FormField): JsonSchema {
  const { min, max, minLength, maxLength, pattern }: FieldValidation = validation;
  const numeric = type === 'number' || type === 'integer';
  const several = type === 'multiselect';
  const text = BASE[type].type === 'string' && BASE[type].format === undefined;
  return defined({
    minimum: numeric ? min : undefined,
    maximum: numeric ? max : undefined,
    minItems: several ? (min ?? (required ? 1 : undefined)) : undefined,
    maxItems: several ? max : undefined,
    // A required text that is empty counts as missing.
    minLength: text ? (minLength ?? (required ? 1 : undefined)) : undefined,
    maxLength,
    pattern: pattern === undefined ? undefined : `^(?:${pattern})$`,
  });
}

function choices({ type, options = [] }: FormField): JsonSchema {
  if (type !== 'select' && type !== 'radio' && type !== 'multiselect') return {};
  const oneOf = options.map(({ value, label }) => ({ const: value, title: label ?? value }));
  return type === 'multiselect' ? { items: { type: 'string', oneOf } } : { oneOf };
}

function fieldLayout({ type, placeholder, helpText }: FormField): Record<string, unknown> {
  return defined({ 'ui:widget': WIDGET[type], 'ui:placeholder': placeholder, 'ui:help': helpText });
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
