import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { ErrorText } from '../errors/error-text';
import type { MessageAt } from '../settings/field-messages';
import classes from './calendars.module.css';

export interface ClosedDatesProps {
  dates: readonly string[];
  onChange: (dates: string[]) => void;
  errorAt: MessageAt;
  /** What is wrong with the list as a whole. */
  ownErrorAt: MessageAt;
}

/** Further days on which nobody works, beside weekends and holidays. */
export function ClosedDates({ dates, onChange, errorAt, ownErrorAt }: ClosedDatesProps) {
  const add = useRef<HTMLButtonElement>(null);
  return (
    <>
      <ul className={classes.dates}>
        {dates.map((date, index) => (
          <li key={index} className={classes.date}>
            <TextInput
              type="date"
              size="xs"
              w={190}
              aria-label={`Free day ${index + 1}`}
              value={date}
              onChange={(event) => {
                const { value } = event.currentTarget;
                onChange(dates.map((one, at) => (at === index ? value : one)));
              }}
              error={errorAt(`/closedDates/${index}`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`Remove free day ${index + 1}`}
              onClick={() => {
                onChange(dates.filter((_, at) => at !== index));
                add.current?.focus();
              }}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {ownErrorAt('/closedDates') && <ErrorText>{ownErrorAt('/closedDates')}</ErrorText>}
      <Button
        ref={add}
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...dates, ''])}
      >
        Add a free day
      </Button>
    </>
  );
}
