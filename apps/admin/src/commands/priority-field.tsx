import { NumberInput, SegmentedControl, Stack } from '@mantine/core';
import { priorityName } from '../badges/priority.words';

const named = [
  { value: '25', label: 'Low' },
  { value: '50', label: 'Medium' },
  { value: '75', label: 'High' },
  { value: '100', label: 'Urgent' },
];

/** One of the four names, or a number between them. */
export function PriorityField({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  return (
    <Stack gap="xs">
      <SegmentedControl
        data-autofocus
        aria-label="Priority"
        data={named}
        value={named.find(({ label }) => label === priorityName(value))?.value}
        onChange={(chosen) => onChange(Number(chosen))}
      />
      <NumberInput
        label="As a number"
        description="0 (least) to 100 (most urgent)"
        min={0}
        max={100}
        clampBehavior="strict"
        allowDecimal={false}
        maw={240}
        value={value}
        onChange={(next) => typeof next === 'number' && onChange(next)}
      />
    </Stack>
  );
}
