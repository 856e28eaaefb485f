import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../settings/section';
import { ErasureList } from './erasure-list';

const LISTS = [
  { value: 'DEACTIVATED', label: 'Have left' },
  { value: 'ERASED', label: 'Erased' },
] as const;

/** Who has left and can be forgotten, and who was. */
export function ErasureSection() {
  const [status, setStatus] = useState<'DEACTIVATED' | 'ERASED'>('DEACTIVATED');
  return (
    <Section
      title="Erase a person"
      description="For somebody who has left and wants to be forgotten. Name and address go wherever they stand; what they decided stays, as that of an erased person. People are deactivated first."
    >
      <SegmentedControl
        size="xs"
        aria-label="Which people"
        data={[...LISTS]}
        value={status}
        onChange={setStatus}
      />
      <ErasureList key={status} status={status} />
    </Section>
  );
}
