import { TextInput } from '@mantine/core';
import type { WidgetProps } from '@rjsf/utils';
import {
  fromLocalDateTime,
  fromLocalTime,
  localOffset,
  toLocalDateTime,
  toLocalTime,
} from '../../time/moment-values';

interface MomentInputProps {
  widget: WidgetProps;
  type: 'date' | 'datetime-local' | 'time';
  shown: string;
  read: (written: string) => string | undefined;
}

/** The browser's own picker: it works by keyboard and screen reader, and in the person's language. */
function MomentInput({ widget, type, shown, read }: MomentInputProps) {
  const { id, name, label, required, disabled, readonly, rawErrors, schema, onChange } = widget;
  return (
    <TextInput
      id={id}
      name={name}
      type={type}
      label={label}
      description={schema.description}
      required={required}
      disabled={disabled || readonly}
      defaultValue={shown}
      onChange={(event) => onChange(read(event.currentTarget.value))}
      error={rawErrors?.join(' ')}
      maw={280}
    />
  );
}

export function DateWidget(widget: WidgetProps) {
  const read = (written: string): string | undefined => written || undefined;
  return <MomentInput widget={widget} type="date" shown={textOf(widget.value)} read={read} />;
}

export function DateTimeWidget(widget: WidgetProps) {
  const shown = toLocalDateTime(textOf(widget.value));
  return <MomentInput widget={widget} type="datetime-local" shown={shown} read={fromLocalDateTime} />;
}

export function TimeWidget(widget: WidgetProps) {
  const offset = localOffset();
  const read = (written: string): string | undefined => fromLocalTime(written, offset);
  return (
    <MomentInput widget={widget} type="time" shown={toLocalTime(textOf(widget.value), offset)} read={read} />
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
