import { useMutation, useQuery } from '@apollo/client/react';
import { Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import type { PreferencePartsFragment } from '../generated/graphql';
import { messagesOf } from '../settings/field-messages';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { QuietCalendars, SetNotificationHours } from './preferences/preference-operations';
import { minutesOf, timeOf } from './preferences/preference.words';

const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** When the viewer wants to hear nothing, and when the digest comes. */
export function HoursForm({ saved }: { saved: PreferencePartsFragment['hours'] }) {
  const edit = useEdit({
    timeZone: saved.timeZone,
    from: timeOf(saved.quietFrom),
    until: timeOf(saved.quietUntil),
    weekends: saved.quietWeekends,
    digest: timeOf(saved.digestAt),
    calendar: saved.quietCalendar,
  });
  const { data } = useQuery(QuietCalendars);
  const calendars = data?.businessCalendars ?? [];
  const save = useSave();
  const [set] = useMutation(SetNotificationHours);
  const { draft, change } = edit;
  const errorAt = messagesOf(save.refused);
  const submit = async (): Promise<void> => {
    const input = {
      timeZone: draft.timeZone,
      quietFrom: minutesOf(draft.from),
      quietUntil: minutesOf(draft.until),
      quietWeekends: draft.weekends,
      digestAt: minutesOf(draft.digest) ?? saved.digestAt,
      quietCalendar: draft.calendar,
    };
    if (await save.run(() => set({ variables: { input } }), 'Your hours are saved.')) edit.discard();
  };
  return (
    <Section
      title="Quiet hours and digest"
      description="In quiet hours nothing is sent but to the list under the bell; it follows when they end."
    >
      <Stack gap="sm">
        <Select
          label="Time zone"
          searchable
          allowDeselect={false}
          maw={320}
          data={ZONES.includes(draft.timeZone) ? ZONES : [draft.timeZone, ...ZONES]}
          value={draft.timeZone}
          onChange={(timeZone) => timeZone !== null && change({ timeZone })}
          error={errorAt('/timeZone')}
        />
        <Group align="flex-start">
          <TextInput
            type="time"
            label="Quiet from"
            value={draft.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
            error={errorAt('/quietFrom')}
          />
          <TextInput
            type="time"
            label="Quiet until"
            description={undefined}
            value={draft.until}
            onChange={(event) => change({ until: event.currentTarget.value })}
            error={errorAt('/quietUntil')}
          />
          <TextInput
            type="time"
            label="Daily digest at"
            value={draft.digest}
            onChange={(event) => change({ digest: event.currentTarget.value })}
            error={errorAt('/digestAt')}
          />
        </Group>
        <Switch
          label="Quiet on Saturdays and Sundays"
          checked={draft.weekends}
          onChange={(event) => change({ weekends: event.currentTarget.checked })}
        />
        {(calendars.length > 0 || draft.calendar !== null) && (
          <Select
            label="Quiet outside the hours of"
            description="A business calendar of the workspace, with its holidays."
            maw={320}
            allowDeselect={false}
            data={[
              { value: '', label: 'No calendar' },
              ...calendars.map(({ key, name }) => ({ value: key, label: name })),
              ...(draft.calendar === null || calendars.some(({ key }) => key === draft.calendar)
                ? []
                : [{ value: draft.calendar, label: `${draft.calendar} (gone)` }]),
            ]}
            value={draft.calendar ?? ''}
            onChange={(key) => change({ calendar: key === '' ? null : key })}
            error={errorAt('/quietCalendar')}
          />
        )}
      </Stack>
      <SaveBar
        dirty={edit.dirty}
        save={save}
        onSave={() => void submit()}
        onDiscard={() => {
          save.forget();
          edit.discard();
        }}
      />
    </Section>
  );
}
