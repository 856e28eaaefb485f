import { withTheme } from '@rjsf/core';
import { Theme } from '@rjsf/mantine';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { type ReactNode, useMemo, useState } from 'react';
import type { FormErrors } from '../errors/field-errors';
import { formFields, formWidgets } from './fields/form-controls';
import { formValidator } from './validation/form-validator';
import { hiddenFieldsOf, omit, pick, withoutFields } from './hidden-fields';
import { hasPatternNames, linearNames, namesIn } from './validation/linear-names';
import { UnfinishedFields } from './fields/unfinished-fields';
import classes from './answer-form.module.css';

const ThemedForm = withTheme<unknown, RJSFSchema>(Theme);
// Else rjsf would choose the first option of a list that nobody has touched.
const defaults = { constAsDefaults: 'never' } as const;
// Each control of the theme shows its errors itself.
const templates = { FieldErrorTemplate: () => null };

export interface AnswerFormProps {
  taskId: string;
  schema: Record<string, unknown>;
  layout: Record<string, unknown>;
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
export function AnswerForm({
  taskId,
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
  const [unfinished] = useState(() => new Set<string>());
  const hiddenFor = useMemo(() => hiddenFieldsOf(schema), [schema]);
  const hidden = hiddenFor(data);
  const hiddenKey = hidden.join(' ');
  const withNames = useMemo(() => hasPatternNames(schema), [schema]);
  const namesKey = withNames ? JSON.stringify([...namesIn([data, schema])]) : null;
  const shown = useMemo(() => {
    const left = withoutFields(schema, hiddenKey === '' ? [] : hiddenKey.split(' '));
    return namesKey === null ? left : linearNames(left, new Set(JSON.parse(namesKey) as string[]));
    // eslint-disable-next-line react-hooks/preserve-manual-memoization -- because `hiddenKey` is a text, equal as long as the same fields are hidden; the rule takes it for the list that it is made of
  }, [schema, hiddenKey, namesKey]);
  const formContext = useMemo(() => ({ taskId }), [taskId]);

  const submit = (answer: unknown): void => {
    const [first] = unfinished;
    if (first === undefined) return onSubmit(answer);
    onInvalid();
    document.getElementById(first)?.focus();
  };

  return (
    <UnfinishedFields.Provider value={unfinished}>
      <ThemedForm
        className={classes.form}
        schema={shown}
        uiSchema={layout as UiSchema}
        formData={omit(data, hidden)}
        formContext={formContext}
        validator={formValidator}
        fields={formFields}
        widgets={formWidgets}
        templates={templates}
        disabled={readOnly}
        extraErrors={errors}
        experimental_defaultFormStateBehavior={defaults}
        showErrorList={false}
        focusOnFirstError
        noHtml5Validate
        onChange={(event) => onChange({ ...pick(data, hidden), ...asRecord(event.formData) })}
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
