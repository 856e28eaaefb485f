import { useMutation } from '@apollo/client/react';
import { NumberInput } from '@mantine/core';
import type { PreferencePartsFragment } from '../generated/graphql';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { ChoiceTable } from './choice-table';
import { SetNotificationPreferences } from './preference-operations';
import { channelLabel } from './preference.words';

type Preference = PreferencePartsFragment['preferences'][number];

/** How the viewer is told of each kind by each channel, and how long a channel waits. */
export function PreferenceForm({ saved }: { saved: PreferencePartsFragment }) {
  const edit = useEdit<{ preferences: readonly Preference[] }>({ preferences: saved.preferences });
  const save = useSave();
  const [set] = useMutation(SetNotificationPreferences);
  const { preferences } = edit.draft;
  const channels = saved.channels.map(({ name }) => name);
  const change = (isMeant: (one: Preference) => boolean, changes: Partial<Preference>): void =>
    edit.change({ preferences: preferences.map((one) => (isMeant(one) ? { ...one, ...changes } : one)) });
  const submit = async (): Promise<void> => {
    const changed = preferences.filter((one, index) => {
      const before = saved.preferences[index];
      return before?.mode !== one.mode || before.delaySeconds !== one.delaySeconds;
    });
    const input = {
      preferences: changed.map(({ kind, channel, mode, delaySeconds }) => ({
        kind,
        channel,
        mode,
        delaySeconds,
      })),
    };
    if (await save.run(() => set({ variables: { input } }), 'Your choice is saved.')) edit.discard();
  };
  return (
    <Section
      title="What you are told"
      description="The list under the bell has it at once. Another channel follows only if it is still open for you and you have not read it by then."
    >
      <ChoiceTable
        caption="What you are told, by which channel"
        channels={channels}
        cells={preferences}
        onChange={({ kind, channel }, mode) =>
          change((one) => one.kind === kind && one.channel === channel, { mode })
        }
      />
      {channels
        .filter((channel) => channel !== 'in_app')
        .map((channel) => (
          <NumberInput
            key={channel}
            mt="md"
            label={`${channelLabel(channel)}: wait so many minutes`}
            description="For what is sent each by itself. 0 to 10,080."
            styles={{ wrapper: { maxWidth: 240 } }}
            min={0}
            max={10_080}
            allowDecimal={false}
            value={Math.round((preferences.find((one) => one.channel === channel)?.delaySeconds ?? 0) / 60)}
            onChange={(minutes) => {
              if (typeof minutes === 'number')
                change((one) => one.channel === channel && !one.locked, { delaySeconds: minutes * 60 });
            }}
          />
        ))}
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
