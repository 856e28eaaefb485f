/** The types of field that a form knows. */
export type FormFieldType =
  | 'text'
  | 'textarea'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'email'
  | 'url'
  | 'date'
  | 'datetime'
  | 'time'
  | 'select'
  | 'multiselect'
  | 'radio'
  | 'checkbox'
  | 'file'
  | 'json';

export interface FormOption {
  value: string;
  label?: string;
}

export interface FormFieldValidation {
  /** Smallest number, or fewest choices or files. */
  min?: number;
  /** Largest number, or most choices or files. */
  max?: number;
  minLength?: number;
  maxLength?: number;
  /** A regular expression that the whole text must match; without look-around and back-references. */
  pattern?: string;
}

type FormConditionValue = string | number | boolean;

/**
 * When a field is shown: what another field holds. A list of choices `equals` each choice on it; `notEquals` also holds
 * while there is no answer. A field that hangs on a hidden field is hidden too.
 */
export type FormCondition = { field: string } & (
  | { equals: FormConditionValue }
  | { notEquals: FormConditionValue }
  | { in: readonly FormConditionValue[] }
  | { filled: boolean }
);

/** One field of a task's form. */
export interface FormField {
  type: FormFieldType;
  label?: string;
  placeholder?: string;
  helpText?: string;
  /** What a person finds in the field and may empty; what the server puts in where a program leaves the field out. */
  default?: unknown;
  /** Only while the field is shown. */
  required?: boolean;
  options?: readonly FormOption[];
  /** Of `file`: several files. */
  multiple?: boolean;
  validation?: FormFieldValidation;
  /** A hidden field is neither required nor kept. */
  showWhen?: FormCondition;
  /** The person sees the default and cannot change it. */
  readOnly?: boolean;
  /** Its answers are kept encrypted and masked for everybody who looks; the workflow gets them in plain text. */
  sensitive?: boolean;
}

/** The fields of a form by name, in the order in which a person sees them. */
export type FormFields = Readonly<Record<string, FormField>>;

declare const answer: unique symbol;

/**
 * A form that is written as JSON Schema 2020-12 (of the type `object`) and, if need be, a layout for `rjsf`.
 * @example const form: RawForm<{ city: string }> = { schema: citySchema };
 */
export interface RawForm<Answer = Record<string, unknown>> {
  schema: Readonly<Record<string, unknown>>;
  uiSchema?: Readonly<Record<string, unknown>>;
  /** Never there; it carries the type of the answer. */
  readonly [answer]?: Answer;
}

/** What a person fills in: fields by name, or a JSON Schema in their place. */
export type Form = FormFields | RawForm<unknown>;

type OptionValue<F extends FormField> = F extends { options: readonly { value: infer V }[] } ? V : string;

/** The type of the value that a field yields; dates, times and the ids of files are texts. */
export type FormFieldValue<F extends FormField> = F['type'] extends 'number' | 'integer'
  ? number
  : F['type'] extends 'boolean' | 'checkbox'
    ? boolean
    : F['type'] extends 'select' | 'radio'
      ? OptionValue<F>
      : F['type'] extends 'multiselect'
        ? OptionValue<F>[]
        : F['type'] extends 'json'
          ? unknown
          : F extends { type: 'file'; multiple: true }
            ? string[]
            : string;

/** Fields that every answer has: required, or read-only with a default, and always shown. */
type PresentKeys<F extends FormFields> = {
  [K in keyof F]: F[K] extends { showWhen: FormCondition }
    ? never
    : F[K] extends { required: true } | { readOnly: true; default: NonNullable<unknown> | null }
      ? K
      : never;
}[keyof F];

type Flat<T> = { [K in keyof T]: T[K] };

type FieldsData<F extends FormFields> = Flat<
  { -readonly [K in PresentKeys<F>]: FormFieldValue<F[K]> } & {
    -readonly [K in Exclude<keyof F, PresentKeys<F>>]?: FormFieldValue<F[K]>;
  }
>;

/**
 * The answer to a form: a required field is there, and so is a read-only one; any other may be missing, also one with a
 * default, because a person may have emptied it. Of a schema it is what `RawForm` says.
 */
export type FormData<F extends Form> = F extends FormFields
  ? string extends keyof F
    ? Record<string, unknown>
    : FieldsData<F>
  : F extends RawForm<infer Answer>
    ? unknown extends Answer
      ? Record<string, unknown>
      : Answer
    : never;
