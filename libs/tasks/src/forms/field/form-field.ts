/** The only version of JSON Schema that forms are written in. */
export const JSON_SCHEMA_2020_12 = 'https://json-schema.org/draft/2020-12/schema';
/** The format of the id of a file that is attached to the task. */
export const ATTACHMENT_ID = 'attachment-id';
/** Besides the format: with a scheme for web pages. */
export const WEB_ADDRESS = '^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]';
/** Besides the format: at a host that is no single word. */
export const MAIL_ADDRESS = '@[^@]*[.:][^@]*$';

/** What a field holds and how it is drawn. */
export const FIELD_TYPES = [
  'text',
  'textarea',
  'number',
  'integer',
  'boolean',
  'email',
  'url',
  'date',
  'datetime',
  'time',
  'select',
  'multiselect',
  'radio',
  'checkbox',
  'file',
  'json',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

interface FieldOption {
  value: string;
  label?: string;
}

export interface FieldValidation {
  /** Smallest number, or fewest choices or files. */
  min?: number;
  /** Largest number, or most choices or files. */
  max?: number;
  minLength?: number;
  maxLength?: number;
  /** A regular expression that the whole text must match; without look-around and back-references. */
  pattern?: string;
}

type ConditionValue = string | number | boolean;

/** When a field is shown: what another field of the form has to hold. */
export interface ShowWhen {
  field: string;
  equals?: ConditionValue;
  notEquals?: ConditionValue;
  in?: readonly ConditionValue[];
  filled?: boolean;
}

export interface FormField {
  type: FieldType;
  label?: string;
  placeholder?: string;
  helpText?: string;
  default?: unknown;
  required?: boolean;
  /** For select, multiselect and radio. */
  options?: readonly FieldOption[];
  /** For file: a list of files. */
  multiple?: boolean;
  validation?: FieldValidation;
  showWhen?: ShowWhen;
  readOnly?: boolean;
  /** Its answers are kept sealed, and masked for everybody until somebody reveals them. */
  sensitive?: boolean;
}

/** The fields of a form by name, in the order in which a person fills them. */
export type FormFields = Readonly<Record<string, FormField>>;

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A form that is written as JSON Schema 2020-12 and, if need be, a layout for `rjsf`. */
export interface RawForm {
  schema: JsonSchema;
  uiSchema?: JsonSchema;
}

export type FormSpec = FormFields | RawForm;

/** What is stored with a task and drawn in the browser: JSON Schema 2020-12 and a layout. */
export interface CompiledForm {
  schema: JsonSchema;
  uiSchema: JsonSchema;
}

/**
 * Whether a form is a raw schema: it has no keys but `schema` and `uiSchema`, and its `schema` is not a field.
 * (The schema of a form has the type `object`, which is no type of field.)
 */
export function isRawForm(form: object): form is RawForm {
  const { schema, ...rest } = form as Record<string, unknown>;
  if (typeof schema !== 'object' || schema === null) return false;
  if (Object.keys(rest).some((key) => key !== 'uiSchema')) return false;
  return !FIELD_TYPES.some((type) => type === (schema as { type?: unknown }).type);
}
