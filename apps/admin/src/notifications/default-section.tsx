import { useMutation, useQuery } from '@apollo/client/react';
import { Checkbox } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import type { NotificationDefaultsQuery } from '../generated/graphql';
import { PageLoader } from '../interface/page-loader';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { ChoiceTable } from './choice-table';
import { KIND_LABELS } from './notification.words';
import { NotificationDefaults, SetNotificationDefaults } from './preferences/preference-operations';
import { channelLabel } from './preferences/preference.words';

type Default = NotificationDefaultsQuery['notificationDefaults'][number];

/** How people of the workspace are told who have not chosen. For administrators. */
export function DefaultSection() {
  const { data, error, refetch } = useQuery(NotificationDefaults, { fetchPolicy: 'cache-and-network' });
  if (data) return <DefaultForm saved={data.notificationDefaults} onSaved={() => void refetch()} />;
  if (!error) return <PageLoader />;
  const again = () => void refetch().catch(() => undefined);
  return <ErrorNotice title="The defaults could not be read" error={error} onRetry={again} />;
}

function DefaultForm({ saved, onSaved }: { saved: readonly Default[]; onSaved: () => void }) {
  const edit = useEdit<{ defaults: readonly Default[] }>({ defaults: saved });
  const save = useSave();
  const [set] = useMutation(SetNotificationDefaults);
  const { defaults } = edit.draft;
  const change = (kind: string, channel: string, changes: Partial<Default>): void =>
    edit.change({
      defaults: defaults.map((one) =>
        one.kind === kind && one.channel === channel ? { ...one, ...changes } : one,
      ),
    });
  const submit = async (): Promise<void> => {
    const changed = defaults.filter((one, index) => {
      const before = saved[index];
      return before?.mode !== one.mode || before.locked !== one.locked;
    });
    const input = {
      // A wait is kept where one was set before, and not set by the way.
      defaults: changed.map(({ kind, channel, mode, delaySeconds, locked, changed: isOwn }) => ({
        kind,
        channel,
        mode,
        locked,
        ...(isOwn && { delaySeconds }),
      })),
    };
    if (!(await save.run(() => set({ variables: { input } }), 'The defaults are saved.'))) return;
    edit.discard();
    onSaved();
  };
  return (
    <Section
      title="For everybody in the workspace"
      description="Holds for whoever has not chosen. What is locked nobody changes for themselves."
    >
      <ChoiceTable
        caption="What people of the workspace are told, by which channel"
        channels={[...new Set(defaults.map(({ channel }) => channel))]}
        cells={defaults}
        mayUnlock
        onChange={({ kind, channel }, mode) => change(kind, channel, { mode })}
        aside={({ kind, channel, locked }) => (
          <Checkbox
            mt={4}
            size="xs"
            label="Locked"
            aria-label={`Locked: ${KIND_LABELS[kind]}, ${channelLabel(channel)}`}
            checked={locked}
            onChange={(event) => change(kind, channel, { locked: event.currentTarget.checked })}
          />
        )}
      />
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
