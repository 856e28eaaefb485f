import { Group, NumberInput, Select } from '@mantine/core';
import { type Duration, type Unit, unitChoices } from '../settings/durations';

export interface TimeToLiveFieldProps {
  value: Duration;
  onChange: (value: Duration) => void;
  error?: string;
}

/** After how long tasks expire; empty for the thirty days of the product. */
export function TimeToLiveField({ value, onChange, error }: TimeToLiveFieldProps) {
  return (
    <Group align="end" gap="xs">
      <NumberInput
        label="Tasks expire after"
        description="Empty: 30 days."
        w={180}
        min={0}
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount })}
        error={error}
      />
      <Select
        aria-label="Unit of the time to live"
        w={130}
        allowDeselect={false}
        data={unitChoices}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit: unit as Unit })}
      />
    </Group>
  );
}
