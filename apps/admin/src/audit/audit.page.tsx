import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { SettingsLinks } from '../settings/settings-links';
import { SettingsPage } from '../settings/settings-page';
import { mayAudit, OnlyFor } from '../viewer/only-for';
import { AuditChain } from './audit-chain';
import { AuditFilters } from './audit-filters';
import { AuditList } from './audit-list';
import { NO_FILTER } from './filter-draft';

/** What was done in the workspace, by whom and from where. */
export function AuditPage() {
  const [search, setSearch] = useSearchParams();
  const target = search.get('target');
  const [draft, setDraft] = useState(NO_FILTER);
  return (
    <OnlyFor may={mayAudit}>
      <SettingsPage
        title="Audit log"
        intro="What was done in this workspace, by whom and from where. Nobody can change or delete a line; only erasing a person takes their name and address out of it."
        links={<SettingsLinks />}
      >
        <AuditChain />
        <AuditFilters
          draft={draft}
          change={(changes) => setDraft((before) => ({ ...before, ...changes }))}
          target={target}
          onAllTargets={() => setSearch({})}
        />
        <AuditList draft={draft} target={target} />
      </SettingsPage>
    </OnlyFor>
  );
}
