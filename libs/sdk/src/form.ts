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
  | 'json';

export interface FormOption {
  value: string;
  label: string;
}

export interface FormFieldValidation {
  min?: number;
  max?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

/** One field of a task's form. */
export interface FormField {
  type: FormFieldType;
  label?: string;
  placeholder?: string;
  helpText?: string;
  default?: unknown;
  required?: boolean;
  options?: readonly FormOption[];
  validation?: FormFieldValidation;
  readOnly?: boolean;
}

/** The fields of a form by name, in the order in which a person sees them. */
export type Form = Readonly<Record<string, FormField>>;

type OptionValue<F extends FormField> = F extends { options: readonly { value: infer V }[] } ? V : string;

/** The type of the value that a field yields. */
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
          : string;

type RequiredKeys<F extends Form> = { [K in keyof F]: F[K] extends { required: true } ? K : never }[keyof F];

type Flat<T> = { [K in keyof T]: T[K] };

/** The answer to a form: a required field is there, any other may be missing. */
export type FormData<F extends Form> = string extends keyof F
  ? Record<string, unknown>
  : Flat<
      { -readonly [K in RequiredKeys<F>]: FormFieldValue<F[K]> } & {
        -readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: FormFieldValue<F[K]>;
      }
    >;
