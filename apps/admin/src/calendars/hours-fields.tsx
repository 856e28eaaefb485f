import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import type { MessageAt } from '../settings/field-messages';
import classes from './calendars.module.css';
import { type Hours, nineToFive } from './calendar-draft';

export interface HoursFieldsProps {
  /** The name of the day, for screen readers. */
  day: string;
  hours: readonly Hours[];
  onChange: (hours: Hours[]) => void;
  /** The JSON pointer of the hours in what is sent, such as `/hours/monday`. */
  pointer: string;
  errorAt: MessageAt;
}

/** The parts of one day. Times are texts, because 24:00 is one that the browser's own field does not know. */
export function HoursFields({ day, hours, onChange, pointer, errorAt }: HoursFieldsProps) {
  const set = (index: number, part: Partial<Hours>): void =>
    onChange(hours.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const wrong = (place: string): boolean => errorAt(place) !== undefined;
  const field = (index: number, side: keyof Hours) => (
    <TextInput
      size="xs"
      w={66}
      aria-label={`${day}, ${side} (part ${index + 1})`}
      placeholder="hh:mm"
      maxLength={5}
      error={wrong(`${pointer}/${index}/${side}`) || wrong(`${pointer}/${index}`) || wrong(pointer)}
      value={hours[index]?.[side] ?? ''}
      onChange={(event) => set(index, { [side]: event.currentTarget.value })}
    />
  );
  const add = useRef<HTMLButtonElement>(null);
  return (
    <div className={classes.parts}>
      {hours.length === 0 && <span className={classes.free}>Free</span>}
      {hours.map((_, index) => (
        <span key={index} className={classes.part}>
          {field(index, 'from')}
          <span aria-hidden>–</span>
          {field(index, 'to')}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Remove part ${index + 1} of ${day}`}
            onClick={() => {
              onChange(hours.filter((__, at) => at !== index));
              add.current?.focus();
            }}
          >
            <IconX size={14} />
          </ActionIcon>
        </span>
      ))}
      <Button
        ref={add}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={12} aria-hidden />}
        aria-label={`Add hours to ${day}`}
        disabled={hours.length >= 10}
        onClick={() => onChange([...hours, nextPart(hours)])}
      >
        Add hours
      </Button>
    </div>
  );
}

/** The hours that a new part of the day begins with: after the last part, where the day has room for it. */
function nextPart(hours: readonly Hours[]): Hours {
  const last = hours.at(-1);
  return last === undefined ? nineToFive : { from: last.to, to: last.to < '20:00' ? '20:00' : '24:00' };
}
