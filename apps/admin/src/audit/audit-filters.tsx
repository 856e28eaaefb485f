import { useQuery } from '@apollo/client/react';
import { Button, Group, Select, TextInput } from '@mantine/core';
import { TargetSelect } from '../directory/target-select';
import { areaWords } from './audit.words';
import { AuditAreas } from './audit-operations';
import type { FilterDraft } from './filter-draft';

export interface AuditFiltersProps {
  draft: FilterDraft;
  change: (changes: Partial<FilterDraft>) => void;
  /** What alone is asked about, where the address of the page says so. */
  target: string | null;
  onAllTargets: () => void;
}

export function AuditFilters({ draft, change, target, onAllTargets }: AuditFiltersProps) {
  const { data } = useQuery(AuditAreas, { fetchPolicy: 'cache-and-network' });
  const areas = (data?.auditAreas ?? []).map((value) => ({ value, label: areaWords(value) }));
  return (
    <Group align="end" gap="sm" mt="md" role="search" aria-label="Audit log">
      <Select
        label="About"
        placeholder="Everything"
        clearable
        data={areas}
        value={draft.area}
        onChange={(area) => change({ area })}
      />
      <TargetSelect
        label="By"
        withGroups={false}
        clearable
        value={draft.actor}
        onChange={(actor) => change({ actor })}
      />
      <TextInput
        label="From"
        type="date"
        value={draft.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        label="Until"
        type="date"
        min={draft.from}
        value={draft.until}
        onChange={(event) => change({ until: event.currentTarget.value })}
      />
      {target !== null && (
        <Button variant="default" onClick={onAllTargets}>
          Only one key or person is shown. Show all
        </Button>
      )}
    </Group>
  );
}
