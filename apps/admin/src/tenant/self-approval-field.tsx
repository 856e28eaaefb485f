import { Radio, Stack } from '@mantine/core';
import type { SelfApprovalPolicy } from '../generated/graphql';

const CHOICES: readonly { value: SelfApprovalPolicy; label: string; description: string }[] = [
  { value: 'FORBID', label: 'Forbid', description: 'Somebody else has to decide.' },
  { value: 'WARN', label: 'Warn', description: 'They may, and the record says that they did.' },
  { value: 'ALLOW', label: 'Allow', description: 'They may, and nothing is said.' },
];

export interface SelfApprovalFieldProps {
  value: SelfApprovalPolicy;
  onChange: (value: SelfApprovalPolicy) => void;
}

/** Whether people decide what they have asked for. */
export function SelfApprovalField({ value, onChange }: SelfApprovalFieldProps) {
  return (
    <Radio.Group
      label="People who approve their own requests"
      value={value}
      onChange={(chosen) => onChange(chosen)}
    >
      <Stack gap="xs" mt="xs">
        {CHOICES.map((choice) => (
          <Radio key={choice.value} {...choice} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
