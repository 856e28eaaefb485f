import { withTheme } from '@rjsf/core';
import { Theme } from '@rjsf/mantine';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { type ReactNode, useState } from 'react';
import type { FormErrors } from '../errors/field-errors';
import { noDefaults } from './drawing/form-shape';
import { GroupErrors } from './fields/errors-of-field';
import { FieldTemplate } from './fields/field-template';
import { formFields, formWidgets } from './fields/form-controls';
import { focusFirstError } from './focus-first-error';
import { UnfinishedFields } from './fields/unfinished-fields';
import { useFormModel } from './use-form-model';
import classes from './answer-form.module.css';

const ThemedForm = withTheme<unknown, RJSFSchema>(Theme);
const templates = { FieldErrorTemplate: GroupErrors, FieldTemplate };

export interface AnswerFormProps {
  taskId: string;
  schema: Record<string, unknown>;
  layout: Record<string, unknown>;
  /** What is in the form; null for what it opens with. */
  data: unknown;
  errors: FormErrors | undefined;
  readOnly: boolean;
  onChange: (data: unknown) => void;
  /** Called with the answers of the fields that are shown, without those of hidden ones. */
  onSubmit: (data: unknown) => void;
  onInvalid: () => void;
  children: ReactNode;
}

/**
 * The task's form by rjsf; fields come and go with the answers that they hang on, and keep what was typed into them. It
 * is a chunk of its own, because tasks without a form need none of it.
 */
export function AnswerForm(props: AnswerFormProps) {
  const { taskId, schema, layout, data, errors, readOnly, onChange, onSubmit, onInvalid, children } = props;
  const [unfinished] = useState(() => new Set<string>());
  const model = useFormModel(taskId, schema, layout, data);

  const change = (next: unknown): void => {
    const filled = model.changed(next);
    // rjsf calls this when the form opens, too, though nothing has changed.
    if (JSON.stringify(filled) === JSON.stringify(model.shown)) return;
    onChange({ ...model.hidden, ...asRecord(filled) });
  };
  const submit = (next: unknown): void => {
    const [first] = unfinished;
    if (first === undefined) return onSubmit(model.answer(next));
    onInvalid();
    document.getElementById(first)?.focus();
  };

  return (
    <UnfinishedFields.Provider value={unfinished}>
      <ThemedForm
        className={classes.form}
        schema={model.drawn}
        uiSchema={layout as UiSchema}
        formData={model.shown}
        formContext={model.context}
        validator={model.validator}
        fields={formFields}
        widgets={formWidgets}
        templates={templates}
        disabled={readOnly}
        extraErrors={errors}
        experimental_defaultFormStateBehavior={noDefaults}
        showErrorList={false}
        focusOnFirstError={() => focusFirstError(model.problems(model.shown))}
        noHtml5Validate
        onChange={(event) => change(event.formData)}
        onSubmit={(event) => submit(event.formData)}
        onError={onInvalid}
      >
        {children}
      </ThemedForm>
    </UnfinishedFields.Provider>
  );
}

function asRecord(data: unknown): object {
  return typeof data === 'object' && data !== null ? data : {};
}
