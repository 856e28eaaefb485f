import { Textarea } from '@mantine/core';
import type { FieldProps } from '@rjsf/utils';
import { type ChangeEvent, useState } from 'react';
import { useUnfinished } from './unfinished-fields';

/** A field of any JSON, written as text; what does not parse yet is not handed on, and keeps the form from going out. */
export function JsonField({
  fieldPathId,
  formData,
  schema,
  name,
  required,
  disabled,
  readonly,
  rawErrors,
  uiSchema,
  onChange,
}: FieldProps) {
  const [text, setText] = useState(() => (formData === undefined ? '' : JSON.stringify(formData, null, 2)));
  const [broken, setBroken] = useState(false);
  useUnfinished(fieldPathId.$id, broken);
  const write = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const next = event.currentTarget.value;
    setText(next);
    const value = parse(next);
    setBroken(value === notJson);
    onChange(value === notJson ? undefined : value, fieldPathId.path);
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
      error={broken ? 'This is not valid JSON yet.' : rawErrors?.join(' ')}
    />
  );
}

const notJson = Symbol('not JSON');

function parse(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return notJson;
  }
}
