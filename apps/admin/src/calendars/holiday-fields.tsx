import { useQuery } from '@apollo/client/react';
import { Select, SimpleGrid } from '@mantine/core';
import type { MessageAt } from '../settings/field-messages';
import type { CalendarDraft } from './calendar-draft';
import { HolidayPlaces } from './calendar-operations';

export interface HolidayFieldsProps {
  draft: CalendarDraft;
  onChange: (changes: Partial<CalendarDraft>) => void;
  errorAt: MessageAt;
}

/** Country, state and region whose public holidays are free. */
export function HolidayFields({ draft: { country, state, region }, onChange, errorAt }: HolidayFieldsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <PlaceSelect
        label="Country"
        within={{}}
        value={country}
        onChange={(code) => onChange({ country: code, state: '', region: '' })}
        error={errorAt('/holidays/country')}
      />
      {country !== '' && (
        <PlaceSelect
          label="State"
          within={{ country }}
          value={state}
          onChange={(code) => onChange({ state: code, region: '' })}
          error={errorAt('/holidays/state')}
        />
      )}
      {state !== '' && (
        <PlaceSelect
          label="Region"
          within={{ country, state }}
          value={region}
          onChange={(code) => onChange({ region: code })}
          error={errorAt('/holidays/region')}
        />
      )}
    </SimpleGrid>
  );
}

interface PlaceSelectProps {
  label: string;
  within: { country?: string; state?: string };
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
}

/** One of the places within another that have holidays of their own; nothing where there is none. */
function PlaceSelect({ label, within, value, onChange, error }: PlaceSelectProps) {
  const { data, error: failed } = useQuery(HolidayPlaces, { variables: within });
  const places = (data?.holidayPlaces ?? []).map(({ code, name }) => ({ value: code, label: name }));
  if (data && places.length === 0 && value === '') return null;
  const known = value === '' || places.some((place) => place.value === value);
  return (
    <Select
      label={label}
      placeholder={
        label === 'Country' ? 'No public holidays' : `All of the ${label === 'State' ? 'country' : 'state'}`
      }
      searchable
      clearable
      data={known ? places : [{ value, label: value }, ...places]}
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
      error={error ?? (failed && 'The list could not be read. Load the page again.')}
    />
  );
}
