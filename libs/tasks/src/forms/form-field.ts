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
  'json',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

export interface FieldOption {
  value: string;
  label?: string;
}

export interface FieldValidation {
  min?: number;
  max?: number;
  minLength?: number;
  maxLength?: number;
  /** A regular expression that the whole text must match; at most 200 characters. */
  pattern?: string;
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
  validation?: FieldValidation;
  readOnly?: boolean;
}

/** The fields of a form by name, in the order in which a person fills them. */
export type FormFields = Readonly<Record<string, FormField>>;

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What is stored with a task and drawn in the browser: JSON Schema 2020-12 and a layout. */
export interface CompiledForm {
  schema: JsonSchema;
  uiSchema: Readonly<Record<string, unknown>>;
}
