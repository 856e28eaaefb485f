import { useMutation } from '@apollo/client/react';
import { NumberInput } from '@mantine/core';
import type { PreferencePartsFragment } from '../generated/graphql';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { ChoiceTable } from './choice-table';
import { SetNotificationPreferences } from './preferences/preference-operations';
import { channelLabel } from './preferences/preference.words';

type Channel = PreferencePartsFragment['channels'][number];
type Preference = PreferencePartsFragment['preferences'][number];

/** How the viewer is told of each kind by each channel, and how long a channel waits. */
export function PreferenceForm({ saved }: { saved: PreferencePartsFragment }) {
  const edit = useEdit<{ preferences: readonly Preference[]; channels: readonly Channel[] }>({
    preferences: saved.preferences,
    channels: saved.channels,
  });
  const save = useSave();
  const [set] = useMutation(SetNotificationPreferences);
  const { preferences, channels } = edit.draft;
  const submit = async (): Promise<void> => {
    const changed = preferences.filter((one, index) => saved.preferences[index]?.mode !== one.mode);
    const waits = channels.filter((one, index) => saved.channels[index]?.delaySeconds !== one.delaySeconds);
    const input = {
      preferences: changed.map(({ kind, channel, mode }) => ({ kind, channel, mode })),
      delays: waits.map(({ name, delaySeconds }) => ({ channel: name, delaySeconds })),
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
        channels={channels.map(({ name }) => name)}
        cells={preferences}
        onChange={({ kind, channel }, mode) =>
          edit.change({
            preferences: preferences.map((one) =>
              one.kind === kind && one.channel === channel ? { ...one, mode } : one,
            ),
          })
        }
      />
      {channels
        .filter(({ name }) => name !== 'in_app')
        .map(({ name, delaySeconds, defaultDelaySeconds }) => (
          <NumberInput
            key={name}
            mt="md"
            label={`${channelLabel(name)}: wait so many minutes`}
            description="For what is sent each by itself. 0 to 10,080."
            styles={{ wrapper: { maxWidth: 240 } }}
            min={0}
            max={10_080}
            allowDecimal={false}
            value={Math.round((delaySeconds ?? defaultDelaySeconds) / 60)}
            onChange={(minutes) => {
              if (typeof minutes === 'number')
                edit.change({
                  channels: channels.map((one) =>
                    one.name === name ? { ...one, delaySeconds: minutes * 60 } : one,
                  ),
                });
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
