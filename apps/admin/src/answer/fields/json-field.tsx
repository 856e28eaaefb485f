import { Textarea } from '@mantine/core';
import type { FieldProps } from '@rjsf/utils';
import { type ChangeEvent, useState } from 'react';
import { parseJson } from '../../interface/parse-json';
import { innerErrors } from './inner-errors';
import { useUnfinished } from './unfinished-fields';

/** A field of any JSON, written as text; what cannot be sent as it stands is not handed on, and keeps the form from going out. */
export function JsonField({
  fieldPathId,
  formData,
  schema,
  name,
  required,
  disabled,
  readonly,
  rawErrors = [],
  errorSchema,
  uiSchema,
  onChange,
}: FieldProps) {
  const [text, setText] = useState(() => (formData === undefined ? '' : JSON.stringify(formData, null, 2)));
  const [problem, setProblem] = useState<string>();
  useUnfinished(fieldPathId.$id, problem !== undefined);
  const write = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const next = event.currentTarget.value;
    setText(next);
    const parsed = next.trim() === '' ? { value: undefined } : parseJson(next);
    setProblem(parsed.problem);
    onChange(parsed.problem === undefined ? parsed.value : undefined, fieldPathId.path);
  };
  const help: unknown = uiSchema?.['ui:help'];
  return (
    <Textarea
      id={fieldPathId.$id}
      label={schema.title ?? name}
      description={typeof help === 'string' ? help : 'JSON'}
      required={required}
      disabled={disabled || readonly}
      value={text}
      onChange={write}
      autosize
      minRows={3}
      maxRows={14}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      error={problem ?? ([...rawErrors, ...innerErrors(errorSchema)].join(' ') || undefined)}
    />
  );
}
