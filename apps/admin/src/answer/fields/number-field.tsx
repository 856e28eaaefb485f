import { TextInput } from '@mantine/core';
import { type FieldProps, getUiOptions } from '@rjsf/utils';
import { type ComponentType, type FocusEvent, useState } from 'react';
import { isChoice } from '../drawing/drawn-choices';
import { readNumber, writeNumber } from './number-text';
import { useUnfinished } from './unfinished-fields';

/** Widgets that hold numbers in a control of their own. */
const others = new Set(['range', 'radio', 'select']);

/** A number: as a list of choices or a slider where the form says so, else as text that is read by the language. */
export function NumberField(props: FieldProps) {
  const StringField = props.registry.fields.StringField as ComponentType<FieldProps>;
  const { widget } = getUiOptions(props.uiSchema);
  const listed = isChoice(props.schema) || Array.isArray(props.schema.enum);
  if (listed || others.has(String(widget))) return <StringField {...props} />;
  return <NumberBox {...props} />;
}

function NumberBox({
  fieldPathId,
  formData,
  schema,
  name,
  title,
  required,
  disabled,
  readonly,
  autofocus,
  rawErrors,
  uiSchema,
  onChange,
}: FieldProps) {
  const id = fieldPathId.$id;
  const [locale] = useState(() => navigator.language);
  const [text, setText] = useState(() => writeNumber(formData, locale));
  const reading = readNumber(text, locale);
  const wrong = reading.kind === 'wrong';
  const held = reading.kind === 'number' ? reading.value : undefined;
  useUnfinished(id, wrong);
  // The form got another number than the one that was written here: a default, a draft, another row.
  const given: unknown = formData ?? undefined;
  if (given !== held && (given !== undefined || !wrong)) setText(writeNumber(given, locale));

  const write = (next: string): void => {
    setText(next);
    const read = readNumber(next, locale);
    onChange(read.kind === 'number' ? read.value : undefined, fieldPathId.path);
  };
  // What will be sent stands there once the person goes on.
  const leave = (event: FocusEvent): void => {
    if (held !== undefined && event.type === 'blur') setText(writeNumber(held, locale));
  };
  const { title: ownTitle, placeholder, description } = getUiOptions(uiSchema);
  return (
    <TextInput
      id={id}
      name={id}
      label={ownTitle ?? schema.title ?? title ?? name}
      description={description ?? schema.description}
      placeholder={placeholder}
      required={required}
      disabled={disabled || readonly}
      autoFocus={autofocus}
      autoComplete="off"
      // A telephone's decimal keys have no minus.
      inputMode={typeof schema.minimum === 'number' && schema.minimum >= 0 ? 'decimal' : undefined}
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={leave}
      error={wrong ? reading.reason : rawErrors?.join(' ')}
    />
  );
}
