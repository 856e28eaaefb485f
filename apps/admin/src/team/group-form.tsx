import { Radio, Stack } from '@mantine/core';
import { CalendarSelect, type CalendarChoice } from '../calendars/calendar-select';
import { ChainEditor } from '../chain/chain-editor';
import { messagesOf } from '../settings/field-messages';
import type { GroupSettingsFragment } from '../generated/graphql';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { strategies } from './strategy.words';
import { useGroupEdit } from './use-group-edit';

export interface GroupFormProps {
  settings: GroupSettingsFragment;
  calendars: readonly CalendarChoice[];
}

/** What a supervisor decides for a group, saved together. */
export function GroupForm({ settings, calendars }: GroupFormProps) {
  const { edit, save, submit } = useGroupEdit(settings);
  const { draft, change } = edit;
  const standard = calendars.find(({ isDefault }) => isDefault);
  return (
    <>
      <Section
        title="How tasks are handed out"
        description="Counts for tasks that are created or handed to the group from now on. People who are away, whose
          capacity is used up or who lack a skill that the task asks for are passed over; supervisors get nothing by themselves."
      >
        <Radio.Group
          aria-label="How tasks are handed out"
          value={draft.strategy}
          onChange={(value) => change({ strategy: value })}
        >
          <Stack gap={10}>
            {strategies.map(({ value, label, text }) => (
              <Radio key={value} value={value} label={label} description={text} />
            ))}
          </Stack>
        </Radio.Group>
      </Section>
      <Section
        title="Working hours"
        description="Time limits in working hours and business days count by this calendar."
      >
        <CalendarSelect
          calendars={calendars}
          value={draft.calendarKey}
          none={`As in the workspace (${standard?.name ?? 'Monday to Friday, 9 to 17 UTC'})`}
          onChange={(calendarKey) => change({ calendarKey })}
          error={messagesOf(save.refused)('/calendarKey')}
        />
      </Section>
      <Section
        title="When a task is late"
        description="The steps begin when the due date of a task passes that has no chain of its own."
      >
        <ChainEditor
          chain={draft.chain}
          onChange={(chain) => change({ chain })}
          noneLabel="As in the workspace settings"
          ownLabel="Steps of this group"
          refused={save.refused}
        />
      </Section>
      <SaveBar dirty={edit.dirty} save={save} onSave={() => void submit()} onDiscard={edit.discard} />
    </>
  );
}
