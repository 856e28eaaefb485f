import { Textarea } from '@mantine/core';
import { LeaveGuard } from '../interface/leave-guard';

export interface ReasonFieldProps {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  required?: boolean;
  description?: string | undefined;
  autoFocus?: boolean;
  error?: string | undefined;
  /** It is kept as a draft, so nothing is lost by leaving the page. */
  keptAsDraft?: boolean;
}

const longest = 2_000;

/** The reason of a command, for the history; asks before one that was not sent gets lost. */
export function ReasonField(props: ReasonFieldProps) {
  const { value, onChange, label = 'Reason', autoFocus, keptAsDraft = false, ...rest } = props;
  return (
    <>
      <LeaveGuard
        onLeave={!keptAsDraft && value.trim() !== ''}
      >{`“${label}” is written, but not sent.`}</LeaveGuard>
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
    </>
  );
}

/** A reason as commands take it: nothing in place of an empty one. */
export function reasonOf(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
