import { useQuery } from '@apollo/client/react';
import { SimpleGrid, Text, Title } from '@mantine/core';
import { readFragment } from '../generated';
import type { HolidayFragment } from '../generated/graphql';
import { HolidayFields, HolidaysOfYears } from './calendar-operations';
import classes from './calendars.module.css';
import { holidayWords } from './holiday.words';

export interface HolidayListProps {
  country: string;
  state: string;
  region: string;
}

/** The days that are closed for the public holidays of a place, this year and next, as time limits count them. */
export function HolidayList({ country, state, region }: HolidayListProps) {
  const year = new Date().getFullYear();
  const place = { country, state: state || null, region: region || null };
  const { data, error } = useQuery(HolidaysOfYears, { variables: { ...place, year, next: year + 1 } });
  // Such as a country that needs a state: saving says so at the field.
  if (error) return <Text size="sm">Choose a state to see its free days.</Text>;
  if (!data) return null;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm">
      <Year year={year} days={readFragment(HolidayFields, data.thisYear)} />
      <Year year={year + 1} days={readFragment(HolidayFields, data.nextYear)} />
    </SimpleGrid>
  );
}

function Year({ year, days }: { year: number; days: readonly HolidayFragment[] }) {
  return (
    <section aria-label={`Public holidays ${year}`}>
      <Title order={3} size="h6">
        {year}
      </Title>
      <ul className={classes.holidays}>
        {days.map((day) => (
          <li key={day.date}>{holidayWords(day)}</li>
        ))}
      </ul>
    </section>
  );
}
