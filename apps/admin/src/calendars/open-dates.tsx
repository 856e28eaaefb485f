import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { ErrorText } from '../errors/error-text';
import type { MessageAt } from '../settings/field-messages';
import { type CalendarDraft, nineToFive } from './calendar-draft';
import classes from './calendars.module.css';
import { HoursFields } from './hours-fields';

type OpenDate = CalendarDraft['openDates'][number];

export interface OpenDatesProps {
  dates: readonly OpenDate[];
  onChange: (dates: OpenDate[]) => void;
  errorAt: MessageAt;
  /** What is wrong with the list as a whole. */
  ownErrorAt: MessageAt;
}

/** Days with hours of their own. */
export function OpenDates({ dates, onChange, errorAt, ownErrorAt }: OpenDatesProps) {
  const set = (index: number, part: Partial<OpenDate>): void =>
    onChange(dates.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const add = useRef<HTMLButtonElement>(null);
  return (
    <>
      <ul className={classes.dates}>
        {dates.map(({ date, hours }, index) => (
          <li key={index} className={classes.date}>
            <TextInput
              type="date"
              size="xs"
              w={190}
              aria-label={`Day ${index + 1}`}
              value={date}
              onChange={(event) => set(index, { date: event.currentTarget.value })}
              error={errorAt(`/openDates/${index}/date`)}
            />
            <HoursFields
              day={`Day ${index + 1}`}
              hours={hours}
              onChange={(next) => set(index, { hours: next })}
              pointer={`/openDates/${index}/hours`}
              errorAt={ownErrorAt}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`Remove day ${index + 1}`}
              onClick={() => {
                onChange(dates.filter((_, at) => at !== index));
                add.current?.focus();
              }}
            >
              <IconX size={14} />
            </ActionIcon>
            {errorAt(`/openDates/${index}/hours`) && (
              <ErrorText>{errorAt(`/openDates/${index}/hours`)}</ErrorText>
            )}
          </li>
        ))}
      </ul>
      {ownErrorAt('/openDates') && <ErrorText>{ownErrorAt('/openDates')}</ErrorText>}
      <Button
        ref={add}
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...dates, { date: '', hours: [nineToFive] }])}
      >
        Add a day
      </Button>
    </>
  );
}
