import { Select } from '@mantine/core';

export interface CalendarChoice {
  key: string;
  name: string;
  zone: string;
  isDefault: boolean;
}

export interface CalendarSelectProps {
  calendars: readonly CalendarChoice[];
  value: string | null;
  /** What counts without a calendar. */
  none: string;
  onChange: (key: string | null) => void;
  error?: string;
}

const noCalendar = ' none';

/** One of the business calendars, or none. */
export function CalendarSelect({ calendars, value, none, onChange, error }: CalendarSelectProps) {
  return (
    <Select
      label="Business calendar"
      maw={420}
      allowDeselect={false}
      data={[
        { value: noCalendar, label: none },
        ...calendars.map(({ key, name, zone }) => ({ value: key, label: `${name} (${zone})` })),
      ]}
      value={value ?? noCalendar}
      onChange={(key) => onChange(key === noCalendar ? null : key)}
      error={error}
    />
  );
}
