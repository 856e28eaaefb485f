import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Section } from '../../settings/section';
import { HoldList } from './hold-list';
import { PlaceHoldDialog } from './place-hold-dialog';

const LISTS = [
  { value: 'in-force', label: 'In force' },
  { value: 'released', label: 'Released' },
];

/** What must not be erased, by whose word and why. A task's page leads here with the task that is meant. */
export function HoldsSection() {
  const [search, setSearch] = useSearchParams();
  const meant = search.get('hold');
  const [placing, setPlacing] = useState(meant !== null);
  const [list, setList] = useState('in-force');
  const [placed, setPlaced] = useState(0);
  const close = (): void => {
    setPlacing(false);
    if (meant !== null) setSearch({}, { replace: true });
  };
  const show = (): void => {
    setList('in-force');
    setPlaced((before) => before + 1);
  };
  return (
    <Section
      title="Legal holds"
      description="While a hold is in force nothing of what it is on is erased, and nobody who had to do with it. A task takes its conversation and its workflow with it."
      aside={
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setPlacing(true)}>
          Place a hold
        </Button>
      }
    >
      <SegmentedControl size="xs" aria-label="Which holds" data={LISTS} value={list} onChange={setList} />
      <HoldList key={`${list} ${placed}`} inForce={list === 'in-force'} />
      {placing && <PlaceHoldDialog task={meant ?? ''} onPlaced={show} onClose={close} />}
    </Section>
  );
}
