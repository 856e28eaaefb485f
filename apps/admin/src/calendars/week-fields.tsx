import { Button } from '@mantine/core';
import { ErrorText } from '../errors/error-text';
import type { MessageAt } from '../settings/field-messages';
import classes from './calendars.module.css';
import { type Week, weekdays } from './calendar-draft';
import { HoursFields } from './hours-fields';

export interface WeekFieldsProps {
  week: Week;
  onChange: (week: Week) => void;
  errorAt: MessageAt;
  /** What is wrong with the week as a whole. */
  ownErrorAt: MessageAt;
}

/** The hours of each weekday. */
export function WeekFields({ week, onChange, errorAt, ownErrorAt }: WeekFieldsProps) {
  const copyMonday = (): void => {
    const { monday } = week;
    onChange({ ...week, tuesday: monday, wednesday: monday, thursday: monday, friday: monday });
  };
  return (
    <>
      {weekdays.map((day) => (
        <div key={day} className={classes.day}>
          <span className={classes.name}>{day}</span>
          <div>
            <HoursFields
              day={day.charAt(0).toUpperCase() + day.slice(1)}
              hours={week[day]}
              onChange={(hours) => onChange({ ...week, [day]: hours })}
              pointer={`/hours/${day}`}
              errorAt={ownErrorAt}
            />
            {errorAt(`/hours/${day}`) && <ErrorText>{errorAt(`/hours/${day}`)}</ErrorText>}
          </div>
        </div>
      ))}
      {ownErrorAt('/hours') && <ErrorText>{ownErrorAt('/hours')}</ErrorText>}
      <Button size="xs" variant="default" mt="sm" onClick={copyMonday}>
        Use Monday’s hours until Friday
      </Button>
    </>
  );
}
