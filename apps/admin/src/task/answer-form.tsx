import { withTheme } from '@rjsf/core';
import { Theme } from '@rjsf/mantine';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { ReactNode } from 'react';
import type { FormErrors } from '../errors/field-errors';
import { formValidator } from './form-validator';
import { JsonField } from './json-field';
import { DateTimeWidget, DateWidget, TimeWidget } from './moment-widgets';
import classes from './answer-form.module.css';

const ThemedForm = withTheme<unknown, RJSFSchema>(Theme);
const fields = { json: JsonField };
const widgets = { DateWidget, DateTimeWidget, TimeWidget };
// Else rjsf would choose the first option of a list that nobody has touched.
const defaults = { constAsDefaults: 'never' } as const;
// Each control of the theme shows its errors itself.
const templates = { FieldErrorTemplate: () => null };

export interface AnswerFormProps {
  schema: Record<string, unknown>;
  layout: Record<string, unknown>;
  data: unknown;
  errors: FormErrors | undefined;
  readOnly: boolean;
  onChange: (data: unknown) => void;
  onSubmit: (data: unknown) => void;
  onInvalid: () => void;
  children: ReactNode;
}

/** The task's form by rjsf. It is a chunk of its own, because tasks without a form need none of it. */
export function AnswerForm({
  schema,
  layout,
  data,
  errors,
  readOnly,
  onChange,
  onSubmit,
  onInvalid,
  children,
}: AnswerFormProps) {
  return (
    <ThemedForm
      className={classes.form}
      schema={schema}
      uiSchema={layout as UiSchema}
      formData={data}
      validator={formValidator}
      fields={fields}
      widgets={widgets}
      templates={templates}
      disabled={readOnly}
      extraErrors={errors}
      experimental_defaultFormStateBehavior={defaults}
      showErrorList={false}
      focusOnFirstError
      noHtml5Validate
      onChange={(event) => onChange(event.formData)}
      onSubmit={(event) => onSubmit(event.formData)}
      onError={onInvalid}
    >
      {children}
    </ThemedForm>
  );
}
