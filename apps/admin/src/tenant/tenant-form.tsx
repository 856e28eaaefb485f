import { CalendarSelect, type CalendarChoice } from '../calendars/calendar-select';
import { ChainEditor } from '../chain/chain-editor';
import type { TenantSettingsFragment } from '../generated/graphql';
import { messagesOf } from '../settings/field-messages';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { SelfApprovalField } from './self-approval-field';
import { TimeToLiveField } from './time-to-live-field';
import { useTenantEdit } from './use-tenant-edit';

export interface TenantFormProps {
  settings: TenantSettingsFragment;
  calendars: readonly CalendarChoice[];
  onSaved: () => void;
}

/** The defaults of the tenant, saved together. */
export function TenantForm({ settings, calendars, onSaved }: TenantFormProps) {
  const { edit, save, submit } = useTenantEdit(settings, onSaved);
  const { draft, change } = edit;
  return (
    <>
      <Section
        title="Time to live"
        description="No task waits for ever. After this time it expires, and its workflow is told that nobody decided."
      >
        <TimeToLiveField
          value={draft.timeToLive}
          onChange={(timeToLive) => change({ timeToLive })}
          error={messagesOf(save.refused)('/milliseconds')}
        />
      </Section>
      <Section
        title="Four eyes"
        description="Of an approval, whoever asked for it and the person for whom it was asked. It counts for open tasks at once."
      >
        <SelfApprovalField value={draft.selfApproval} onChange={(selfApproval) => change({ selfApproval })} />
      </Section>
      <Section title="Working hours" description="For groups that have no calendar of their own.">
        <CalendarSelect
          calendars={calendars}
          value={draft.calendarKey}
          none="Monday to Friday, 9 to 17 UTC"
          onChange={(calendarKey) => change({ calendarKey })}
        />
      </Section>
      <Section
        title="When a task is late"
        description="For groups without steps of their own, when the due date of a task passes that has no chain itself."
      >
        <ChainEditor
          chain={draft.chain}
          onChange={(chain) => change({ chain })}
          noneLabel="Note it for the supervisors"
          ownLabel="Steps"
          refused={save.refused}
        />
      </Section>
      <SaveBar dirty={edit.dirty} save={save} onSave={() => void submit()} onDiscard={edit.discard} />
    </>
  );
}
