import { Textarea } from '@mantine/core';

export interface ReasonFieldProps {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  required?: boolean;
  description?: string | undefined;
  autoFocus?: boolean;
  error?: string | undefined;
}

const longest = 2_000;

/** The reason of a command, for the history. */
export function ReasonField({ value, onChange, label = 'Reason', autoFocus, ...rest }: ReasonFieldProps) {
  return (
    <Textarea
      {...rest}
      label={label}
      data-autofocus={autoFocus || undefined}
      value={value}
      maxLength={longest}
      autosize
      minRows={2}
      maxRows={8}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A reason as commands take it: nothing in place of an empty one. */
export function reasonOf(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
