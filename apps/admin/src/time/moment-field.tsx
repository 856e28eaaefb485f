import { TextInput } from '@mantine/core';
import { fromLocalDateTime } from './moment-values';

export interface MomentFieldProps {
  label: string;
  description?: string;
  /** As the browser's input has it, in local time; empty for none. */
  value: string;
  onChange: (value: string) => void;
}

/** A moment by the browser's own picker; one that has passed is told at once. */
export function MomentField({ value, onChange, ...rest }: MomentFieldProps) {
  return (
    <TextInput
      {...rest}
      type="datetime-local"
      data-autofocus
      maw={280}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={hasPassed(value) ? 'This moment has passed.' : undefined}
    />
  );
}

export function hasPassed(local: string): boolean {
  const instant = fromLocalDateTime(local);
  return instant !== undefined && new Date(instant) <= new Date();
}
